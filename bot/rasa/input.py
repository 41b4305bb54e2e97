"""The Rasa input channel: everything the browser talks to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.blueprint_group import BlueprintGroup

from bot import assembly
from bot.guides import FactError, Guide
from bot.rasa.conversations import CHANNEL, Conversations
from bot.web.api.payloads import Payloads
from bot.web.api.routes import chat_api
from bot.web.files import static_files
from bot.web.limits import bounded
from bot.web.pages.editors import editors
from bot.web.pages.reading import pages
from bot.web.pages.render import renderer
from bot.web.pages.sharing import sharing


class VeivalgInput(InputChannel):
    """Our channel, which `python -m bot run` puts at the root. Its addresses are absolute: `rasa run` serves the REST channel."""

    @classmethod
    def name(cls) -> str:
        return CHANNEL

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> BlueprintGroup:
        settings = assembly.settings()
        conversations = Conversations(lambda: Sanic.get_app().ctx.agent, payloads(), settings.max_message_chars)
        render = renderer(settings)
        read = (pages(settings, render), sharing(settings, render), editors(settings, render))
        bounded(read, settings)
        return Blueprint.group(chat_api(conversations, settings), static_files(), *read)


def payloads() -> Payloads:
    """The payloads that today's content, places and guides can offer."""
    directory = assembly.directory()
    guides = {guide_id: {name: _accepts(guide, name) for name in guide.facts} for guide_id, guide in assembly.guides().items()}
    topics = frozenset(topic.id for topic in assembly.library())
    return Payloads(topics, directory.knows, directory.knows_district, guides)


def _accepts(guide: Guide, fact: str) -> Callable[[Any], bool]:
    def accepts(value: Any) -> bool:
        try:
            guide.check_fact(fact, value)
        except FactError:
            return False
        return True

    return accepts
