"""Every name a place can be called by, and what it can mean."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.contacts import vocabulary as vocab
from bot.contacts.models import Alias, Kommune, Kontor, Postnummer, Region
from bot.contacts.normalise import deletions, folds, key
from bot.contacts.slugs import slugs

LARGEST_SHARE = 0.8
"""A place in several municipalities is the one with at least this share of its postal codes."""
PEOPLE, PART = "innbygger", "del"
"""The kinds of alias that name who lives there («bergensar») and a part of it («Moholt»)."""
SPOKEN = ("ln", "rn", "dn", "tn")
"""Endings of names in -en as they are spoken in many dialects."""
SHORTEST_HOME = 4
"""Fewest letters of a name that «…jente» and «…gutt» are read after."""
MIN_TYPO = 6
"""Shortest name, in letters, that may be misspelt; one letter shorter where it is all that is written."""


@dataclass(frozen=True)
class KommuneRef:
    """A municipality: number of four digits, name, and its county's name."""

    nummer: str
    navn: str
    fylke: str
    slug: str = ""
    """Its name in addresses: `narvik`."""

    @property
    def full_name(self) -> str:
        """The name with its county, to tell it from others of the same name: «Våler (Østfold)»."""
        return self.navn if "(" in self.navn else f"{self.navn} ({self.fylke})"

    def as_json(self) -> dict[str, str]:
        """As the web API gives it."""
        return {"nummer": self.nummer, "navn": self.navn, "fylke": self.fylke}


@dataclass(frozen=True)
class BydelRef:
    """A bydel: number of six digits, name, and its municipality's number."""

    number: str
    name: str
    kommune: str


@dataclass
class Name:
    """What one name can mean."""

    kommuner: tuple[str, ...] = ()
    bydel: BydelRef | None = None
    kind: Literal["strong", "mild", "common", "generic", "people"] = "strong"
    """How little else it can be: nothing; a surname or a rare word; an everyday word; any dale; somebody from there."""
    known: bool = False
    """True for names of municipalities, today's and former, and of large places."""


