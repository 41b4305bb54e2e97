"""Nothing of what people write reaches a log, at any level."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.rasa.conversations import new_session
from bot.rasa.log_filter import MaskingFilter, event_only

SECRET = "jeg har det vondt hjemme"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(MaskingFilter())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def test_rasas_chatter_is_dropped_at_any_level(written: io.StringIO) -> None:
    logging.getLogger("rasa.core.processor").debug("Received user message '%s'", SECRET)
    logging.getLogger("rasa_sdk.executor").info(SECRET)
    logging.getLogger("rasa").warning("the model is old")
    assert written.getvalue() == "the model is old\n"


def test_personal_data_is_masked(written: io.StringIO) -> None:
    logging.getLogger("bot").info("tlf %s for %s", "412 34 567", "x@example.com")
    assert written.getvalue() == "tlf [telefon] for [e-post]\n"


def test_an_exception_tells_its_kind_and_place_and_not_what_it_quotes(written: io.StringIO) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        logging.getLogger("bot").exception("could not answer: %s", error)
    text = written.getvalue()
    assert SECRET not in text
    assert "ValueError" in text
    assert "test_log_filter.py" in text


def test_session_ids_are_hidden(written: io.StringIO) -> None:
    for _ in range(200):
        session = new_session()
        logging.getLogger("bot").debug("Issuing ticket for conversation '%s'.", session)
        assert session not in written.getvalue()


def test_a_record_that_cannot_be_written_is_no_error(written: io.StringIO) -> None:
    logging.getLogger("bot").info("%d", SECRET)
    assert SECRET not in written.getvalue()


def test_rasas_structured_lines_keep_their_name_alone(written: io.StringIO) -> None:
    logger = structlog.wrap_logger(
        logging.getLogger("rasa.core.channels.rest"), processors=[event_only, structlog.processors.KeyValueRenderer()]
    )
    logger.error("rest.message.received.timeout", text=SECRET)
    assert "rest.message.received.timeout" in written.getvalue()
    assert SECRET not in written.getvalue()
