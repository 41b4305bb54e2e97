"""Keeps Rasa's and its libraries' noise out of the terminal and in a log file."""

from __future__ import annotations

import logging
import os
import warnings
from pathlib import Path

from bot.settings import ROOT

LOG_FILE = ROOT / "var" / "veivalg.log"


def quieten(log_file: Path = LOG_FILE) -> None:
    """Send all logging to a file, silence warnings, and turn telemetry off; call before Rasa is imported."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    warnings.simplefilter("ignore")
    log_file.parent.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        filename=log_file,
        level=os.environ.get("LOG_LEVEL", "INFO"),
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
        force=True,
    )
    try:
        from bot.privacy.log_filter import MaskingFilter
    except ImportError:  # pragma: no cover
        return
    for handler in logging.getLogger().handlers:
        handler.addFilter(MaskingFilter())