def _former(aliases: Iterable[Any]) -> dict[str, tuple[str, ...]]:
    """The municipalities of today that each former number has become."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for alias in aliases:
        if alias.tidligere_nummer:
            found[alias.tidligere_nummer][alias.kommune] = None
    return {number: tuple(kommuner) for number, kommuner in found.items()}


class PlaceNames:
    """The names of municipalities, bydeler, towns and regions, and the postal codes, read once.

    Attributes:
        kommuner: each municipality by its number.
        former: the municipalities of today by the number of one that is no more; several where it was divided.
        fylke_of: the county's number by the municipality's.
        fylke_names: the county's name by its number.
        regions: the municipalities of a county, a former one, or a region, by its name; the largest of a region first.
        municipalities: the names of today's municipalities, with and without æøå.
        small: the names of regions that are smaller than a county.
        region_starts: the first word of every region's name.
        codes: the municipality's number by postal code.
        town_of_code: the town's name, as `key` gives it, by postal code.
        exact: what a name means, by the name as `key` gives it.
        misspelt: names that may be misspelt, by each form of them with one letter less.
        longest: for the first word of names of several words, how many words the longest has.
    """

    def __init__(self, session: Session) -> None:
        """Read all names.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be read, or holds no contact data.
        """
        self.kommuner = {
            row.nummer: KommuneRef(row.nummer, row.navn, row.fylke)
            for row in session.execute(select(Kommune).order_by(Kommune.nummer)).scalars()
        }
        own = {key(ref.navn.split(" (")[0]) for ref in self.kommuner.values()}
        self.municipalities = own.union(*map(folds, own))
        self.fylke_of = dict(session.execute(select(Kommune.nummer, Kommune.fylkesnummer)).all())
        self.fylke_names: dict[str, str] = dict(session.execute(select(Kommune.fylkesnummer, Kommune.fylke).distinct()).all())
        self.regions: dict[str, tuple[str, ...]] = {}
        self.small = self._read_regions(session)
        self.codes: dict[str, str] = {}
        self.town_of_code: dict[str, str] = {}
        self.exact: dict[str, Name] = {}
        self._folded: dict[str, Name] = {}
        self.misspelt: dict[str, set[str]] = defaultdict(set)
        self.longest: dict[str, int] = {}
        towns: dict[str, Counter[str]] = defaultdict(Counter)
        for code, town, kommune in session.execute(select(Postnummer.postnummer, Postnummer.poststed, Postnummer.kommune)):
            self.codes[code] = kommune
            self.town_of_code[code] = key(town)
            towns[key(town)][kommune] += 1
        self._index(*self._readings(session, towns), session)
        places = [(ref.nummer, ref.navn, ref.fylke) for ref in self.kommuner.values()]
        addresses = slugs(places, {name: entry.kommuner for name, entry in self.exact.items()})
        self.kommuner = {number: replace(ref, slug=addresses[number]) for number, ref in self.kommuner.items()}
        for region in list(self.regions):
            for form in folds(region) - self.exact.keys():
                self.regions.setdefault(form, self.regions[region])
                self.small |= {form} if region in self.small else set()
        self.region_starts = {region.split(" ")[0] for region in self.regions}

    def _read_regions(self, session: Session) -> set[str]:
        """Take in every county and region; which of them are smaller than a county."""
        counties = {name: (number,) for number, name in self.fylke_names.items() if name != "Oslo"}
        for name, numbers in {**vocab.REGIONS, **counties}.items():
            self.regions[key(name)] = tuple(number for number, county in self.fylke_of.items() if county in numbers)
        small = {key(name): tuple(numbers.split(";")) for name, numbers in session.execute(select(Region.navn, Region.kommuner))}
        self.regions |= small
        return set(small)

    def _readings(self, session: Session, towns: dict[str, Counter[str]]) -> tuple[dict[str, dict[str, None]], set[str]]:
        """For each name, the municipalities it can mean; and the names of municipalities, now or before."""
        readings: dict[str, dict[str, None]] = defaultdict(dict)
        known: set[str] = set()
        today = set()
        for ref in self.kommuner.values():
            name = key(ref.navn.split(" (")[0])
            readings[name][ref.nummer] = None
            today.add((name, ref.nummer))
            if "(" in ref.navn:
                full = key(ref.navn)
                readings[full][ref.nummer] = None
        known.update(readings)
        aliases = session.execute(select(Alias).order_by(Alias.rad)).scalars().all()
        self.former = _former(aliases)
        lineage = {(key(a.navn), a.tidligere_nummer) for a in aliases if (key(a.navn), a.kommune) in today}
        self._people: dict[str, dict[str, None]] = defaultdict(dict)
        for alias in aliases:
            name = key(alias.navn)
            if alias.type == PEOPLE:
                self._people[name][alias.kommune] = None
                continue
            # A municipality that was split but goes on under its name (Ålesund) means that one.
            if (name, alias.tidligere_nummer) in lineage and (name, alias.kommune) not in today:
                continue
            readings[name][alias.kommune] = None
            if alias.type != PART:
                known.add(name)
        self._add_towns(readings, known, towns)
        return readings, known

    def _add_towns(self, readings: dict[str, dict[str, None]], known: set[str], towns: dict[str, Counter[str]]) -> None:
        """Post places, and short names of them, beside the names of municipalities."""
        for town, counts in towns.items():
            if town in self.regions:
                continue
            number, most = counts.most_common(1)[0]
            spread = [number] if most >= LARGEST_SHARE * sum(counts.values()) else list(counts)
            # One stray code of the same name does not make a municipality's name ambiguous.
            if town not in known or sum(counts.values()) > 1:
                for number in spread:
                    readings[town][number] = None
            if sum(counts.values()) >= 3:
                known.add(town)
            self._add_short(readings, known, town, spread)
        for short, town in vocab.SHORT_NAMES.items():
            if town in towns and short not in readings:
                readings[short] = dict.fromkeys(towns[town])

    @staticmethod
    def _add_short(readings: dict[str, dict[str, None]], known: set[str], town: str, spread: list[str]) -> None:
        """«Eidsvåg i Romsdal» is called Eidsvåg, and so is the one in Åsane."""
        short, _, of = town.partition(" i ")
        if of and short not in known and short not in vocab.COMMON | vocab.GENERIC | vocab.MILD:
            readings[short].update(dict.fromkeys(spread))

    def _index(self, readings: dict[str, dict[str, None]], known: set[str], session: Session) -> None:
        for name, numbers in readings.items():
            self.exact[name] = Name(tuple(numbers), None, self._kind(name, name in known), name in known)
        self._index_districts(session)
        for name, numbers in self._people.items():
            self.exact.setdefault(name, Name(tuple(numbers), None, "people", True))
        for name, entry in list(self.exact.items()):
            joined = name.replace(" ", "")
            if joined != name and len(joined) >= 8:
                self.exact.setdefault(joined, entry)
        for name, entry in self.exact.items():
            self._index_spellings(name, entry)

    def _index_districts(self, session: Session) -> None:
        rows = session.execute(
            select(Kontor.bydelsnummer, Kontor.bydel, Kontor.kommune).where(Kontor.bydelsnummer.is_not(None)).order_by(Kontor.bydelsnummer)
        ).all()
        for number, title, kommune in rows:
            bydel = BydelRef(number, title, kommune)
            for name in {key(title), *(key(part) for part in title.split(" og "))}:
                entry = self.exact.get(name)
                if entry is None:
                    self.exact[name] = Name((kommune,), bydel, self._kind(name, True), True)
                else:
                    either = tuple(dict.fromkeys((*entry.kommuner, kommune)))
                    self.exact[name] = replace(entry, kommuner=either, bydel=bydel)

    def _index_spellings(self, name: str, entry: Name) -> None:
        """A name without æøå, how many words names with its first word have, and what it becomes with a letter left out."""
        for form in folds(name) - self.exact.keys():
            if len(form) >= 5:
                self._folded.setdefault(form, entry)
            elif len(form) > max(2, len(name) - (len(name) > 3)) and entry.known:
                self._folded.setdefault(form, replace(entry, kind="mild" if len(form) == 4 else "common"))
        forms = {name, *folds(name)}
        for form in forms:
            first, *others = form.split(" ")
            if others:
                self.longest[first] = max(self.longest.get(first, 1), 1 + len(others))
        if len(name) >= MIN_TYPO - 1 and entry.kind in ("strong", "mild") and entry.known:
            for form in (form for form in forms if " " not in form and (len(name) >= MIN_TYPO or len(form) == len(name))):
                for part in deletions(form):
                    self.misspelt[part].add(form)

    @staticmethod
    def _kind(name: str, known: bool) -> Any:
        if name in vocab.GENERIC:
            return "generic"
        if name in vocab.MILD:
            return "mild"
        if name in vocab.COMMON:
            return "common"
        return "mild" if len(name) <= (3 if known else 5) else "strong"

    def now(self, number: str) -> tuple[KommuneRef, ...]:
        """The municipality of a number, of today or of before; several where it was divided, none where there is no such number."""
        numbers = (number,) if number in self.kommuner else self.former.get(number, ())
        return tuple(self.kommuner[each] for each in numbers)

    def look_up(self, phrase: str) -> Name | None:
        """What a phrase in lower case means as a name, also in the genitive, without æøå, or as «…området»."""
        if phrase.endswith(vocab.AROUND):
            ending = next(ending for ending in vocab.AROUND if phrase.endswith(ending))
            phrase = phrase[: -len(ending)]
        spoken = f"{phrase[:-1]}en" if len(phrase) >= 6 and phrase.endswith(SPOKEN) else ""  # «tromsdaln»
        for form in (phrase, phrase[:-1] if len(phrase) >= 5 and phrase.endswith("s") else "", spoken):
            if form:
                entry = self.exact.get(form) or self._folded.get(form)
                if entry is not None and (form is phrase or entry.kind == "strong"):
                    return entry
        return self._person(phrase)

    def _person(self, phrase: str) -> Name | None:
        """Somebody from a municipality, told as «sortlandsjente», «oslogutt»."""
        ending = next((ending for ending in vocab.PERSON if phrase.endswith(ending)), None)
        if ending is None:
            return None
        stem = phrase[: -len(ending)]
        for form in (stem, stem.removesuffix("s")):
            entry = self.exact.get(form) if len(form) >= SHORTEST_HOME else None
            if entry is not None and form in self.municipalities:
                return replace(entry, kind="people")
        return None
