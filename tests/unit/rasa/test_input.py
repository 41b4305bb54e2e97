"""The channel lets through what today's content, places and guides can offer."""

from __future__ import annotations

import pytest
from sanic import Sanic
from sanic.blueprint_group import BlueprintGroup

from bot.rasa.input import VeivalgInput, payloads
from bot.web.errors import BadPayloadError
from bot.web.health import health
from bot.web.metrics import metrics_of, metrics_page
from tests.parts import PARTS


async def nobody(message: object) -> None:
    raise AssertionError("no message goes to Rasa's own handler")


def test_every_topic_and_guide_can_be_pressed_and_its_facts_only_with_their_values() -> None:
    allowed = payloads(PARTS)
    for topic in PARTS.library:
        assert allowed.check(f"/{topic.id}") == f"/{topic.id}"
    for guide in PARTS.guides:
        assert allowed.check(f'/dialog_guide{{"guide": "{guide}"}}')
    assert allowed.check('/dialog_guide{"guide": "hvilken_rett", "fakta": "vgo", "verdi": "pabegynt"}')
    with pytest.raises(BadPayloadError):
        allowed.check('/dialog_guide{"guide": "hvilken_rett", "fakta": "vgo", "verdi": "kanskje"}')
    with pytest.raises(BadPayloadError):
        allowed.check('/dialog_sted{"nummer": "9999"}')


def test_everything_the_browser_talks_to_is_one_group() -> None:
    group = VeivalgInput(PARTS).blueprint(nobody)
    assert isinstance(group, BlueprintGroup)
    assert {blueprint.name for blueprint in group.blueprints} == {
        "api",
        "files",
        "hints",
        "manifest",
        "pages",
        "guides",
        "contacts",
        "sharing",
        "editors",
    }
    assert VeivalgInput.name() == "veivalg"


def test_whoever_asks_for_the_head_alone_gets_it_wherever_there_is_a_page() -> None:
    """Uptime checks and link checkers ask with HEAD (RFC 9110 § 9.1: every server must answer it)."""
    Sanic.test_mode = True
    app = Sanic("heads", configure_logging=False)
    app.blueprint(VeivalgInput(PARTS).blueprint(nobody))
    app.blueprint(health())
    app.blueprint(metrics_page(metrics_of(PARTS)))
    methods: dict[str, set[str]] = {}
    for route in app.router.routes:
        methods.setdefault(route.path, set()).update(route.methods)
    read = {path for path, allowed in methods.items() if "GET" in allowed}
    assert len(read) > 20
    assert sorted(path for path in read if "HEAD" not in methods[path]) == []
