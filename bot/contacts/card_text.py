"""Every sentence a contact card can show, in bokmål and nynorsk."""

from __future__ import annotations

Text = dict[str, str]
"""The same words in bokmål («nb») and nynorsk («nn»)."""

_MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)

LEVEL: dict[str, Text] = {
    "own_page": {"nb": "Tjenestens egen kontakt", "nn": "Tenesta sin eigen kontakt"},
    "county_page": {"nb": "Fylkets side", "nn": "Sida til fylket"},
    "county_intake": {
        "nb": "Fylkets inntakskontor. De kan sette deg over til rett person.",
        "nn": "Inntakskontoret i fylket. Dei kan setje deg over til rett person.",
    },
    "national": {"nb": "Felles for hele landet", "nn": "Felles for heile landet"},
}

SAY: dict[str, Text] = {
    "nav": {
        "nb": "«Hei, jeg trenger hjelp til å komme i jobb eller utdanning. Kan jeg få snakke med en veileder?»",
        "nn": "«Hei, eg treng hjelp til å kome i jobb eller utdanning. Kan eg få snakke med ein rettleiar?»",
    },
    "ot": {
        "nb": "«Hei, jeg er ikke i skole eller jobb nå. Hvem i Oppfølgingstjenesten kan jeg snakke med?»",
        "nn": "«Hei, eg er ikkje i skule eller jobb no. Kven i Oppfølgingstenesta kan eg snakke med?»",
    },
    "karrieresenter": {
        "nb": "«Hei, jeg vil ha en gratis samtale om utdanning og jobb. Hvordan får jeg time?»",
        "nn": "«Hei, eg vil ha ein gratis samtale om utdanning og jobb. Korleis får eg time?»",
    },
    "fagopplaring": {
        "nb": "«Hei, jeg vil ta fagbrev. Hvem kan jeg snakke med om hvilken vei som passer meg?»",
        "nn": "«Hei, eg vil ta fagbrev. Kven kan eg snakke med om kva veg som passar meg?»",
    },
    "voksenopplaring": {
        "nb": "«Hei, jeg vil ta videregående som voksen. Hva har jeg rett til, og hvordan søker jeg?»",
        "nn": "«Hei, eg vil ta vidaregåande som vaksen. Kva har eg rett til, og korleis søkjer eg?»",
    },
    "ombud": {
        "nb": "«Hei, jeg trenger råd om skolen eller læretiden min. Kan dere hjelpe meg?»",
        "nn": "«Hei, eg treng råd om skulen eller læretida mi. Kan de hjelpe meg?»",
    },
}
"""What to say when calling, for each service."""

NAV_PHONE_NOTE: Text = {
    "nb": "Nummeret er felles for hele Nav. Du kan ringe hverdager 9–15.",
    "nn": "Nummeret er felles for heile Nav. Du kan ringje kvardagar 9–15.",
}
NAV_SHARED_NUMBER: Text = {
    "nb": "Nummeret er felles for hele landet. Sjekk nav.no for åpningstid.",
    "nn": "Nummeret er felles for heile landet. Sjekk nav.no for opningstid.",
}
NAV_UNCONFIRMED: Text = {
    "nb": "Vi har ikke fått bekreftet hvilket kontor som gjelder der du bor. Ring, eller finn kontoret på nav.no.",
    "nn": "Vi har ikkje fått stadfesta kva kontor som gjeld der du bur. Ring, eller finn kontoret på nav.no.",
}
NAV_CHOOSE_BYDEL: Text = {
    "nb": "Hvilket kontor du hører til, kommer an på bydelen du bor i. Velg bydel, eller finn kontoret på nav.no.",
    "nn": "Kva kontor du høyrer til, kjem an på bydelen du bur i. Vel bydel, eller finn kontoret på nav.no.",
}
NAV_NO_PLACE: Text = {
    "nb": "Skriv hvor du bor, så finner vi kontoret ditt. Du kan også finne det på nav.no.",
    "nn": "Skriv kvar du bur, så finn vi kontoret ditt. Du kan òg finne det på nav.no.",
}
NAV_MAY_HAVE_CHANGED: Text = {
    "nb": "Kontoret kan ha blitt slått sammen med et annet. Ring, eller sjekk på nav.no før du drar dit.",
    "nn": "Kontoret kan ha blitt slått saman med eit anna. Ring, eller sjekk på nav.no før du dreg dit.",
}
INTAKE: Text = {
    "nb": "Inntakskontoret er ikke OT, men kan si deg hvem du skal snakke med.",
    "nn": "Inntakskontoret er ikkje OT, men kan seie deg kven du skal snakke med.",
}
INTAKE_SWITCHBOARD: Text = {
    "nb": "Dette er sentralbordet til fylket. Be om Oppfølgingstjenesten eller inntakskontoret.",
    "nn": "Dette er sentralbordet til fylket. Be om Oppfølgingstenesta eller inntakskontoret.",
}

