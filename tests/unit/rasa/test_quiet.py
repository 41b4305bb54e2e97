"""Noise goes to a log file, masked, and nothing of it to the terminal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import ROOT

SCRIPT = """
import logging, os, sys, warnings
from pathlib import Path
from bot.rasa.quiet import quieten
quieten(Path(sys.argv[1]))
logging.getLogger("bot").warning("tlf 412 34 567")
logging.getLogger("rasa").info("hemmelig")
warnings.warn("old")
import structlog
structlog.get_logger("rasa").warning("event.name", text="hemmelig")
print(os.environ["RASA_TELEMETRY_ENABLED"])
"""


def test_logging_is_masked_and_in_the_file(tmp_path: Path) -> None:
    log = tmp_path / "var" / "x.log"
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(log)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("false\n", "")
    written = log.read_text(encoding="utf-8")
    assert "WARNING bot tlf [telefon]" in written
    assert "event.name" in written
    assert "hemmelig" not in written


PRINTED = """
import sys
from pathlib import Path
from bot.rasa.quiet import printed_to, quieten
quieten(Path(sys.argv[1]), sys.argv[2])
with printed_to():
    print("én, tlf 412 34 567")
    print("to", file=sys.stderr, end="")
print("etterpå")
"""


@pytest.mark.parametrize("logs", ["file", "json"])
def test_what_is_printed_meanwhile_is_in_the_log_and_masked(tmp_path: Path, logs: str) -> None:
    log = tmp_path / "x.log"
    done = subprocess.run([sys.executable, "-c", PRINTED, str(log), logs], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    *lines, last = done.stdout.splitlines()
    assert last == "etterpå"
    if logs == "file":
        assert lines == []
        assert [line.partition(" printed ")[2] for line in log.read_text(encoding="utf-8").splitlines()] == ["én, tlf [telefon]", "to"]
    else:
        assert not log.exists()
        assert [json.loads(line)["message"] for line in lines] == ["én, tlf [telefon]", "to"]
