"""The words by which captions, bylines, boilerplate and time stamps are known, in the languages read."""

from __future__ import annotations

import re

# Agencies and other givers of pictures, and words that only stand in picture credits.
_CREDITORS = (
    "AFP|AP|EPA|EFE|ANSA|DPA|TASS|Tass|ITAR-TASS|RIA|Sputnik|Xinhua|Anadolu|AA|SANA|IRNA|PA|PTI|ANI|UPI|CP|NTB|TT|"
    "Reuters|REUTERS|Getty|Corbis|Shutterstock|Alamy|Bloomberg|Flash ?90|Magnum|Rex|Zuma|Sipa|Abaca|Keystone|Belga|"
    "Ukrinform|Interfax|Kyodo|Yonhap|Imago|Picture Alliance|iStock|Unsplash|Wikimedia|Wikipedia|NASA|Maxar|Planet Labs|"
    "Twitter|Facebook|Instagram|Telegram|YouTube|Flickr|Associated Press|Press Association|Agence France-Presse"
)
_CREDIT_WORDS = (
    "photo|photos|photograph|photographer|photography|picture|pictures|image|images|courtesy|handout|screenshot|"
    "screen ?grab|screen capture|video still|file|pool|illustration|illustrative|archive|credit|"
    "foto|fotos|bild|bildquelle|archiv|archivbild|archivo|imagen|imágenes|cortesía|crédito|crédit|archives|capture|"
    "immagine|archivio|imagem|arquivo|divulgação|beeld|archief|fotoğraf|фото|архив|صورة|تصوير"
)
_MARK = r"[.…!?]?[\"”’»)]?\s*$"
CREDIT_AT_END = re.compile(
    rf"[(\[][^()\[\]]{{0,60}}?(?:\b(?:{_CREDITORS})\b|\b(?i:{_CREDIT_WORDS})\b|©)[^()\[\]]{{0,60}}[)\]]{_MARK}"
)
CREDIT_OPEN = re.compile(
    rf"(?i:(?:file |archive )?(?:{_CREDIT_WORDS})(?: (?:by|de|von|di|do|credit|source))? ?[:/©]|©\s|\(c\) "
    rf"|image shows )"
)
CREDIT_TAIL = re.compile(
    rf"(?:[.!?”\"’]\s*|\s[-–—|/]\s*)(?i:(?:photo|picture|image|foto|bild|фото)(?:graph)?(?:s)?(?: ?[:/©]| by ))"
    rf"[^.]{{2,60}}$|(?:©|(?i:photo) ?[:/]) ?[^.]{{0,40}}(?:{_CREDITORS})[^.]{{0,30}}$"
)

_BY = "By|BY|Von|VON|Por|POR|Par|PAR|Di|Da|Door|Yazan|Автор|Текст|بقلم"
_NAME = r"[^\W\d_][\w'’.-]*"
BYLINE = re.compile(
    rf"(?:{_BY}):? (?:{_NAME}[ ,]*){{1,8}}(?:(?:and|und|y|et|e|en|ve|и|&|with) (?:{_NAME}[ ,]*){{1,6}})?"
    rf"(?:[|–—-].{{0,60}}|\d{{1,2}}\.? [^\W\d_]{{3,12}},? \d{{4}}|(?<=[ ,])\d{{1,2}}, \d{{4}})?$"
)
REPORTING = re.compile(
    r"\(?(?i:(?:additional |with )?(?:reporting|writing|editing|edited|written|compiled|translated|translation"
    r"|research) by |with (?:inputs|files|reporting) from |mit material von |avec afp|con información de |перевод:)"
)
_TRADE = (
    "correspondent|reporter|editor|writer|journalist|columnist|analyst|blogger|author|contributor|freelancer|"
    "commentator|fellow|professor|researcher|scholar|intern|stringer|bureau chief|producer|photographer|lecturer|"
    "redakteur|redakteurin|korrespondent|korrespondentin|journalistin|periodista|corresponsal|redactor|redactora|"
    "journaliste|correspondant|correspondante|giornalista|corrispondente|jornalista|корреспондент|журналист|"
    "обозреватель"
)
ABOUT_THE_AUTHOR = re.compile(
    rf"{_NAME}(?: {_NAME}){{1,3}},? (?i:is|was|works as|ist|es|est|è|é) (?:\S+ ){{0,10}}?\S*\b(?i:{_TRADE})s?\b"
)

_MONTH = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|juin|juil|ao[uû]|déc|ene|abr|ago|dic|maj|okt|dez|mrt|mei|"
    "gen|mag|giu|lug|set|ott|фев|янв|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|ocak|şub|nis|haz|tem|ağu|eyl|"
    "eki|kas|ara|mär|mrz|maa|fév|avr|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|"
    "грудня|stycznia|lutego|kwietnia|czerwca|lipca|sierpnia|września|października|listopada|grudnia|"
    "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)
