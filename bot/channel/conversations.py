"""Carries one message to Rasa and its reply back: sessions, masking, bounds."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage

from bot.assembly import library, phrases
from bot.channel.errors import UNKNOWN_SESSION
from bot.channel.payloads import Payloads
from bot.channel.request import ChatRequest
from bot.dialogue.message import Message
from bot.language.malform import detect_malform
from bot.language.normalise import tidy
from bot.privacy.mask import mask
from bot.settings import Malform

CHANNEL = "veivalg"

logger = logging.getLogger(__name__)


class JsonOutput(OutputChannel):
    """Collects the messages that actions send as data."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return CHANNEL

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        self.messages.append(Message("notice", text).as_json())

    async def send_custom_json(self, recipient_id: str, json_message: dict[str, Any], **kwargs: Any) -> None:
        self.messages.append(json_message)


def new_session() -> str:
    """A session id: 128 random bits."""
    return secrets.token_urlsafe(16)


class Conversations:
    """The conversations of one process.

    Args:
        agent: gives the Rasa agent; called for each message, since Rasa loads it after start.
        payloads: what buttons may send.
        max_chars: longest message that is read whole, in characters.
    """

    def __init__(self, agent: Callable[[], Agent], payloads: Payloads, max_chars: int) -> None:
        self._agent = agent
        self._payloads = payloads
        self._max_chars = max_chars
        # Understanding takes tens of milliseconds of C and numpy; in a thread it leaves the event loop free.
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="understand")

    async def reply(self, request: ChatRequest) -> tuple[str, list[dict[str, Any]]]:
        """The session and the messages that answer a request.

        Raises:
            RequestError: 404 for an unknown session, 400 for a payload never offered.
        """
        session = request.session
        if session is not None and not await self._store().has(session):
            raise UNKNOWN_SESSION
        session = session or new_session()
        notices: list[dict[str, Any]] = []
        if request.payload is not None:
            text = self._payloads.check(request.payload)
        else:
            assert request.text is not None
            text = self._safe(request.text, notices, request.malform)
        context = {"kommune": request.kommune, "malform": request.malform}
        output = JsonOutput()
        message = UserMessage(
            text, output, session, input_channel=CHANNEL, metadata={"context": {k: v for k, v in context.items() if v}}
        )
        message.parse_data = await self._understand(message)
        await self._agent().handle_message(message)
        if not output.messages:  # Rasa logs an action's error and goes on; the person still gets an answer
            logger.error("a message was left without an answer")
            output.messages.append(self._apology(request.malform))
        return session, output.messages + notices

    async def forget(self, session: str) -> None:
        """Erase a conversation at once; an unknown one is no error, so that asking tells nothing."""
        async with self._agent().lock_store.lock(session):
            await self._store().delete(session)

    @staticmethod
    def _apology(malform: str | None) -> dict[str, Any]:
        language: Malform = malform or "nb"  # type: ignore[assignment]
        number = library().figures.show("telefon.nav", language, date.today())
        return Message("notice", phrases()("feil", language, number), malform=language).as_json()

    def _safe(self, text: str, notices: list[dict[str, Any]], malform: str | None) -> str:
        """The text as Rasa may see it: tidy, bounded, masked, and never a command."""
        language: Malform = malform or detect_malform(text) or "nb"  # type: ignore[assignment]
        text = tidy(text).lstrip("/ ") or "…"
        masked = mask(text)
        if masked.found:
            notices.append(Message("notice", phrases()("maskert", language), malform=language).as_json())
        text = masked.text
        if len(text) > self._max_chars:
            half = self._max_chars // 2
            text = f"{text[:half]} … {text[-half:]}"
            notices.append(Message("notice", phrases()("forkortet", language), malform=language).as_json())
        return text

    async def _understand(self, message: UserMessage) -> dict[str, Any]:
        processor = self._agent().processor
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, lambda: asyncio.run(_parse(processor.parse_message, message)))

    def _store(self) -> Any:
        store = self._agent().tracker_store
        return getattr(store, "_tracker_store", store)  # Rasa wraps stores in one that fails safe


async def _parse(parse: Callable[[UserMessage], Awaitable[dict[str, Any]]], message: UserMessage) -> dict[str, Any]:
    return await parse(message)