NATIONAL: dict[str, Text] = {
    "ot": {
        "nb": "Her kan du finne Oppfølgingstjenesten i fylket ditt.",
        "nn": "Her kan du finne Oppfølgingstenesta i fylket ditt.",
    },
    "karrieresenter": {
        "nb": "Gratis veiledning på nett, uansett hvor du bor.",
        "nn": "Gratis rettleiing på nett, same kvar du bur.",
    },
    "fagopplaring": {
        "nb": "Her finner du opplæringskontor i fylket ditt. De hjelper til med læreplass.",
        "nn": "Her finn du opplæringskontor i fylket ditt. Dei hjelper til med læreplass.",
    },
    "voksenopplaring": {
        "nb": "Her søker du om plass på videregående.",
        "nn": "Her søkjer du om plass på vidaregåande.",
    },
}

_COUNTY_SUBJECT: dict[str, tuple[str, str]] = {
    "ot": ("Oppfølgingstjenesten", "Oppfølgingstenesta"),
    "karrieresenter": ("karrieresenteret", "karrieresenteret"),
    "fagopplaring": ("fagopplæring", "fagopplæring"),
    "voksenopplaring": ("videregående for voksne", "vidaregåande for vaksne"),
    "ombud": ("elev- og lærlingombudet", "elev- og lærlingombodet"),
}

OFFER_ORDER = ("bekreftet", "bekreftet_andre_steder", "sett_eldre", "ikke_sokt", "ikke_funnet")
"""The statuses of a local offer, from best known to least."""


def when(date: str) -> str:
    """A date in words, to the month: «oktober 2026», or «2026» when only the year is known."""
    year, *rest = date.split("-")
    return f"{_MONTHS[int(rest[0]) - 1]} {year}" if rest else year


def county_note(service: str) -> Text:
    """What to look for on the county's front page."""
    nb, nn = _COUNTY_SUBJECT[service]
    return {
        "nb": f"Vi har ikke funnet en fersk side for {nb} i fylket. Søk på fylkets side, eller spør dem.",
        "nn": f"Vi har ikkje funne ei fersk side for {nn} i fylket. Søk på sida til fylket, eller spør dei.",
    }


def page_freshness(status: str, date: str | None) -> Text:
    """How fresh a page is.

    Args:
        status: `sett` (a copy was seen), `lenke_sett` (a link to it was seen), `lenke_sjekket` (the link was tried).
        date: when, or None.
    """
    if date is None:
        return {"nb": "Ikke sjekket nylig", "nn": "Ikkje sjekka nyleg"}
    if status == "lenke_sjekket":
        return {"nb": f"Lenken ble sjekket i {when(date)}", "nn": f"Lenkja vart sjekka i {when(date)}"}
    return {"nb": f"Sist sett i {when(date)}", "nn": f"Sist sett i {when(date)}"}


def intake_freshness(contact_date: str | None, page_date: str | None) -> Text:
    """How fresh the intake office's number or page is."""
    if contact_date:
        return {
            "nb": f"Nummer og e-post sist sett i {when(contact_date)}",
            "nn": f"Nummer og e-post sist sett i {when(contact_date)}",
        }
    return page_freshness("lenke_sjekket", page_date)


def nav_freshness(listed: str | None, address_date: str | None) -> Text:
    """How fresh the knowledge of a Nav office is."""
    if address_date:
        return {
            "nb": f"Adresse og åpningstid sist sett i {when(address_date)}",
            "nn": f"Adresse og opningstid sist sett i {when(address_date)}",
        }
    if listed:
        return {
            "nb": f"Kontoret stod i Navs liste i {when(listed)}",
            "nn": f"Kontoret stod i lista til Nav i {when(listed)}",
        }
    return {"nb": "Ikke sjekket nylig", "nn": "Ikkje sjekka nyleg"}


def offer_freshness(status: str, year: int) -> Text:
    """What we know of a local offer today."""
    if status == "bekreftet":
        return {
            "nb": f"Tilbudet fantes i {year}. Spør om det gjelder nå.",
            "nn": f"Tilbodet fanst i {year}. Spør om det gjeld no.",
        }
    if status == "bekreftet_andre_steder":
        return {
            "nb": f"Tilbudet fantes andre steder i {year}. Spør om det finnes her.",
            "nn": f"Tilbodet fanst andre stader i {year}. Spør om det finst her.",
        }
    if status == "sett_eldre":
        return {
            "nb": f"Det siste vi har sett om tilbudet, er fra {year}. Spør om det finnes nå.",
            "nn": f"Det siste vi har sett om tilbodet, er frå {year}. Spør om det finst no.",
        }
    if status == "ikke_sokt":
        return {
            "nb": f"Vi kjenner tilbudet bare fra en rapport, skrevet i {year}. Spør om det finnes nå.",
            "nn": f"Vi kjenner tilbodet berre frå ein rapport, skriven i {year}. Spør om det finst no.",
        }
    return {
        "nb": f"Vi vet ikke om dette finnes i dag. Det står i en rapport skrevet i {year}. Spør dem.",
        "nn": f"Vi veit ikkje om dette finst i dag. Det står i ein rapport skriven i {year}. Spør dei.",
    }
