"""What a conversation remembers between turns; small, and nothing of what the person wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from typing import Any, Literal

from bot.content.library import Person
from bot.language.person import Other
from bot.settings import Malform

REMEMBERED = 4
"""Topics that can be gone back to."""
GIVEN = "svar:"
"""What stands before an answer among what was shown."""
_TUPLES = ("temaer", "alternativer", "vist_kontakt", "steder", "situasjon")
Waiting = Literal["kommune", "bydel", "guide"]


@dataclass(frozen=True)
class GuideState:
    """The guide that was begun."""

    id: str
    asked: str | None = None
    """The fact last asked for; None when the guide has been answered."""
    interrupted: bool = False
    """Another question came between, and going on has not been offered yet."""


@dataclass(frozen=True)
class State:
    """The memory of one conversation. Every field is a Rasa slot of the same name."""

    tema: str | None = None
    """The topic under discussion."""
    fasett: str | None = None
    svar: str | None = None
    """The question of the topic that was answered last."""
    temaer: tuple[str, ...] = ()
    """The topics spoken of, the newest last."""
    alternativer: tuple[str, ...] = ()
    """What else the last question may have been about, the likeliest first."""
    kommune: str | None = None
    """Municipality number, four digits."""
    bydel: str | None = None
    """District number, or `-` when the person does not know it."""
    malform: Malform = "nb"
    malform_valgt: bool = False
    """The person (or the host page) chose the language; writing another does not change it."""
    tunge: str | None = None
    """The language we do not speak in which it was said what we do speak."""
    fra_siden: Mapping[str, str] = field(default_factory=dict)
    """Municipality and language as the page last told them: only what changes there counts, for the person may since have said otherwise."""
    venter: Waiting | None = None
    """What the last question asked for."""
    venter_tjeneste: str | None = None
    """The service whose contact is waited for."""
    steder: tuple[str, ...] = ()
    """Numbers of the municipalities of one name among which it was asked."""
    spurt_sted: bool = False
    """The place has been asked for once."""
    vist_kontakt: tuple[str, ...] = ()
    """What has been shown for this place: services by name, local offers, and the last answers (`given`)."""
    guide: GuideState | None = None
    fakta: Mapping[str, Any] = field(default_factory=dict)
    """What the person told of themselves, the newest last: year of birth (`fodt`), school, work …, as the guides name it.

    The one place for it: guides, help lines, contacts and answers all read it here.
    """
    annen: Other | None = None
    """Somebody else whom the conversation is about."""
    varsom: int = 0
    """Turns left in which the assistant stays careful after a crisis."""
    fare: str | None = None
    """The kind of danger that help was last shown for."""
    situasjon: tuple[str, ...] = ()
    """What else was told when danger or something heavy was, and changes what helps (data/language/situations.tsv)."""
    om_annen: bool = False
    """That danger is the other's."""
    hort: str | None = None
    """What weighs that it was last said to have heard."""
    uforstatt: int = 0
    """Turns in a row that were not understood."""

    def about(self, topic: str, facet: str | None, part: str | None = None) -> State:
        """The state with this as what the conversation is about."""
        earlier = tuple(known for known in self.temaer if known != topic)
        mark = _mark(topic, facet, part)
        others = tuple(shown for shown in self.vist_kontakt if not shown.startswith(GIVEN))
        answers = tuple(shown for shown in self.vist_kontakt if shown.startswith(GIVEN) and shown != mark)
        shown = (*others, *(*answers, mark)[-REMEMBERED:])
        return replace(self, tema=topic, fasett=facet, svar=part, temaer=(*earlier, topic)[-REMEMBERED:], vist_kontakt=shown)

    def given(self, topic: str, facet: str | None, part: str | None) -> bool:
        """Whether this was among the last answers."""
        return _mark(topic, facet, part) in self.vist_kontakt

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two topics that were compared last: then, and only then, the one before is all that else was meant."""
        if len(self.temaer) > 1 and self.tema == self.temaer[-1] and self.alternativer == (self.temaer[-2],):
            return self.temaer[-2], self.temaer[-1]
        return None

    def person(self, on: date) -> Person:
        """Whom answers are for: somebody else who is asked for, or the one who writes."""
        if self.annen is None or not self.annen.asked_for:
            return Person(self.age(on))
        return Person(None if self.annen.born is None else on.year - self.annen.born, other=True)

    def age(self, on: date) -> int | None:
        """The age the person reaches this year; None when it was not told."""
        return on.year - self.fakta["fodt"] if "fodt" in self.fakta else None

    def knowing(self, facts: Mapping[str, Any]) -> State:
        """The state with more facts of the person, the newest last."""
        return replace(self, fakta={**{name: value for name, value in self.fakta.items() if name not in facts}, **facts}) if facts else self

    def forgetting(self, fact: str) -> State:
        """The state without one fact of the person."""
        return replace(self, fakta={name: value for name, value in self.fakta.items() if name != fact})

    def slots(self) -> dict[str, Any]:
        """The state as plain values for Rasa's slots."""
        values = asdict(self)
        values.update({name: list(values[name]) for name in _TUPLES})
        return values

    @staticmethod
    def from_slots(slots: Mapping[str, Any]) -> State:
        """The state from slot values; anything missing or unset takes its default."""
        known: dict[str, Any] = {f.name: slots[f.name] for f in fields(State) if slots.get(f.name) is not None}
        for name in _TUPLES:
            if name in known:
                known[name] = tuple(known[name])
        if "guide" in known:
            known["guide"] = GuideState(**known["guide"])
        if "annen" in known:
            known["annen"] = Other(**known["annen"])
        return State(**known)


def _mark(topic: str, facet: str | None, part: str | None) -> str:
    """How an answer that was given stands among what was shown."""
    return f"{GIVEN}{topic}/{facet or ''}/{part or ''}"


SLOTS = tuple(f.name for f in fields(State))
