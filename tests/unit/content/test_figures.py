"""Figures are shown as each language writes them, as of a date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.content.figures import Figures, load_figures

TEXT = """
g.belop:
  navn: G
  enhet: kr
  kilde: {tittel: "Nav", url: "https://www.nav.no/grunnbelopet", sjekket: 2026-11-01}
  rader:
    - {fra: 2026-05-01, verdi: 136549}
    - {fra: 2027-05-01, verdi: 140000}
kvp.aar:
  navn: Stønad
  enhet: kr
  kilde: {tittel: "Loven § 35", url: null, sjekket: 2026-11-01}
  rader:
    - {fra: 2019-01-01, formel: 2.041 * g.belop}
kvp.maaned_ung:
  navn: Stønad under 25
  enhet: kr
  kilde: {tittel: "Loven § 35", url: null, sjekket: 2026-11-01}
  rader:
    - {fra: 2019-01-01, formel: kvp.aar * 2 / 3 / 12}
km.sats:
  navn: Sats
  enhet: kr
  kilde: {tittel: "Forskriften", url: null, sjekket: 2026-11-01}
  rader:
    - {fra: 2026-01-01, verdi: 2.94}
frist.vgo:
  navn: Frist
  enhet: dato
  kilde: {tittel: "Forskriften § 4-9", url: null, sjekket: 2026-11-01}
  rader:
    - {fra: 2024-08-01, verdi: {nb: 1. mars, nn: 1. mars, en: 1 March}}
"""


@pytest.fixture
def figures(tmp_path: Path) -> Figures:
    path = tmp_path / "figures.yml"
    path.write_text(TEXT, encoding="utf-8")
    return load_figures(path)


@pytest.mark.parametrize(
    ("key", "malform", "on", "shown"),
    [
        ("g.belop", "nb", date(2026, 11, 23), "136\u00a0549"),
        ("g.belop", "en", date(2026, 11, 23), "136,549"),
        ("g.belop", "nb", date(2027, 5, 1), "140\u00a0000"),
        ("kvp.aar", "nn", date(2026, 11, 23), "278\u00a0697"),
        ("kvp.maaned_ung", "nb", date(2026, 11, 23), "15\u00a0483"),
        ("km.sats", "nb", date(2026, 11, 23), "2,94"),
        ("km.sats", "en", date(2026, 11, 23), "2.94"),
        ("frist.vgo", "en", date(2026, 11, 23), "1 March"),
    ],
)
def test_shown_as_the_language_writes_it(figures: Figures, key: str, malform: str, on: date, shown: str) -> None:
    assert figures.show(key, malform, on) == shown  # type: ignore[arg-type]


def test_before_the_first_row_there_is_no_value(figures: Figures) -> None:
    with pytest.raises(KeyError):
        figures.show("g.belop", "nb", date(2020, 1, 1))


def test_text_is_filled(figures: Figures) -> None:
    assert figures.fill("Søk innen {frist.vgo}.", "nb", date(2026, 1, 1)) == "Søk innen 1. mars."
