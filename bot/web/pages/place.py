"""Where a link leads: a topic or a guide, for a municipality, in a written language."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from sanic.request import Request

from bot.app import Parts
from bot.contacts import KommuneRef
from bot.dialogue.message import payload
from bot.settings import MALFORMER, Malform
from bot.web.malform import malform_of

GUIDE = "guide."
"""Goes before a guide's id where a topic's may stand: `tema=guide.vei_til_fagbrev`."""


@dataclass(frozen=True)
class Destination:
    """What a link opens on."""

    goal: str | None
    """A topic id, a guide's id with `GUIDE` before it, or None: the chat as it is."""
    kommune: KommuneRef | None
    malform: Malform

    @property
    def topic(self) -> str | None:
        """The topic, unless it is a guide."""
        return self.goal if self.goal and not self.goal.startswith(GUIDE) else None

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
        return parts.library.title(self.topic, self.malform) if self.topic else None

    def path(self) -> str:
        """The page itself: `/t/kvp?k=1806&m=nn`, or the chat with a guide begun."""
        query = urlencode([(name, value) for name, value in self._place() if value])
        if self.topic:
            return f"/t/{self.topic}" + (f"?{query}" if query else "")
        return "/" + (f"?{self.query}" if self.query else "")

    def chat_path(self) -> str:
        """The chat, opened on this."""
        return "/" + (f"?{self.query}" if self.query else "")

    def short(self) -> str:
        """The address to print: `/d/kvp/1806/nn`."""
        parts = (self.goal, self.kommune and self.kommune.nummer, self.malform if self.malform != "nb" else None)
        given = [part for part in parts if part]
        return "/d/" + "/".join(given) if given else "/"

    def _place(self) -> tuple[tuple[str, str | None], ...]:
        number = self.kommune.nummer if self.kommune else None
        return ("k", number), ("m", self.malform if self.malform != "nb" else None)


def destination(parts: Parts, request: Request) -> Destination:
    """`?tema=kvp&k=1806&m=nn`; what is unknown counts as not given, so that old links still open the chat."""
    return Destination(goal_named(parts, request.args.get("tema") or ""), kommune_of(parts, request), malform_of(request))


def destination_of_short(parts: Parts, path: str) -> Destination:
    """`kvp/1806/nn` from a short link, its parts in any order."""
    goal: str | None = None
    kommune: KommuneRef | None = None
    malform: Malform = "nb"
    for word in path.split("/"):
        if word in MALFORMER:
            malform = word
        elif parts.directory.knows(word):
            kommune = parts.directory.kommune(word)
        else:
            goal = goal or goal_named(parts, word)
    return Destination(goal, kommune, malform)


def goal_named(parts: Parts, name: str) -> str | None:
    """The topic or guide of this name, also by an old or guessed one."""
    name = parts.other_names.get(name, name)
    if name.startswith(GUIDE):
        return name if name[len(GUIDE) :] in parts.guides else None
    return name if name in parts.library else None


def kommune_of(parts: Parts, request: Request) -> KommuneRef | None:
    """`k=1806`, when there is such a municipality."""
    number = request.args.get("k") or ""
    return parts.directory.kommune(number) if parts.directory.knows(number) else None


def kommune_written(parts: Parts, request: Request) -> KommuneRef | None:
    """`sted=narvik`, from the form of a topic page; None when it names no one place."""
    found = parts.directory.find((request.args.get("sted") or "")[:80], expecting_place=True)
    return found.kommuner[0] if found.status == "found" else None
