"""The Rasa input channel: everything the browser talks to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.blueprint_group import BlueprintGroup

from bot.app import Parts
from bot.guides import FactError, Guide
from bot.rasa import process
from bot.rasa.conversations import CHANNEL, Conversations
from bot.web.api.payloads import Payloads
from bot.web.api.routes import chat_api
from bot.web.files import static_files
from bot.web.limits import bounded
from bot.web.metrics import Metrics, metrics_of
from bot.web.pages.contact_page import contacts
from bot.web.pages.editors import editors
from bot.web.pages.guide_page import guides
from bot.web.pages.hints import hints
from bot.web.pages.manifest import manifest
from bot.web.pages.reading import pages
from bot.web.pages.render import renderer
from bot.web.pages.sharing import sharing


class VeivalgInput(InputChannel):
    """Our channel, which `python -m bot run` puts at the root. Its addresses are absolute: `rasa run` serves the REST channel."""

    def __init__(self, parts: Parts, metrics: Metrics | None = None) -> None:
        self._parts = parts
        self._metrics = metrics or metrics_of(parts)

    @classmethod
    def name(cls) -> str:
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> VeivalgInput:
        return cls(process.parts())

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> BlueprintGroup:
        parts = self._parts
        conversations = Conversations(lambda: Sanic.get_app().ctx.agent, payloads(parts), parts, self._metrics)
        render = renderer(parts)
        read = (pages(parts, render), guides(parts, render), contacts(parts, render), sharing(parts, render), editors(parts, render))
        bounded(read, parts.settings)
        return Blueprint.group(chat_api(conversations, parts, self._metrics), static_files(), hints(parts), manifest(parts), *read)


def payloads(parts: Parts) -> Payloads:
    """The payloads that today's content, places and guides can offer."""
    facts = {guide_id: {name: _accepts(guide, name) for name in guide.facts} for guide_id, guide in parts.guides.items()}
    topics = {topic.id: frozenset(passage.id for passage in topic.passages) for topic in parts.library}
    return Payloads(topics, parts.directory.knows, parts.directory.knows_district, facts)


def _accepts(guide: Guide, fact: str) -> Callable[[Any], bool]:
    def accepts(value: Any) -> bool:
        try:
            guide.check_fact(fact, value)
        except FactError:
            return False
        return True

    return accepts
