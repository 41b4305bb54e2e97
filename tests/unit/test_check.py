"""`python -m bot check` over our content, a folder, and local knowledge."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import check
from bot.check import main
from bot.content import load_library
from tests.unit.content.content_example import NARVIK, NARVIK_OFFICE, OFFICE, TOPIC, local_folder, write


@pytest.mark.parametrize(("arguments", "code", "told"), [
    ([], 0, "2 topics: 0 findings, 0 warnings"),
    (["--as-of", "2027-05-02"], 1, "the check was due"),
    (["--as-of", "2027-04-20"], 0, "2 warnings"),
    (["--stats"], 0, "LIX, short answers (nb)"),
    (["--local", "/finnes/ikke"], 2, "There is no folder"),
])  # fmt: skip
def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, told: str) -> None:
    assert main(["--content", str(write(tmp_path)), *arguments]) == code
    output = capsys.readouterr()
    assert told in output.out + output.err


def test_the_command_checks_the_local_folder_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    local = local_folder(
        tmp_path / "lokalt",
        content__nav__kvp_yml=TOPIC.replace(NARVIK, "9999"),
        contacts__kontor_csv=OFFICE + NARVIK_OFFICE,
    )
    monkeypatch.setenv("VEIVALG_LOKALT", str(local))
    assert main(["--as-of", "2026-11-24", str(local)]) == 1
    output = capsys.readouterr()
    assert "there is no kommune or fylke 9999" in output.out
    assert "1 local folders" in output.err
    (local / "content/nav/kvp.yml").write_text(TOPIC.lstrip(), encoding="utf-8")
    assert main(["--as-of", "2026-11-24", str(local)]) == 0, capsys.readouterr().out


def test_a_topic_that_cannot_be_read_hides_no_other_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write(tmp_path, "nav/kvp.yml", "id: kvp", "id: kvq")
    monkeypatch.setattr(check, "CONTENT", content)
    monkeypatch.setattr(check, "out_of_date", lambda: load_library(content))  # as it reads our own topics
    assert main(["--content", str(content)]) == 1
    output = capsys.readouterr()
    assert "the file is called «kvp» [unreadable]" in output.out
    assert "2 topics: " in output.err
