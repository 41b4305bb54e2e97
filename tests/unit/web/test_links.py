"""Links to topics and guides: short, and never dead."""

from __future__ import annotations

import pytest

from bot.web.files import Files, slim
from bot.web.pages.place import Destination, destination_of_short, goal_named
from bot.web.pages.render import PHONES, WEB, soft, with_phones
from bot.web.pages.sharing import embed_line, qr_code
from tests.parts import PARTS


def _narvik(goal: str | None, malform: str = "nb") -> Destination:
    return Destination(goal, PARTS.directory.kommune("1806"), malform)  # type: ignore[arg-type]


def test_other_addresses_lead_somewhere_and_shadow_nothing() -> None:
    for old, new in PARTS.other_names.items():
        assert new in PARTS.library, f"{old} leads to {new}, which is no topic"
        assert old not in PARTS.library, f"{old} is a topic itself"


@pytest.mark.parametrize("goal", [None, "kvp", "guide.hvilken_rett"])
@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
@pytest.mark.parametrize("place", [True, False])
def test_a_short_link_says_the_same_as_the_long(goal: str | None, malform: str, place: bool) -> None:
    to = _narvik(goal, malform) if place else Destination(goal, None, malform)  # type: ignore[arg-type]
    short = to.short()
    assert destination_of_short(PARTS, short.removeprefix("/d/").removeprefix("/")) == to
    assert len(short) < len("/d/guide.vei_til_fagbrev/1806/nn") + 1


def test_where_links_lead() -> None:
    assert _narvik("kvp", "nn").path() == "/t/kvp?k=1806&m=nn"
    assert _narvik("guide.hvilken_rett").path() == "/?tema=guide.hvilken_rett&k=1806"
    assert _narvik("guide.hvilken_rett").payload == '/dialog_guide{"guide": "hvilken_rett"}'
    assert Destination(None, None, "nb").path() == "/"


@pytest.mark.parametrize("name", ["", "finnes_ikke", "guide.finnes_ikke", "guide.", "../etc/passwd", "KVP"])
def test_what_is_no_topic_is_nothing(name: str) -> None:
    assert goal_named(PARTS, name) is None


def test_every_guide_and_old_name_can_be_linked_to() -> None:
    assert all(goal_named(PARTS, f"guide.{guide}") for guide in PARTS.guides)
    assert goal_named(PARTS, "ungdomsrett") == "rett_ungdom"


def test_the_line_cannot_be_broken_out_of() -> None:
    line = embed_line("https://x.example", _narvik("kvp"), tekst='"><script>alert(1)</script>')
    assert line.count("<script") == 1
    assert line.count(">") == 2


def test_a_code_is_as_small_as_its_link() -> None:
    short, long = "https://veivalg.no/d/kvp/1806", "https://veivalg.no/t/kvp?k=1806&m=nn&utm_source=plakat&utm_medium=papir"
    assert len(qr_code(short, "svg")) < len(qr_code(long, "svg"))
    assert qr_code(short, "png").startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Ring 116 111 eller 113.", ["116 111", "113"]),
        ("55 55 33 33", ["55 55 33 33"]),
        ("915 08 588", ["915 08 588"]),
        ("278\u00a0697 kroner, 112 kr", []),
        ("§ 113, 113a og 1130", []),
    ],
)
def test_numbers_that_can_be_called(text: str, numbers: list[str]) -> None:
    assert [match[0] for match in PHONES.finditer(text)] == numbers
    assert str(with_phones(text)).count('href="tel:') == len(numbers)


def test_text_around_numbers_stays_text() -> None:
    assert str(with_phones("<b> 113 & mer")) == '&lt;b&gt; <a class="tel" href="tel:113">113</a> &amp; mer'


def test_the_browser_has_the_same_pattern() -> None:
    view = (WEB / "static" / "view.js").read_text(encoding="utf-8")
    assert PHONES.pattern in view


def test_long_compounds_may_break() -> None:
    assert soft("Kvalifiseringsprogrammet (KVP)") == "Kvalifiserings\u00adprogrammet (KVP)"
    assert soft("Lærling") == "Lærling"


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
