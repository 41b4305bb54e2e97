"""What a person may say to a guide besides an answer: stop, go on, why, a correction, another question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.utterance import Utterance

_STOP = re.compile(
    r"^(?:(?:nei|ok|vil|jeg|kan|vi|bare|takk|please|la oss|ikke|mer) )*"
    r"(?:(?:stopp|avbryt\w*|gi deg|stop|cancel|hopp over alt|drit i det|glem det|svare mer|flere spørsmål)\b"
    r"|slutte?(?: (?:nå|her|å spørre|med (?:dette|spørsmål\w*)))?$)"
    r"|\b(?:gidder|orker|ids|idd|vil) (?:jeg )?ikke (?:\w+ )?(?:mer|flere|svare|spørsmål)"
)
_GO_ON = re.compile(
    r"^(?:(?:ok|ja|vi|kan|vil|la oss|skal|jeg|let's|yes) )*"
    r"(?:fortsett\w*|gå videre|spør videre|hold fram|hald\w* fram|continue|resume|go on|start der vi (?:var|slapp))\b"
)
_WHY = re.compile(r"\bhvorfor (?:spør|lurer|vil du vite|trenger du|må du vite)\b|\bwhy (?:do|are) you ask")
_WHY_THIS = re.compile(
    r"^(?:men |og |ok )*(?:hvorfor\b(?: det| må (?:du|jeg))?|why\b|hva (?:betyr|mener du med|menes med) (?:det|dette|du)?|what does (?:that|it) mean)"
)
_STRONG = re.compile(r"\b(?:jeg mente|mente jeg|mente\b|skrev feil|det var feil|skulle stått|rettelse|i meant|er feil)\b")
_WEAK = re.compile(r"^(?:(?:nei|neida|feil|oi|ops|vent|unnskyld|sorry|beklager|eller|nå|actually) )+(?:(?:men|det|er|jeg|i|am|født) )*")
_QUESTION = re.compile(
    r"^(?:(?:men|og|ok|vent|forresten|but) )*"
    r"(?:hva|hvem|hvor|hvordan|hvilke\w*|what|how|where|who|(?:kan|får|må|skal|bør|har|can|do) (?:jeg|man|en|du|dere|vi|de|i|you)|finnes det|er det)\b"
)


@dataclass(frozen=True)
class Correction:
    """A message that puts something right.

    Attributes:
        rest: the message in the standard form, without the words that only say that it is a correction.
        strong: it says so outright («jeg mente …»); else it may as well be an answer that begins with «nei».
    """

    rest: str
    strong: bool


def wants_stop(said: Utterance) -> bool:
    """«stopp», «nei, jeg vil ikke svare mer»."""
    return bool(_STOP.search(said.standard))


def wants_on(said: Utterance) -> bool:
    """«fortsett», «kan vi gå videre»."""
    return bool(_GO_ON.search(said.standard))


def asks_why(said: Utterance, in_guide: bool = False) -> bool:
    """«hvorfor spør du?»; while a question is open also «hvorfor det?» and «hva betyr det?»."""
    plain = said.standard
    return bool(_WHY.search(plain) or (in_guide and _WHY_THIS.search(plain)))


def asks_something(said: Utterance) -> bool:
    """The message has the form of a question."""
    plain = said.standard
    return plain.endswith("?") or bool(_QUESTION.search(plain))


def correction(said: Utterance) -> Correction | None:
    """The correction in a message, if it sounds like one."""
    plain = said.standard.removesuffix(" ?")
    strong = bool(_STRONG.search(plain))
    rest = _WEAK.sub("", " ".join(_STRONG.sub(" ", plain).split()) + " ").strip()
    return Correction(rest, strong) if strong or rest != plain else None
