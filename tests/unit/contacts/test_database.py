"""A database that cannot be used is told of in one sentence, without its password."""

from __future__ import annotations

import pytest

from bot.contacts.preparation import ensure_imported
from bot.errors import OperatorError
from tests.unit.command import run


@pytest.mark.parametrize("url", ["postgresql+psycopg2://u:hemmelig@127.0.0.1:1/x", "nonsense", "nosuch://x", "sqlite:////proc/none/x.db"])
def test_a_contact_database_that_cannot_be_used(url: str) -> None:
    with pytest.raises((OperatorError, OSError)) as refused:
        ensure_imported(url)
    assert "\n" not in str(refused.value)
    assert "hemmelig" not in str(refused.value)
    told = run("contacts", "import", VEIVALG_CONTACTS_URL=url)
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1
