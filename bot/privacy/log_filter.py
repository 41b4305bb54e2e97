"""Masks what is logged, should anything personal ever reach a log line."""

from __future__ import annotations

import logging

from bot.privacy.mask import mask


class MaskingFilter(logging.Filter):
    """Replaces a record's message by its masked form."""

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            record.msg, record.args = mask(record.getMessage()).text, None
        except (TypeError, ValueError):  # a record whose arguments do not fit its message
            record.msg, record.args = "a log line that could not be written", None
        return True
