"""A conversation with today's content, on a fixed day."""

from __future__ import annotations

import pytest

from bot.dialogue import Assistant
from tests.talk import Talk, assistant


@pytest.fixture(scope="session")
def bot() -> Assistant:
    return assistant()


@pytest.fixture
def talk(bot: Assistant) -> Talk:
    return Talk(bot)