TIME_STAMP = re.compile(
    rf"(?i:(?:published|updated|last updated|last modified|posted|first published|date|aktualisiert|stand"
    rf"|veröffentlicht|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd"
    rf"|опубликовано|обновлено|дата)\b"
    rf"[^.!?]{{0,60}}\d(?:[^.!?]|(?<=\d)\.){{0,40}}$"
    rf"|(?:\w{{2,12}}[,،]? )?(?:(?:le|am|den|el|il|em|op) )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|º|\.)? (?:d[ei] )?(?:{_MONTH})\w*\.?,?(?: de)? ?"
    rf"|(?:{_MONTH})\w*\.? \d{{1,2}}(?:st|nd|rd|th)?,? )"
    rf"(?:\d{{4}})?(?: (?:года|г\.|року|р\.))?[^a-z!?]{{0,3}}(?:at|um|à|,|-|–|—|\|)?[\s\d:.()+a-z,/|-]{{0,30}}$"
    rf"|\d{{4}}-\d\d-\d\d[\sT\d:.Z+-]{{0,24}}$|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}[\s\d:.,()+a-z-]{{0,24}}$)"
)
_OF_OUTLET = r"(?:[^\W\d_a-zß-öø-ÿ][\w'’.&-]*|of|the|and|for|de|del|della|des|du|der|die|das|für|und|la|le|et|y|e|&)"
OUTLET_BEFORE = re.compile(rf"{_OF_OUTLET}(?: {_OF_OUTLET}){{0,7}} ?[,|·–—-] ")
"""Names before the day of a line that tells who published it and when ("Union of Bakers, 3 May 2021")."""

# A line that opens so is not part of the account, whatever follows on it.
_OPENS = (
    "most popular|most read|most viewed|most shared|most commented|read more|read also|also read|read next|see also|"
    "see more|learn more|more on this|more from|more stories|more news|more like this|related (?:articles?|stories|"
    "story|news|content|topics?|coverage|posts?|links?|reading|video|items)|recommended(?: for you)?$|you "
    "(?:may|might) (?:also )?(?:like|be interested)|share this|share on|share via|share article|sign up|subscribe|"
    "follow us|follow @|like us on|join us on|join our|click here|click to|tap here|download (?:the|our) app|"
    "get (?:the|our) (?:app|newsletter|latest)|advertisement|sponsored|promoted|story continues below|"
    "article continues|"
    "continue reading|scroll (?:down )?to continue|all rights reserved|copyright|terms of (?:use|service)|"
    "privacy policy|cookie|"
    "we use cookies|this (?:site|website) uses|leave a (?:comment|reply)|post a comment|view comments|show comments|"
    "add a comment|report (?:an error|a typo)|print this|email this|don[’']t miss|editor[’']s picks?$|trending|"
    "top stories|latest news$|breaking news$|watch:|watch live|listen to this|have your say|support (?:us|our)|donate|"
    "lesen sie (?:auch|mehr)|mehr zum thema|weiterlesen|auch interessant|artikel teilen|anzeige$|werbung$|newsletter|"
    "à lire aussi|lire aussi|lire la suite|publicité|partager|sur le même sujet|abonnez-vous|"
    "leer más|lee también|lea también|le puede interesar|te puede interesar|publicidad|compartir|síguenos|suscríbete|"
    "leggi anche|leggi tutto|pubblicità|condividi|iscriviti|leia mais|leia também|veja também|publicidade|compartilhe|"
    "lees (?:ook|meer|verder)|advertentie|meer over|читайте также|читать также|подробнее|подписывайтесь|реклама$|"
    "читайте також|підписуйтесь|ayrıca (?:bakınız|oku)|devamını oku|abone ol|"
    "اقرأ أيضا|اقرأ ايضا|اقرأ أيضًا|إعلان$|المزيد"
)
BOILERPLATE = re.compile(rf"\W{{0,3}}(?i:{_OPENS})(?!\w)")
_WHOLE = (
    "share|tweet|pin|print|e-?mail|comments?|comment|facebook|twitter|whatsapp|telegram|linkedin|reddit|instagram|"
    "pinterest|copy link|menu|search|home|login|log in|sign in|register|tags|topics|next|previous|back to top|top|"
    "loading|more|close|skip|listen|save|live|ad|ads|teilen|drucken|merken|kommentare|startseite|imprimer|commentaires|"
    "imprimir|comentarios|stampa|commenti|delen|reageer|поделиться|комментарии|paylaş|yorumlar"
)
BUTTON = re.compile(rf"\W{{0,3}}(?i:(?:{_WHOLE})(?:[\s,|/•·()]+(?:{_WHOLE}|\d{{1,6}}))*)\W{{0,3}}$")
TAG_LINE = re.compile(r"(?i:tags?|topics?|keywords?|filed under|schlagwörter|etiquetas|mots-clés|теги)\s?:")
