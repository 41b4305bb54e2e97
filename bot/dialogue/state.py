"""What a conversation remembers between turns; small, and nothing of what the person wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal

from bot.settings import Malform

Waiting = Literal["kommune", "bydel", "guide"]


@dataclass(frozen=True)
class GuideState:
    """What a person has told that guides can use, and the guide that was begun, if any."""

    id: str | None = None
    """The guide at hand; None when facts were only told in passing."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Facts of any guide, the newest last."""
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
    kommune: str | None = None
    """Municipality number, four digits."""
    bydel: str | None = None
    """District number, or `-` when the person does not know it."""
    malform: Malform = "nb"
    malform_valgt: bool = False
    """The person (or the host page) chose the language; writing another does not change it."""
    venter: Waiting | None = None
    """What the last question asked for."""
    venter_tjeneste: str | None = None
    """The service whose contact is waited for."""
    spurt_sted: bool = False
    """The place has been asked for once."""
    vist_kontakt: tuple[str, ...] = ()
    """Services whose contact has been shown for this place."""
    guide: GuideState | None = None
    alder: int | None = None
    """Age in whole years, when told."""
    varsom: int = 0
    """Turns left in which the assistant stays careful after a crisis."""
    fare: str | None = None
    """The kind of danger that help was last shown for."""
    om_annen: bool = False
    """That danger is somebody else's."""
    hort: str | None = None
    """What weighs that it was last said to have heard."""
    uforstatt: int = 0
    """Turns in a row that were not understood."""

    def slots(self) -> dict[str, Any]:
        """The state as plain values for Rasa's slots."""
        values = asdict(self)
        values["vist_kontakt"] = list(self.vist_kontakt)
        return values

    @staticmethod
    def from_slots(slots: Mapping[str, Any]) -> State:
        """The state from slot values; anything missing or unset takes its default."""
        known: dict[str, Any] = {f.name: slots[f.name] for f in fields(State) if slots.get(f.name) is not None}
        if "vist_kontakt" in known:
            known["vist_kontakt"] = tuple(known["vist_kontakt"])
        if "guide" in known:
            known["guide"] = GuideState(**known["guide"])
        return State(**known)


SLOTS = tuple(f.name for f in fields(State))
