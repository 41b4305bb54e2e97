"""What a message tells of people, and of whom: the one who writes, or somebody they tell of.

«lillebroren min er 15» is no age of the writer's, and picks neither the law nor the help line for them. The words
for people stand in data/language/people.tsv.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from bot.language.number_words import in_digits
from bot.language.utterance import Utterance
from bot.settings import ROOT

PEOPLE = ROOT / "data" / "language" / "people.tsv"
WRITER = "selv"
MAX_CHARS = 2000
YOUNGEST, OLDEST = 10, 75
"""Ages a writer is believed to have."""
YOUNGEST_PARENT, OLDEST_CHILD = 28, 45
OTHERS_YOUNGEST, OTHERS_OLDEST = 10, 80

_SELF = frozenset("jeg eg æ jæ je jei ej i i'm im".split())
_AFTER_I = frozenset(
    "am was have had turned dropped live lived want need got quit work worked study go went can did do just never only still also don't didn't".split()
)
_PREPOSITIONS = frozenset("hos med til te av fra frå for om mot enn på uten uta sammen about with for of from to than".split())
_VERBS = frozenset("har hadde fikk får kjenner venter have has got ha".split())
"""Before a person they make it an object: in «har barn og er 23» the writer is 23."""
_BETWEEN = frozenset(
    "min mi mitt mine vår våre vårt hans hennes sin si en ei ein et eit den gamle lille store eldre yngre eldste yngste to tre fire noen my our a an the two".split()
)
"""Words that may stand between a preposition and the person it leads to, or between the person and the age."""
_LINKS = frozenset("på som er e blir ble blei vart fyller fylte nå bare berre snart is turns age".split())
_EITHER = dict.fromkeys("jente gutt gut dame kvinne mann kar girl boy guy".split(), "barn") | {
    **dict.fromkeys("mor far stemor stefar fostermor fosterfar bestemor bestefar alenemor".split(), "forelder"),
    **dict.fromkeys("søster bror storesøster storebror storesyster".split(), "sosken"), "tante": "slekt", "onkel": "slekt",
    "lærling": "laerling", "lærekandidat": "laerling", "apprentice": "laerling", "elev": "elev", "student": "elev", "deltaker": "elev", "pupil": "elev",
}  # fmt: skip
"""What one may be oneself: somebody else only after «har en», «mor til», or with «min»."""
_ARTICLES = frozenset("en ei ein et eit a an".split())
_NOBODY = frozenset("ingen null no".split())
_POSSESSIVE = frozenset("min mi mitt mine vår våre my our".split())
_HAVING = frozenset("har til te med for om kjenner ansatt ansette inn hatt fått got have has of hire hjelper hjelpe".split())
_WE = frozenset("vi me we oss us".split())
_OTHERS_HAVE = re.compile(
    r"hvilke[nt]?|kva|hvem|kven|kem|noen|nokon|alle|de|dei|dem|which|who|any|(?:\w*bedrift|\w*verksted|\w*verkstad|firma|butikk|salong|kommune|arbeidsgi\w|arbeidsgjev)\w*|compan\w+|employers?"
)
"""Who takes on an apprentice in «hvilke verksted tar inn lærling»: not the one who writes."""
CARED_FOR = frozenset({"barn", "elev", "laerling"})
"""Roles of those whom the one who writes looks after."""
_ME = _SELF | frozenset("meg mæ mæg me mei".split())
_TELLING = re.compile(r"\b(?:sier|sei|seier|si|sa|mener|meiner|tror|trur|påstår|fortalte|fortel|vil at|says|said|thinks|told)\b")

_UNITS = (
    r"kr|krone\w*|prosent|%|time\w*|uke\w*|veke\w*|måned\w*|månad\w*|mnd|dag\w*|januar|februar|mars|april|mai|juni|juli|august|september|oktober"
    r"|november|desember|000|gang\w*|stk|min(?!\w| )|minutt\w*|elev\w*|plass\w*|poeng|tusen|lapper|km|meter|søknad\w*|jobber\b|fag\b|studiepoeng|\d"
)
_NOT_UNIT = rf"(?!\d|[.,:/]\d|\s*(?:{_UNITS}))"
_AGES = (
    re.compile(r"(?<![\d.,:/§])\b(\d{2})\s*[-–]?\s*(?:år gam\w+|årig\w*|åring\w*|yo\b|y/o|years?[- ]old)"),
    re.compile(
        r"(?<!\bi )(?<!\bover )(?<!\bunder )(?<!\bminst )(?<!\better )(?<!\bfor )(?<!\bom )(?<!\bca )(?<!\bnesten )(?<![\d.,:/§])\b(\d{2}) ?år\b"
        r"(?=\s*(?:[,.!?)]|$|(?:og|som|fra|frå|men|går|bor|bur|har|nå|no|mamma|jobber|lærling|elev|student|jente|gutt)\b))(?! siden)"
    ),
    re.compile(
        r"(?<!\bvi )\b(?:jeg|eg|æ|e|er|nå|no|blir|ble|blei|vart|fyller|fylte|har fylt|(?:akkurat|nettopp|nylig|jeg|eg|æ) fylt|runder|bare|berre|snart|fortsatt|age|am|i'm|im|is"
        r"|han|hun|ho|hu|he|she|turn|turns|turning|turned|alder:?|alderen|jente|gutt|gut|dame|mann|kvinne|girl|boy|lærling|elev|student|yo)(?:,| på| er)?"
        r"(?: (?:også|og|òg|selv|sjølv|nå|no|bare|berre|snart|fortsatt|akkurat|ennå|jo|no[kh]|only|just|still))* \(?(\d{2})\b(?! (?:eller|nok|i klassen|stk)\b)"
        + _NOT_UNIT
    ),
    re.compile(r"(?:^|[.!?:] )\(?(\d{2})(?: ?år)?(?=\)|\s*[.,!]\s*\D|\s+og\s)" + _NOT_UNIT),
    re.compile(
        r"\b(?:(?:jeg|eg|æ) (?:er|e|kommer|kjem|bor|bur)|i am|i'm|i live|i come) (?:fra|frå|i|from|in) [^\W\d_]+, (\d{2})(?=\s*[.,!]|\s*$)"
    ),
    re.compile(r"\b[gjkm](\d{2})\b(?! ?kr)"),
    re.compile(r"\((\d{2})\)"),
    re.compile(r"(?:^|[.!?,] )(?:snart |nesten )?(\d{2}) år\b(?! siden)"),
    re.compile(r"\b(\d{2}) (?:år )?her\b"),
    re.compile(r"\b(?:og|på|f|m|j|g|k) ?(\d{2})(?: år)?(?=\s*(?:[,.!?)]|$))" + _NOT_UNIT),
)
_BORN = re.compile(
    r"\b(?:født|fødd|fodt|born|årgang|årskull|kull|f\.?)(?:\b|(?<=\.))[^\d.!?]{0,12}\b(?:\d{1,2}[./]\d{1,2}[./])?((?:19|20)\d{2}|['’]?\d{2})\b(?! ?år)"
    r"|\b((?:19|20)?\d{2})(?:[- ]?(?:modell|årgang)|-?er(?:en)?)\b"
)
_THEN = re.compile(
    r"\b(?:da|då|når|siden|sidan|før|etter|fra|frå|til|hvis|om|dersom|when|since|until|if|at)\b(?: (?:jeg|eg|æ|e|i|var|er|ble|blei|vart|fylte|fyller|blir|was|is|han|hun|ho|he|she|man|du|en|de|turned|turn))+ *$"
)
"""«da jeg var 16», «når jeg blir 18»: an age of another time."""
_NOW = re.compile(r"\bnår (?:jeg|eg|æ|i) (?:er|e|bare er|am) *$")
"""«kan jeg det når jeg er 17»: an age of today all the same."""
_WAS = re.compile(
    r"\b(?:var|va|was|over|under|minst|fra|må ha fylt|til|mellom|innen|\d{2}(?: og| eller| til|-)|aldersgrensa|aldersgrensen|grensa|være|vere|ver|be|(?:man|du|folk|dere|de|vi|alle|you|people)(?: (?:er|fyller|blir|har fylt|are|turn))?)(?: på)? *$"
)
_CORRECTED = re.compile(
    r"(?:(?:nei|neida|feil|oi|ops|sorry|beklager|unnskyld|mente|meinte|jeg mente|eg meinte|nå|det er|jeg er|eg er|er|æ e|født i?|no|i meant|skrev feil|skreiv feil|(?:det )?(?:skulle|skulde|sku) (?:det )?(?:stå|stått|vere|være))[,. ]+)+(\d{2}|(?:19|20)\d{2})(?: år)?(?:,? ikke \d+)?"
    r"|(?:(?:oi|ops|nei|sorry|æsj|hehe|haha)[,.! ]+)*(\d{2}|(?:19|20)\d{2})(?: år)?,? (?:(?:ikke|ikkje|itj|not) \d{2,4}(?: år)?|(?:skulle|skulde|sku) (?:det|de) (?:stå|stått|vere|være))"
)
_LAUGHTER = re.compile(r"\s*\b(?:ha(?:ha)+h?|he(?:he)+|lol|xd|btw)\b|[^\w\s.,!?'-]")
_HOW_LONG = re.compile(r"\b(?:jobb\w*|arbeid\w*|worked|bodd|budd|gått|vært(?: her)?)(?: (?:i|på|som|her|nå|ca|nesten|full tid))* *$")
_TURNS = re.compile(r"\b(?:fyller|blir|runder|turn(?:ing|s)?)\s+(\d{2})(?:\s+år)?(?:\s+(?:i|til|om|nå|no|snart|in)\s+(\w+))?(?:\s+(\w+))?")
_TURNED_LAST_YEAR = re.compile(r"\b(?:ble|blei|vart|fylte|turned)\s+(\d{2})(?:\s+år)?\s+(?:i fjor|last year)\b")
_NEXT_YEAR = re.compile(
    r"\b(?:neste (?:år|vår|sommer|sommar|høst|haust|vinter|jul)|på nyåret|next (?:year|spring|summer|autumn|fall)|over nyttår|etter jul|etter nyttår)\b"
)
_SOON = re.compile(r"\b(?:snart|nesten|soon|almost)\b[^.!?]{0,6}$")
_MONTHS = (
    ("januar", "january", "vinter"), ("februar", "february"), ("mars", "march"), ("april", "vår", "påske", "spring"), ("mai", "may"), ("juni", "june"),
    ("juli", "july", "sommer", "sommar", "summer"), ("august",), ("september", "høst", "haust", "autumn"), ("oktober", "october"), ("november",), ("desember", "december", "jul"),
)  # fmt: skip

_SENTENCE = re.compile(r"[.!?;…]+\s+|\n+|[!?;…]+$")
_CLAUSE = re.compile(r",\s+|\s+(?:men|mens|and|but|for|så|fordi)\s+|\s+og\s+(?=(?:jeg|eg|æ|jæ|je|i|han|hun|ho)\b)")
_RELATIVE = re.compile(r"\s+(?:som|who)\s+(?=\w)")
_WORD = re.compile(r"[a-zæøåéòôäö']+")


@dataclass(frozen=True)
class Other:
    """Somebody the writer tells of or asks for.

    Attributes:
        role: what they are to the writer: `barn`, `sosken`, `forelder`, `partner`, `venn`, `elev`, `laerling`, `slekt`; `annen` if that is not told.
        born: year of birth, if it was told.
        asked_for: the question is theirs: so of «sønnen min har sluttet», not of «må foreldrene mine skrive under» or «vennen min sier at jeg kan».
    """

    role: str
    born: int | None = None
    asked_for: bool = True


@dataclass(frozen=True)
class Told:
    """What one message tells of people.

    Attributes:
        born: the writer's year of birth.
        other: the person the message is about, besides the writer, or instead.
    """

    born: int | None = None
    other: Other | None = None


@lru_cache(maxsize=1)
def _people(path: Path = PEOPLE) -> re.Pattern[str]:
    """One pattern with a group for each role; nothing is kept of the words that are looked up."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return re.compile("|".join(f"(?P<{row['role']}>{row['pattern']})" for row in rows))


