"""County by county and service by service: what stands first on the card, and whose number there is to ring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.contacts.cards import contact_cards
from bot.contacts.models import Kommune
from bot.contacts.sheet_words import service_title
from bot.contacts.staff_text import say
from bot.contacts.tables import SERVICES

THEIRS = ("own_page", "county_intake", "county_switchboard")
"""The levels of a number that is the service's own, or its county's."""


@dataclass
class Reach:
    """How a service is reached in some municipalities: how many of them have each level."""

    first: Counter[str] = field(default_factory=Counter)
    """The level of the first card."""
    ring: Counter[str] = field(default_factory=Counter)
    """The level of the first card with a phone."""

    def __add__(self, other: Reach) -> Reach:
        return Reach(self.first + other.first, self.ring + other.ring)


def reach(session: Session, county: str | None = None) -> dict[str, dict[str, Reach]]:
    """How each service is reached, by county and service.

    Args:
        session: a session on the contact database.
        county: only the county with this number.
    """
    found: dict[str, dict[str, Reach]] = {}
    places = select(Kommune.nummer, Kommune.fylkesnummer, Kommune.fylke).order_by(Kommune.fylkesnummer, Kommune.nummer)
    for number, code, name in session.execute(places):
        if county not in (None, code):
            continue
        here = found.setdefault(f"{code} {name}", {service: Reach() for service in SERVICES})
        for service in SERVICES:
            cards = contact_cards(session, service, number)
            here[service].first[cards[0].level] += 1
            here[service].ring.update([card.level for card in cards if card.phone][:1])
    return found


def reach_table(session: Session, malform: str, county: str | None = None) -> Iterator[str]:
    """The lines of a table in Markdown, and what its words mean.

    Args:
        session: a session on the contact database.
        malform: «nb» or «nn».
        county: only the county with this number.
    """
    found = reach(session, county)
    yield _row([say("tabell_fylke", malform), *(service_title(service, malform) for service in SERVICES)])
    yield _row(["---"] * (len(SERVICES) + 1))
    for name, services in found.items():
        yield _row([name, *(_cell(services[service], malform) for service in SERVICES)])
    totals = [sum((services[service] for services in found.values()), Reach()) for service in SERVICES]
    yield _row([say("tabell_nummer", malform), *(say("tabell_av", malform, total.ring.total(), total.first.total()) for total in totals)])
    yield _row([say("tabell_eget", malform), *(str(sum(total.ring[level] for level in THEIRS)) for total in totals)])
    yield ""
    yield say("tabell_ord", malform)


def _cell(reached: Reach, malform: str) -> str:
    ring = _levels(reached.ring, malform)
    return say("tabell_rute", malform, _levels(reached.first, malform), ring) if ring else _levels(reached.first, malform)


def _levels(counted: Counter[str], malform: str) -> str:
    """«egen», or «inntak 40, egen 1» where the municipalities differ."""
    words = [(say(f"tabell_{level}", malform), count) for level, count in counted.most_common()]
    return words[0][0] if len(words) == 1 else ", ".join(f"{word} {count}" for word, count in words)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
