"""The form of a request, and which buttons may be pressed."""

from __future__ import annotations

import json
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import load_library
from bot.rasa.input import payloads
from bot.settings import MALFORMER
from bot.web import errors
from bot.web.api.openapi import openapi
from bot.web.api.request import MAX_TEXT, read_chat_request
from bot.web.errors import RequestError
from bot.web.malform import spoken
from tests.parts import PARTS

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.dictionaries(
    st.sampled_from(["session", "begin", "text", "payload", "context", "sender", "kommune", "malform"]), JSON, max_size=5
)


@settings(max_examples=500, deadline=None)
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


ENTITIES = st.dictionaries(
    st.sampled_from(["fasett", "malform", "nummer", "bydel", "guide", "fortsett", "fakta", "verdi", "tema"]), JSON, max_size=4
)
INTENTS = st.sampled_from(
    [
        "kvp",
        "krise",
        "dialog_guide",
        "dialog_sted",
        "dialog_malform",
        "dialog_avbryt",
        "dialog_hvorfor",
        "restart",
        "session_start",
        "back",
        "action_svar",
        "external",
        "nlu_fallback",
    ]
)


@settings(max_examples=500, deadline=None)
@given(INTENTS, ENTITIES)
def test_any_payload_is_offered_or_refused(intent: str, entities: dict[str, Any]) -> None:
    allowed = payloads(PARTS)
    payload = f"/{intent}{json.dumps(entities)}" if entities else f"/{intent}"
    try:
        written = allowed.check(payload)
    except RequestError as refused:
        status = refused.status
    else:
        status = 400
        assert intent not in ("restart", "session_start", "back", "action_svar", "external", "nlu_fallback")
        assert written.startswith(f"/{intent}")
    assert status == 400


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_as_payload_is_refused(text: str) -> None:
    with pytest.raises(RequestError):
        payloads(PARTS).check("x" + text)


@pytest.mark.parametrize(
    "payload",
    [
        '/kvp{"fasett": []}',
        '/kvp{"fasett": {}}',
        '/dialog_malform{"malform": []}',
        '/dialog_guide{"guide": "hvilken_rett", "fortsett": true}',
        "/kvp{}x",
        "/kvp\n",
        "/KVP",
        "/kvp {}",
        "/restart;kvp",
    ],
)
def test_near_misses_are_refused(payload: str) -> None:
    with pytest.raises(RequestError):
        payloads(PARTS).check(payload)


def test_the_number_in_the_errors_is_the_one_in_figures() -> None:
    number = load_library().figures.show("telefon.nav", "nb", date.today())
    for error in (errors.SwitchedOffError(PARTS), errors.UnavailableError(PARTS)):
        assert number in error.told(PARTS.error_texts, "en")


@pytest.mark.parametrize(
    ("query", "languages", "expected"),
    [
        ("", "nn-NO,nn;q=0.9,en;q=0.8", "nn"),
        ("", "sv,en;q=0.8", "en"),
        ("", "", "nb"),
        ("", "no", "nb"),
        ("m=en", "nn", "en"),
        ("m=xx", "nn", "nn"),
    ],
)
def test_an_error_is_told_in_the_language_of_the_one_who_met_it(query: str, languages: str, expected: str) -> None:
    request: Any = SimpleNamespace(headers={"accept-language": languages}, args=dict(pair.split("=") for pair in query.split("&") if pair))
    assert spoken(request) == expected


def test_every_error_has_its_sentence() -> None:
    known = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.KnownError) and hasattr(kind, "code")
    ]
    assert len(known) > 8
    for kind in known:
        error = kind(PARTS) if issubclass(kind, errors.ByTelephoneError) else kind()
        assert error.told(PARTS.error_texts, "nb") != error.told(PARTS.error_texts, "en")
        assert all(error.told(PARTS.error_texts, code).endswith(".") for code in MALFORMER)
    told = errors.bad_field("facts", "right", {"nb": "feil.", "nn": "gale.", "en": "wrong."})
    assert [told.told(PARTS.error_texts, code).rsplit(": ", 1)[1] for code in MALFORMER] == ["feil.", "gale.", "wrong."]


def test_the_description_names_the_guides_the_limits_and_every_operation_once() -> None:
    described = openapi()
    assert set(described["paths"]["/api/guides/{guide}"]["post"]["parameters"][0]["schema"]["enum"]) == set(PARTS.guides)
    assert described["components"]["schemas"]["ChatRequest"]["properties"]["text"]["maxLength"] == MAX_TEXT
    operations = [operation["operationId"] for path in described["paths"].values() for operation in path.values()]
    assert len(operations) == len(set(operations))


def test_a_problem_met_again_keeps_nothing_of_the_first_request() -> None:
    met = []
    for _ in range(2):
        with pytest.raises(RequestError) as refused:
            read_chat_request([])
        met.append(refused.value)
    assert met[0] is not met[1]