def role_of(word: str) -> str | None:
    """What a word says that somebody is to the writer; None for a word that names nobody."""
    found = _people().fullmatch(word)
    return found.lastgroup if found else None


def read_person(said: Utterance, on: date) -> Told:
    """What a message tells of the one who writes, and of others; an age of another time counts for nobody."""
    born, other, text = None, None, said.lower[:MAX_CHARS]
    for year, role in _births(text, on):
        if role == WRITER or not _believable(role, on.year - year):
            born = born or (year if YOUNGEST <= on.year - year <= OLDEST else None)
        elif OTHERS_YOUNGEST <= on.year - year <= OTHERS_OLDEST:
            other = other or Other(role, year)
    if other is None:
        named: dict[str, str] = {}
        for clause, role in _clauses(text):
            named.setdefault(role, clause)  # what follows goes on about the same person
        named.pop(WRITER, None)
        other = Other(next(iter(named)), asked_for=any(_asks_for(role, clause) for role, clause in named.items())) if named else None
    return Told(born, other)


def _asks_for(role: str, clause: str) -> bool:
    """Whether somebody whose age is not told is the one a clause asks for.

    Parents are what a young person asks about; anybody else who says something, or does it with or to the writer, is spoken of only.
    """
    if role in CARED_FOR:
        return True
    return role != "forelder" and not _TELLING.search(clause) and not set(_WORD.findall(clause)) & _ME


