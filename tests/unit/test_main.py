"""`python -m bot`: what an operator can mend is told in one sentence, without a traceback."""

from __future__ import annotations

from tests.unit.command import run


def test_a_terminal_without_our_quotation_marks_is_no_fault() -> None:
    told = run("guide", "hvilken_lov", PYTHONIOENCODING="ascii")
    assert told.returncode == 2
    assert "There is no guide ?hvilken_lov?" in told.stderr
    assert "Traceback" not in told.stderr
    assert run("--help", PYTHONIOENCODING="ascii").returncode == 0
