"""How a line of the log is written, and where to: a file, the terminal, or JSON for whoever collects logs."""

from __future__ import annotations

import json
import logging
import sys
from logging.handlers import WatchedFileHandler
from pathlib import Path

from bot.settings import Logs
from bot.web.request_id import NONE, current

PLAIN = "%(asctime)s %(levelname)s %(name)s %(message)s"


class PlainLines(logging.Formatter):
    """For people; the request stands at the end, when there is one."""

    def __init__(self) -> None:
        super().__init__(PLAIN)

    def format(self, record: logging.LogRecord) -> str:
        line, request = super().format(record), current.get()
        return line if request == NONE else f"{line} [{request}]"


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S") + f".{int(record.msecs):03d}",
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if current.get() != NONE:
            line["request"] = current.get()
        return json.dumps(line, ensure_ascii=False)


def handler_for(logs: Logs, log_file: Path) -> logging.Handler:
    """What writes the log.

    Args:
        logs: where to.
        log_file: the file, when it is one; opened anew when it was moved away, as logrotate does.
    """
    handler: logging.Handler
    if logs == "file":
        log_file.parent.mkdir(parents=True, exist_ok=True)
        handler = WatchedFileHandler(log_file, encoding="utf-8")
    else:
        handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonLines() if logs == "json" else PlainLines())
    return handler
