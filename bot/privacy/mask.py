"""Masks personal data in a message before anything else sees it.

Numbers are recognised by form and, where they have one, by checksum (python-stdnum); names only where
someone introduces one. What a person needs to read or be understood by stays: service numbers, years,
postal codes, amounts, paragraphs, course codes and organisation numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from stdnum import luhn
from stdnum.no import fodselsnummer, kontonr, orgnr

from bot.privacy.names import mask_names

SERVICE_NUMBERS = frozenset(
    ["110", "112", "113", "116111", "116117", "116123", "116006", "55553333", "55553339", "80033321", "22400040", "91508588", "08588"]
)
"""Public help lines, without spaces; a test holds them against figures.yml."""


@dataclass(frozen=True)
class Masked:
    """A message without the personal data that was found, and what kinds were found, in order."""

    text: str
    found: tuple[str, ...] = ()


_INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_EMAIL = re.compile(r"[\w.+%-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}(?:\s?\.\s?[\w-]{2,63}){1,4}")
_IBAN = re.compile(r"\bNO\s?\d{2}(?:[\s.]?\d){11}\b", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\w.,])(?:\+|00)?\d(?:[ .\-–/]{0,2}\d){4,24}(?![\w])")
_HANDLE = re.compile(
    r"\b(?:snap(?:chat)?|insta(?:gram)?|tiktok|discord|telegram|signal)(?:en)?(?:\s+(?:min|mi))?\s*(?:er|heter|e|:|=)\s*@?([\w.\-]{3,30})",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:\b[A-ZÆØÅ][\wæøåÆØÅ.\-]{0,25}\s){0,2}\b[\wæøåÆØÅ\-]{0,30}"
    r"(?:gata|gaten|gate|gt\.|gt|veien|vegen|vei|veg|vn\.|stien|sti|svingen|bakken|alleen|allé|alle|plassen|tunet|lia|brygga|kroken|toppen|stubben|ringen|løkka|jordet|haugen)"
    r"\s+\d{1,3}\s?[a-hA-H]?\b(?!\s*(?:år|kr|kroner|prosent|%|timer|dager|uker|mnd|måneder|fag|elever|plasser|ganger|stk|km|minutter|min))",
)
_NOT_STREETS = re.compile(r"^(?:på|i|en|et|den|min|vår|lang|første|siste|halve|hele|vidare|videre|noe)?\s*(?:vei|veg|veien|vegen|gate|gata|plassen|alle|toppen|lia|bakken|haugen|ringen|sti|stien)\s+\d", re.IGNORECASE)
_AMOUNT_AFTER = re.compile(r"\s*(?:kr\b|kroner|nok\b|,-|euro|€|\$|prosent|%|tusen|mill|år\b|timer|poeng|meter|km\b|stk\b)", re.IGNORECASE)
_PHONE_BEFORE = re.compile(r"(?:tlf|tel|telefon|mobil|nummer|nr|ring\w*|sms|melding|nås|nå meg|call|phone|whatsapp|vipps)\W{0,12}(?:\w{1,8}\W{1,3}){0,3}$", re.IGNORECASE)
_ACCOUNT_BEFORE = re.compile(r"(?:konto\w*|kid\w*|bank\w*|kort\w*|iban)\W{0,4}(?:\w{1,9}\W{1,3}){0,3}$", re.IGNORECASE)
_ORG_BEFORE = re.compile(r"org\w*\W{0,4}(?:nr|nummer)?\W{0,4}(?:er\s)?$", re.IGNORECASE)


def mask(text: str) -> Masked:
    """Mask personal data.

    Args:
        text: anything; full-width and other decimal digits are read as plain ones. Time is linear in its length.

    Returns:
        the text with `[telefon]`, `[navn]` … in place of what was found. Masking it again changes nothing.
    """
    found: list[str] = []
    text = _plain_digits(text)

    def put(kind: str) -> Callable[[re.Match[str]], str]:
        def replace(match: re.Match[str]) -> str:
            found.append(kind)
            return f"[{kind}]"

        return replace

    text = _EMAIL.sub(put("e-post"), text)
    text = _IBAN.sub(put("kontonummer"), text)
    text = _mask_digits(text, found)
    text = _HANDLE.sub(lambda m: m.group(0).replace(m.group(1), put("brukernavn")(m)), text)
    text = _STREET.sub(lambda m: m.group(0) if _NOT_STREETS.match(m.group(0)) else put("adresse")(m), text)
    text, names = mask_names(text)
    return Masked(text, tuple(dict.fromkeys([*found, *(["navn"] if names else [])])))


def _plain_digits(text: str) -> str:
    """The text without invisible characters, and with every decimal digit as 0–9."""
    text = _INVISIBLE.sub("", text.encode("utf-8", "replace").decode("utf-8"))
    return "".join(str(unicodedata.decimal(c)) if not c.isascii() and c.isdecimal() else c for c in text).replace("＠", "@").replace("＋", "+")


def _mask_digits(text: str, found: list[str]) -> str:
    parts, at = [], 0
    for match in _DIGITS.finditer(text):
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 12]
        kind = _kind(match.group(0), before, after)
        parts.append(text[at : match.start()])
        if kind is None:
            parts.append(match.group(0))
        else:
            found.append(kind)
            parts.append(f"[{kind}]")
        at = match.end()
    return "".join(parts) + text[at:]


def _kind(written: str, before: str, after: str) -> str | None:
    """What kind of personal number a run of digits is, or None when it may stay."""
    digits = re.sub(r"\D", "", written)
    if digits in SERVICE_NUMBERS or any(digits == n * 2 for n in SERVICE_NUMBERS if len(n) > 4):
        return None
    if _is_date(written) or _amount(written, after):
        return None
    if len(digits) == 11:
        if fodselsnummer.is_valid(digits) or (_born_on(digits) and not kontonr.is_valid(digits)):
            return "fødselsnummer"
        return "kontonummer" if kontonr.is_valid(digits) or _ACCOUNT_BEFORE.search(before) else "fødselsnummer"
    if len(digits) == 9 and (orgnr.is_valid(digits) or _ORG_BEFORE.search(before)):
        return None
    if written.startswith(("+", "00")) and 8 <= len(digits) <= 15:
        return "telefon"
    if len(digits) == 10 and digits.startswith("47") and digits[2] in "23456789":
        return "telefon"
    if len(digits) == 8 and digits[0] in "23456789" and _phone_like(written, before):
        return "telefon"
    if len(digits) == 16 and luhn.is_valid(digits):
        return "kontonummer"
    if _ACCOUNT_BEFORE.search(before) and len(digits) >= 6:
        return "kontonummer"
    if 12 <= len(digits) <= 25:
        return "kontonummer"
    if len(digits) == 6 and _born_on(digits) and re.search(r"(?:født|fødd|f\.|personnummer|fødselsnummer)\W{0,4}$", before, re.IGNORECASE):
        return "fødselsdato"
    return None


def _phone_like(written: str, before: str) -> bool:
    groups = [len(group) for group in re.findall(r"\d+", written)]
    usual = groups in ([8], [2, 2, 2, 2], [3, 2, 3], [4, 4], [3, 3, 2], [2, 3, 3], [2, 2, 4])
    return (usual and not re.search(r"(?:kr|kroner|§|sak\w*|ref\w*)\W{0,3}$", before, re.IGNORECASE)) or bool(_PHONE_BEFORE.search(before))


def _born_on(digits: str) -> bool:
    """Whether six or more digits begin with a date as a fødselsnummer, D-number or synthetic number writes it."""
    day, month = int(digits[:2]), int(digits[2:4])
    day = day - 40 if day > 40 else day
    for shift in (80, 65, 40):
        if month > shift:
            month -= shift
            break
    return 1 <= day <= 31 and 1 <= month <= 12


def _is_date(written: str) -> bool:
    match = re.fullmatch(r"(\d{1,2})[.\-/ ]{1,2}(\d{1,2})[.\-/ ]{1,2}(\d{2}|\d{4})", written) or re.fullmatch(
        r"(?P<y>\d{4})-(\d{2})-(\d{2})", written
    )
    if match is None:
        return bool(re.fullmatch(r"(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)?\d{2}", written))
    try:
        if match.re.groups == 3 and match.groupdict():
            date(int(match.group(1)), int(match.group(2)), int(match.group(3)))
        else:
            date(2000, int(match.group(2)), int(match.group(1)))
    except ValueError:
        return False
    return True


def _amount(written: str, after: str) -> bool:
    thousands = re.fullmatch(r"\d{1,3}(?:[ .]\d{3})+", written)
    return bool(_AMOUNT_AFTER.match(after)) or bool(thousands and len(written) <= 7)

