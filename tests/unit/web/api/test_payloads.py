"""Only buttons that the assistant offers may be pressed."""

from __future__ import annotations

import json
from functools import lru_cache, partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.web.api.payloads import Payloads
from bot.web.errors import RequestError
from tests.parts import PARTS
from tests.thorough import examples

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@lru_cache(maxsize=1)
def payloads() -> Payloads:
    """What today's content, places and guides can offer (bot/rasa/input.py makes the same)."""
    guides = {name: {fact: partial(guide.accepts, fact) for fact in guide.facts} for name, guide in PARTS.guides.items()}
    topics = {topic.id: frozenset(passage.id for passage in topic.passages) for topic in PARTS.library}
    return Payloads(topics, PARTS.directory.knows, PARTS.directory.knows_district, guides)


ENTITIES = st.dictionaries(
    st.sampled_from(["fasett", "svar", "malform", "nummer", "bydel", "guide", "fortsett", "fakta", "verdi", "tema"]), JSON, max_size=4
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


@settings(max_examples=examples(500), deadline=None)
@given(INTENTS, ENTITIES)
def test_any_payload_is_offered_or_refused(intent: str, entities: dict[str, Any]) -> None:
    allowed = payloads()
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


@settings(max_examples=examples(300), deadline=None)
@given(st.text(max_size=60))
def test_any_text_as_payload_is_refused(text: str) -> None:
    with pytest.raises(RequestError):
        payloads().check("x" + text)


@pytest.mark.parametrize(
    "payload",
    [
        '/kvp{"fasett": []}',
        '/kvp{"fasett": {}}',
        '/kvp{"svar": []}',
        '/kvp{"svar": "hva_annet_enn_det_som_er_der"}',
        '/kvp{"svar": "SVAR", "fasett": "penger"}',
        '/dialog_malform{"malform": []}',
        '/dialog_guide{"guide": "hvilken_rett", "fortsett": true}',
        '/dialog_guide{"guide": "hvilken_rett", "fakta": "skostorrelse"}',
        '/dialog_guide{"guide": "hvilken_rett", "fakta": []}',
        '/dialog_guide{"guide": "hvilken_rett", "fakta": "vgo", "verdi": null}',
        "/kvp{}x",
        "/kvp\n",
        "/KVP",
        "/kvp {}",
        "/restart;kvp",
    ],
)
def test_near_misses_are_refused(payload: str) -> None:
    with pytest.raises(RequestError):
        payloads().check(payload)


def test_every_question_of_a_topic_may_be_asked() -> None:
    for topic in PARTS.library:
        for passage in topic.passages:
            payload = f'/{topic.id}{{"svar": "{passage.id}"}}'
            assert payloads().check(payload) == payload


def test_a_guide_may_be_led_back_to_a_question_of_its_own() -> None:
    payload = '/dialog_guide{"guide": "hvilken_rett", "fakta": "vgo"}'
    assert payloads().check(payload) == payload