def read_alone(said: Utterance, on: date) -> int | None:
    """The year of birth in a message that is nothing but an age or a year: «17», «2004», «17 år»; whose it is, the question tells."""
    alone = re.fullmatch(r"(\d{2}|(?:19|20)\d{2})(?: ?år)?[ .!]*", said.lower)
    if alone is None:
        return None
    number = int(alone.group(1))
    year = number if number > 99 else on.year - number
    return year if OTHERS_YOUNGEST <= on.year - year <= OTHERS_OLDEST else None


def read_birth_correction(said: Utterance, on: date) -> int | None:
    """The writer's year of birth in a message that puts it right: «nei, 2000», «24 ikke 14», «mente 19»."""
    found = _CORRECTED.fullmatch(_LAUGHTER.sub("", said.lower).strip(" .,!"))
    return read_alone(Utterance(found.group(1) or found.group(2)), on) if found else None


def _believable(role: str, age: int) -> bool:
    """A parent of 17 is the writer: «mamma maser. er 17»."""
    return not ((role == "forelder" and age < YOUNGEST_PARENT) or (role == "barn" and age > OLDEST_CHILD))


def mine(said: Utterance) -> Utterance:
    """The message without the clauses that tell of somebody else."""
    clauses = list(_clauses(said.lower[:MAX_CHARS]))
    if all(role == WRITER for _, role in clauses):
        return said
    return Utterance(". ".join(clause for clause, role in clauses if role == WRITER) + (" ?" if said.asks else ""))


