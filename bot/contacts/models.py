"""The tables. Columns carry the names of the CSV columns, so import and export are one mapping.

Every table has `rad`, the row's place in its file: it keeps the order of hand-ranked rows
(the first page of a service is the best one) and makes an export equal to what was imported.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base

Base: Any = declarative_base()


class Kommune(Base):
    """A municipality of today."""

    __tablename__ = "kommune"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    nummer = Column(String(4), nullable=False, unique=True)
    navn = Column(String(80), nullable=False)
    offisielt_navn = Column(String(160), nullable=False)
    fylkesnummer = Column(String(2), nullable=False, index=True)
    fylke = Column(String(80), nullable=False)
    malform = Column(String(10), nullable=False)
    nettsted = Column(String(200))


class Alias(Base):
    """Another name of a municipality: former, Sámi, Kven, as people write it, of a part of it, or of who lives there."""

    __tablename__ = "alias"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    navn = Column(String(80), nullable=False)
    tidligere_nummer = Column(String(4))
    kommune = Column(String(4), ForeignKey("kommune.nummer"), nullable=False)
    type = Column(String(20), nullable=False)
    gyldig_til = Column(String(10))
    merknad = Column(String(200))


class Region(Base):
    """A region smaller than a county, and its municipalities (`kommuner`: numbers with semicolons between, the largest first)."""

    __tablename__ = "region"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    navn = Column(String(80), nullable=False, unique=True)
    kommuner = Column(String(300), nullable=False)


class Postnummer(Base):
    """A postal code and the place it names."""

    __tablename__ = "postnummer"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    postnummer = Column(String(4), nullable=False, unique=True)
    poststed = Column(String(80), nullable=False)
    kommune = Column(String(4), ForeignKey("kommune.nummer"), nullable=False)
    kategori = Column(String(1), nullable=False)


class Kontor(Base):
    """The Nav office of a municipality, or of one bydel in the four cities that have them."""

    __tablename__ = "kontor"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    kommune = Column(String(4), ForeignKey("kommune.nummer"), nullable=False, index=True)
    bydelsnummer = Column(String(6))
    bydel = Column(String(80))
    enhetsnummer = Column(String(4))
    navn = Column(String(120))
    status = Column(String(30), nullable=False)
    kan_vaere_endret = Column(Boolean, nullable=False)
    sett = Column(String(10))
    url = Column(String(300))
    url_sett = Column(String(10))
    telefon = Column(String(20))
    adresse = Column(String(200))
    apningstid = Column(String(200))
    apningstid_nn = Column(String(200))
    tider = Column(String(200))
    """When one can come without an appointment, as `hours.read_hours` reads it."""
    adresse_sett = Column(String(10))
    finner_url = Column(String(300), nullable=False)
    kilde = Column(String(120))


class Fylkestjeneste(Base):
    """A county's service, or one page of it."""

    __tablename__ = "fylkestjeneste"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    fylkesnummer = Column(String(2), nullable=False, index=True)
    fylke = Column(String(80), nullable=False)
    tjeneste = Column(String(30), nullable=False)
    navn = Column(String(200))
    finnes = Column(String(10), nullable=False)
    gjelder = Column(String(20))
    kommuner = Column(String(200))
    url = Column(String(300))
    url_status = Column(String(20), nullable=False)
    telefon = Column(String(20))
    telefon_status = Column(String(20), nullable=False)
    epost = Column(String(120))
    epost_status = Column(String(20), nullable=False)
    sett = Column(String(10))
    merknad_nb = Column(String(400))
    merknad_nn = Column(String(400))
    kilde = Column(String(120))


class Skole(Base):
    """A public upper-secondary school: its counsellor is a way in to OT."""

    __tablename__ = "skole"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    organisasjonsnummer = Column(String(9), nullable=False, unique=True)
    navn = Column(String(120), nullable=False)
    kommune = Column(String(4), ForeignKey("kommune.nummer"), nullable=False, index=True)
    adresse = Column(String(200), nullable=False)
    nettsted = Column(String(300))
    sett = Column(String(10), nullable=False)


class NaermesteSkole(Base):
    """The schools nearest to a municipality that has none itself, by the way the crow flies."""

    __tablename__ = "naermeste_skole"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    kommune = Column(String(4), ForeignKey("kommune.nummer"), nullable=False, index=True)
    organisasjonsnummer = Column(String(9), ForeignKey("skole.organisasjonsnummer"), nullable=False)
    km = Column(Integer, nullable=False)


class Inntak(Base):
    """A county: its front page and the office that takes in pupils."""

    __tablename__ = "inntak"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    fylkesnummer = Column(String(2), nullable=False, unique=True)
    fylke = Column(String(80), nullable=False)
    eier = Column(String(120), nullable=False)
    nettsted = Column(String(200), nullable=False)
    forside_url = Column(String(300))
    forside_sjekket = Column(String(10))
    inntak_url = Column(String(300))
    inntak_sjekket = Column(String(10))
    telefon = Column(String(20))
    epost = Column(String(120))
    telefon_til = Column(String(20))
    kontakt_status = Column(String(20), nullable=False)
    kontakt_dato = Column(String(10))


class Reserve(Base):
    """A national page, for when nothing nearer is known."""

    __tablename__ = "reserve"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    tjeneste = Column(String(30), nullable=False)
    navn = Column(String(160), nullable=False)
    url = Column(String(300), nullable=False)
    telefon = Column(String(20))
    status = Column(String(20), nullable=False)
    sett = Column(String(10))
    vises = Column(Boolean, nullable=False)


class LokaltTilbud(Base):
    """A local scheme, and how well we know that it exists."""

    __tablename__ = "lokalt_tilbud"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    navn = Column(String(160), nullable=False)
    omrade_type = Column(String(10), nullable=False)
    omrade = Column(String(200), nullable=False)
    ansvarlig = Column(String(200), nullable=False)
    hva_nb = Column(String(500), nullable=False)
    hva_nn = Column(String(500), nullable=False)
    rapportside = Column(String(10))
    status = Column(String(30), nullable=False)
    kjent_aar = Column(Integer, nullable=False)
    bekreftet = Column(String(10))
    """When somebody last made sure that it exists; None when nobody has since `kjent_aar`."""
    belegg = Column(String(500))
    kilde_url = Column(String(300))


class Innlesing(Base):
    """What the tables were last filled from: one row, written in the same transaction as they are."""

    __tablename__ = "innlesing"
    rad = Column(Integer, primary_key=True, autoincrement=False)
    kilde = Column(String(64), nullable=False)
