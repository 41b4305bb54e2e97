"""Links, codes and the line that embeds the chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import requests

from bot.web.files import static_files
from bot.web.pages.place import Destination
from bot.web.pages.render import renderer
from bot.web.pages.sharing import embed_frame, embed_line, opening, poster_words, qr_code, sharing
from tests.parts import PARTS
from tests.unit.serving import served


def _narvik(goal: str | None, malform: str = "nb") -> Destination:
    return Destination(goal, PARTS.directory.kommune("1806"), malform)  # type: ignore[arg-type]


def test_the_line_cannot_be_broken_out_of() -> None:
    line = embed_line("https://x.example", _narvik("kvp"), tekst='"><script>alert(1)</script>')
    assert line.count("<script") == 1
    assert line.count(">") == 2


def test_the_frame_is_the_embedded_chat_and_cannot_be_broken_out_of() -> None:
    frame = embed_frame("https://x.example", _narvik("kvp", "nn"), "#0b5563", "Opne <her>")
    assert 'src="https://x.example/?e=1&amp;m=nn&amp;k=1806&amp;tema=kvp&amp;c=0b5563"' in frame
    assert '<a href="https://x.example/?m=nn&amp;k=1806&amp;tema=kvp&amp;c=0b5563"' in frame, (
        "where it is refused the browser shows nothing"
    )
    assert "Opne &lt;her&gt;</a>" in frame
    assert embed_frame('https://x.example/"><b>', _narvik(None), None, "x").count(">") == 6


def test_a_code_is_as_small_as_its_link() -> None:
    short, long = "https://veivalg.no/d/kvp/1806", "https://veivalg.no/t/kvp?k=1806&m=nn&utm_source=plakat&utm_medium=papir"
    assert len(qr_code(short, "svg")) < len(qr_code(long, "svg"))
    assert qr_code(short, "png").startswith(b"\x89PNG")


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with served(static_files(), sharing(PARTS, renderer(PARTS))) as address:
        yield address


@pytest.mark.parametrize(
    ("short", "status", "where"),
    [
        ("kvp/1806/nn", 302, "/t/kvp?k=1806&m=nn"),
        ("nn/kvp", 302, "/t/kvp?m=nn"),
        ("1806", 302, "/?k=1806"),
        ("finnes_ikke", 404, None),
        ("nn", 302, "/?m=nn"),
        ("kontakt_nav/5401", 302, "/t/kontakt_nav?k=5501"),
        ("kontakt_nav/1507", 302, "/t/kontakt_nav?k=1507"),
        ("1507", 302, "/?k=1507"),
        ("kontakt/1806/nn", 302, "/kontakt/narvik?m=nn"),
        ("kontakt", 302, "/kontakt"),
    ],
)
def test_a_short_link_leads_to_its_page(base: str, short: str, status: int, where: str | None) -> None:
    answer = requests.get(f"{base}/d/{short}", timeout=10, allow_redirects=False)
    assert (answer.status_code, answer.headers.get("Location")) == (status, where)


def test_a_code_is_a_picture_of_a_known_kind(base: str) -> None:
    assert requests.get(f"{base}/qr/svg?tema=kvp", timeout=10).headers["content-type"] == "image/svg+xml"
    assert requests.get(f"{base}/qr/png?tema=kvp", timeout=10).content.startswith(b"\x89PNG")
    assert requests.get(f"{base}/qr/pdf", timeout=10).status_code == 404


def test_the_maker_shows_the_line_to_paste_and_the_trial_runs_it(base: str) -> None:
    query = "tema=kvp&k=1806&c=0b5563&tekst=%22%3E%3Cscript%3E&plass=her"
    page = requests.get(f"{base}/bygg-inn?{query}", timeout=10).text
    assert "data-tema" in page
    assert '"><script>' not in page
    trial = requests.get(f"{base}/bygg-inn/prove?{query}", timeout=10)
    assert 'data-plass="her"' in trial.text
    assert trial.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("path", ["/del?tema=kvp&s=kort", "/plakat?tema=guide.hvilken_rett&s=rart"])
def test_pages_to_print_carry_the_short_address(base: str, path: str) -> None:
    assert "/d/" in requests.get(base + path, timeout=10).text


def test_a_link_to_contacts_is_made_but_no_chat_is_embedded_on_them(base: str) -> None:
    page = requests.get(f"{base}/del?tema=kontakt&k=1806", timeout=10).text
    assert re.search(r'<option value="kontakt" selected>', page)
    assert f"{PARTS.settings.address}/kontakt/narvik" in page
    assert 'value="kontakt"' not in requests.get(f"{base}/bygg-inn?tema=kontakt", timeout=10).text
    poster = requests.get(f"{base}/plakat?tema=kontakt&k=1806&m=nn", timeout=10).text
    assert PARTS.phrases("kontaktside_hvem", "nn") in poster
    assert "/kontakt/narvik?m=nn" in poster


def test_a_poster_speaks_as_the_young_and_names_whom_to_ring_there(base: str) -> None:
    words = poster_words(PARTS, _narvik("kvp"))
    assert words["hook"] == PARTS.hooks["kvp"]["nb"]
    assert words["call"] == {"name": "Nav Narvik", "phone": "55 55 33 33", "whose": "Nummeret er felles for hele Nav."}
    assert "penger hver måned" in words["gives"]
    assert poster_words(PARTS, Destination("kvp", None, "nb"))["call"] is None
    page = requests.get(f"{base}/plakat?tema=ot&k=1806&m=nn", timeout=10).text
    assert "Ute av skulen? Ikkje åleine" in page
    assert "Vil du heller ringje? I Narvik:" in page
    assert "75\u00a065\u00a002\u00a010" in page


@pytest.mark.parametrize("size", ["a4", "a6", "kort"])
@pytest.mark.parametrize(
    ("malform", "told"),
    [
        ("nb", "Inntakskontoret er ikke OT, men kan si deg hvem du skal snakke med."),
        ("nn", "Inntakskontoret er ikkje OT, men kan seie deg kven du skal snakke med."),
    ],
)
def test_a_number_that_is_another_offices_is_told_as_the_contact_card_tells_it(base: str, malform: str, told: str, size: str) -> None:
    assert told in requests.get(f"{base}/plakat?tema=ot&k=1806&m={malform}&s={size}", timeout=10).text
    assert any(card.as_json(malform)["note"] == told for card in PARTS.directory.cards("ot", "1806"))


@pytest.mark.parametrize(("malform", "who"), [("nb", "Veivalg. En maskin svarer."), ("nn", "Veivalg. Ei maskin svarer.")])
def test_paper_says_whose_it_is_and_that_a_machine_answers(base: str, malform: str, who: str) -> None:
    for query in ("", "tema=kvp&k=1806&s=kort"):
        assert who in requests.get(f"{base}/plakat?{query}&m={malform}", timeout=10).text


@pytest.mark.parametrize(
    ("text", "longest", "told"),
    [
        ("En. To. Tre.", 7, "En. To."),
        ("En setning som er for lang.", 10, ""),
        ("Får du lite? Du kan søke. Mer her.", 14, ""),
        ("Får du lite? Du kan søke. Mer her.", 26, "Får du lite? Du kan søke."),
        ("Det er lov. Er du syk? Da gjelder noe annet som er langt.", 25, "Det er lov."),
    ],
)
def test_paper_takes_whole_sentences_and_ends_with_no_question(text: str, longest: int, told: str) -> None:
    assert opening(text, longest) == told


def test_a_poster_of_what_no_office_owns_promises_none(base: str) -> None:
    assert "rett kontor" not in requests.get(f"{base}/plakat?tema=psykisk_helse&k=1806", timeout=10).text


@pytest.mark.parametrize("goal", [None, "kontakt", "guide.hvilke_tiltak"])
def test_a_poster_of_more_than_a_topic_has_somebody_to_ring_too(goal: str | None) -> None:
    assert poster_words(PARTS, _narvik(goal))["call"]
