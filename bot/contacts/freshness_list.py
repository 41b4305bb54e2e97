"""What somebody should look at, as a short list on the screen: county by county, what lacks the same on one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.contacts.freshness import Finding, limits, row_name
from bot.contacts.kinds import BY_FILE, Places, service_of
from bot.contacts.sheet_words import service_title
from bot.contacts.staff_text import both, say

FEW = 3
"""How many names a line of the short list has."""


def listed(found: Iterable[Finding], places: Places, of: int, malform: str, *, every: bool = False) -> Iterator[str]:
    """The lines of the list.

    Args:
        found: what should be looked at.
        places: the names of municipalities and counties.
        of: how many rows there are in all.
        malform: «nb» or «nn».
        every: all names, and not only the first of each line.
    """
    everything = list(found)
    for county in (*places.counties, None):
        here = [each for each in everything if (county in each.counties if county else not each.counties)]
        if here:
            title = places.label(county) if county else say("hele_landet", malform)
            yield say("fylke_overskrift", malform, title, len(here))
            yield from _by_service(here, places, malform, every)
            yield ""
    yield say("i_alt" if everything else "ingenting", malform, len(everything), of)
    yield from _limits(everything, malform)


def _by_service(found: list[Finding], places: Places, malform: str, every: bool) -> Iterator[str]:
    services: dict[str, dict[str, dict[str, None]]] = {}
    for each in found:
        service = service_title(service_of(each.kind, each.row), malform)
        for reason in each.reasons:
            services.setdefault(service, {}).setdefault(reason[malform], {})[row_name(each.kind, each.row, places, malform)] = None
    for service, reasons in services.items():
        yield f"  {service}"
        for told, names in reasons.items():
            shown = ", ".join(list(names) if every else list(names)[:FEW])
            more = 0 if every else len(names) - FEW
            yield f"    {told}: {say('og_flere', malform, shown, more) if more > 0 else shown}"


def _limits(found: list[Finding], malform: str) -> Iterator[str]:
    """The limits of what is in the list, each with its reason."""
    files = {each.kind.file for each in found}
    if files:
        yield ""
        yield say("grenser", malform)
    for (file, column), limit in limits().items():
        if file in files:
            kind = BY_FILE[file]
            title = service_title(kind.services[0], malform) if len(kind.services) == 1 else say("fylkets_tjenester", malform)
            yield "  " + say("grense", malform, title, both(f"dato_{column}"), limit["maaneder"], limit[malform])
