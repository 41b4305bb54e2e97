"""Rasa's REST channel with the same care as ours; for developers and machines inside, never for the open internet.

Under `rasa run` only. Personal data is masked, a text is never a command, a button is one that can be offered,
and a message without a sender has a conversation of its own instead of one that all such share.
"""

from __future__ import annotations

from functools import lru_cache

from rasa.core.channels.rest import RestInput
from sanic.request import Request

from bot.rasa.conversations import new_session
from bot.web.api.incoming import made_safe
from bot.web.api.payloads import Payloads
from bot.web.api.request import MAX_TEXT
from bot.web.errors import RequestError


class MaskedRestInput(RestInput):
    """`/webhooks/rest/webhook`."""

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
                return _payloads().check(text)
            except RequestError:
                pass
        safe, _ = made_safe(text[:MAX_TEXT], None, MAX_TEXT)
        return safe


@lru_cache(maxsize=1)
def _payloads() -> Payloads:
    from bot.rasa.input import payloads  # the other channel, which makes them, imports the web pages as well

    return payloads()
