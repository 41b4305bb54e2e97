"""Every value of a row is checked, and what is wrong is named by file, line and reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.contacts.cli import main
from tests.unit.contacts.spoilt import spoil


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("kommuner.csv", "1824,Vefsn", "18x4,Vefsn", "nummer: «18x4» er ikke et tall på 4 siffer"),
        ("kommuner.csv", "1824,Vefsn,Vefsn", "1824,,Vefsn", "navn: mangler"),
        (
            "kommuner.csv",
            "Nordland,bokmål",
            "Nordland,norsk",
            "malform: «norsk» er ikke en av bokmål, nynorsk, nøytral",
        ),
        ("kommuner.csv", "1806,Narvik", "1804,Narvik", "samme nummer står på linje"),
        ("alias.csv", "1850,1806,tidligere", "1850,1899,tidligere", "kommune 1899 finnes ikke"),
        ("alias.csv", "2019-12-31", "2019-13-31", "gyldig_til: «2019-13-31» er ikke en dato"),
        ("alias.csv", "2019-12-31", "2019-02-30", "gyldig_til: «2019-02-30» er ikke en dato"),
        ("postnummer.csv", "8514,Narvik,1806", "8514,Narvik,9999", "kommune 9999 finnes ikke"),
        ("postnummer.csv", "8514,Narvik,1806", "8514,Narvik,1806,ekstra", "raden har 5 felt, ikke 4"),
        ("kontor.csv", "55 55 33 33", "55 55 33", "telefon: «55 55 33» er ikke et telefonnummer"),
        ("kontor.csv", "https://www.nav.no/kontor/nav-narvik", "nav.no/nav-narvik", "url: «nav.no/nav-narvik» er ikke"),
        ("kontor.csv", "sett_i_navdata", "sikker", "status: «sikker» er ikke en av"),
        ("kontor.csv", "0301,030101", "0301,110301", "bydelsnummer og bydel passer ikke sammen"),
        ("fylkestjenester.csv", "03,Oslo", "03,Oslu", "fylke 03 Oslu finnes ikke"),
        (
            "fylkestjenester.csv",
            "lenke_sjekket",
            "kanskje",
            "er ikke en av sett, lenke_sett, lenke_sjekket, gammel, uverifisert",
        ),
        ("inntak.csv", "inntak@nfk.no", "inntak(at)nfk.no", "epost: «inntak(at)nfk.no» er ikke en e-postadresse"),
        ("reserver.csv", ",ja\n", ",jo\n", "vises: «jo» er verken «ja» eller «nei»"),
        ("kontor.csv", "man-fre 11:00-15:00", "man-fre 11-15", "tider: «man-fre 11-15» er ikke åpningstider som «man-fre 09:00-15:00»"),
        ("lokale_tilbud.csv", "sett_eldre,2022,,", "sett_eldre,2022,i vår,", "bekreftet: «i vår» er ikke en dato"),
        ("lokale_tilbud.csv", "kommune,4204", "kommune,4299", "kommune 4299 finnes ikke"),
        ("lokale_tilbud.csv", "sett_eldre,2022", "sett_eldre,22", "kjent_aar: «22» er ikke et årstall"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_changes(
    copied: Path,
    tmp_path: Path,
    contacts_url: str,
    capsys: pytest.CaptureFixture[str],
    file: str,
    old: str,
    new: str,
    reason: str,
) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    shutil.copy(contacts_url.removeprefix("sqlite:///"), tmp_path / "c.db")
    before = (tmp_path / "c.db").read_bytes()
    line = spoil(copied, file, old, new)
    assert main(["--db", url, "import", "--from", str(copied)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert any(text.startswith(f"{file}:{line}: ") and reason in text for text in told), told
    assert (tmp_path / "c.db").read_bytes() == before
