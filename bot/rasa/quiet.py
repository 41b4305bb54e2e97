"""Keeps Rasa's and its libraries' noise out of the terminal and in the log."""

from __future__ import annotations

import io
import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import structlog

from bot.rasa.log_filter import MaskingFilter, event_only
from bot.rasa.log_lines import handler_for
from bot.settings import ROOT, Logs

LOG_FILE = ROOT / "var" / "veivalg.log"


def quieten(log_file: Path = LOG_FILE, logs: Logs = "file") -> None:
    """Send all logging to one place, silence warnings, and turn telemetry off; call before Rasa is imported.

    Args:
        log_file: where to, when `logs` is a file.
        logs: what the setting VEIVALG_LOGS says.
    """
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    os.environ["TQDM_DISABLE"] = "1"
    warnings.simplefilter("ignore")
    logging.basicConfig(handlers=[handler_for(logs, log_file)], level=os.environ.get("LOG_LEVEL", "INFO"), force=True)
    for handler in logging.getLogger().handlers:
        handler.addFilter(MaskingFilter())
    # Rasa logs messages and slots at debug level through structlog, which by itself prints to the terminal.
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.stdlib.LoggerFactory(),
        processors=[event_only, structlog.processors.KeyValueRenderer()],
    )


class _Printed(io.TextIOBase):
    """A stream whose lines go to the log."""

    def __init__(self) -> None:
        self._begun = ""

    def write(self, text: str) -> int:
        *whole, self._begun = (self._begun + text).split("\n")
        for line in filter(str.strip, whole):
            logging.getLogger("printed").info("%s", line)
        return len(text)

    def close(self) -> None:
        self.write("\n")
        super().close()


@contextmanager
def printed_to() -> Iterator[None]:
    """Whatever is printed meanwhile goes to the log, masked as all of it."""
    with _Printed() as stream, redirect_stdout(stream), redirect_stderr(stream):  # type: ignore[type-var]
        yield
