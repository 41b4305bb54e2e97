"""The sentences of contact cards (data/contacts/texts.yml), in every language."""

from __future__ import annotations

from datetime import time
from functools import lru_cache
from pathlib import Path

from bot.settings import MALFORMER, ROOT
from bot.yaml_lines import ContentError, read_yaml

TEXTS = ROOT / "data" / "contacts" / "texts.yml"

Text = dict[str, str]
"""The same words in bokmål («nb»), nynorsk («nn») and English («en»); what only a county tells may lack English."""

OFFER_ORDER = ("bekreftet", "bekreftet_andre_steder", "sett_eldre", "ikke_sokt", "ikke_funnet")
"""The statuses of a local offer, from best known to least."""


@lru_cache(maxsize=1)
def _texts(path: Path = TEXTS) -> dict[str, Text]:
    document = read_yaml(path)
    for key, texts in document.value.items():
        if not isinstance(texts, dict) or set(texts) != set(MALFORMER):
            raise ContentError(f"{path}:{document.line((key,))}: {key} must have exactly {', '.join(MALFORMER)}")
    return document.value  # type: ignore[no-any-return]


def text(key: str, *parts: Text | str) -> Text:
    """A sentence with its `{0}` filled in.

    Raises:
        KeyError: no such sentence.
        ContentError: the file lacks a language.
    """
    return {code: said.format(*(part if isinstance(part, str) else part[code] for part in parts)) for code, said in _texts()[key].items()}


def joined(first: Text, then: Text | None) -> Text:
    """Two sentences after each other, in the languages both have."""
    return first if then is None else {code: f"{said} {then[code]}" for code, said in first.items() if code in then}


def age_note(service: str) -> Text | None:
    """From which age a service is for somebody, and where the younger go; None where there is no such limit."""
    return text(f"alder_{service}") if f"alder_{service}" in _texts() else None


def when(date: str) -> Text:
    """A date in words, to the month: «oktober 2026», or «2026» when only the year is known."""
    year, *rest = date.split("-")
    return {code: f"{names.split()[int(rest[0]) - 1]} {year}" if rest else year for code, names in _texts()["maaneder"].items()}


def clock(moment: time) -> Text:
    """A time of day: «9», «14.30»."""
    between = _texts()["klokkeskille"]
    return {code: f"{moment.hour}{sign}{moment:%M}" if moment.minute else str(moment.hour) for code, sign in between.items()}


def day_ahead(weekday: int, ahead: int) -> Text:
    """A day this week as one says it: «i dag», «i morgen», «mandag».

    Args:
        weekday: 0 for Monday.
        ahead: how many days from today.
    """
    if ahead < 2:
        return text(("i_dag", "i_morgen")[ahead])
    return text("paa_ukedag", {code: names.split()[weekday] for code, names in _texts()["ukedager"].items()})


def written_to(service: str) -> Text:
    """What one can write to a service, ready to copy."""
    return text(f"skriv_{service}")


def level(name: str, service: str) -> Text:
    """Whose page or number a card is."""
    if name == "way_in" and service != "ot":
        return text("niva_way_in_andre", text(f"gjelder_{service}"))
    return text(f"niva_{name}")


def nav_instead(service: str) -> Text:
    """That we lack the number of a service, and that Nav leads on."""
    return text("vei_inn_nav") if service == "ot" else text("vei_inn_nav_andre", text(f"gjelder_{service}"))


def afterwards(service: str, level: str) -> Text:
    """What happens when one rings a card of this service and level."""
    keys = (f"skjer_{level}_{service}", f"skjer_{level}", f"skjer_{service}")
    return text(next(key for key in keys if key in _texts()))


def company(service: str) -> Text | None:
    """That somebody may come along; None where we do not know."""
    return text(f"folge_{service}") if f"folge_{service}" in _texts() else None


def national_note(service: str) -> Text | None:
    """What a national page is good for; None when it says so itself."""
    return text(f"nasjonal_{service}") if f"nasjonal_{service}" in _texts() else None


def county_note(service: str) -> Text:
    """What to look for on the county's front page."""
    own = f"fylkets_side_{service}"
    return text(own) if own in _texts() else text("fylkets_side", text(f"gjelder_{service}"))


def intake_note(service: str, switchboard: bool) -> Text:
    """What the county's intake office, or its switchboard, is good for."""
    which = "inntak_sentralbord" if switchboard else "inntak"
    return text(which) if service == "ot" else text(f"{which}_andre", text(f"gjelder_{service}"))


def plain_note(level: str, service: str) -> Text | None:
    """What the note of a card says of whose number it is, and nothing else; None where every such note is its own."""
    if level in ("county_intake", "county_switchboard"):
        return intake_note(service, level == "county_switchboard")
    if level == "way_in":
        return nav_instead(service)
    return None


def page_freshness(status: str, date: str | None) -> Text:
    """How fresh a page is.

    Args:
        status: `sett` (a copy was seen), `lenke_sett` (a link to it was seen), `lenke_sjekket` (the link was tried).
        date: when, or None.
    """
    if date is None:
        return text("ikke_sjekket")
    return text("lenke_sjekket" if status == "lenke_sjekket" else "sist_sett", when(date))


def intake_freshness(phone: str | None, email: str | None, contact_date: str | None, page_date: str | None) -> Text:
    """How fresh the intake office's number, e-mail or page is."""
    if not (contact_date and (phone or email)):
        return page_freshness("lenke_sjekket", page_date)
    which = "inntak_sist_sett" if phone and email else "nummer_sist_sett" if phone else "epost_sist_sett"
    return text(which, when(contact_date))


def nav_freshness(listed: str | None, address_date: str | None) -> Text:
    """How fresh the knowledge of a Nav office is."""
    if address_date:
        return text("adresse_sist_sett", when(address_date))
    return text("kontor_i_liste", when(listed)) if listed else text("ikke_sjekket")


def offer_confirmed(date: str) -> Text:
    """That somebody made sure of a local offer then."""
    return text("tilbud_bekreftet", when(date))


def offer_freshness(status: str, year: int) -> Text:
    """What we know of a local offer today."""
    return text(f"tilbud_{status}", str(year))
