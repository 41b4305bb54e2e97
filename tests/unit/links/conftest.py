"""One server that plays every fault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.links.played import Played, playing


@pytest.fixture(scope="session")
def server() -> Iterator[Played]:
    with playing() as played:
        yield played