def names_writer(said: Utterance) -> bool:
    """Whether a message says «I»: «jeg er 40» is the writer's age even when somebody else is spoken of; «er 15» may be either's."""
    tokens = _WORD.findall(said.lower[:MAX_CHARS])
    return any(_is_writer(tokens, at) for at in range(len(tokens)))


def _births(text: str, on: date) -> Iterator[tuple[int, str]]:
    """Years of birth that are told, and the role of the person each belongs to, as they stand in the text."""
    found: dict[int, tuple[int, str]] = {}
    text = in_digits(text)
    for match in _BORN.finditer(text):
        digits = re.sub(r"\D", "", match.group(1) or match.group(2))
        year = int(digits) if len(digits) == 4 else (2000 if int(digits) <= on.year % 100 - 10 else 1900) + int(digits)
        found[match.start()] = (year, _owner(text[: match.start()]))
    for pattern in _AGES:
        for match in pattern.finditer(text):
            start = match.start(1)
            before = text[:start]
            if start in found or _of_another_time(before):
                continue
            found[start] = (_year_of(int(match.group(1)), match, text, on), _owner(before))
    for match in re.finditer(r"(?<![\d.,:/])\b(\d{2})\b" + _NOT_UNIT, text):  # «datteren min, 16»
        word = re.search(r"([a-zæøå]+)((?:[\s,(]+(?:min|mi|mitt|vår|hans|hennes|på|som|er|e|is|nå|bare))*[\s,(]*)$", text[: match.start()])
        if match.start() not in found and word and (role := role_of(word.group(1))) and role != "annen":
            found[match.start()] = (on.year - int(match.group(1)), role)
    yield from (found[start] for start in sorted(found))


def _of_another_time(before: str) -> bool:
    """What leads up to a number says that it is no age of today: «da jeg var», «man må være», «jobbet i»."""
    return not _NOW.search(before) and any(pattern.search(before) for pattern in (_THEN, _WAS, _HOW_LONG))


def _year_of(age: int, match: re.Match[str], text: str, on: date) -> int:
    """The year of birth that an age tells; «fyller 19 i mars», said in November, is next year."""
    around = text[max(0, match.start() - 12) : match.end() + 40]
    if _SOON.search(text[: match.start(1)]):
        return on.year + 1 - age
    if _TURNED_LAST_YEAR.search(around):
        return on.year - 1 - age
    if (turns := _TURNS.search(around)) and int(turns.group(1)) == age:
        when = f"{turns.group(2) or ''} {turns.group(3) or ''}"
        month = next((number for number, names in enumerate(_MONTHS, 1) if any(name in when for name in names)), None)
        later = _NEXT_YEAR.search(around) or (month is not None and month < on.month)
        return on.year + bool(later) - age
    return on.year - age


