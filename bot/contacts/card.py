"""What a contact card says: whom to call or write to, how sure we are, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.contacts import card_text as words
from bot.contacts.card_text import Text

Level = Literal["own_page", "way_in", "county_page", "county_intake", "county_switchboard", "national"]
Service = Literal["nav", "ot", "karrieresenter", "fagopplaring", "voksenopplaring", "ombud"]

NAV_PHONE = "55 55 33 33"
"""The number all of Nav has in common."""

SHOWN = ("sett", "lenke_sett", "lenke_sjekket")
"""What we know of a page or a number that is shown as fact: somebody has seen it."""


class UnknownPlaceError(LookupError):
    """There is no such municipality, county or bydel."""


@dataclass(frozen=True)
class WayToWrite:
    """A page where one can write to somebody."""

    url: str
    title: Text
    """What the button says."""
    when: Text
    """When it is the right one."""

    def as_json(self, malform: str) -> dict[str, str]:
        """The page in a language."""
        return {"title": self.title[malform], "when": self.when[malform], "url": self.url}


@dataclass(frozen=True, kw_only=True)
class ContactCard:
    """One place to turn to; what is not known of it is None."""

    service: str
    name: str
    phone: str | None = None
    url: str | None = None
    email: str | None = None
    address: str | None = None
    hours: Text | None = None
    """Opening hours as the office gives them."""
    drop_in: str | None = None
    """When one can come without an appointment, as `hours.read_hours` reads it."""
    level: Level
    freshness: Text
    """How fresh the information is, in «nb» and «nn»."""
    checked: str | None = None
    """When it was last seen: `2026-10-05`, `2026-10` or `2026`; None when no date is known."""
    note: Text | None = None
    finder_url: str | None = None
    """Where to look up the right office, when there is such a page."""
    say: Text | None = None
    """What to say when calling."""
    then: Text | None = None
    """What happens when one calls; for a card without a number, whom to ring when its page does not help."""
    write: tuple[WayToWrite, ...] = ()
    """Where one can write instead."""
    message: Text | None = None
    """What to write, ready to copy."""
    before: tuple[Text, ...] = ()
    """What else is good to know before one writes or goes there."""

    @property
    def level_text(self) -> Text:
        """In plain words: whose page or number this is."""
        return words.level(self.level, self.service)

    @property
    def whose(self) -> Text | None:
        """Whose number it is where it is not the service's own, for paper that has room for one sentence or two: words of the note itself."""
        if self.phone == NAV_PHONE and self.service == "nav":
            return words.text("felles_for_landet" if self.level == "national" else "felles_for_nav")
        plain = words.plain_note(self.level, self.service)
        if self.note and plain and plain["nb"] in self.note["nb"]:
            return plain  # without what the note says of ages and hours
        return None if self.level == "own_page" else self.note or self.level_text


@dataclass(frozen=True)
class LocalOffer:
    """A local scheme, with how and when we learnt of it."""

    name: str
    what: Text
    responsible: str
    year: int
    """The year our knowledge is from, or somebody last made sure that it is there."""
    source: str
    """For example «Inn i jobb (2021), s. 41»."""
    status: str
    freshness: Text
    """What we know of it today; to be shown with the offer, always."""
    url: str | None
    ask: ContactCard
    """Who can be rung to ask whether it is there: Nav for a municipality's, for a county's whoever answers for trade training."""


@dataclass(frozen=True)
class KommuneInfo:
    """A municipality."""

    number: str
    name: str
    county_number: str
    county: str
    malform: str
    """«bokmål», «nynorsk» or «nøytral»: what the municipality has chosen."""
