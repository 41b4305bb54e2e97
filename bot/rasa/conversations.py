"""Carries one message to Rasa and its reply back: sessions, masking, bounds."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.lock_store import LockError
from redis.exceptions import RedisError

from bot.app import Parts
from bot.dialogue.certainty import certainty
from bot.dialogue.message import Message
from bot.dialogue.understanding import Understanding
from bot.language.malform import detect_malform
from bot.language.utterance import Utterance
from bot.rasa.tracker_store import store_of
from bot.settings import Malform
from bot.web.api.incoming import Safe, asks_to_erase, made_safe
from bot.web.api.payloads import Payloads
from bot.web.api.request import ChatRequest
from bot.web.errors import BusyError, UnavailableError, UnknownSessionError
from bot.web.metrics import Metrics

CHANNEL = "veivalg"
MAX_UNDER_WAY = 100
"""Messages answered at once in one process; more are told to wait, so that none waits long."""

WAIT = 0.05
"""Seconds between looks whether the turn before is done."""

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
        parts: the sentences said here, and how long a message is read whole.
        metrics: what is counted.
    """

    def __init__(self, agent: Callable[[], Agent], payloads: Payloads, parts: Parts, metrics: Metrics) -> None:
        self._agent = agent
        self._payloads = payloads
        self._parts = parts
        self._metrics = metrics
        self._under_way = 0
        # Masking and understanding take tens of milliseconds; in a thread they leave the event loop free.
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="understand")

    async def reply(self, request: ChatRequest) -> tuple[str | None, list[dict[str, Any]]]:
        """The session and the messages that answer a request; no session after the person asked to erase it.

        Raises:
            RequestError: 404 for an unknown session, 400 for a payload never offered, 503 when it cannot be answered now.
        """
        if self._under_way >= MAX_UNDER_WAY:
            raise BusyError
        self._under_way += 1
        try:
            return await self._reply(request)
        except (RedisError, LockError) as error:
            logger.error("conversations are out of reach: %s", type(error).__name__)
            raise UnavailableError(self._parts) from None
        finally:
            self._under_way -= 1

    async def _reply(self, request: ChatRequest) -> tuple[str | None, list[dict[str, Any]]]:
        if request.session is not None and not await self._store().has(request.session):
            raise UnknownSessionError
        if request.text is not None and asks_to_erase(request.text):
            return None, [await self._erase(request)]
        session, began = request.session or request.begin or new_session(), time.monotonic()
        if request.payload is not None:
            safe = Safe(self._payloads.check(request.payload), [], ())
        else:
            assert request.text is not None
            loop = asyncio.get_running_loop()
            max_chars, say = self._parts.settings.max_message_chars, self._parts.phrases
            safe = await loop.run_in_executor(self._pool, made_safe, request.text, request.malform, max_chars, say)
        context = {"kommune": request.kommune, "malform": request.malform, "sidens_malform": request.page_malform}
        output = JsonOutput()
        message = UserMessage(
            safe.text, output, session, input_channel=CHANNEL, metadata={"context": {k: v for k, v in context.items() if v}}
        )
        agent = self._agent()
        if not agent.is_ready():
            raise UnavailableError(self._parts)
        # A message is understood within its turn too: else a short one would overtake a long one.
        async with agent.lock_store.lock(session, wait_time_in_seconds=WAIT):
            message.parse_data = await self._understand(message)
            try:
                await agent.processor.handle_message(message)
            except RedisError:
                # Whom to reach in danger is said all the same; any other answer is given when it can be remembered.
                if not any(said.get("help") for said in output.messages):
                    raise
                logger.error("a conversation could not be kept")
        if not output.messages:  # Rasa logs an action's error and goes on; the person still gets an answer
            logger.error("a message was left without an answer")
            output.messages.append(self._apology(request.malform))
        sure = None if request.payload is not None else certainty(Understanding.from_parse(message.parse_data))
        self._metrics.answered(time.monotonic() - began, output.messages, sure, safe.masked)
        return session, output.messages + safe.notices

    async def forget(self, session: str) -> None:
        """Erase a conversation at once; an unknown one is no error, so that asking tells nothing.

        Raises:
            RequestError: 503, the store is out of reach, so that nobody is told of an erasure that did not happen.
        """
        try:
            async with self._agent().lock_store.lock(session, wait_time_in_seconds=WAIT):
                await self._store().delete(session)
        except (RedisError, LockError) as error:
            logger.error("conversations are out of reach: %s", type(error).__name__)
            raise UnavailableError(self._parts) from None

    async def _erase(self, request: ChatRequest) -> dict[str, Any]:
        if request.session is not None:
            await self.forget(request.session)
        language: Malform = request.malform or detect_malform(Utterance(request.text or "")) or "nb"  # type: ignore[assignment]
        return Message("notice", self._parts.phrases("slettet", language), malform=language).as_json()

    def _apology(self, malform: str | None) -> dict[str, Any]:
        language: Malform = malform or "nb"  # type: ignore[assignment]
        number = self._parts.library.figures.show("telefon.nav", language, self._parts.today())
        return Message("notice", self._parts.phrases("feil", language, number), malform=language).as_json()

    async def _understand(self, message: UserMessage) -> dict[str, Any]:
        processor = self._agent().processor
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, lambda: asyncio.run(_parse(processor.parse_message, message)))

    def _store(self) -> Any:
        return store_of(self._agent())


async def _parse(parse: Callable[[UserMessage], Awaitable[dict[str, Any]]], message: UserMessage) -> dict[str, Any]:
    return await parse(message)