def _owner(before: str) -> str:
    """Whose a fact is that stands after this: the nearest person before it that is not led up to by a preposition."""
    sentences = _SENTENCE.split(before)
    tokens = _WORD.findall(sentences[-1])
    attached = True
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if _is_writer(tokens, at):
            return WRITER
        if token in _EITHER:
            return _EITHER[token] if _is_other(tokens, at) else WRITER
        role = None if at and tokens[at - 1] in _NOBODY else role_of(token)
        if role is not None:
            link = [word for word in tokens[at + 1 :] if word not in _BETWEEN]
            led_to = _led_to(tokens, at)
            if not led_to or (attached and (not link or link[0] in ("på", "som"))):
                return role
        attached = attached and (token in _LINKS or token in _BETWEEN)
    if len(sentences) > 1 and sentences[-1].strip() in ("", "er", "e", "is", "blir", "fyller"):
        earlier = " ".join(sentences[:-1])
        if not set(_WORD.findall(earlier)) & (_SELF | {"meg", "mæ", "me"}):
            return next((role for _, role in _clauses(earlier) if role != WRITER), WRITER)
    return WRITER


def _is_writer(tokens: list[str], at: int) -> bool:
    """A word for «I»; the Norwegian «i» is a preposition, and English when an English verb follows."""
    if tokens[at] != "i":
        return tokens[at] in _SELF
    return at + 1 < len(tokens) and tokens[at + 1] in _AFTER_I


def _is_other(tokens: list[str], at: int) -> bool:
    """«har ei jente på 16», «mor til en gutt», «ta inn en lærling»: not «jente 19», «jeg er en gutt på 17»."""
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    before = tokens[at - 1] if at else ""
    if following in _POSSESSIVE or before in _POSSESSIVE or before == "sin":
        return True
    if (
        _EITHER[tokens[at]] in ("forelder", "sosken", "slekt")
        and following
        and following not in ("til", "te", "på", "her", "som", "og", "åleine", "alene")
    ):
        return True  # «mor er sjuk»; «mor til to» is who writes
    earlier = [token for token in tokens[:at] if token not in _ARTICLES]
    if not earlier:
        return before in _ARTICLES and "her" not in tokens[at:]
    if any(_OTHERS_HAVE.fullmatch(token) for token in earlier) and not any(
        token in _WE or _is_writer(tokens, n) for n, token in enumerate(tokens[:at])
    ):
        return False
    return earlier[-1] in _HAVING


def _led_to(tokens: list[str], at: int) -> bool:
    before = at - 1
    while before >= 0 and tokens[before] in _BETWEEN:
        before -= 1
    if before >= 1 and tokens[before] in ("av", "of") and tokens[before - 1] in _ARTICLES | {"one"}:
        return False  # «en av elevene mine»
    return before >= 0 and tokens[before] in _PREPOSITIONS | _VERBS


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """The clauses of a text, each with the role of the person it tells of; one without a person goes on about the last."""
    role = WRITER
    for sentence in _SENTENCE.split(text):
        for clause in _CLAUSE.split(sentence):
            main, *relative = _RELATIVE.split(clause)
            tokens = _WORD.findall(main)
            role = next(filter(None, (_subject(tokens, at) for at in range(len(tokens)))), role)
            if tokens or main.strip():
                yield main.strip(" .,!?"), role
            named = next(filter(None, (_named(tokens, at) for at in range(len(tokens) - 1, max(-1, len(tokens) - 5), -1))), role)
            for part in relative:  # «en sønn som ikke går på skolen» tells of the son
                yield part.strip(" .,!?"), named


def _named(tokens: list[str], at: int) -> str | None:
    if tokens[at] in _EITHER:
        return _EITHER[tokens[at]] if _is_other(tokens, at) else None
    return None if at and tokens[at - 1] in _NOBODY else role_of(tokens[at])


def _subject(tokens: list[str], at: int) -> str | None:
    token = tokens[at]
    if _is_writer(tokens, at):
        return WRITER
    return None if token not in _EITHER and _led_to(tokens, at) else _named(tokens, at)
