"""Masks personal numbers: national identity numbers, phones, accounts and cards, dates of birth.

Checked identity numbers are taken first, however they are spaced. Then, from each group of digits on, the
first reading that fits: a country code, what must stay (help lines, dates, years, amounts, organisation
numbers), then the looser forms. A reading looks at eleven groups at most, so that the time is linear.
"""

from __future__ import annotations

import re

from stdnum import iban, luhn
from stdnum.no import fodselsnummer, kontonr, orgnr

from bot.privacy.dates import are_years, born_on, count_up, date_at
from bot.privacy.digit_groups import Chain, groups_of

SERVICE_NUMBERS = frozenset(
    "110 112 113 02800 08588 116000 116006 116111 116117 116123 22400040 22591300 23950000 95411755 38020273 55553333 55553339 55553600 73199700 80033321 80057000 80080040 81003810 81555201 91508588 94817818".split()
)
"""Public help lines, without spaces; a test holds them against figures.yml."""

Reading = tuple[int, str | None, str]
"""How many groups are taken, what kind they are (None: they stay), and what is kept of them before the mark."""

_URL = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:no|com|org|net)/\S+", re.IGNORECASE)
_IBAN = re.compile(r"\b[A-Z]{2}\s?\d{2}(?:[\s.]?[A-Z0-9]{4}){2,7}(?:[\s.]?[A-Z0-9]{1,3})?\b|\bNO\s?\d{2}(?:[\s.]?\d){11}\b", re.IGNORECASE)
_SIGN = re.compile(r"(?:\(?\+|\()?$")

_ENDS = r"\W{0,4}(?:\w{1,9}\W{1,3}){0,3}$"
_ARE_MINE = r"(?:(?:er|mitt|min|is|my|e|på)\W{1,2}){0,2}$"
_PHONE_BEFORE = re.compile(
    r"(?:tlf|tel|telefon\w*|tele?f|mobil\w*|mob|nummer\w*|\bnr|ring\w*|sms|meld\w*|nås|nå meg|call|phone|cell|text me|whatsapp|vipps\w*|kontakt\w*)"
    + _ENDS,
    re.IGNORECASE,
)
_PHONE_AFTER = re.compile(r"\W{0,3}(?:er|e|is)\s(?:nummeret|nr|tlf|mobilen|telefonen|my (?:number|phone))", re.IGNORECASE)
_ACCOUNT_BEFORE = re.compile(rf"(?:konto\w*|bank\w*|kort\w*|visa|mastercard|iban|account){_ENDS}", re.IGNORECASE)
_ACCOUNT_HINTS = ("kont", "bank", "kort", "visa", "master", "iban", "account")
_KID_BEFORE = re.compile(rf"\bkid(?:[- ]?(?:n(?:r|ummer)\w*|kode\w*))?\W{{0,3}}{_ARE_MINE}", re.IGNORECASE)
_IDENTITY_BEFORE = re.compile(
    r"(?:fødsels-?\s?nummer\w*|fødsels-?nr|person-?\s?nummer\w*|person-?nr|p\.?nr|fnr|f\.nr|d-?nummer\w*|dnr|personal number|ssn|id number)"
    rf"\W{{0,4}}{_ARE_MINE}",
    re.IGNORECASE,
)
_IDENTITY_HINTS = ("nr", "num", "ssn")
_LAST_FIVE_BEFORE = re.compile(rf"(?:person-?nummer\w*|p\.?nr|(?:siste|fem) (?:fem )?siff?r?\w+){_ENDS}", re.IGNORECASE)
_BORN_BEFORE = re.compile(
    r"(?:\bfødt|\bfødd|\bfodt|fødselsdato\w*|fødselsdag\w*|bursdag\w*|\bf\.|\bborn|birthday|date of birth|\bdob)\W{0,4}(?:(?:er|den|på|mitt|min|is|on|my|i)\W{1,2}){0,3}$",
    re.IGNORECASE,
)
_BORN_HINTS = ("fød", "fod", "burs", "f.", "born", "birth", "dob")
_ORG_BEFORE = re.compile(
    r"(?:\borg\b|\borg\.?\s?nr|organisasjons?\w*|foretaks\w*|\bmva)\W{0,4}(?:nr|nummer\w*)?\W{0,4}(?:er\s)?$", re.IGNORECASE
)
_POST_BEFORE = re.compile(r"post-?\s?n(?:r|ummer)\w*\W{0,3}$", re.IGNORECASE)
_NO_PHONE_BEFORE = re.compile(
    r"(?:\bkr\.?|kroner|nok|§+|\bsak\w*|\bref\w*|\buke\w*|\bveke\w*|\bside\w*|\bs\.|kapittel|kap\.|oppgave\w*|poeng\w*|snitt\w*|karakter\w*|isbn|versjon|kode|koden|fagkode\w*|lov\w*|forskrift\w*"
    r"|euro|usd|\$|€|£|kl\.?|klokk\w*|\bfra|mellom|år|åra|årene|vår|høst|sum\w*|beløp\w*|lønn\w*|tjen\w*|gjeld\w*|koster?|pris\w*)\W{0,3}(?:(?:er|på|ca|om|nr|i|var|over|under)\W{1,2}){0,2}$",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"(?:\bkr\.?|kroner|nok|euro|usd|\$|€|£)\s*$", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    r"\s*(?:kr\b|kroner|krone\b|nok\b|,-|euro|eur\b|€|\$|£|dollar|prosent|%|tusen|mill|mrd|år\b|åring|timer?\b|t\b|dager|døgn|uker|veker|mnd|måned|månad|poeng|studiepoeng"
    r"|meter|km\b|kg\b|stk\b|personer|elever|elevar|innbygg|unge\b|studenter|søkere|plasser|min\b|minutt|sek|ganger|mb\b|gb\b|bedrift)",
    re.IGNORECASE,
)
_GLUED_LABEL = re.compile(r"(?:tlf|mob|nr|tel)$", re.IGNORECASE)
_SHAPES = frozenset(
    [
        (8,),
        (2, 2, 2, 2),
        (3, 2, 3),
        (4, 4),
        (3, 3, 2),
        (2, 3, 3),
        (2, 2, 4),
        (4, 2, 2),
        (2, 6),
        (3, 5),
        (1, 2, 2, 3),
        (1,) * 8,
        (2, 4, 2),
        (6, 2),
        (5, 3),
    ]
)
_IDENTITY_SHAPES = frozenset([(11,), (6, 5), (2, 2, 2, 5), (6, 3, 2), (2, 2, 7), (2, 2, 2, 3, 2)])


