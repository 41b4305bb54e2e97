"""The files the browser gets are small, and their address changes with them."""

from __future__ import annotations

import pytest

from bot.web.files import Files, slim


def test_only_comments_on_lines_of_their_own_go() -> None:
    assert slim(".js", b"// away\nconst a = 'x // y'; // stays\n  /* away\n  too */\nb();\n") == b"const a = 'x // y'; // stays\nb();"
    assert slim(".svg", b"  <svg/>\n") == b"  <svg/>\n"


def test_the_address_of_files_changes_with_them(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.js").write_text("a()")
    before = Files(tmp_path)
    (tmp_path / "a.js").write_text("b()")
    after = Files(tmp_path)
    assert before.address("a.js") != after.address("a.js")
    with pytest.raises(KeyError):
        after.address("../secret.js")
