"""What a topic is, beside what it says: small talk, about the assistant, a way to a person, near danger.

The role stands in the topic's own file, so that a new topic is data alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from bot.settings import ROOT
from bot.yaml_lines import read_yaml

Role = Literal["emne", "biemne", "hoflighet", "om_oss", "kontakt", "menneske", "veileder", "tungt", "krise", "utenfor"]
"""An ordinary topic; one that is no subject to go on with; manners; the assistant itself; an office; a human being; a guide by another name; what weighs; danger; none of ours."""
ROLES: tuple[Role, ...] = get_args(Role)
ORDINARY: Role = "emne"


@dataclass(frozen=True)
class Part:
    """What one topic is.

    Attributes:
        role: one of `ROLES`.
        relief: kinds of danger that this topic's answer is the help for, and that it may be mistaken for.
        local_offers: an offer where the person lives may help.
        situation: it is about what somebody is, and not about one thing that can be had: a student, somebody in prison.
    """

    role: Role = ORDINARY
    relief: frozenset[str] = frozenset()
    local_offers: bool = False
    situation: bool = False

    @staticmethod
    def from_yaml(raw: Mapping[str, Any]) -> Part:
        """The part in a topic file that follows the schema."""
        return Part(
            raw.get("rolle", ORDINARY), frozenset(raw.get("hjelper_ved") or ()), bool(raw.get("lokale_tilbud")), bool(raw.get("situasjon"))
        )


class Roles:
    """What every topic is.

    Args:
        parts: (topic, what it is).
    """

    def __init__(self, parts: Iterable[tuple[str, Part]]) -> None:
        self._parts = dict(parts)

    def having(self, *roles: Role) -> frozenset[str]:
        """The topics with one of these roles."""
        return frozenset(topic for topic, part in self._parts.items() if part.role in roles)

    def relieves(self, topic: str, danger: str) -> bool:
        """Whether a topic's answer is the help for this danger."""
        return topic in self._parts and danger in self._parts[topic].relief

    @cached_property
    def manners(self) -> frozenset[str]:
        """Greetings and the like."""
        return self.having("hoflighet")

    @cached_property
    def about_us(self) -> frozenset[str]:
        """What is asked of the assistant itself."""
        return self.having("om_oss")

    @cached_property
    def asides(self) -> frozenset[str]:
        """What is not remembered as what the conversation is about."""
        return self.having("biemne", "hoflighet", "om_oss", "utenfor")

    @cached_property
    def not_offered(self) -> frozenset[str]:
        """What nobody is asked whether they meant."""
        return self.having("hoflighet", "utenfor", "krise")

    @cached_property
    def contacts(self) -> frozenset[str]:
        """What is answered with whom to contact."""
        return self.having("kontakt", "menneske")

    @cached_property
    def guides(self) -> frozenset[str]:
        """What is answered by a guide of the same name."""
        return self.having("veileder")

    @cached_property
    def weighing(self) -> frozenset[str]:
        """What weighs is what they are about."""
        return self.having("tungt", "krise")

    @cached_property
    def near_danger(self) -> frozenset[str]:
        """Topics whose questions may hold danger; those of the others are harmless by what they are about."""
        return self.having("tungt", "krise", "menneske") | {topic for topic, part in self._parts.items() if part.relief}

    @cached_property
    def situations(self) -> frozenset[str]:
        """Topics about what somebody is; a few words on something else are then about both."""
        return frozenset(topic for topic, part in self._parts.items() if part.situation)

    @cached_property
    def local_offers(self) -> frozenset[str]:
        """Topics with which a local offer may help."""
        return frozenset(topic for topic, part in self._parts.items() if part.local_offers)


@lru_cache(maxsize=2)
def read_roles(folder: Path = ROOT / "data" / "content") -> Roles:
    """The roles alone, for those who need no wording.

    Raises:
        ContentError: a file is not YAML.
    """
    return Roles((raw["id"], Part.from_yaml(raw)) for raw in (read_yaml(path).value for path in sorted(folder.glob("*/*.yml"))))
