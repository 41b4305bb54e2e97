"""Keeps Rasa's and its libraries' noise out of the terminal and in a log file."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import structlog

from bot.rasa.log_filter import MaskingFilter, event_only
from bot.settings import ROOT

LOG_FILE = ROOT / "var" / "veivalg.log"


def quieten(log_file: Path = LOG_FILE) -> None:
    """Send all logging to a file, silence warnings, and turn telemetry off; call before Rasa is imported."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    os.environ["TQDM_DISABLE"] = "1"
    warnings.simplefilter("ignore")
    log_file.parent.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        filename=log_file,
        level=os.environ.get("LOG_LEVEL", "INFO"),
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
        force=True,
    )
    for handler in logging.getLogger().handlers:
        handler.addFilter(MaskingFilter())
    # Rasa logs messages and slots at debug level through structlog, which by itself prints to the terminal.
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.stdlib.LoggerFactory(),
        processors=[event_only, structlog.processors.KeyValueRenderer()],
    )


@contextmanager
def printed_to(log_file: Path = LOG_FILE) -> Iterator[None]:
    """Whatever is printed meanwhile goes to the log file."""
    with log_file.open("a", encoding="utf-8") as file, redirect_stdout(file), redirect_stderr(file):
        yield
