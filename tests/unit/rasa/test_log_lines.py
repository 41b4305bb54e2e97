"""A line of the log, for people and for programs, and a file that is opened anew after rotation."""

from __future__ import annotations

import json
import logging
import sys
from contextvars import copy_context
from pathlib import Path

from bot.rasa.log_lines import JsonLines, PlainLines, handler_for
from bot.web.request_id import current

RECORD = logging.LogRecord("bot.web", logging.ERROR, __file__, 1, "ikke «bra»\nto %s", ("linjer",), None)


def in_request(formatter: logging.Formatter) -> str:
    def told() -> str:
        current.set("0af7651916cd43dd")
        return formatter.format(RECORD)

    return copy_context().run(told)


def test_json_is_one_line_with_the_request() -> None:
    line = in_request(JsonLines())
    assert "\n" not in line
    told = json.loads(line)
    assert told.pop("time").startswith("20")
    assert told == {"level": "ERROR", "logger": "bot.web", "message": "ikke «bra»\nto linjer", "request": "0af7651916cd43dd"}
    assert "request" not in json.loads(JsonLines().format(RECORD))


def test_plain_lines_end_with_the_request() -> None:
    assert in_request(PlainLines()).endswith("ERROR bot.web ikke «bra»\nto linjer [0af7651916cd43dd]")
    assert PlainLines().format(RECORD).endswith("to linjer")


def test_a_file_that_is_moved_away_is_opened_anew(tmp_path: Path) -> None:
    log = tmp_path / "var" / "x.log"
    handler = handler_for("file", log)
    handler.emit(RECORD)
    log.rename(log.with_suffix(".1"))
    handler.emit(RECORD)
    handler.close()
    assert log.read_text(encoding="utf-8").count("ERROR") == log.with_suffix(".1").read_text(encoding="utf-8").count("ERROR") == 1


def test_the_terminal_gets_the_rest() -> None:
    for logs in ("console", "json"):
        handler = handler_for(logs, Path("/finnes/ikke/x.log"))  # type: ignore[arg-type]
        assert isinstance(handler, logging.StreamHandler)
        assert handler.stream is sys.stdout
