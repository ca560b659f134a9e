"""Rebuild resources/data/nationalities.tsv: adjectives of nationality in small letters, in all their endings.

usage: python resources/build/nationality_forms.py

The lemmas below are written by hand, the endings follow the grammar of each language. Forms that a rule would get wrong
are written out after a colon.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
LANGUAGES = ("es", "fr", "it", "pt", "de", "ru", "uk")
# Code, then the masculine singular in the order of LANGUAGES (Russian and Ukrainian: without "ий"); "-" where unsure.
LEMMAS = """
AO angoleño,angolano angolais angolano angolano angolanisch ангольск ангольськ
CM camerunés camerounais camerunense camaronês kamerunisch камерунск камерунськ
CD congoleño congolais congolese congolês kongolesisch конголезск конголезьк
CI marfileño ivoirien ivoriano marfinense ivorisch ивуарийск івуарійськ
TD chadiano tchadien ciadiano chadiano tschadisch чадск чадськ
RW ruandés rwandais ruandese ruandês ruandisch руандийск руандійськ
UG ugandés ougandais ugandese ugandense ugandisch угандийск угандійськ
TZ tanzano tanzanien tanzaniano tanzaniano tansanisch танзанийск танзанійськ
ZM zambiano zambien zambiano zambiano sambisch замбийск замбійськ
ZW zimbabuense zimbabwéen zimbabwese zimbabuense simbabwisch зимбабвийск зімбабвійськ
NE nigerino nigérien nigerino nigerino nigrisch нигерск нігерськ
GN guineano guinéen guineano guineano guineisch гвинейск гвінейськ
MR mauritano mauritanien mauritano mauritano mauretanisch мавританск мавританськ
ER eritreo érythréen eritreo eritreu eritreisch эритрейск еритрейськ
MG malgache malgache malgascio malgaxe madagassisch малагасийск малагасійськ
NA namibio namibien namibiano namibiano namibisch намибийск намібійськ
BH bareiní bahreïni bahreinita baremita bahrainisch бахрейнск бахрейнськ
LU luxemburgués luxembourgeois lussemburghese luxemburguês luxemburgisch люксембургск люксембурзьк
TJ tayiko tadjik tagico tajique tadschikisch таджикск таджицьк
TM turcomano turkmène turkmeno turcomeno turkmenisch туркменск туркменськ
KG kirguís kirghize kirghiso quirguiz kirgisisch киргизск,кыргызск киргизьк
JM jamaicano jamaïcain giamaicano jamaicano jamaikanisch ямайск ямайськ
AF afgano afghan afghano afegão afghanisch афганск афганськ
AL albanés albanais albanese albanês albanisch албанск албанськ
DZ argelino algérien algerino argelino algerisch алжирск алжирськ
AR argentino argentin argentino argentino argentinisch аргентинск аргентинськ
AM armenio arménien armeno armênio armenisch армянск вірменськ
AU australiano australien australiano australiano australisch австралийск австралійськ
AT austriaco,austríaco autrichien austriaco:austriaca,austriaci,austriache austríaco österreichisch австрийск австрійськ
AZ azerbaiyano azerbaïdjanais azero azeri aserbaidschanisch азербайджанск азербайджанськ
BD bangladesí bangladais bengalese bengali bangladeschisch бангладешск бангладеськ
BE belga belge belga:belgi,belghe belga belgisch бельгийск бельгійськ
BY bielorruso biélorusse bielorusso bielorrusso belarussisch,weißrussisch белорусск,беларуск білоруськ
BO boliviano bolivien boliviano boliviano bolivianisch боливийск болівійськ
BA bosnio bosnien bosniaco:bosniaca,bosniaci,bosniache bósnio bosnisch боснийск боснійськ
BR brasileño brésilien brasiliano brasileiro brasilianisch бразильск бразильськ
BG búlgaro bulgare bulgaro búlgaro bulgarisch болгарск болгарськ
CA canadiense canadien canadese canadense,canadiano kanadisch канадск канадськ
CL chileno chilien cileno chileno chilenisch чилийск чилійськ
CN chino chinois cinese chinês chinesisch китайск китайськ
CO colombiano colombien colombiano colombiano kolumbianisch колумбийск колумбійськ
HR croata croate croato croata kroatisch хорватск хорватськ
CU cubano cubain cubano cubano kubanisch кубинск кубинськ
CY chipriota chypriote cipriota cipriota zyprisch,zypriotisch кипрск кіпрськ
CZ checo tchèque ceco:ceca,cechi,ceche checo,tcheco tschechisch чешск чеськ
DK danés danois danese dinamarquês dänisch датск данськ
DO dominicano dominicain dominicano dominicano dominikanisch доминиканск домініканськ
EC ecuatoriano équatorien ecuadoriano equatoriano ecuadorianisch эквадорск еквадорськ
EG egipcio égyptien egiziano egípcio ägyptisch египетск єгипетськ
SV salvadoreño salvadorien salvadoregno salvadorenho salvadorianisch сальвадорск сальвадорськ
EE estonio estonien estone estónio,estoniano estnisch эстонск естонськ
ET etíope éthiopien etiope etíope äthiopisch эфиопск ефіопськ
FI finlandés finlandais finlandese finlandês finnisch финск,финляндск фінськ
FR francés français francese francês französisch французск французьк
GE georgiano géorgien georgiano georgiano georgisch грузинск грузинськ
DE alemán allemand tedesco:tedesca,tedeschi,tedesche alemão deutsch немецк,германск німецьк
GR griego grec:grecs,grecque,grecques greco:greca,greci,greche grego griechisch греческ грецьк
GT guatemalteco guatémaltèque guatemalteco guatemalteco guatemaltekisch гватемальск гватемальськ
HT haitiano haïtien haitiano haitiano haitianisch гаитянск гаїтянськ
HN hondureño hondurien honduregno hondurenho honduranisch гондурасск гондураськ
HU húngaro hongrois ungherese húngaro ungarisch венгерск угорськ
IS islandés islandais islandese islandês isländisch исландск ісландськ
IN indio indien indiano indiano indisch индийск індійськ
ID indonesio indonésien indonesiano indonésio indonesisch индонезийск індонезійськ
IR iraní iranien iraniano iraniano iranisch иранск іранськ
IQ iraquí irakien,iraquien iracheno iraquiano irakisch иракск іракськ
IE irlandés irlandais irlandese irlandês irisch ирландск ірландськ
IL israelí israélien israeliano israelita,israelense israelisch израильск ізраїльськ
IT italiano italien italiano italiano italienisch итальянск італійськ
JP japonés japonais giapponese japonês japanisch японск японськ
JO jordano jordanien giordano jordano jordanisch иорданск йорданськ
KZ kazajo kazakh kazako cazaque kasachisch казахск,казахстанск казахськ,казахстанськ
KE keniano kényan keniota queniano kenianisch кенийск кенійськ
KP norcoreano nord-coréen nordcoreano norte-coreano nordkoreanisch северокорейск північнокорейськ
KR surcoreano sud-coréen sudcoreano sul-coreano südkoreanisch южнокорейск південнокорейськ
KR coreano coréen coreano coreano koreanisch корейск корейськ
KW kuwaití koweïtien kuwaitiano kuwaitiano kuwaitisch кувейтск кувейтськ
LV letón letton lettone letão lettisch латвийск,латышск латвійськ,латиськ
LB libanés libanais libanese libanês libanesisch ливанск ліванськ
LY libio libyen libico:libica,libici,libiche líbio libysch ливийск лівійськ
LT lituano lituanien lituano lituano litauisch литовск литовськ
MY malasio malaisien malese malaio,malásio malaysisch малайзийск малайзійськ
ML maliense malien maliano maliano malisch малийск малійськ
MT maltés maltais maltese maltês maltesisch мальтийск мальтійськ
MA marroquí marocain marocchino marroquino marokkanisch марокканск марокканськ
MX mexicano,mejicano mexicain messicano mexicano mexikanisch мексиканск мексиканськ
MD moldavo moldave moldavo moldavo moldauisch молдавск,молдовск молдовськ,молдавськ
MN mongol mongol mongolo mongol mongolisch монгольск монгольськ
ME montenegrino monténégrin montenegrino montenegrino montenegrinisch черногорск чорногорськ
MZ mozambiqueño mozambicain mozambicano moçambicano mosambikanisch мозамбикск мозамбіцьк
NL holandés hollandais olandese holandês niederländisch голландск голландськ
NL neerlandés néerlandais - neerlandês holländisch нидерландск нідерландськ
NZ neozelandés néo-zélandais neozelandese neozelandês neuseeländisch новозеландск новозеландськ
NI nicaragüense nicaraguayen nicaraguense nicaraguense nicaraguanisch никарагуанск нікарагуанськ
NG nigeriano nigérian nigeriano nigeriano nigerianisch нигерийск нігерійськ
NO noruego norvégien norvegese norueguês norwegisch норвежск норвезьк
PK pakistaní,paquistaní pakistanais pakistano,pachistano paquistanês pakistanisch пакистанск пакистанськ
PS palestino palestinien palestinese palestiniano,palestino palästinensisch палестинск палестинськ
PA panameño panaméen panamense panamense panamaisch панамск панамськ
PY paraguayo paraguayen paraguaiano paraguaio paraguayisch парагвайск парагвайськ
PE peruano péruvien peruviano peruano peruanisch перуанск перуанськ
PH filipino philippin filippino filipino philippinisch филиппинск філіппінськ
PL polaco polonais polacco:polacca,polacchi,polacche polaco,polonês polnisch польск польськ
PT portugués portugais portoghese português portugiesisch португальск португальськ
QA catarí,qatarí qatari,qatarien qatariota catari,catariano katarisch катарск катарськ
RO rumano roumain rumeno,romeno romeno rumänisch румынск румунськ
RU ruso russe russo russo russisch российск,русск російськ
SA saudí saoudien saudita saudita saudi-arabisch,saudisch саудовск саудівськ
SN senegalés sénégalais senegalese senegalês senegalesisch сенегальск сенегальськ
RS serbio serbe serbo sérvio serbisch сербск сербськ
SG singapurense singapourien singaporiano singapurense singapurisch сингапурск сингапурськ
SK eslovaco slovaque slovacco:slovacca,slovacchi,slovacche eslovaco slowakisch словацк словацьк
SI esloveno slovène sloveno esloveno slowenisch словенск словенськ
SO somalí somalien somalo somali somalisch сомалийск сомалійськ
ZA sudafricano sud-africain sudafricano sul-africano südafrikanisch южноафриканск південноафриканськ
ES español espagnol spagnolo espanhol spanisch испанск іспанськ
SD sudanés soudanais sudanese sudanês sudanesisch суданск суданськ
SE sueco suédois svedese sueco schwedisch шведск шведськ
CH suizo suisse svizzero suíço schweizerisch швейцарск швейцарськ
SY sirio syrien siriano sírio syrisch сирийск сирійськ
TW taiwanés taïwanais taiwanese taiwanês taiwanisch тайваньск тайванськ
TH tailandés thaïlandais thailandese,tailandese tailandês thailändisch таиландск,тайск таїландськ,тайськ
TN tunecino tunisien tunisino tunisino tunesisch тунисск туніськ
TR turco turc:turcs,turque,turques turco:turca,turchi,turche turco türkisch турецк турецьк
UA ucraniano ukrainien ucraino ucraniano ukrainisch украинск українськ
GB británico britannique britannico:britannica,britannici,britanniche britânico britisch британск британськ
GB-ENG inglés anglais inglese inglês englisch английск англійськ
GB-SCT escocés écossais scozzese escocês schottisch шотландск шотландськ
GB-WLS galés gallois gallese galês walisisch валлийск валлійськ
US estadounidense américain statunitense norte-americano amerikanisch американск американськ
US norteamericano états-unien americano estadunidense us-amerikanisch - -
US americano - - americano - - -
UY uruguayo uruguayen uruguaiano uruguaio uruguayisch уругвайск уругвайськ
UZ uzbeko ouzbek uzbeko uzbeque usbekisch узбекск узбецьк
VE venezolano vénézuélien venezuelano venezuelano venezolanisch,venezuelanisch венесуэльск венесуельськ
VN vietnamita vietnamien vietnamita vietnamita vietnamesisch вьетнамск в'єтнамськ,в’єтнамськ
YE yemení yéménite yemenita iemenita jemenitisch йеменск,еменск єменськ
=Arab árabe arabe arabo árabe arabisch арабск арабськ
=Kurd kurdo kurde curdo curdo kurdisch курдск курдськ
=Jew judío juif:juifs,juive,juives ebreo:ebrea,ebrei,ebree judeu:judeus,judia,judias jüdisch еврейск єврейськ
=Jew - - ebraico:ebraica,ebraici,ebraiche - - - -
=Muslim musulmán musulman musulmano muçulmano muslimisch мусульманск мусульманськ
=Sunni suní,sunita sunnite sunnita sunita sunnitisch суннитск сунітськ
=Shiite chií,chiita chiite sciita xiita schiitisch шиитск шиїтськ
=Chechen checheno tchétchène ceceno checheno tschetschenisch чеченск чеченськ
=Catalan catalán catalan catalano catalão katalanisch каталонск каталонськ
=Basque vasco basque basco:basca,baschi,basche basco baskisch баскск баскськ
""".strip()
# Russian and Ukrainian nouns for people, and Turkish words, which have capitals.
NOUNS = """
RU ru россиянин россиянка
UA ru украинец украинка
US ru американец американка
DE ru немец немка
CN ru китаец
IT ru итальянец
ES ru испанец
JP ru японец
PS ru палестинец
IR ru иранец
SY ru сириец
AF ru афганец
IL ru израильтянин
FR ru француз француженка
GB ru британец
GB-ENG ru англичанин
PL ru поляк
GR ru грек
TR ru турок
BY ru белорус
US uk американець
UA uk українець українка
RU uk росіянин росіянка
DE uk німець
CN uk китаєць
IT uk італієць
ES uk іспанець
JP uk японець
PS uk палестинець
IR uk іранець
IL uk ізраїльтянин
FR uk француз
GB uk британець
PL uk поляк
BY uk білорус
TR uk турок
TR tr Türk Türkler
DE tr Alman Almanlar
RU tr Rus Ruslar
FR tr Fransız Fransızlar
GB tr Britanyalı İngiliz İngilizler
US tr Amerikalı Amerikalılar Amerikan
IT tr İtalyan İtalyanlar
ES tr İspanyol İspanyollar
GR tr Yunan Yunanlı Yunanlar
UA tr Ukraynalı Ukraynalılar
SY tr Suriyeli Suriyeliler
IR tr İranlı İranlılar
IQ tr Iraklı Iraklılar
IL tr İsrailli İsrailliler
PS tr Filistinli Filistinliler
EG tr Mısırlı Mısırlılar
CN tr Çinli Çinliler
JP tr Japon Japonlar
KR tr Koreli Koreliler
AF tr Afgan Afganlar
AZ tr Azerbaycanlı Azeri Azeriler
AM tr Ermeni Ermeniler
GE tr Gürcü Gürcüler
BG tr Bulgar Bulgarlar
RO tr Rumen Rumenler
HU tr Macar Macarlar
NL tr Hollandalı Hollandalılar
BE tr Belçikalı
SE tr İsveçli
NO tr Norveçli
FI tr Finli
PL tr Polonyalı Polonyalılar
RS tr Sırp Sırplar
BA tr Boşnak Boşnaklar
AL tr Arnavut Arnavutlar
SA tr Suudi Suudiler
PK tr Pakistanlı
IN tr Hint Hintli
BR tr Brezilyalı
AR tr Arjantinli
=Kurd tr Kürt Kürtler
=Arab tr Arap Araplar
=Jew tr Yahudi Yahudiler
=Muslim tr Müslüman Müslümanlar
""".strip()
_ACCENTS = str.maketrans("áéíóúêâ", "aeiouea")


def spanish(word: str) -> list[str]:
    if word.endswith("o"):
        return [word, word[:-1] + "a", word + "s", word[:-1] + "as"]
    if word[-1] in "aei":
        return [word, word + "s"]
    if word.endswith(("í", "ú")):
        return [word, word + "s", word + "es"]
    stem = word[:-2] + word[-2:].translate(_ACCENTS)
    return [word, stem + "a", stem + "es", stem + "as"]


def french(word: str) -> list[str]:
    if word.endswith("e"):
        return [word, word + "s"]
    woman = word + "ne" if word.endswith(("ien", "éen")) else word + "e"
    return [word, woman, woman + "s", word if word.endswith("s") else word + "s"]


def italian(word: str) -> list[str]:
    if word.endswith("e"):
        return [word, word[:-1] + "i"]
    if word.endswith("a"):
        return [word, word[:-1] + "i", word[:-1] + "e"]
    return [word, word[:-1] + "a", word[:-1] + "i", word[:-1] + "e"]


def portuguese(word: str) -> list[str]:
    if word.endswith("ão"):
        return [word, word[:-1], word[:-1] + "es", word[:-2] + "ães", word[:-1] + "s", word[:-2] + "ãos"]
    if word.endswith("ês"):
        stem = word[:-2] + "es"
        return [word, stem + "a", stem + "es", stem + "as"]
    if word.endswith("ol"):
        return [word, word + "a", word[:-2] + "óis", word + "as"]
    if word.endswith("o"):
        return [word, word[:-1] + "a", word + "s", word[:-1] + "as"]
    return [word, word + "s"]


def german(word: str) -> list[str]:
    return [word + ending for ending in ("", "e", "er", "es", "en", "em")]


def russian(word: str) -> list[str]:
    endings = ("ий", "ая", "ое", "ие", "ого", "ому", "им", "ом", "ой", "ую", "их", "ими", "и")
    return [word + ending for ending in endings]


def ukrainian(word: str) -> list[str]:
    return [word + ending for ending in ("ий", "а", "е", "і", "ого", "ому", "им", "ій", "у", "их", "ими", "ою")]


INFLECT: dict[str, Callable[[str], list[str]]] = {
    "es": spanish, "fr": french, "it": italian, "pt": portuguese, "de": german, "ru": russian, "uk": ukrainian,
}  # fmt: skip


def cases(noun: str) -> list[str]:
    """The cases of a Russian or Ukrainian noun for one of a people."""
    if noun.endswith("ец"):
        stem = noun[:-2].removesuffix("е") + ("йц" if noun.endswith("аец") else "ц")
        return [noun] + [stem + ending for ending in ("а", "у", "ем", "е", "ы", "ев", "ам", "ами", "ах")]
    if noun.endswith("єць"):
        return [noun] + [noun[:-3] + "йц" + ending for ending in ("я", "ю", "ем", "і", "ів", "ям", "ями", "ях")]
    if noun.endswith("ець"):
        return [noun] + [noun[:-3] + "ц" + ending for ending in ("я", "ю", "ем", "і", "ів", "ям", "ями", "ях")]
    if noun.endswith("янин"):
        alone = [noun + ending for ending in ("", "а", "у", "ом")]
        return alone + [noun[:-4] + ending for ending in ("яне", "яни", "ян", "янам", "янами", "янах")]
    if noun.endswith("ка"):
        return [noun, *(noun[:-1] + ending for ending in ("и", "е", "у", "ой"))]
    if noun.endswith("турок"):
        return [noun, "турка", "турку", "турком", "турки", "туркам", "турками"]
    return [noun, *(noun + ending for ending in ("а", "у", "ом", "е", "ы", "и", "ов", "ів", "ам", "ами", "ах"))]


def forms(lemma: str, language: str) -> list[str]:
    """All endings of one cell of the table."""
    word, _, told = lemma.partition(":")
    if told:
        return [word, *told.split(",")]
    return [form for one in word.split(",") for form in INFLECT[language](one)]


def main() -> None:
    lines = []
    for line in LEMMAS.split("\n"):
        code, *lemmas = re.split(" +", line)
        for language, lemma in zip(LANGUAGES, lemmas, strict=True):
            if lemma != "-":
                lines.append(f"{language}\t{code}\t{'|'.join(dict.fromkeys(forms(lemma, language)))}")
    for line in NOUNS.split("\n"):
        code, language, *nouns = line.split(" ")
        found = [noun.casefold() for noun in nouns] if language == "tr" else [f for noun in nouns for f in cases(noun)]
        lines.append(f"{language}\t{code}\t{'|'.join(dict.fromkeys(found))}")
    (DATA / "nationalities.tsv").write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
