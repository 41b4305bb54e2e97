"""An answer is judged by its status, its headers and what the page says."""

from __future__ import annotations

import pytest

from bot.links.verdict import Response, judge, read_page
from tests.unit.links.played import page


@pytest.mark.parametrize(("status", "headers", "title", "kind"), [
    (404, {"cf-mitigated": "challenge"}, "Just a moment", "dead"),
    (200, {"X-Iinfo": "1"}, "", "blocked"),
    (999, {}, "", "blocked"),
    (304, {}, "", "unsure"),
])  # fmt: skip
def test_judging_an_answer(status: int, headers: dict[str, str], title: str, kind: str) -> None:
    assert judge(Response("https://x.no/a", status, headers, page(title))).kind == kind


def test_a_page_is_read_as_a_reader_sees_it() -> None:
    read = read_page("<title>Tittel</title><svg><title>404</title></svg><script>not found</script><h1>En <b>ting</b></h1><h1>To</h1><p>Her")
    assert (read.title, read.heading) == ("Tittel", "En ting")
    assert "not found" not in read.text
