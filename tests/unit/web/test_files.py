"""The files the browser gets are small, and their address changes with them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from bot.web.files import FOREVER, Files, files, slim, static_files
from tests.unit.serving import served


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


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with served(static_files()) as address:
        yield address


def test_a_file_of_today_is_kept_and_one_of_another_version_is_not(base: str) -> None:
    today = requests.get(base + files().address("chat.js"), timeout=10)
    assert (today.headers["Cache-Control"], today.headers["Content-Encoding"]) == (FOREVER, "gzip")
    other = requests.get(f"{base}/static/0000000000/chat.js", headers={"Accept-Encoding": "identity"}, timeout=10)
    assert other.headers["Cache-Control"] == "no-cache"
    assert "Content-Encoding" not in other.headers
    assert other.content == today.content
    assert requests.get(f"{base}/static/0000000000/finnes-ikke.js", timeout=10).status_code == 404


def test_what_must_keep_its_address_does(base: str) -> None:
    for name in ("embed.js", "sw.js"):
        answer = requests.get(f"{base}/{name}", timeout=10)
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.headers["Cache-Control"] != FOREVER