def mask_numbers(text: str, found: list[str]) -> str:
    """The text with `[telefon]`, `[fødselsnummer]` …; the kinds are added to `found`."""
    if not re.search(r"\d", text):
        return text
    text = _mask_identity(text, found)
    text = _IBAN.sub(lambda match: _account_word(match.group(0), found), text)
    groups = groups_of(text)
    urls = [match.span() for match in _URL.finditer(text)]
    parts, at, index = [], 0, 0
    while index < len(groups):
        start = groups[index].start
        while urls and urls[0][1] <= start:
            urls.pop(0)
        if urls and urls[0][0] <= start:  # a number in a link names a page
            index += 1
            continue
        chain = Chain(text, groups, index)
        taken, kind, kept = _read(chain)
        if kind is not None:
            start -= len(_SIGN.search(text[max(0, start - 2) : start]).group(0))  # type: ignore[union-attr]
            parts += [text[at:start], f"{kept}[{kind}]"]
            at = chain.end(taken)
            found.append(kind)
        index += taken
    return "".join(parts) + text[at:]


def is_identity_number(digits: str) -> bool:
    """Whether eleven digits are a fødselsnummer, D-number, H-number or a synthetic one, by date and both check digits."""
    return (
        len(digits) == 11
        and born_on(digits)
        and digits[9] == fodselsnummer.calc_check_digit1(digits)
        and digits[10] == fodselsnummer.calc_check_digit2(digits)
    )


def _mask_identity(text: str, found: list[str]) -> str:
    """Identity numbers first, wherever they begin, so that no looser reading takes a part of one."""
    groups = groups_of(text)
    parts, at, last = [], 0, -1
    for index in range(len(groups)):
        chain = Chain(text, groups, index)
        count = chain.window(11, "any")
        if not count or not is_identity_number(chain.digits(count)):
            continue
        if index > last:
            parts += [text[at : groups[index].start], "[fødselsnummer]"]
            found.append("fødselsnummer")
        last = max(last, index + count - 1)  # two that overlap are hidden as one
        at = groups[last].end
    return "".join(parts) + text[at:]


