"""What a person wrote, as the rest of the assistant may see it: tidy, masked, bounded, and never a command."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from bot.content.phrases import Phrases
from bot.dialogue.message import Message
from bot.language.crisis import read_crisis
from bot.language.malform import detect_malform
from bot.language.utterance import Utterance
from bot.privacy.mask import KINDS, mask
from bot.settings import Malform

_ERASE = re.compile(
    r"(?:hei[,.! ]+)?(?:kan (?:du|dere) |vil(?: du)? |jeg vil |eg vil |please |can you |vær så snill å |ver så snill å )?"
    r"(?:slett|slette|sletta|fjern|fjerne|delete|erase|remove)(?: (?:nå|no|now))?"
    r"(?: (?:denne |heile |hele |this |the |my |whole )*(?:samtal\w+|praten|chat\w*|conversation|historikk\w*|dialog\w*|meldingene mine|meldingane mine|alt|everything)"
    r"(?: (?:min|mi|vår|jeg har skrevet|eg har skrive|jeg skrev|eg skreiv|med deg|nå|no|takk|please))*)[.!? ]*",
    re.IGNORECASE,
)

_MARK = re.compile(rf"\[(?:{'|'.join(map(re.escape, KINDS))})\]")


def asks_to_erase(text: str) -> bool:
    """Whether a message as a whole asks to erase the conversation: «slett samtalen»."""
    return len(text) <= 120 and _ERASE.fullmatch(Utterance(text).tidy) is not None


class Safe(NamedTuple):
    """A message as Rasa may see it."""

    text: str
    notices: list[dict[str, Any]]
    """What tells the person what was done to it."""
    masked: tuple[str, ...]
    """The kinds of personal data that were hidden."""


def made_safe(text: str, malform: str | None, max_chars: int, say: Phrases) -> Safe:
    """The text as Rasa may see it, and what was done to it.

    Args:
        text: as it was written, at most `request.MAX_TEXT` characters.
        malform: the language of the notices; None takes the message's own.
        max_chars: a longer text is shortened; a part that tells of a crisis is what is kept.
        say: the sentences of the notices.
    """
    said = Utterance(text)
    language: Malform = malform or detect_malform(said) or "nb"  # type: ignore[assignment]
    notices: list[dict[str, Any]] = []
    masked = mask(said.tidy)
    if masked.found:
        what = say("maskert", language, _listed(masked.found, language, say))
        notices.append(Message("notice", what, malform=language).as_json())
    # «[telefon]» would be read as a question about a phone; a message that begins with / would be a command to Rasa.
    safe = _MARK.sub("…", masked.text).lstrip("/ \u00a0") or "…"
    if len(safe) > max_chars:
        safe = _shortened(safe, max_chars)
        notices.append(Message("notice", say("forkortet", language), malform=language).as_json())
    return Safe(safe, notices, masked.found)


def _shortened(text: str, max_chars: int) -> str:
    """The beginning and the end; or the part that tells of a crisis, wherever it stands."""
    half = max_chars // 2
    ends = f"{text[:half]} … {text[-half:]}"
    if read_crisis(Utterance(text)) and not read_crisis(Utterance(ends)):
        for start in range(0, len(text), half):
            part = text[start : start + max_chars]
            if read_crisis(Utterance(part)):
                return part.lstrip("/ ")
    return ends


def _listed(kinds: tuple[str, ...], language: Malform, say: Phrases) -> str:
    """The kinds in words: «navn, telefonnummer og gateadresse»."""
    names = [say(f"maskert_{_KEY.get(kind, kind)}", language) for kind in kinds]
    return say("maskert_og", language, ", ".join(names[:-1]), names[-1]) if len(names) > 1 else names[0]


_KEY = {"fødselsnummer": "fodselsnummer", "fødselsdato": "fodselsdato", "e-post": "epost"}
