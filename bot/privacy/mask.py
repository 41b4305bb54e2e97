"""Masks personal data in a message before anything else sees it.

Numbers are recognised by form and, where they have one, by checksum (numbers.py); a date of birth in words (written_dates.py); addresses, user names
and e-mail by form (addresses.py, accounts.py); names where someone introduces one (names.py). What a
person needs to read or be understood by stays: service numbers, years, postal codes, amounts,
paragraphs, course codes and organisation numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from bot.privacy.accounts import mask_accounts
from bot.privacy.addresses import mask_addresses
from bot.privacy.names import mask_names
from bot.privacy.numbers import mask_numbers
from bot.privacy.written_dates import mask_written_dates

KINDS = (
    "fødselsnummer",
    "fødselsdato",
    "telefon",
    "e-post",
    "adresse",
    "kontonummer",
    "nummer",
    "navn",
    "brukernavn",
    "passord",
)
"""What can be found; in the masked text it stands as `[navn]`."""

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef]|(?<=\\d)\u20e3"
)
_PASSES: tuple[Callable[[str, list[str]], str], ...] = (mask_accounts, mask_written_dates, mask_numbers, mask_addresses, mask_names)
_ROUNDS = 4


@dataclass(frozen=True)
class Masked:
    """A message without the personal data that was found, and what kinds were found, in order."""

    text: str
    found: tuple[str, ...] = ()


def mask(text: str) -> Masked:
    """Mask personal data.

    Args:
        text: anything; full-width and other decimal digits are read as plain ones. Time is linear in its length.

    Returns:
        the text with `[telefon]`, `[navn]` … in place of what was found. Masking it again changes nothing.
    """
    found: list[str] = []
    text = _plain(text)
    for _ in range(_ROUNDS):  # what one thing hid may show another: «Kari, 41234567, her» – until nothing changes
        before = text
        for mask_some in _PASSES:
            text = mask_some(text, found)
        if text == before:
            break
    return Masked(text, tuple(kind for kind in dict.fromkeys(found)))


def _plain(text: str) -> str:
    """The text without invisible characters, with full-width signs and every decimal digit as plain ones."""
    if text.isascii():
        return text
    text = _INVISIBLE.sub("", text.encode("utf-8", "replace").decode("utf-8"))
    return "".join(map(_plain_char, text))


def _plain_char(char: str) -> str:
    if "\uff01" <= char <= "\uff5e":
        return chr(ord(char) - 0xFEE0)
    if not char.isascii() and char.isdecimal():
        return str(unicodedata.decimal(char))
    return char