def _read(chain: Chain) -> Reading:
    """The first reading that fits the chain."""
    for reading in (_country_code, _kept, _told_phone, _amount, _account, _identity, _birth, _phone):
        result = reading(chain)
        if result:
            return result
    return (1, "nummer", "") if len(chain.first) >= 12 else (1, None, "")


def _country_code(chain: Chain) -> Reading | None:
    """`+47 …`, `0047 …`, `+46 …`; and 47 without a sign when the eight digits of a number follow."""
    plus = chain.before.endswith("+") and not re.search(r"\d\s?\+$", chain.before)
    zeros = chain.first.startswith("00") and len(chain.first) >= 4
    if plus or (zeros and not chain.told(_KID_BEFORE, "kid") and not chain.told(_ACCOUNT_BEFORE, *_ACCOUNT_HINTS)):
        bare = chain.first if plus else chain.first[2:]
        most = (10 if bare.startswith("47") else 15) + (0 if plus else 2)
        count = 0
        for length in range(8, most + 1):
            count = chain.window(length, "phone") or count
        if count:
            public = chain.digits(count).lstrip("0").removeprefix("47") in SERVICE_NUMBERS
            return count, None if public else "telefon", ""
    ten = chain.window(10, "phone") if chain.first.startswith("47") else 0
    if ten and chain.digits(ten)[2] in "2345679":
        shape = chain.shape(ten)
        if shape in ((10,), (2, 8)) or shape[0] > 2 or (shape[1:] in _SHAPES and chain.told(_PHONE_BEFORE)):
            return ten, "telefon", ""
    return None


def _kept(chain: Chain) -> Reading | None:
    """Help lines, dates, school years and organisation numbers: they stay."""
    for length in (3, 5, 6, 8):
        count = chain.window(length, "close")
        if count and chain.digits(count) in SERVICE_NUMBERS and (length > 3 or not chain.goes_on(count)):
            return count, None, ""
    count = date_at(chain)
    if count and not chain.told(_BORN_BEFORE, *_BORN_HINTS) and not chain.told(_IDENTITY_BEFORE, *_IDENTITY_HINTS):
        return count, None, ""
    nine = chain.window(9, "close")
    if nine:
        shape = chain.shape(nine)
        if shape == (9,) or (shape == (3, 3, 3) and orgnr.is_valid(chain.digits(nine))) or chain.told(_ORG_BEFORE, "org", "foretak", "mva"):
            return nine, None, ""
    return None


def _told_phone(chain: Chain) -> Reading | None:
    """A number the words before call a phone: it is one even where it looks like an amount."""
    count = chain.window(8, "phone")
    if not count or not chain.told(_PHONE_BEFORE) or chain.told(_MONEY_BEFORE) or _UNIT_AFTER.match(chain.after(count)):
        return None
    return _phone(chain)


def _amount(chain: Chain) -> Reading | None:
    count = 1
    while count < len(chain.groups) and len(chain.groups[count].digits) == 3 and re.fullmatch(r"[\s.,']", chain.groups[count].gap):
        count += 1
    digits = chain.digits(count)
    if len(digits) > 10 or (count > 1 and len(chain.first) > 3):
        return None
    if chain.told(_MONEY_BEFORE):
        return count, None, ""
    if _UNIT_AFTER.match(chain.after(count)) and not (len(digits) == 8 and chain.told(_PHONE_BEFORE)):
        return count, None, ""
    if count > 1 and (len(digits) <= 7 or digits.endswith("000")) and not chain.goes_on(count):
        return count, None, ""
    return (count, None, "") if count == 1 and digits.endswith("00000") and len(digits) <= 9 else None


def _account(chain: Chain) -> Reading | None:
    """KID, Norwegian account numbers and cards."""
    if chain.told(_KID_BEFORE, "kid"):
        count = max(chain.window(length, "close") for length in range(3, 17)) or (1 if len(chain.first) > 16 else 0)
        while count and count < len(chain.groups) and chain.groups[count].close:
            count += 1
        if count:
            return count, "kontonummer", ""
    eleven = chain.window(11, "close")
    known = chain.told(_ACCOUNT_BEFORE, *_ACCOUNT_HINTS)
    if eleven:
        shape = chain.shape(eleven)
        if (known and eleven <= 6) or shape == (4, 2, 5) or (shape == (11,) and kontonr.is_valid(chain.first)):
            return eleven, "kontonummer", ""
    for length in (16, 15):
        count = chain.window(length, "close")
        if count and count <= 5 and not are_years(chain, count) and (known or luhn.is_valid(chain.digits(count))):
            return count, "kontonummer", ""
    if known and len(chain.first) >= 6 and not _UNIT_AFTER.match(chain.after(1)):
        return 1, "kontonummer", ""
    return None


