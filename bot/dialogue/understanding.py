"""What was understood of one message, whoever understood it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.language.danger import NO_DANGER, Danger
from bot.language.facets import read_facet
from bot.language.malform import detect_malform, read_asked_malform
from bot.language.utterance import Utterance
from bot.settings import Malform

CRISIS = "krise"
OFF_TOPIC = "utenfor_tema"
ASKED = 0.2
"""From this probability on a question is answered by itself (docs/decisions/0010-passages.md)."""
JOINTLY, FIRMLY = 0.2, 0.3
"""The least that the topic and the question must have together, when no other topic is asked for; and when the answer is a «Ja» or a «Nei»."""
BESIDE_FACET = 0.5
"""The same where a few words ask for a facet, or what something is: «hvor lenge varer KVP?», «hva er en lærling?»."""
_OUTLINE = re.compile(r"(?:hva (?:er|betyr|vil det si)|what is|what are|forklar|fortell)\b")
FEW = 7
"""Words of such a message, at most."""
LEANS, FOLLOWS = 0.5, 0.7
"""From these probabilities on a message leans on the talk, and asks a question of what is talked of."""
DIALOGUE_PREFIX = "dialog_"
"""Intents that only steer the dialogue start with this; they are never guessed from free text."""


@dataclass(frozen=True)
class Understanding:
    """One message, understood.

    Attributes:
        text: the masked message; for a pressed button its payload.
        intent: the best intent.
        ranking: (topic, calibrated probability), best first.
        entities: what a pressed button carries.
    """

    text: str
    intent: str
    confidence: float
    ranking: tuple[tuple[str, float], ...] = ()
    entities: Mapping[str, Any] = field(default_factory=dict)
    pressed: bool = False
    """The message is a button, not free text."""
    second: str | None = None
    """Another topic the same message asks about."""
    facet: str | None = None
    elliptical: bool = False
    """The message names no topic of its own: «og hvor lenge varer det?»."""
    carry: bool = False
    """The message moves the same question to another topic: «hva med lærekandidat da?»."""
    malform: Malform | None = None
    asked_malform: Malform | None = None
    """The person asks for answers in this language."""
    parts: tuple[tuple[str, str, float], ...] = ()
    """The questions it may be, best first: (topic, the question's id, how probable it is that it is this one, given the topic)."""
    leans: float | None = None
    """How probable it is that the message leans on what was said before it; None where nobody can say."""
    act: str | None = None
    """What the message does with the talk itself, and nothing else (bot/nlu/acts.py)."""
    danger: Danger = NO_DANGER
    said: Utterance = field(default=None, compare=False, repr=False)  # type: ignore[assignment]
    """The text, read once."""

    def __post_init__(self) -> None:
        if self.said is None:
            object.__setattr__(self, "said", Utterance(self.text))

    def part_of(self, topic: str, jointly: float = JOINTLY) -> str | None:
        """The question of a topic that the message asks, when it is probable enough; of a pressed button the one it carries.

        Args:
            jointly: the least probability of the topic and its question together; of a topic that is not the likeliest, of its question alone.
        """
        if self.pressed:
            return str(self.entities["svar"]) if "svar" in self.entities else None
        plainly = (self.facet or _OUTLINE.match(self.said.standard)) and len(self.said.words) <= FEW
        least = BESIDE_FACET if plainly else ASKED
        share = self.confidence if topic == self.intent else 1.0
        return next((part for of, part, odds in self.parts if of == topic and odds >= least and odds * share >= jointly), None)

    @property
    def asks_what_it_is(self) -> bool:
        """«hva er KVP?», «fortell om KVP»: asks for the outline of what it names."""
        return bool(_OUTLINE.match(self.said.standard)) and len(self.said.words) <= FEW

    def follows(self, topic: str | None) -> bool:
        """The message leans on what was said of a topic, and asks one of its questions: «må jeg ut med penger for det»."""
        if topic is None or self.pressed or self.leans is None or self.leans < LEANS:
            return False
        return any(of == topic and probability >= FOLLOWS for of, _, probability in self.parts)

    @property
    def steers(self) -> bool:
        """The message steers the dialogue instead of asking."""
        return self.intent.startswith(DIALOGUE_PREFIX)

    @staticmethod
    def read(text: str, **found: Any) -> Understanding:
        """What the words alone tell – facet and language – beside what the pipeline found."""
        said = Utterance(text)
        facet = read_facet(said)
        return Understanding(
            text,
            facet=facet.facet,
            elliptical=facet.elliptical,
            carry=facet.carry,
            malform=detect_malform(said),
            asked_malform=read_asked_malform(said),
            said=said,
            **found,
        )

    @staticmethod
    def from_parse(latest: Mapping[str, Any]) -> Understanding:
        """What the pipeline found, from its output for one message (Rasa's parse format)."""
        intent = latest.get("intent") or {}
        text = latest.get("text") or ""
        pressed = text.startswith("/")
        # A button's entities say what it asks for; those of a text are read anew, with the conversation at hand.
        entities = {entity["entity"]: entity["value"] for entity in latest.get("entities") or []} if pressed else {}
        ranking = tuple(
            (item["name"], float(item["confidence"]))
            for item in latest.get("intent_ranking") or []
            if not item["name"].startswith(DIALOGUE_PREFIX) and item["name"] != "nlu_fallback"
        )
        name, confidence = intent.get("name") or "", float(intent.get("confidence") or 0.0)
        if name == "nlu_fallback" or not name:  # the next step decides what to say; the best guess is still of use
            name, confidence = ranking[0] if ranking else (OFF_TOPIC, 0.0)
        return Understanding.read(
            text,
            intent=name,
            confidence=confidence,
            ranking=ranking,
            entities=entities,
            pressed=pressed,
            second=latest.get("tema_to"),
            parts=tuple((item["tema"], item["svar"], float(item["confidence"])) for item in latest.get("svar") or ()),
            leans=latest.get("lener"),
            act=latest.get("akt"),
            danger=_danger(latest.get("fare") or {}),
        )


def _danger(found: Mapping[str, Any]) -> Danger:
    return Danger(**{**found, "told": tuple(found.get("told") or ())})
