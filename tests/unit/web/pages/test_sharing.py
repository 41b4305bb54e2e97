"""Links, codes and the line that embeds the chat."""

from __future__ import annotations

from bot.web.pages.place import Destination
from bot.web.pages.sharing import embed_line, qr_code
from tests import ours


def _narvik(goal: str | None, malform: str = "nb") -> Destination:
    return Destination(goal, ours.directory().kommune("1806"), malform)  # type: ignore[arg-type]


def test_the_line_cannot_be_broken_out_of() -> None:
    line = embed_line("https://x.example", _narvik("kvp"), tekst='"><script>alert(1)</script>')
    assert line.count("<script") == 1
    assert line.count(">") == 2


def test_a_code_is_as_small_as_its_link() -> None:
    short, long = "https://veivalg.no/d/kvp/1806", "https://veivalg.no/t/kvp?k=1806&m=nn&utm_source=plakat&utm_medium=papir"
    assert len(qr_code(short, "svg")) < len(qr_code(long, "svg"))
    assert qr_code(short, "png").startswith(b"\x89PNG")
