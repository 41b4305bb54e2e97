"""The form of a request."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.web.api.request import MAX_TEXT, read_chat_request
from bot.web.errors import RequestError
from tests.parts import PARTS
from tests.thorough import examples

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


FIELDS = st.dictionaries(
    st.sampled_from(["session", "begin", "text", "payload", "context", "sender", "kommune", "malform"]), JSON, max_size=5
)


@settings(max_examples=examples(500), deadline=None)
@given(JSON | FIELDS)
def test_any_json_is_read_or_refused_with_a_sentence(body: Any) -> None:
    try:
        wanted = read_chat_request(body)
    except RequestError as refused:
        told = refused
    else:
        told = None
        assert (wanted.text is None) != (wanted.payload is None)
        assert wanted.text is None or 0 < len(wanted.text) <= MAX_TEXT
    assert told is None or (400 <= told.status < 500 and told.told(PARTS.error_texts, "nb").endswith("."))


def test_a_problem_met_again_keeps_nothing_of_the_first_request() -> None:
    met = []
    for _ in range(2):
        with pytest.raises(RequestError) as refused:
            read_chat_request([])
        met.append(refused.value)
    assert met[0] is not met[1]
