"""Rasa's REST channel with the same masking as ours; for developers and machines inside."""

from __future__ import annotations

from rasa.core.channels.rest import RestInput
from sanic.request import Request

from bot.language.normalise import tidy
from bot.privacy.mask import mask


class MaskedRestInput(RestInput):
    """`/webhooks/rest/webhook`, with personal data masked before Rasa sees the message."""

    def _extract_message(self, req: Request) -> str | None:
        text = super()._extract_message(req)
        return mask(tidy(text)).text if isinstance(text, str) else None
