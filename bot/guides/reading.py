"""Reads facts out of free text: answers to a question, and what a message tells in passing."""

from __future__ import annotations

import re
from datetime import date

from bot.guides.model import Fact, Value
from bot.language.normalise import standard, tidy
from bot.language.situation import read_age

_YES = re.compile(r"^(?:jo |ja|jada|joda|jepp|yes|yep|yeah|jup|stemmer|riktig|det har jeg|det er jeg|det gjør jeg|selvfølgelig|klart|ja da|mm|åja|sure|selvsagt)\b")
_NO = re.compile(r"^(?:nei|neida|nope|no|nah|næ|nei da|niks|ikke|aldri|det har jeg ikke|det er jeg ikke|har ikke|er ikke|not)\b|^jeg (?:har|er|gjorde|fikk) (?:det )?ikke\b")
_UNSURE = re.compile(r"\b(?:vet ikke|vet ikke helt|usikker|aner ikke|ingen anelse|kanskje|husker ikke|tror det|litt usikker|not sure|dont know|don't know|maybe|ane ikke)\b")
_YEAR = re.compile(r"\b(19[5-9]\d|20[0-2]\d)\b")
_SHORT_YEAR = re.compile(r"^(?:i |født |fra |'|nei |jeg mente |mente |er |jeg er )*'?(\d{2})(?:-?modell|'?er)?$")
_TURNS = re.compile(r"\b(?:fyller|blir|runder|turn(?:ing)?)\s+(\d{2})(?:\s+år)?(?:\s+(?:i|til|om|nå|snart|in)\s+(\w+))?(?:\s+(\w+))?")
_MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember")
_NEXT_YEAR = re.compile(r"\b(?:neste år|til neste år|på nyåret|next year|over nyttår|til våren|neste vår)\b")
_NUMBER = re.compile(r"\b(\d{1,2})(?:[,.]\d)?\b")
_NUMBER_WORDS = {w: n for n, w in enumerate("null ett to tre fire fem seks sju åtte ni ti elleve tolv".split())} | {"et": 1, "en": 1, "ett og et halvt": 1, "halvannet": 1, "syv": 7}

# What a choice may be answered with besides yes and no, by fact and value; read in the standard form.
_SAID: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "grunnskole": (
        ("tilsvarende_utland", re.compile(r"utland|annet land|hjemland|\bsyria|ukraina|polen|somalia|eritrea|abroad|another country|ni års skole|andre land")),
        ("nei", re.compile(r"ikke (?:fullført|ferdig|gått|tatt|bestått|fått)?.{0,25}(?:grunnskole|ungdomsskole|tiende|10\.?)|sluttet på ungdomsskolen|aldri (?:ferdig|fullførte?).{0,15}(?:grunnskole|ungdomsskole)")),
        ("ja", re.compile(r"(?:fullført|ferdig|gikk ut|bestått|har).{0,15}(?:grunnskole|ungdomsskole|tiende|10\.? ?klasse)|ut av tiende|kun grunnskole|bare grunnskole|bare ungdomsskole")),
    ),
    "vgo": (
        ("i_opplaering", re.compile(r"går (?:på|i) (?:nå )?(?:vg[123s]|videregående|skole)|går vg[123]|er lærling\b|er i lære\b|går fortsatt|er elev")),
        ("kontrakt_hevet", re.compile(r"(?:kontrakt\w*|lærekontrakt\w*).{0,20}(?:hevet|heva|avsluttet|sagt opp)|(?:hevet|heva|sa opp|mistet) .{0,15}(?:kontrakt|lærekontrakt|læreplass)|sparket fra læra|slutte[rt] i læra|sluttet i lære")),
        ("yrkeskompetanse", re.compile(r"(?:har|tatt|tok|fikk|med|bestått) .{0,12}(?:fagbrev|svennebrev|yrkeskompetanse|fagprøven?)|er utlært|ferdig utdannet (?:elektriker|tømrer|frisør|kokk|helsefagarbeider)")),
        ("studiekompetanse", re.compile(r"(?:har|tatt|fikk|med|fullført) .{0,15}(?:studiekompetanse|studiespes\w*|påbygg\w*)|vitnemål fra (?:vgs|videregående)|fullførte? (?:hele )?(?:vgs|videregående)\b(?! ikke)")),
        ("pabegynt", re.compile(r"(?:sluttet|droppet|hoppet|gikk ut|fullførte ikke|ikke fullført|aldri fullført|aldri fullførte|aldri ferdig|ikke ferdig|begynte|startet|påbegynt|mangler|strøk|stryk|tok bare|bare vg[12]|avbrøt).{0,30}(?:vg[123s]|videregående|skolen|fag|linja?)|(?:vg[123]).{0,15}(?:sluttet|droppet|ikke fullført)|ikke (?:fullført|bestått|ferdig med) (?:alle fag|alt)|gikk ut av vg[12]|litt av vg|fikk aldri fullført|sluttet underveis|halvveis")),
        ("ingen", re.compile(r"(?:aldri|ikke) (?:begynt|startet|gått|søkt|tatt|gått på).{0,15}(?:vg[123s]|videregående)|ingen (?:videregående|vgs)|har ikke videregående|bare (?:grunnskole|ungdomsskole|tiende)|ikke begynt|^ingen(?:ting)?$|^aldri$")),
    ),
    "opphold": (
        ("asylsoker", re.compile(r"asyl\w*|venter på (?:svar|vedtak).{0,15}(?:udi|opphold)|på mottak|asylum")),
        ("lovlig", re.compile(r"norsk|født (?:her|i norge)|statsborger|oppholdstillatelse|lovlig|opphold|permit|citizen|eøs|eu")),
    ),
    "jobb_eller_skole": (
        ("nei", re.compile(r"verken|hverken|ingen av delene|arbeidsledig|arbeidsløs|uten jobb|går hjemme|hjemme hele|ikke (?:jobb|skole|i jobb)|gjør ingenting|gamer|neither|unemployed|ingen jobb")),
        ("ja", re.compile(r"(?:er |har |i )(?:full |fast |deltids?)?jobb\b|jobber|går på (?:skole|kurs|vgs|videregående)|student|er i arbeid|i full jobb|working|lærling")),
    ),
}


