"""Rasa's REST channel with the same care as ours; for developers and machines inside, never for the open internet.

Under `rasa run` only. Personal data is masked, a text is never a command, a button is one that can be offered,
and a message without a sender has a conversation of its own instead of one that all such share.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from rasa.core.channels.rest import RestInput
from sanic.exceptions import InvalidUsage
from sanic.request import Request

from bot.app import Parts
from bot.rasa import process
from bot.rasa.conversations import new_session
from bot.web.api.incoming import made_safe
from bot.web.api.payloads import Payloads
from bot.web.api.request import MAX_TEXT
from bot.web.errors import RequestError

FIELDS: dict[str, type] = {"sender": str, "message": str, "input_channel": str, "metadata": dict}
"""What Rasa reads of a body, and of which type it must be when it is there."""


class MaskedRestInput(RestInput):
    """`/webhooks/rest/webhook`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> MaskedRestInput:
        return cls(process.parts())

    async def _extract_sender(self, req: Request) -> str:
        """Who writes. Rasa asks for this first, so that the whole body is checked here, before it trusts any of it."""
        body = req.json
        if not isinstance(body, dict) or any(not isinstance(body.get(name) or kind(), kind) for name, kind in FIELDS.items()):
            raise InvalidUsage("Send a JSON object with a message, and if you like a sender, an input_channel and metadata.")
        sender = body.get("sender")
        return sender[:64] if isinstance(sender, str) and sender.strip() else new_session()

    def _extract_message(self, req: Request) -> str | None:
        text = req.json.get("message")
        if text is None:
            return None
        if text.startswith("/"):
            try:
                return self._payloads.check(text)
            except RequestError:
                pass
        return made_safe(text[:MAX_TEXT], None, MAX_TEXT, self._parts.phrases).text

    @cached_property
    def _payloads(self) -> Payloads:
        from bot.rasa.input import payloads  # the other channel, which makes them, imports the web pages as well

        return payloads(self._parts)
