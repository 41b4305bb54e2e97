"""Rasa's REST channel with the same care as ours; for developers and machines inside, never for the open internet.

Under `rasa run` only. Personal data is masked, a text is never a command, a button is one that can be offered,
and a message without a sender has a conversation of its own instead of one that all such share.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from rasa.core.channels.rest import RestInput
from sanic.request import Request

from bot.app import Parts
from bot.rasa import process
from bot.rasa.conversations import new_session
from bot.web.api.incoming import made_safe
from bot.web.api.payloads import Payloads
from bot.web.api.request import MAX_TEXT
from bot.web.errors import RequestError


class MaskedRestInput(RestInput):
    """`/webhooks/rest/webhook`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> MaskedRestInput:
        return cls(process.parts())

    async def _extract_sender(self, req: Request) -> str:
        body = req.json
        sender = body.get("sender") if isinstance(body, dict) else None
        return sender[:64] if isinstance(sender, str) and sender.strip() else new_session()

    def _extract_message(self, req: Request) -> str | None:
        body = req.json
        text = body.get("message") if isinstance(body, dict) else None
        if not isinstance(text, str):
            return None
        if text.startswith("/"):
            try:
                return self._payloads.check(text)
            except RequestError:
                pass
        safe, _ = made_safe(text[:MAX_TEXT], None, MAX_TEXT, self._parts.phrases)
        return safe

    @cached_property
    def _payloads(self) -> Payloads:
        from bot.rasa.input import payloads  # the other channel, which makes them, imports the web pages as well

        return payloads(self._parts)
