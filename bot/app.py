"""The parts of the assistant: put together in one place, and handed to whatever works with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from bot import clock
from bot.contacts.database import reached
from bot.contacts.directory import Directory
from bot.contacts.preparation import ensure_imported
from bot.content import CONTENT, Library, load_library
from bot.content.help import HelpTexts
from bot.content.help_files import load_help
from bot.content.hooks import Hooks, load_hooks
from bot.content.phrases import Phrases, load_phrases
from bot.content.tongues import Tongues, load_tongues
from bot.dialogue import Assistant
from bot.guides import Guide, load_guides
from bot.settings import Settings
from bot.yaml_lines import read_yaml


class Parts:
    """What the assistant is made of; each part is built when it is first asked for, and then kept.

    Two of these share nothing, so that a test or a tool has an assistant of its own beside any other.

    Args:
        settings: in place of those of the environment.
        contacts_url: the contact database, in place of the one in the settings.
        content: the folder of the answers; the guides and the help lie beside it.
        library: the answers, in place of those in `content` and in the local folder of the settings.
        today: the date in Norway.
        now: the time there.

    Raises:
        SettingsError: a value of the environment cannot be used.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        contacts_url: str | None = None,
        content: Path = CONTENT,
        library: Library | None = None,
        today: Callable[[], date] = clock.today,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        settings = settings or Settings.load()
        self.settings = settings if contacts_url is None else replace(settings, contacts_url=contacts_url)
        self.content = content
        self.today = today
        self.now = now
        if library is not None:
            self.library = library

    @cached_property
    def library(self) -> Library:
        """The answers, ours and local.

        Raises:
            ContentError: a file cannot be used.
        """
        return load_library(self.content, self.settings.local_dir)

    @cached_property
    def phrases(self) -> Phrases:
        """The sentences between the answers.

        Raises:
            ContentError: a sentence lacks a language.
        """
        return load_phrases(self.content / "phrases.yml")

    @cached_property
    def error_texts(self) -> Phrases:
        """The sentences about what cannot be done; they need no other part, so that an error is told whatever fails.

        Raises:
            ContentError: a sentence lacks a language.
        """
        return load_phrases(self.content / "errors.yml")

    @cached_property
    def other_names(self) -> Mapping[str, str]:
        """Other addresses of topics: old ids, and names people guess. A shared link never rots.

        Raises:
            ContentError: the file cannot be used.
        """
        return dict(read_yaml(self.content / "addresses.yml").value)

    @cached_property
    def help_texts(self) -> HelpTexts:
        """Who to call and what to say in danger.

        Raises:
            ContentError: a file cannot be used.
        """
        return load_help(self.library.figures, self.content.parent / "help")

    @cached_property
    def tongues(self) -> Tongues:
        """What is said to those who write in a language that is not ours.

        Raises:
            ContentError: the file cannot be used.
        """
        return load_tongues(self.content / "tongues.yml", self.library.figures)

    @cached_property
    def directory(self) -> Directory:
        """Places and contacts; imported first when the database does not hold today's files.

        Raises:
            ContactDataError: a contact file or row is wrong.
            ContactStoreError: the database cannot be used.
        """
        url = self.settings.contacts_url
        ensure_imported(url, local=self.settings.local_dir)
        with reached(url):
            return Directory(url)

    @cached_property
    def guides(self) -> Mapping[str, Guide]:
        """The guides, by id.

        Raises:
            GuideError: a guide cannot be used.
        """
        return load_guides(self.content.parent / "guides")

    @cached_property
    def hooks(self) -> Hooks:
        """What stands largest on posters, by what they are about.

        Raises:
            ContentError: the file cannot be used.
        """
        known = {*(topic.id for topic in self.library), *(f"guide.{guide}" for guide in self.guides), "kontakt"}
        return load_hooks(self.content / "hooks.yml", known)

    @cached_property
    def assistant(self) -> Assistant:
        """The conversation; asking for it reads all that it speaks from.

        Raises:
            OperatorError: content, guides or contacts cannot be read.
        """
        return Assistant(self.library, self.phrases, self.directory, self.guides, self.help_texts, self.tongues, self.today, self.now)
