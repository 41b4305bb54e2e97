"""Municipalities, offices and whom to contact: import, place resolution and contact cards.

Knows nothing of Rasa. Everything others use is named here.
"""

from __future__ import annotations

from bot.contacts.card import ContactCard, KommuneInfo, LocalOffer, UnknownPlaceError
from bot.contacts.cards import contact_cards, kommune, local_offers, needs_bydel
from bot.contacts.database import DEFAULT_URL, open_engine, open_session
from bot.contacts.directory import Card, Directory, Offer
from bot.contacts.importer import DATA_DIR, ContactDataError, export_contacts, import_contacts
from bot.contacts.place_names import BydelRef, KommuneRef
from bot.contacts.places import PlaceFinder, PlaceResult
from bot.contacts.tables import SERVICES

__all__ = [
    "DATA_DIR",
    "DEFAULT_URL",
    "SERVICES",
    "BydelRef",
    "Card",
    "ContactCard",
    "ContactDataError",
    "Directory",
    "KommuneInfo",
    "KommuneRef",
    "LocalOffer",
    "Offer",
    "PlaceFinder",
    "PlaceResult",
    "UnknownPlaceError",
    "contact_cards",
    "export_contacts",
    "import_contacts",
    "kommune",
    "local_offers",
    "needs_bydel",
    "open_engine",
    "open_session",
]