def _identity(chain: Chain) -> Reading | None:
    """Identity numbers whose check digits do not fit: mistyped ones, and those of our neighbours."""
    eleven = chain.window(11, "close")
    if eleven:
        shape, told = chain.shape(eleven), chain.told(_IDENTITY_BEFORE, *_IDENTITY_HINTS)
        if told or shape in _IDENTITY_SHAPES:
            return eleven, "fødselsnummer" if told or shape != (11,) or born_on(chain.first) else "nummer", ""
    for length in (12, 10, 6):
        count = chain.window(length, "close")
        if count and chain.told(_IDENTITY_BEFORE, *_IDENTITY_HINTS):
            return count, "fødselsnummer", ""
    ten = chain.window(10, "-")
    if ten and chain.shape(ten) == (6, 4):  # Danish and Swedish ones
        digits = chain.digits(ten)
        if born_on(digits) or born_on(digits[4:6] + digits[2:4] + digits[:2]):
            return ten, "fødselsnummer", ""
    if len(chain.first) == 5 and chain.told(_LAST_FIVE_BEFORE, "nr", "num", "sif"):
        return 1, "fødselsnummer", ""
    return None


def _birth(chain: Chain) -> Reading | None:
    """A date of birth, of which the year is kept: the age is needed to answer, the day is not."""
    count = date_at(chain)
    if not (count or len(chain.first) in (6, 8)) or not chain.told(_BORN_BEFORE, *_BORN_HINTS):
        return None
    if count > 1:
        year = next((group.digits for group in chain.groups[:count] if len(group.digits) == 4), "")
        return count, "fødselsdato", f"{year} " if year else ""
    if born_on(chain.first) and not chain.goes_on(1):
        return 1, "fødselsdato", f"{chain.first[4:]} " if len(chain.first) == 8 else ""
    return None


def _phone(chain: Chain) -> Reading | None:
    """A Norwegian number of eight digits."""
    count = chain.window(8, "phone")
    if not count or not _phone_like(chain, count):
        return None
    # «25 41 23 45 67»: which eight of the ten are the number cannot be told, so that all are hidden.
    five_pairs = chain.shape(count + 1) == (2, 2, 2, 2, 2) and not chain.goes_on(count + 1)
    if five_pairs and chain.groups[count].gap == chain.groups[1].gap and not _UNIT_AFTER.match(chain.after(count + 1)):
        return count + 1, "telefon", ""
    return count, "telefon", ""


def _phone_like(chain: Chain, count: int) -> bool:
    digits, shape = chain.digits(count), chain.shape(count)
    told = chain.told(_PHONE_BEFORE) or bool(_PHONE_AFTER.match(chain.after(count, 30)))
    if digits[0] in "01" or (digits[0] == "8" and not (told and digits[1] not in "01")):
        return False
    if told and not chain.told(_POST_BEFORE, "post"):
        return True
    if chain.told(_NO_PHONE_BEFORE) or chain.told(_POST_BEFORE, "post") or are_years(chain, count) or count_up(chain, count):
        return False
    if len({group.gap for group in chain.groups[1:count]}) > 1:
        return False
    if chain.before[-1:].isalpha() and not _GLUED_LABEL.search(chain.before):
        return False
    if shape == (1,) * 8:
        return not set(digits) <= set("123456")  # grades
    if shape == (4, 4):
        return digits[0] in "49"
    return shape in _SHAPES or (digits[0] in "49" and count <= 4 and min(shape) >= 2)


def _account_word(written: str, found: list[str]) -> str:
    plain = re.sub(r"[\s.]", "", written).upper()
    if not iban.is_valid(plain) and not re.fullmatch(r"NO\d{13}", plain):
        return written
    found.append("kontonummer")
    return "[kontonummer]"
