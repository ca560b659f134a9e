"""The commonest small words of languages in Latin and Cyrillic script, by which a language is known."""

from __future__ import annotations

_LISTS = {
    "en": "the of and to in is that for it was with as on are be at by this from have has had not they which but his "
    "were their an or would been will who he she said its after about more when what there we you i "
    "over up out off into could should than then them other most some may two first new people says say least no so "
    "if can do did does how where while during against between under since until before because just only",
    "es": "de la que el en y los se del las un por con no una su para es al lo como más pero sus le o este sí porque "
    "esta entre cuando muy sin sobre también me hasta hay donde quien desde fue ha han según años dijo el tras",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ont son "
    "aux cette ses mais comme ou été leur être elle nous l'on selon après d'un d'une n'est c'est qu'il dont même ans",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
    "hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis",
    "it": "di e il la che in a per un del non è una con sono i da si le della dei al nel come più ha lo alla gli anche "
    "ma ai dal delle o se su questo stato nella dalla degli dopo ed essere hanno anni suo sua secondo tra fra era",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu "
    "sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois são disse segundo",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als die bij door maar naar heeft hij ze "
    "uit nog wordt over dan werd was tot worden kan deze zich al hebben zo geen wel meer onder volgens jaar na tegen",
    "tr": "ve bir bu için de da ile olarak daha çok olan gibi en kadar sonra ne ama var ise değil o ki her göre ya "
    "olduğunu tarafından olduğu yeni ilk iki oldu dedi etti ancak bin söyledi üzerinde arasında yıl",
    "pl": "w i na z się nie do to że jest o od jak po za przez co dla są ale czy tym ma był tego przed być już jego "
    "oraz który które tylko roku może było także ich która podczas pod będzie",
    "cs": "a se v na je že s z do o to i by k pro ve jsou jako po za ale které od jeho byl aby také být který si "
    "podle však než už byla až jen nebo při další roku mezi bylo",
    "sk": "a sa v na je že s z do o to aj by k pre vo sú ako po za ale ktoré od jeho bol aby byť ktorý si podľa však "
    "než už bola len alebo pri ďalší roku medzi bolo zo",
    "sl": "in je v na se za da so z tudi pa po ki bi kot od ne je bil pri do ali še iz lahko bilo leta kar več vse ko",
    "hr": "i je u na se da za su od s a o koji kako iz bi će ne što biti te do nije po ali kao koja prema više nakon "
    "godine rekao samo ili bio",
    "sv": "och i att det som på är av för en den med till inte har om ett men var de jag från vid när kan så under "
    "efter också man eller skulle sin sig blir mot hade",
    "da": "og i at det er en på den til af som med for ikke der de har et han var om men sig fra efter ved også nu "
    "kan blev være skal eller hvor mod mener siger år",
    "no": "og i det er en på til som av for med at ikke den har de et om var han men fra seg ble etter også ved nå "
    "kan være skal eller hvor mot sier år ifølge",
    "fi": "ja on ei että oli se hän myös mutta ovat kuin joka mukaan tai kun ole jos niin vain sen nyt olisi jo voi "
    "sekä mitä vuonna vielä olla jälkeen kanssa noin",
    "hu": "a az és hogy nem is egy ez meg volt van már csak de mint ha még lesz azt el vagy után szerint ezt pedig "
    "aki ami lehet kell között majd több",
    "ro": "de și în a la că cu pe o un din nu care pentru este mai au fost sunt dar fi prin după s-a ar sau al lui "
    "ca până între către iar acest această foarte unei",
    "id": "yang dan di itu dengan untuk dari ini pada tidak dalam adalah akan ke telah oleh juga mereka para sebagai "
    "tersebut bisa ada karena atau saat kata lebih",
    "ms": "yang dan di itu dengan untuk dari ini pada tidak dalam adalah akan ke telah oleh juga mereka para sebagai "
    "tersebut boleh ada kerana atau ketika berkata lebih",
    "vi": "và của là có không được cho các một trong những với người đã này khi để đến như từ tại về ra cũng năm ở "
    "theo nhiều trên",
    "ca": "de la el i que a en els per un les del amb una és no al va més es com o han aquest però també seva segons "
    "ha són ser pel dels entre fins",
    "et": "ja on ei et see oli ka kui ta oma mis aga või siis olid kes mida ning pole veel selle aasta",
    "lv": "un ir ka no par ar uz tas kas bija arī nav bet tā vai pēc gada pie viņš lai to kā",
    "lt": "ir yra kad į iš su tai ne kaip buvo jis bet po už dėl apie metų taip pat nuo ar kurie",
    "sq": "të e në dhe i për me që një nga se është u do si ka nuk është më ky por ishte kjo pas",
    "sw": "ya na wa kwa ni katika za la kuwa hiyo hii ambao cha kama huyo lakini baada pia yake watu",
    "az": "və bir bu ilə üçün də olan daha ki kimi sonra edib olub isə ancaq onun həm görə ilk",
    "ru": "и в не на что он с как это по но из к у за от о же для так было все были бы его только после также до был "
    "году при которые который уже или",
    "uk": "і в не на що з та як це до за у від по про для його було але так після або також був року при які який",
    "bg": "и на в да за се от са че е с не по като си това ще при беше той или но до след който която",
    "sr": "и је у на се да за су од са а о који како из би ће не што бити до није по али као која према више након",
    "mk": "и на во да за се од што со е не по како ќе при беше тој или но до кој која",
}
STOPWORDS: dict[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in _LISTS.items()}
