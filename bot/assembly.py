"""Puts the parts together once per process."""

from __future__ import annotations

from functools import lru_cache

from bot.contacts.directory import Directory
from bot.contacts.preparation import ensure_imported
from bot.content import CONTENT, Library, load_library
from bot.content.help import HelpTexts
from bot.content.help_files import load_help
from bot.content.phrases import Phrases, load_phrases
from bot.dialogue import Assistant
from bot.guides import Guide, load_guides
from bot.settings import Settings


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process.

    Raises:
        SettingsError: a value cannot be used.
    """
    return Settings.load()


@lru_cache(maxsize=1)
def library() -> Library:
    """The answers."""
    return load_library(CONTENT, settings().local_dir)


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The sentences between the answers."""
    return load_phrases(CONTENT / "phrases.yml")


@lru_cache(maxsize=1)
def error_texts() -> Phrases:
    """The sentences about what cannot be done."""
    return load_phrases(CONTENT / "errors.yml")


@lru_cache(maxsize=1)
def help_texts() -> HelpTexts:
    """Who to call and what to say in danger."""
    return load_help(library().figures)


@lru_cache(maxsize=1)
def directory() -> Directory:
    """Places and contacts; imported first when the database does not hold today's files."""
    ensure_imported(settings().contacts_url, local=settings().local_dir)
    return Directory(settings().contacts_url)


@lru_cache(maxsize=1)
def guides() -> dict[str, Guide]:
    """The guides."""
    return load_guides()


@lru_cache(maxsize=1)
def assistant() -> Assistant:
    """The conversation."""
    return Assistant(library(), phrases(), directory(), guides(), help_texts())
