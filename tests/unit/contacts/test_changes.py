"""Each row of a county's list finds the row of ours that it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.contacts.staff import changed

HEADING = "Tjeneste;Kommune;Navn;Telefon;Nettside;Svar;Kontaktperson"


def outcomes(folder: Path, *lines: str, county: str | None = "18") -> list[tuple[str, str]]:
    """The outcome of each row, and what it is called or refused for."""
    return [
        (each.outcome, each.refused.told("nb") if each.refused else each.name) for each in changed(folder, HEADING, *lines, county=county)
    ]


def test_their_own_list_meets_ours(tmp_path: Path) -> None:
    assert outcomes(
        tmp_path,
        "OT;;OT Nordland;75 65 00 00;;;",  # the one row we have, under their name
        "OT;Bodø;OT Bodø;75 65 00 01;;;",  # one that we did not have
        "Ombud;;Elev- og lærlingombudet;75 65 00 02;;;",
        "Inntak;;Inntakskontoret;75 65 02 10;;;",
        "Nav;Narvik;Nav Narvik;55 55 33 33;;;",
        "Skole;Narvik;Narvik videregående skole;;;stemmer;",
    ) == [
        ("endret", "OT Nordland"), ("ny", "OT Bodø"), ("endret", "Elev- og lærlingombudet"), ("bekreftet", "Inntakskontoret"),
        ("bekreftet", "Nav Narvik"), ("bekreftet", "Narvik videregående skole"),
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "told"), [
    ("OT;Bodø;;75 65 00 01;;;", "Navnet på tjenesten mangler."),
    ("OT;Bodø;OT Bodø;;;;", "En ny tjeneste må ha telefon eller nettside."),
    ("Nav;;Nav Narvik;75 65 00 01;;;", "En rad om et Nav-kontor må nevne én kommune."),
    ("Skole;Bodø;Galtvort videregående skole;;https://x.no;;", "Nye skoler henter vi fra skoleregisteret."),
    ("Tilbud;Bodø;Jobbhuset;;https://x.no;;", "Et nytt tilbud må ha navn"),
    ("Nav;Narvik;Nav Narvik;;;finnes ikke;", "«Finnes ikke» kan bare sies om"),
    ("OT;Bodø;OT Bodø;91 23 45 67;;;Kari Nordmann", "91 23 45 67 er en mobil"),
    ("OT;Bodø;OT Bodø;75650001;;;;;overflod", "flere felt enn overskrifter"),
])  # fmt: skip
def test_a_row_is_refused_for_a_reason(tmp_path: Path, line: str, told: str) -> None:
    outcome, name = outcomes(tmp_path, line)[0]
    assert outcome == "avvist"
    assert told in name


def test_two_rows_about_the_same_are_not_both_taken(tmp_path: Path) -> None:
    told = outcomes(tmp_path, "OT;Bodø;OT Bodø;75650001;;;", "OT;Bodø;ot bodø;75650002;;;", "Inntak;;;75650003;;;", "Inntak;;x;75650004;;;")
    assert told == [("ny", "OT Bodø"), ("avvist", "Raden er om det samme som rad 2."), ("endret", "Nordland fylkeskommune"),
                    ("avvist", "Raden er om det samme som rad 4.")]  # fmt: skip


def test_what_is_no_more_and_what_is_as_it_was(tmp_path: Path) -> None:
    assert outcomes(tmp_path, "Ombud;;Elev- og lærlingombudet;;;;")[0][0] == "uendret"
    assert outcomes(tmp_path, "OT;;Oppfølgingstjenesten (OT) i Nordland;;;finnes ikke;", "Tilbud;;Læreplassgaranti i Nordland;;;finst ikkje;") == [
        ("borte", "Oppfølgingstjenesten (OT) i Nordland"), ("borte", "Læreplassgaranti i Nordland"),
    ]  # fmt: skip


def test_our_own_sheet_names_the_row_it_is_about(tmp_path: Path) -> None:
    heading = "Tjeneste;Fylke;Kommune;Navn – vi har;Navn – riktig;Telefon – riktig;Svar"
    told = changed(
        tmp_path,
        heading,
        "OT;18;;Oppfølgingstjenesten (OT) i Nordland;OT i Nordland;75650000;",
        "OT;18;;Noe vi ikke har;;75650001;",
        "OT;18;;Noe annet vi ikke har;;;",
        "Ombud;18;;;Et nytt ombud;75650002;",
        "Tilbud;18;;Læreplassgaranti i Nordland;Garantien;;",
    )
    assert [(each.outcome, each.refused.key if each.refused else None) for each in told] == [
        ("endret", None), ("avvist", "avvist_ukjent_rad"), ("ubesvart", None), ("ny", None), ("avvist", "avvist_nytt_navn"),
    ]  # fmt: skip
    assert told[0].new is not None
    assert told[0].new["navn"] == "OT i Nordland"


def test_a_list_may_be_about_one_service(tmp_path: Path) -> None:
    told = changed(tmp_path, "Kommune,Navn,Tlf", "Bodø,OT Bodø,75650001", service="ot")
    assert [each.outcome for each in told] == ["ny"]
    assert told[0].new is not None
    assert (told[0].new["fylke"], told[0].new["kommuner"], told[0].new["telefon"]) == ("Nordland", "1804", "75 65 00 01")
