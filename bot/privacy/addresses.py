"""Masks street addresses: a street's name with its number. Postal codes and places stay; they find the office."""

from __future__ import annotations

import re

from bot.privacy.words import ordinary_words

_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}[\w.'’\-]{{0,30}}"
_SUFFIX = (
    "gata|gaten|gate|gt|veien|vegen|vei|veg|stien|stigen|svingen|bakken|bakkene|allé|alléen|alleen|plassen|plass|tunet|brygga|bryggen|kroken|"
    "stubben|løkka|løkken|jordet|haugen|smauet|smuget|tråkket|terrassen|terrasse|faret|lia|myra|åsen|ringen|grenda|hagen|parken|torget|torg|"
    "kleiva|brekka|høgda|høyden|toppen|flata|skogen|stranda|vika|berget|dalen|moen|enga|sletta|marka|gjerdet|dreiet|gangen|geilen"
)
_STRONG = "gata|gaten|gate|gt|veien|vegen|vei|veg|stien|svingen|bakken|allé|alléen|alleen|tunet|brygga|kroken|stubben|smauet|smuget|tråkket|faret|terrasse|terrassen|løkka|geilen"
_NUMBER = r"(?!(?:19|20)\d\d\b)\d{1,4}\s?[a-hA-H]?(?![\w])"
_SHORT_NUMBER = r"\d{1,3}\s?[a-hA-H]?(?![\w])"
_UNIT = (
    r"(?!\s*(?:års?|kr|kroner|prosent|%|timer?|dag|dager|uker?|veker?|mnd|måneder|månad|fag|elev|plass|gang|stk|km|mil\b|min|minutt|poeng|søk|"
    r"personer|barn|unge|mål|kilo|kg|meter|m\b|ting|år\b|av\b|til\s\d|av\s\d|stud|bedrift|jobb|menneske|andre|dg|\.\d|,\d|:\d|[-–/]\d))"
)
_HOME = r"(?:(?:jeg|eg|æ|vi|i)\s+)?(?:bor|bur|budd|bodd|bo|live|living|lives|flytta|flyttet|flytter|hjemme|heime|adress\w*|address|hus\w*|hybel\w*|leilighet\w*)\s*(?:min|mi|mitt|vår|er|is|:|,|på|i|ved|at|in|til|nå|no|nå i|for tiden)?(?:\s+(?:er|på|i|ved|at|in|til|:))?\s+"

_JOINED = re.compile(rf"(?<![\w])((?:{_WORD}\s){{0,2}}{_LETTER}[\w'’\-]{{1,30}}(?:{_STRONG})\.?)\s+({_NUMBER}){_UNIT}", re.IGNORECASE)
_APART = re.compile(
    rf"(?<![\w])((?:{_WORD}\s){{1,3}}(?:{_STRONG}|alle|plass|plassen|torg|ring|terrasse)\.?)\s+({_SHORT_NUMBER}){_UNIT}", re.IGNORECASE
)
_AT_HOME = re.compile(rf"(?<![\w])({_HOME})((?:{_WORD}\s){{0,3}}{_WORD})\s+({_SHORT_NUMBER}){_UNIT}", re.IGNORECASE)
_WITH_POST = re.compile(
    rf"(?<![\w])((?:{_WORD}\s){{0,3}}{_WORD})\s+(\d{{1,4}}\s?[a-hA-H]?)(?:\s*,\s*|\s+)(?=(?:N-)?\d{{4}}\s+[A-ZÆØÅa-zæøå]{{2,}})"
)
_SHORT = re.compile(rf"(?<![\w])((?:{_WORD}\s)?{_LETTER}[\w\-]{{2,30}}(?:v|vn|g|gt)\.)\s?({_NUMBER}){_UNIT}")
_ENGLISH = re.compile(r"\b\d{1,4}\s(?:[A-Z][\w'’]{1,20}\s){1,3}(?:Street|Road|Avenue|Lane|Drive|St\.|Rd\.|Ave\.)(?!\w)")
_FARM = re.compile(r"\b(?:gnr|gårdsn\w+|gards?n\w+)\.?\s?\d{1,4}\W{1,3}(?:(?:og\s)?(?:bnr|bruksn\w+)\.?\s?\d{1,4})", re.IGNORECASE)
_UNIT_NUMBER = re.compile(r"\b[HKLU]0[1-9]0\d\b")

_ORDINARY_STREET = re.compile(
    r"(?:lære|lærling|praksis|arbeids|skole|skule|elev|studie|jobb|barnehage|sitte|parkerings|leke|tiltaks|hybel|bo|sykehjems|institusjons|turnus|kurs|spise|møte|vente|samlings)plass(?:en)?$"
    r"|(?:karriere|utdannings|livs|yrkes|opplærings|om|mot|av|inn|ut|hoved|fag|under|over|til|frem|fram|gjennom|snar|skjule|ad)ve[ig](?:en)?$",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    "vei veg veien vegen gate gata gaten plass plassen stien bakken svingen torg torget ring ringen terrasse terrassen alle tunet gt kroken brygga løkka".split()
)
_NOT_A_PLACE = frozenset(
    """på i en et ei ein eit den det min mi mitt vår lang første siste halve hele vidare videre noe noko av til for og eller om er har tar tok tatt søkte søkt fikk få får vil skal
    rom etasje etg leilighet hybel hus nr nummer kollektiv uke veke grunnskole vg1 vg2 vg3 klasse trinn gruppe seksjon avdeling bygg blokk oppgang sone bydel trikk buss linje
    med uten utan under over rundt ca cirka minst maks omtrent bare berre ca. alene sammen saman ti to tre fire fem seks sju åtte ni mnd siden sidan snart enda ennå alle
    at fag fase del steg kapittel punkt side nivå runde versjon delvis dag dager time timer år""".split()
)


def mask_addresses(text: str, found: list[str]) -> str:
    """The text with `[adresse]`; the kind is added to `found`."""

    def put(match: re.Match[str], generic: bool = False) -> str:
        street = match.group(1).split()
        kept = _leading(street)
        street = street[kept:]
        if not street or not _is_street(street, generic):
            return match.group(0)
        found.append("adresse")
        return " ".join([*match.group(1).split()[:kept], "[adresse]"]) + match.group(0)[match.end(2) - match.start() :]

    def at_home(match: re.Match[str]) -> str:
        words = match.group(2).split()
        kept = _leading(words)
        words = words[kept:]
        if (
            not words
            or any(word.lower().strip(".,") in _NOT_A_PLACE or word in ordinary_words() for word in words)
            or _ORDINARY_STREET.search(words[-1])
        ):
            return match.group(0)
        found.append("adresse")
        return match.group(1) + " ".join([*match.group(2).split()[:kept], "[adresse]"])

    def whole(match: re.Match[str]) -> str:
        found.append("adresse")
        return "[adresse]"

    for pattern in (_ENGLISH, _FARM, _UNIT_NUMBER):
        text = pattern.sub(whole, text)
    text = _WITH_POST.sub(lambda match: put(match, generic=True), text)
    for pattern in (_JOINED, _APART, _SHORT):
        text = pattern.sub(put, text)
    return _AT_HOME.sub(at_home, text)


def _leading(words: list[str]) -> int:
    """How many of the words before a street's name belong to the sentence: all up to the last ordinary one."""
    kept = 0
    for index, word in enumerate(words[:-1]):
        if word.lower().strip(".,:") in _SENTENCE or word.endswith((",", ":")):
            kept = index + 1
    return kept


def _is_street(words: list[str], generic: bool) -> bool:
    """Whether the words before a number name a street; `generic`: a bare «Torget» does, for a postal code follows."""
    last = words[-1].lower().rstrip(".")
    if last in _NOT_A_PLACE or _ORDINARY_STREET.search(last):
        return False
    if last in _GENERIC and len(words) == 1:
        return generic
    if last in ("alle", "ring", "plass", "plassen"):  # «alle 12 fag», «ring 3»
        return words[0][0].isupper() and len(words) > 1
    way = last in ("vei", "veg", "veien", "vegen")
    return not (way and len(words) > 1 and words[-2].lower() in _NOT_A_PLACE)  # «første vei 2»


_SENTENCE = _NOT_A_PLACE | frozenset(
    """jeg eg æ vi bor bur bodde budde flytta flyttet adresse adressen adressa er heter i på til ved og men fra frå nå no da så hjemme heime hus huset leilighet
    jobber jobba skole skolen skule ligger ligg står møtes møt meg kom hent send brev post leve lever live at my address is in the to from near opp ned inn ut der her
    kommunen besøk besøksadresse postadresse privatadresse hjemmeadresse folkeregistrert nav kontoret butikken bedriften kirken hei oslo bergen trondheim stavanger narvik""".split()
)
