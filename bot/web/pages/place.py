"""Where a link leads: a topic or a guide, for a municipality, in a written language."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from sanic.request import Request

from bot.app import Parts
from bot.contacts import KommuneRef
from bot.contacts.place_address import Addressed
from bot.dialogue.message import payload
from bot.settings import MALFORMER, Malform
from bot.web.malform import in_address, malform_of

GUIDE = "guide."
"""Goes before a guide's id where a topic's may stand: `tema=guide.vei_til_fagbrev`."""

CONTACT = "kontakt"
"""Stands where a topic's id may, for the page of everyone to contact in a municipality: `tema=kontakt`."""

LONGEST = 80
"""Longest place that is read, in characters."""


@dataclass(frozen=True)
class Destination:
    """What a link opens on."""

    goal: str | None
    """A topic id, a guide's id with `GUIDE` before it, `CONTACT`, or None: the chat as it is."""
    kommune: KommuneRef | None
    malform: Malform
    divided: str | None = None
    """The number of a municipality that has become several; the page asks which."""

    @property
    def topic(self) -> str | None:
        """The topic, unless it is a guide or the page of contacts."""
        return self.goal if self.goal and self.goal != CONTACT and not self.goal.startswith(GUIDE) else None

    @property
    def guide(self) -> str | None:
        """The guide's id."""
        return self.goal[len(GUIDE) :] if self.goal and self.goal.startswith(GUIDE) else None

    @property
    def payload(self) -> str | None:
        """The button the chat presses when it opens."""
        if self.guide:
            return payload("dialog_guide", guide=self.guide)
        return payload(self.topic) if self.topic else None

    @property
    def query(self) -> str:
        """The choices as a form sends them."""
        return urlencode([(name, value) for name, value in (("tema", self.goal), *self._place()) if value])

    def title(self, parts: Parts) -> str | None:
        """What is opened, in words."""
        if self.guide:
            return parts.guides[self.guide].button[self.malform]
        if self.goal == CONTACT:
            return parts.phrases("kontaktside_hvem", self.malform)
        return parts.library.title(self.topic, self.malform) if self.topic else None

    def path(self) -> str:
        """The page itself: `/t/kvp?k=1806&m=nn`, `/veileder/hvilken_rett`, `/kontakt/narvik`, or the chat."""
        if self.goal == CONTACT:
            return contact_path(self._contacts(), in_address(self.malform))
        query = urlencode([(name, value) for name, value in self._place() if value])
        if self.topic or self.guide:
            return (f"/t/{self.topic}" if self.topic else f"/veileder/{self.guide}") + (f"?{query}" if query else "")
        return "/" + (f"?{self.query}" if self.query else "")

    def chat_path(self) -> str:
        """The chat, opened on this."""
        return "/" + (f"?{self.query}" if self.query else "")

    def short(self) -> str:
        """The address to print: `/d/kvp/1806/nn`; that of the contacts can be read and written as it is."""
        told = self.malform if self.malform != "nb" else None
        if self.goal == CONTACT:
            return contact_path(self._contacts(), told)
        parts = (self.goal, self.kommune and self.kommune.nummer, told)
        given = [part for part in parts if part]
        return "/d/" + "/".join(given) if given else "/"

    def _place(self) -> tuple[tuple[str, str | None], ...]:
        number = self.kommune.nummer if self.kommune else self.divided
        return ("k", number), ("m", in_address(self.malform))

    def _contacts(self) -> str | None:
        return self.kommune.slug if self.kommune else self.divided


def contact_path(place: str | None, told: Malform | None = None, bydel: str | None = None) -> str:
    """Where the contacts of a municipality are: `/kontakt/oslo?bydel=030101&m=nn`; `/kontakt` for none.

    Args:
        place: the municipality's name in addresses, or its number.
        told: the language, where the address must say it.
        bydel: the number of a district.
    """
    query = urlencode([(name, value) for name, value in (("bydel", bydel), ("m", told)) if value])
    return "/kontakt" + (f"/{place}" if place else "") + (f"?{query}" if query else "")


def destination(parts: Parts, request: Request) -> Destination:
    """`?tema=kvp&k=1806&m=nn`; what is unknown counts as not given, so that old links still open the chat."""
    goal, number = goal_named(parts, request.args.get("tema") or ""), request.args.get("k") or ""
    return Destination(goal, kommune_of(parts, request), malform_of(request), number if divided(parts, number) else None)


def destination_of_short(parts: Parts, path: str, malform: Malform = "nb") -> Destination:
    """`kvp/1806/nn` from a short link, its parts in any order.

    Args:
        malform: the language where the link names none.
    """
    goal: str | None = None
    kommune: KommuneRef | None = None
    asked: str | None = None
    for word in path.split("/"):
        now = parts.directory.now(word)
        if word in MALFORMER:
            malform = word
        elif len(now) == 1:
            kommune = now[0]
        elif now:
            asked = word
        else:
            goal = goal or goal_named(parts, word)
    return Destination(goal, kommune, malform, None if kommune else asked)


def goal_named(parts: Parts, name: str) -> str | None:
    """The topic, guide or page of contacts of this name, also by an old or guessed one."""
    name = parts.other_names.get(name, name)
    if name.startswith(GUIDE):
        return name if name[len(GUIDE) :] in parts.guides else None
    return name if name in parts.library or name == CONTACT else None


def kommune_of(parts: Parts, request: Request) -> KommuneRef | None:
    """`k=1806`, when there is such a municipality; the one of today for a number of before, unless it has become several."""
    now = parts.directory.now(request.args.get("k") or "")
    return now[0] if len(now) == 1 else None


def divided(parts: Parts, number: str) -> tuple[KommuneRef, ...]:
    """The municipalities that a former one has become, where they are several."""
    now = parts.directory.now(number)
    return now if len(now) > 1 else ()


def place_written(parts: Parts, text: str) -> Addressed:
    """What a person wrote in the field of a page: a name or a postal code; four digits are a postal code where there is such."""
    text = text[:LONGEST]
    found = parts.directory.find(text, expecting_place=True)
    return Addressed(found.kommuner, found.bydel, sure=False) if found.kommuner else parts.directory.addressed(text)
