"""What the assistant says, as data; the channel decides how it looks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlencode

Kind = Literal["choice", "steer", "facet", "next"]
MessageType = Literal["answer", "contact", "question", "notice"]


@dataclass(frozen=True)
class Suggestion:
    """A button: its title and the payload it sends (Rasa's `/intent{"entity": …}` form)."""

    title: str
    payload: str
    kind: Kind = "next"
    """`next` leads on, `facet` says more of the same, `choice` answers a question, `steer` leaves it."""

    def as_json(self, asked: bool = False) -> dict[str, str]:
        """The button as the chat API gives it; every button of a question that does not leave it is an answer to it."""
        return {"title": self.title, "payload": self.payload, "kind": "choice" if asked and self.kind != "steer" else self.kind}


def payload(intent: str, **entities: str | int) -> str:
    """A payload in Rasa's form: `/kvp{"fasett": "varighet"}`."""
    return f"/{intent}{json.dumps(entities, ensure_ascii=False)}" if entities else f"/{intent}"


def topic_path(topic: str, kommune: str | None, malform: str) -> str:
    """The page to share: `/t/kvp?k=1806&m=nn`, from the root of the site."""
    query = urlencode([(name, value) for name, value in (("k", kommune), ("m", malform if malform != "nb" else None)) if value])
    return f"/t/{topic}?{query}" if query else f"/t/{topic}"


@dataclass(frozen=True)
class Message:
    """One message of a reply."""

    type: MessageType
    text: str
    topic: str | None = None
    facet: str | None = None
    facet_name: str | None = None
    """What that facet is called: «Hvem kan få?»."""
    part: str | None = None
    """The id of the topic's question that is answered."""
    question: str | None = None
    """That question."""
    more: str | None = None
    """What the topic is in short, for those who want to read on."""
    title: str | None = None
    advice: str | None = None
    """«Godt å vite», told apart from the answer itself."""
    because: str | None = None
    """The facts that a guide's answer rests on."""
    say: str | None = None
    """What to say when calling."""
    sources: tuple[Mapping[str, str | None], ...] = ()
    read: Mapping[str, str] | None = None
    """Who has read the answer against its sources, besides who wrote it: `{"role": "leser", "date": "2026-11-28"}`."""
    contacts: tuple[Mapping[str, Any], ...] = ()
    help: tuple[Mapping[str, str | None], ...] = ()
    """Who answers in danger, or where who dares not ring can write, the fitting one first: `{"id", "way", "name", "when", "phone", "url"}`, `way` is call or write."""
    suggestions: tuple[Suggestion, ...] = field(default=())
    words: tuple[Mapping[str, Any], ...] = ()
    """The hard words of the message, each with its explanation: `{"word", "text", "topic", "forms"}`; `forms` is how it stands there."""
    share: str | None = None
    """The path of a page with this answer, to share."""
    step: Mapping[str, int] | None = None
    """Where in a guide a question stands: `{"number": 2, "of": 5}`; `of` is how many it can come to."""
    malform: str = "nb"
    language: str | None = None
    """The language of the text (BCP 47) where it is another than `malform`."""
    place: Mapping[str, str] | None = None
    """The municipality the conversation is about now: `{"number": "1806", "name": "Narvik"}`."""

    def as_json(self) -> dict[str, Any]:
        """The message as `POST /api/chat` gives it."""
        return {
            "type": self.type,
            "topic": self.topic,
            "facet": self.facet,
            "facet_name": self.facet_name,
            "part": self.part,
            "question": self.question,
            "more": self.more,
            "title": self.title,
            "text": self.text,
            "advice": self.advice,
            "because": self.because,
            "say": self.say,
            "sources": [dict(source) for source in self.sources],
            "read": dict(self.read) if self.read else None,
            "contacts": [dict(contact) for contact in self.contacts],
            "help": [dict(line) for line in self.help],
            "suggestions": [suggestion.as_json(self.type in ("question", "contact")) for suggestion in self.suggestions],
            "words": [dict(word) for word in self.words],
            "share": self.share,
            "step": dict(self.step) if self.step else None,
            "malform": self.malform,
            "language": self.language,
            "place": dict(self.place) if self.place else None,
        }

    def as_plain_text(self) -> str:
        """The message for a channel that shows only text."""
        lines = [self.title] if self.title and self.type != "question" else []
        lines.append(self.text)
        lines += [part for part in (self.advice, self.because) if part]
        lines += [f"– {line['phone'] or line['url']}: {line['name']}, {line['when']}" for line in self.help]
        for contact in self.contacts:
            parts = [contact.get("name"), contact.get("phone"), contact.get("url"), contact.get("freshness")]
            lines.append("– " + ", ".join(str(part) for part in parts if part))
            lines += [f"  {way['title']}: {way['url']} ({way['when']})" for way in contact.get("write") or ()]
        if self.say and self.contacts:
            lines.append(self.say)
        for source in self.sources:
            lines.append(f"({source['title']}{', ' + str(source['url']) if source['url'] else ''}, {source['checked']})")
        return "\n".join(lines)
