"""A claim that stays unsaid is recognised by its pattern."""

from __future__ import annotations

import pytest

from bot.content.library import CONTENT
from bot.content.unsaid import load_unsaid


@pytest.mark.parametrize("claim", list(load_unsaid(CONTENT / "unsaid.yml")), ids=lambda claim: claim.id)
def test_what_stays_unsaid_is_recognised(claim) -> None:  # type: ignore[no-untyped-def]
    topic = next(iter(claim.topics), None)
    assert claim.made_in(claim.example, topic)
    assert claim.made_in("Spør Nav-kontoret ditt.", topic) is None
    if claim.topics:
        assert claim.made_in(claim.example, "et_annet_tema") is None
