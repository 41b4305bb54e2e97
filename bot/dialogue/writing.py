"""Who does not dare to ring, or would rather write: heard once, and met with where one can write for the rest of the talk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot.dialogue.state import State
from bot.language.utterance import Utterance

RATHER_WRITES = "skriver"
"""What is remembered of them, among what the person told (`State.fakta`)."""
DARES_NOT = "tor_ikke"
"""The act of who does not dare to ring."""
MOST_WAYS = 3
"""Ways to write in view."""

_FEW = r"(?: \w+){0,3}"
_RATHER_WRITES = re.compile(
    rf"\b(?:tør|tørr|torer|våger|vågar|orker|vil|klarer|liker|greier|ønsker)(?: jeg)?(?: \w+)? ikke{_FEW} (?:ringj?e|snakke i telefon\w*)\b"
    rf"|\b(?:redd|angst|skummelt|ekkelt|nervøs|gruer|vanskelig|stress\w*|hater|panikk|sjenert|skremmende){_FEW} (?:ringj?e|telefon\w*)\b"
    r"|\b(?:ringe|telefon)(?:angst|skrekk)\w*|\b(?:slippe|slipper|uten) (?:jeg )?å ringj?e\b|\bslipper? (?:jeg )?ringj?e\b"
    r"|\bskrive i stedet\b|\bheller (?:skrive|chatte)\b|\b(?:kan|hvordan|vil|får)(?: kan)? (?:jeg|man) (?:bare )?(?:skrive|chatte)(?: (?:til|med) (?:dem|de|noen|nav|ot|deg))?$"
    rf"|\b(?:afraid|scared|anxious|nervous|hate|dare|can't bring myself|don't want|do not want|rather not)\b{_FEW} (?:call|calling|phone|phoning)\b|\b(?:write|text|chat) instead\b|\bwithout calling\b"
)


def rather_writes(said: Utterance) -> bool:
    """«tør ikke ringe», «kan jeg skrive i stedet», «får angst av å ringe»."""
    return bool(_RATHER_WRITES.search(said.plain))


def writes(state: State) -> bool:
    """Whether the person would rather write than ring."""
    return RATHER_WRITES in state.fakta


def without_ringing(cards: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Contact cards for who would rather write: first those with a way to write; each number stands last, in words.

    Args:
        cards: as `Card.as_json` gives them.
    """
    told = []
    for card in cards:
        number = f"{card['name']}: {card['phone']}." if card["phone"] else None
        told.append({**card, "phone": None, "hours": None, "openings": [], "say": None, "then": number})
    return sorted(told, key=lambda card: not (card["write"] or card["email"]))


def ways_to_write(cards: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, str | None], ...]:
    """Where one can write, as `Message.help` has it."""
    ways: list[Mapping[str, str | None]] = []
    for card in cards:
        ways += [
            {"id": "skriv", "way": "write", "name": way["title"], "when": way["when"], "phone": None, "url": way["url"]}
            for way in card["write"]
        ]
    return tuple({way["url"]: way for way in ways}.values())[:MOST_WAYS]
