"""Keeps what people write, and the keys to their conversations, out of the logs.

Rasa's own lines below warning quote messages and slots, so they are dropped at any log level; what is
left is masked, loses session ids, and tells of an error its kind and place but never its message, which
may quote the person.
"""

from __future__ import annotations

import logging
import re
from collections.abc import MutableMapping
from traceback import format_tb
from typing import Any

from bot.privacy.mask import mask

QUOTING = ("rasa", "rasa_sdk")
"""Loggers whose lines below warning are dropped."""

_SESSION = re.compile(r"(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{22}(?![\w-])")


class MaskingFilter(logging.Filter):
    """Makes a record safe to write, or drops it."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.WARNING and record.name.partition(".")[0] in QUOTING:
            return False
        try:
            message = record.getMessage()
        except (TypeError, ValueError):  # a record whose arguments do not fit its message
            message = "a log line that could not be written"
        if record.exc_info and record.exc_info[0]:
            message = f"{message.partition(': ')[0]}\n{record.exc_info[0].__name__}\n{''.join(format_tb(record.exc_info[2]))}"
        record.msg, record.args = _SESSION.sub("[samtale]", mask(message).text), None
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def event_only(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor: Rasa's events keep their name; their values quote messages, slots and trackers."""
    return {"event": event.get("event", "")}