def read_answer(fact: Fact, text: str, on: date) -> Value | None:
    """The answer free text gives to the question about one fact, or None when it is not understood."""
    plain = standard(text)
    if fact.kind == "year":
        return _year(text, on, asked=True, low=fact.low, high=fact.high)
    if fact.kind == "number":
        return _number(plain, fact.low, fact.high)
    for value, label in fact.options.items():
        if plain.rstrip(" ?") in {standard(label["nb"]), standard(label["nn"]), standard(value)}:
            return value
    for value, pattern in _SAID.get(fact.id, ()):
        if value in fact.options and pattern.search(plain):
            return value
    if _UNSURE.search(plain):
        return next((value for value in ("usikker", "vet_ikke") if value in fact.options), None)
    if "ja" in fact.options and _YES.search(plain):
        return "ja"
    if "nei" in fact.options and _NO.search(plain):
        return "nei"
    return None


def read_facts(text: str, on: date) -> dict[str, Value]:
    """Facts a message tells for certain: year of birth, what of vgo is done, work or school."""
    plain = standard(text)
    if not plain or (plain.endswith("?") and len(plain.split()) < 5):
        return {}
    facts: dict[str, Value] = {}
    year = _year(text, on, asked=False, low=on.year - 80, high=on.year - 10)
    if year is not None:
        facts["fodt"] = year
    for name in ("vgo", "jobb_eller_skole"):
        for value, pattern in _SAID[name]:
            if pattern.search(plain) and re.search(r"\b(?:jeg|er|har|fikk|sluttet|gikk|droppet|hoppet|aldri)\b", plain):
                facts[name] = value
                break
    return facts


def _year(text: str, on: date, asked: bool, low: int, high: int) -> int | None:
    """A year of birth from a year, an age, or «fyller 19 i mars»."""
    plain = tidy(text).lower()
    turns = _TURNS.search(standard(text))
    if turns:
        age, when = int(turns.group(1)), f"{turns.group(2) or ''} {turns.group(3) or ''}"
        year = on.year + 1 if _NEXT_YEAR.search(plain) or _later_next_year(when, on) else on.year
        return _within(year - age, low, high)
    if asked:
        found = _YEAR.search(plain)
        if found:
            return _within(int(found.group(1)), low, high)
        short = _SHORT_YEAR.match(plain)
        if short and int(short.group(1)) <= on.year - 2000 - 10:  # «04»; a larger number is an age
            return _within(2000 + int(short.group(1)), low, high)
    age_read = read_age(text, on)
    if age_read is None and asked:
        alone = re.fullmatch(r"\D{0,12}(\d{2})\D{0,12}", plain)
        age_read = int(alone.group(1)) if alone else None
    return _within(on.year - age_read, low, high) if age_read is not None else None


def _later_next_year(when: str, on: date) -> bool:
    """«fyller 19 i mars», said in November, is next year."""
    month = next((number for number, name in enumerate(_MONTHS, 1) if name in when), None)
    return month is not None and month < on.month


def _within(year: int, low: int, high: int) -> int | None:
    return year if low <= year <= high else None


def _number(plain: str, low: int, high: int) -> int | None:
    found = _NUMBER.search(plain)
    number = int(found.group(1)) if found else next((n for w, n in _NUMBER_WORDS.items() if re.search(rf"\b{w}\b", plain)), None)
    if number is None and re.search(r"\b(?:ingen|ikke noe|null|aldri|none)\b", plain):
        number = 0
    return min(number, high) if number is not None and number >= low else None
