"""What names a private person in a contact list: a mobile number, or the name of somebody. A service has neither."""

from __future__ import annotations

import re

from bot.contacts.sheet_words import words
from bot.privacy.words import doubtful_names, first_names

_NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NUMBER = re.compile(r"(?<!\d)(?:(?:\+|00)47 ?)?(\d{8}|\d{3}([ .])\d{2}\2\d{3}|\d{2}(?:[ .]\d{2}){3})(?!\d)")
"""A phone number as people write one. «9109 6718» is a house and a postal code."""
MOST = 4
"""A name of more words than this is something else."""


def is_mobile(phone: str) -> bool:
    """Whether a number is a Norwegian mobile: eight digits, the first of them 4 or 9."""
    digits = re.sub(r"\D", "", phone)
    digits = digits.removeprefix("0047") if len(digits) == 12 else digits.removeprefix("47") if len(digits) == 10 else digits
    return len(digits) == 8 and digits[0] in "49"


def mobile_in(text: str) -> bool:
    """Whether a mobile number stands anywhere in a text."""
    return any(is_mobile(match.group(1)) for match in _NUMBER.finditer(text))


def is_person(name: str) -> bool:
    """Whether a name is somebody's, or has somebody's in it: «Kari Nordmann», «OT v/ Kari Nordmann».

    A first name and a surname, or nothing but a first name. «Amalie Skram videregående skole» is a school: what the name is the name
    of stands after it.
    """
    found = _NAME.findall(name)
    if len(found) == 1:
        return found[0].casefold() in first_names()
    for place, word in enumerate(found[:-1]):
        first, second = word.casefold(), found[place + 1]
        known = first in first_names() or (first in doubtful_names() and word[0].isupper())
        alike = second[0].isupper() or (second.islower() and word.islower() and len(found) == 2)
        if known and alike and not any(_of_a_service(after) for after in found[place + 1 :]):
            return True
    # «Nordmann, Kari»
    return 1 < len(found) <= MOST and "," in name and found[-1].casefold() in first_names() and not any(map(_of_a_service, found))


def is_persons_address(email: str) -> bool:
    """Whether an e-mail address is somebody's: `kari.nordmann@…`."""
    return is_person(" ".join(part.capitalize() for part in re.split(r"[._-]+", email.partition("@")[0]) if part))


def _of_a_service(word: str) -> bool:
    return word.casefold() in words()["tjenesteord"]
