"""The contact data as a conversation uses it: one object per process, safe to share between threads.

What is read is kept, so an import shows when the process starts anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any

from bot.contacts import card_text
from bot.contacts.card import ContactCard, LocalOffer, UnknownPlaceError
from bot.contacts.card_text import Text
from bot.contacts.cards import contact_cards, kommune, local_offers, needs_bydel
from bot.contacts.database import open_engine, session_of
from bot.contacts.opening import Opening, opening
from bot.contacts.phone_hours import phone_hours
from bot.contacts.place_address import Addressed, PlaceAddresses
from bot.contacts.place_names import KommuneRef
from bot.contacts.places import PlaceFinder, PlaceResult


def in_malform(text: Text | None, malform: str) -> str | None:
    """The text in a language; in bokmål where it lacks it."""
    return text.get(malform, text["nb"]) if text else None


@dataclass(frozen=True)
class Card:
    """A contact card, ready to be told in one language."""

    facts: ContactCard

    def as_json(self, malform: str, now: datetime | None = None) -> dict[str, Any]:
        """The card as `POST /api/chat` gives it: every text is a string in the language asked for, or None.

        Args:
            now: tells whether somebody answers now; left out on a page that may be kept and read later.
        """
        card = self.facts
        return {
            "service": card.service,
            "name": card.name,
            "phone": card.phone,
            "url": card.url,
            "email": card.email,
            "address": card.address,
            "hours": in_malform(card.hours, malform),
            "openings": [opening.as_json(malform) for opening in self._openings(now)] if now else [],
            "level": card.level,
            "level_text": in_malform(card.level_text, malform),
            "freshness": in_malform(card.freshness, malform),
            "checked": card.checked,
            "note": in_malform(card.note, malform),
            "finder_url": card.finder_url,
            "say": in_malform(card.say, malform),
            "then": in_malform(card.then, malform),
            "write": [way.as_json(malform) for way in card.write],
            "message": in_malform(card.message, malform),
            "before": " ".join(text[malform] for text in card.before) or None,
        }

    def _openings(self, now: datetime) -> Iterator[Opening]:
        """What can be said of now: of the phone, and of coming without an appointment."""
        phone = phone_hours(self.facts.phone)
        for known in (
            opening("telefon", phone.hours, phone.seen, now) if phone else None,
            opening("kontor", self.facts.drop_in, self.facts.checked, now) if self.facts.drop_in else None,
        ):
            if known is not None:
                yield known


OFFER_YEARS = 5
"""How long a local offer is told of after somebody last knew of it: schemes come and go with their funding."""


@dataclass(frozen=True)
class Offer:
    """A local offer, ready to be told in one language."""

    facts: LocalOffer

    @property
    def name(self) -> str:
        """The name of the offer."""
        return self.facts.name

    def holds(self, on: date) -> bool:
        """Whether what we know of it is recent enough to be told on a day."""
        return on.year - self.facts.year <= OFFER_YEARS

    def text(self, malform: str) -> str:
        """What it is, who runs it, what we know of it today, and whom to ring and ask; in that order, always all four."""
        by = in_malform(card_text.text("ansvarlig"), malform)
        what = str(in_malform(self.facts.what, malform))
        ask = card_text.text("tilbud_ring", self.facts.ask.name, str(self.facts.ask.phone))[malform]
        return f"{what}. {by}: {self.facts.responsible}. {in_malform(self.facts.freshness, malform)} {ask}"

    def source_json(self) -> dict[str, str | None]:
        """Where the knowledge comes from, and the year it is from."""
        return {"title": self.facts.source, "url": self.facts.url, "checked": str(self.facts.year)}


class Directory:
    """Places and contacts over one database."""

    def __init__(self, url: str) -> None:
        """Open the database and load all place names.

        Args:
            url: SQLAlchemy URL of a database that contact data was imported into.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: it cannot be read, or holds no contact data.
        """
        self._engine = open_engine(url)
        with session_of(self._engine) as session:
            self._finder = PlaceFinder(session)
        self._addresses = PlaceAddresses(self._finder.names, partial(self._finder.find, expecting_place=True))
        self.cards = lru_cache(maxsize=4096)(self._cards)
        self.offers = lru_cache(maxsize=1024)(self._offers)
        self.districts = lru_cache(maxsize=1024)(self._districts)

    def alive(self) -> bool:
        """Whether the database answers now.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: it cannot be reached.
        """
        with self._engine.connect() as connection:
            return bool(connection.exec_driver_sql("SELECT 1").scalar())

    def find(self, text: str, expecting_place: bool = False) -> PlaceResult:
        """See `PlaceFinder.find`."""
        return self._finder.find(text, expecting_place)

    def addressed(self, text: str) -> Addressed:
        """See `PlaceAddresses.read`."""
        return self._addresses.read(text)

    def now(self, number: str) -> tuple[KommuneRef, ...]:
        """See `PlaceNames.now`."""
        return self._finder.names.now(number)

    def knows(self, number: str) -> bool:
        """True for the number of a municipality of today."""
        return number in self._finder.kommuner

    def knows_district(self, number: str) -> bool:
        """True for the number of a bydel with its own Nav office."""
        return any(number == known for known, _ in self.districts(number[:4]))

    def kommune(self, number: str) -> KommuneRef:
        """The municipality with this number.

        Raises:
            UnknownPlaceError: there is none.
        """
        if not self.knows(number):
            raise UnknownPlaceError(f"no municipality {number!r}")
        return self._finder.kommuner[number]

    def kommuner(self) -> tuple[KommuneRef, ...]:
        """Every municipality of today, by name."""
        return tuple(sorted(self._finder.kommuner.values(), key=lambda kommune: kommune.navn))

    def malform(self, number: str) -> str:
        """«bokmål», «nynorsk» or «nøytral»: what the municipality has chosen.

        Raises:
            UnknownPlaceError: there is no such municipality.
        """
        with session_of(self._engine) as session:
            return kommune(session, number).malform

    def _districts(self, number: str) -> tuple[tuple[str, str], ...]:
        """See `needs_bydel`."""
        with session_of(self._engine) as session:
            return tuple(needs_bydel(session, number))

    def _cards(
        self, service: str, number: str | None = None, bydel: str | None = None, fylke: str | None = None, matter: str | None = None
    ) -> tuple[Card, ...]:
        """See `contact_cards`; for `ingen`, no cards."""
        if service == "ingen":
            return ()
        with session_of(self._engine) as session:
            return tuple(Card(card) for card in contact_cards(session, service, number, fylke, bydel, matter))

    def _offers(self, number: str | None = None, fylke: str | None = None) -> tuple[Offer, ...]:
        """See `local_offers`."""
        with session_of(self._engine) as session:
            return tuple(Offer(offer) for offer in local_offers(session, number, fylke))
