"""Masks names where someone introduces one: «jeg heter …», «mvh …», «my name is …», «læreren min, Kari Moen».

After «heter» comes a name, whatever it is; how long it goes on is told by capitals and by the list of
ordinary words. In weaker places («jeg er Kari», «Ali her») a known first name, or two words in capitals, is needed.
"""

from __future__ import annotations

import re

from bot.privacy.words import doubtful_names, first_names, ordinary_words

_TOKEN = r"(?:[^\W\d_](?:[^\W\d_]|['’\-](?=[^\W\d_])){0,30}\.?)"  # noqa: S105
_NAME = rf"({_TOKEN}(?:\s+{_TOKEN}){{0,4}})"
_I = r"(?:jeg|jei|eg|æ|æg|je|jæ|ej|e|i|jag|jai|vi)"
_CALLED = r"(?:heter|heiter|heitter|hetter|hete|heite|hette|heitte|het|heta|hedder|hetar|hetr|heterr)"
_ADVERB = r"(?:\s+(?:da|nå|no|forresten|bare|berre|egentlig|eigentleg|altså|opprinnelig|jo|også))?"
_PERSON = (
    r"(?:sønn|sønnen|son|sonen|datter|datteren|dotra|dattera|datra|dotter|dottera|bror|broren|brorsan|søster|søstera|søsteren|søstra|mor|mora|moren|mamma|far|faren|pappa|stefar|stefaren|stemor|stemora|"
    r"kjæreste|kjæresten|kjærast|kjærasten|type|typen|mann|mannen|kone|kona|samboer|samboeren|sambuar|sambuaren|ekskjæreste|eks|eksen|venn|vennen|venninne|venninna|veninna|kompis|kompisen|kamerat|kameraten|bestevenn|bestevennen|barn|barnet|"
    r"lærer|læreren|lærar|læraren|kontaktlærer|kontaktlæreren|rådgiver|rådgiveren|rådgjevar|rådgjevaren|veileder|veilederen|rettleiar|rettleiaren|saksbehandler|saksbehandleren|sakshandsamar|sjef|sjefen|instruktør|instruktøren|"
    r"nabo|naboen|onkel|onkelen|tante|tanta|fetter|fetteren|kusine|kusina|psykolog|psykologen|lege|legen|fastlege|fastlegen|verge|vergen|fostermor|fosterfar|barnevernskontakt\w*|miljøterapeut\w*|kontaktperson\w*|jobbspesialist\w*|brother|sister|son|daughter|friend|boyfriend|girlfriend|teacher|boss|husband|wife|mother|father)"
)
_MINE = r"(?:\s+(?:min|mi|mitt|vår|hans|hennes|på\s+(?:nav|ot|skolen|skulen|jobb(?:en)?)))"
_INTRODUCED = re.compile(
    rf"(\b{_I}\s+{_CALLED}{_ADVERB}:?|\b{_CALLED}\s+{_I}|\b(?:han|ho|hun|hu|hen)\s+{_CALLED}|\b{_PERSON}{_MINE}?(?:\s+(?:han|ho|hun))?\s+{_CALLED}"
    rf"|\b(?:mitt|mit|min|mi)\s+(?:fulle\s+|hele\s+)?(?:navn|namn|name)(?:\s+(?:er|e|is)|\s*:)?|\b(?:navn(?:et)?|namn(?:et)?)\s+(?:mitt|min|mit)(?:\s+(?:er|e|is)|\s*:)?"
    rf"|\b(?:fullt\s+|fulle\s+)?(?:navn|namn|name|fornavn|førenamn|etternavn|etternamn|mellomnavn|first name|last name|surname|full name)\s*:|\bfornavn\s+er|\betternavn\s+er"
    r"|\bmy\s+(?:full\s+)?name(?:'s|’s|s|\s+is)?|\bname\s+is|\b(?:i'?m|i’m|i am|jeg blir|jeg ble|eg blir|eg vert|jeg kalles|jeg er)\s+(?:called|døpt|kalt opp etter)|\bnazywam się|\bmam na imię|\bich heiße|\bme llamo|\bje m'appelle)"
    rf"\s+{_NAME}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<![\w\[])({_TOKEN}(?:\s+{_TOKEN}){{0,2}})(?=\s+(?:heter|heiter|hete|heite)\s+(?:jeg|eg|æ|je|jæ)\b)", re.IGNORECASE
)
_WEAK = re.compile(
    rf"(\b{_I}\s+(?:er|e)|\b(?:i'?m|i’m|i am|this is|it's|det er|det e|dette er|dette e|her er|her e|d er)|\bkall(?:e)?(?:r|s)?\s+meg(?:\s+for)?|\bkalles|\bcall me|\bkalt|\bgår under navnet|\bhei[, ]+(?:jeg er)?|\bhello|\bhallo"
    rf"|\b{_PERSON}{_MINE}{{1,2}}(?:\s+er|\s*,|\s*:)?|\b{_PERSON},|\b(?:saksbehandler|kontaktlærer|veileder|rådgiver|rådgjevar|rettleiar|instruktør|psykolog|dr\.?|doktor|lærer|onkel|tante|fru|herr|frøken)|\b(?:snakket|snakka|prata|pratet|møte|møtte|avtale|time|ringte|ringe|skrev|skreiv)\s+(?:med|til))"
    rf"\s+{_NAME}",
    re.IGNORECASE,
)
_HERE = re.compile(rf"(?<![\w\[])({_TOKEN}(?:\s+{_TOKEN}){{0,2}})(?=\s+(?:her|here)\b)", re.IGNORECASE)
_SIGNED = re.compile(
    rf"((?:\bmvh\.?|\bm\.?v\.?h\.?|\b(?:med\s+)?(?:vennlig|vennleg|venlig|venleg|beste|kjærlig)\s+(?:hilsen|helsing)|\bhilsen|\bhelsing|\bhilser|\bmed hilsen|\bklem|\bklem fra|\bkind regards|\bbest regards|\bregards|\bsincerely|\btakk),?\s*(?:fra\s+|frå\s+)?)"
    rf"{_NAME}(?=\s*[.!:)<3]{{0,4}}\s*(?:$|\n|,))",
    re.IGNORECASE,
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_](?:[^\W\d_]|['’\-](?=[^\W\d_])){0,30}"
_FULL = re.compile(rf"(?<![\w\[])({_CAPITAL}\s+(?:[A-ZÆØÅ]\.\s+)?{_CAPITAL}(?:\s+{_CAPITAL})?)")

_SCHOOL = re.compile(
    r"\s+(?:videregående|vidaregåande|vgs|v\.g\.s|ungdomsskole|ungdomsskule|barneskole|barneskule|grunnskole|grunnskule|skole|skule|folkehøgskole|folkehøgskule|gymnas|high school|upper secondary)",
    re.IGNORECASE,
)
"""What makes a name before it that of a school: «Olav Duun videregående skole», «Amalie Skram vgs»."""

_BARE = frozenset("mitt mit min mi my navn namn name".split())
_NEVER = frozenset(
    """ikke ikkje itj ikk det den dette disse noe noko noen nokon ingenting hva kva hvem kven hvor kor samme same sånn slik akkurat bare bære berre egentlig og men som at om i på av til fra for med en ei et ein eit
    nav ot hvis sjølvsagt selvfølgelig jo da nå no du vi han hun ho de dei jeg eg lærling elev praksiskandidat lærekandidat privatist student fagbrev ordningen
    nåkka nokka nåke nåkke forskjellig annerledes også vel likt mye both the a an not what mitt min mi yes ja nei like""".split()
)
"""What follows «heter» without being a name."""
_STOP = frozenset(
    """og men så fordi som er e i på fra frå til te med jeg eg æ je jæ du vi det den de dei en et ei ein eit har hadde vil kan skal må bor bur går jobber jobba lurer trenger treng søker søkjer ønsker ikke ikkje itj bare berre
    hva kva hvor kor når hvordan korleis nå no da då her and but from i'm i’m im am live want need is was the a an with years my year old who elev lærling nav ot hei hello hi takk mvh hilsen kommune fylke norge norway
    fornavn etternavn mellomnavn fødselsnummer skole skule videregående vgs ungdomsskole bachelor mann kvinne gutt jente han hun ho hvis dersom fra: tlf telefon mobil adresse epost mail født fødd alder""".split()
)
"""What ends a name even in capitals."""
_PARTICLES = frozenset("van von de der den del della da dos di el al bin ibn ben bint abu av af la le ter ten".split())
_PLACES = frozenset(
    """norge noreg oslo bergen trondheim stavanger tromsø bodø narvik drammen kristiansand fredrikstad sandnes skien ålesund sandefjord haugesund tønsberg moss hamar lillehammer gjøvik molde harstad alta
    nordland troms finnmark trøndelag vestland rogaland agder innlandet akershus buskerud østfold vestfold telemark møre romsdal sogn fjordane hordaland oppland hedmark nord sør øst vest
    syria somalia eritrea afghanistan irak iran ukraina polen litauen sverige danmark finland tyrkia pakistan norsk norske svensk dansk samisk kurdisk somalisk syrisk arabisk muslim kristen""".split()
)


def mask_names(text: str, found: list[str]) -> str:
    """The text with `[navn]`; the kind is added to `found`."""

    def replace(match: re.Match[str], taken: int, group: int) -> str:
        if not taken:
            return match.group(0)
        found.append("navn")
        words = list(re.finditer(r"\S+", match.group(group)))
        end = match.start(group) + words[taken - 1].end()
        tail = "." if match.string[end - 1] == "." and len(words[taken - 1].group(0)) > 2 else ""
        return match.string[match.start() : match.start(group)] + "[navn]" + tail + match.string[end : match.end()]

    text = _INTRODUCED.sub(lambda m: replace(m, _after(m.group(1), m.group(2).split()), 2), text)
    text = _BEFORE.sub(lambda m: _last(m, found), text)
    text = _WEAK.sub(lambda m: replace(m, _weak(m.group(2).split()), 2), text)
    text = _HERE.sub(lambda m: _here(m, found), text)
    text = _SIGNED.sub(lambda m: replace(m, _signed(m), 2), text)
    return _FULL.sub(lambda m: replace(m, 0 if _SCHOOL.match(m.string, m.end()) else _full(m.group(1).split()), 1), text)


def _plain(word: str) -> str:
    return word.lower().strip(".'’-")


def _known(word: str) -> bool:
    plain = _plain(word)
    return plain in first_names() or ("-" in plain and plain.split("-")[0] in first_names())


def _goes_on(words: list[str], index: int) -> bool:
    """Whether the word at `index`, after a name, belongs to it."""
    word, plain = words[index], _plain(words[index])
    if words[index - 1].endswith(".") and len(words[index - 1]) > 2:
        return False
    if plain in _PARTICLES and index + 1 < len(words) and words[index + 1][0].isupper() and word.islower():
        return _plain(words[index + 1]) not in _STOP
    if plain in _STOP:
        return False
    return word[0].isupper() or _known(word) or plain not in ordinary_words()


def _after(introduction: str, words: list[str]) -> int:
    """How many words are the name; after a bare «navnet mitt», with no verb, only what looks like one is."""
    bare = _plain(introduction.split()[-1]) in _BARE and not introduction.endswith(":")
    if bare and not (words[0][0].isupper() or _known(words[0])):
        return 0
    return _introduced(words)


def _introduced(words: list[str]) -> int:
    """How many words of those after «heter» are the name."""
    if _plain(words[0]) in _NEVER:
        return 0
    taken = 1
    while taken < len(words) and taken < 5 and _goes_on(words, taken):
        taken += 1
    return taken


def _weak(words: list[str]) -> int:
    """How many words are a name where one may stand, or something else as well."""
    first = words[0]
    if (
        len(words) > 1
        and _plain(first) in doubtful_names()
        and first[0].isupper()
        and words[1][0].isupper()
        and _plain(words[1]) not in ordinary_words()
    ):
        return _introduced(words)
    if _known(first) and not (first.isupper() and len(first) < 4):
        return _introduced(words)
    capitals = len(words) > 1 and all(
        word[0].isupper() and not word.isupper() and _plain(word) not in ordinary_words() | _PLACES | _STOP for word in words[:2]
    )
    return _introduced(words) if capitals else 0


def _here(match: re.Match[str], found: list[str]) -> str:
    """«hei, Ali her»: a known first name, and a surname when there is one, right before «her»."""
    words = match.group(1).split()
    for start in range(len(words)):
        name = words[start:]
        if _known(name[0]) and all(_known(word) or _plain(word) not in ordinary_words() for word in name):
            found.append("navn")
            return " ".join([*words[:start], "[navn]"])
    return match.group(0)


def _signed(match: re.Match[str]) -> int:
    words = match.group(2).split()
    if any(_plain(word) in _STOP | _NEVER for word in words) or _plain(words[0]) in _PLACES:
        return 0
    thanks = _plain(match.group(1).split()[0]) == "takk"
    if _known(words[0]):
        return len(words) if not thanks or len(words) <= 2 else 0
    if thanks or re.search(r"(?:fra|frå)\s*$", match.group(1), re.IGNORECASE):
        return 0
    names = all(word[0].isupper() or _plain(word) not in ordinary_words() for word in words)
    return len(words) if len(words) <= 3 and names else 0


def _full(words: list[str]) -> int:
    """A known first name and a surname, both in capitals, anywhere."""
    known = _known(words[0]) or (_plain(words[0]) in doubtful_names() and _plain(words[1]) not in ordinary_words())
    if not known or _plain(words[-1]) in _PLACES | _STOP or [_plain(word) for word in words[:2]] == ["karl", "johan"]:
        return 0
    return len(words)


def _last(match: re.Match[str], found: list[str]) -> str:
    """«… Kari Moen heter jeg»: the name ends here, and begins after the last ordinary word."""
    words = match.group(1).split()
    start = len(words)
    while (
        start
        and _plain(words[start - 1]) not in _NEVER | _STOP
        and (words[start - 1][0].isupper() or _known(words[start - 1]) or _plain(words[start - 1]) not in ordinary_words())
    ):
        start -= 1
    if start == len(words):
        return match.group(0)
    found.append("navn")
    return " ".join([*words[:start], "[navn]"])
