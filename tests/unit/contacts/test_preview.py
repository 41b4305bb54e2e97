"""What a sheet would change can be read before anything is written."""

from __future__ import annotations

from pathlib import Path

from bot.contacts.preview import preview
from tests.unit.contacts.staff import changed

LIST = (
    "Tjeneste;Fylke;Kommune;Navn;Telefon;Svar",
    "OT;18;;Oppfølgingstjenesten (OT) i Nordland;75650000;",
    "OT;18;Bodø;OT Bodø;75650001;",
    "Nav;;Narvik;Nav Narvik;;stemmer",
    "Tilbud;18;;Læreplassgaranti i Nordland;;finnes ikke",
    "OT;18;Narvik;OT Narvik;91234567;",
)


def test_old_and_new_stand_row_by_row(tmp_path: Path) -> None:
    assert list(preview(changed(tmp_path, *LIST), ["Hobby"], "nb")) == [
        "Rad 2: endret – Oppfølgingstjenesten (OT) i Nordland",
        "    Telefon: (tom) → 75 65 00 00",
        "    oppføringen: (tom) → 2026-11-29",
        "Rad 3: ny – OT Bodø",
        "    Navn: (tom) → OT Bodø",
        "    Telefon: (tom) → 75 65 00 01",
        "Rad 4: stemmer, sett november 2026 – Nav Narvik",
        "Rad 5: finnes ikke lenger – Læreplassgaranti i Nordland",
        "Rad 6: avvist. 91 23 45 67 er en mobil. Er den tjenestens egen, skriver du «ja» i kolonnen «Tjenestemobil».",
        "",
        "5 rader: 1 nye, 1 endret, 1 stemmer, 1 finnes ikke lenger, 0 uendret, 0 ikke besvart, 1 avvist.",
        "Disse kolonnene leses ikke: Hobby.",
    ]


def test_in_nynorsk_and_without_what_was_not_answered(tmp_path: Path) -> None:
    assert list(preview(changed(tmp_path, LIST[0], "OT;18;;;;", "Nav;;Narvik;Nav Narvik;12;"), [], "nn")) == [
        "Rad 3: avvist. «12» er ikkje eit norsk telefonnummer.",
        "",
        "2 rader: 0 nye, 0 endra, 0 stemmer, 0 finst ikkje lenger, 0 uendra, 1 ikkje svart på, 1 avviste.",
    ]
