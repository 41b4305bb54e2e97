"""What a topic is beside what it says, read from its own file."""

from __future__ import annotations

from pathlib import Path

from bot.content.roles import Part, Roles, read_roles
from tests.parts import PARTS
from tests.unit.content.content_example import write

ROLES = Roles(
    [
        ("kvp", Part(local_offers=True)),
        ("hei", Part("hoflighet")),
        ("oss", Part("om_oss")),
        ("krise", Part("krise")),
        ("penger", Part(relief=frozenset({"spise"}))),
        ("menneske", Part("menneske")),
        ("nav", Part("kontakt")),
        ("rett", Part("veileder")),
        ("annet", Part("utenfor")),
        ("sorg", Part("tungt")),
    ]
)


def test_each_question_of_roles_has_its_topics() -> None:
    assert ROLES.manners == {"hei"}
    assert ROLES.about_us == {"oss"}
    assert ROLES.asides == {"hei", "oss", "annet"}
    assert ROLES.not_offered == {"hei", "annet", "krise"}
    assert ROLES.contacts == {"nav", "menneske"}
    assert ROLES.guides == {"rett"}
    assert ROLES.weighing == {"sorg", "krise"}
    assert ROLES.near_danger == {"sorg", "krise", "menneske", "penger"}, "what relieves a danger is near it"
    assert ROLES.local_offers == {"kvp"}


def test_a_topic_relieves_the_dangers_it_names_and_no_other() -> None:
    assert ROLES.relieves("penger", "spise")
    assert not ROLES.relieves("penger", "vold")
    assert not ROLES.relieves("finnes_ikke", "spise")


def test_a_file_says_what_it_is(tmp_path: Path) -> None:
    assert read_roles(write(tmp_path)).manners == {"hilsen"}
    assert Part.from_yaml({"hjelper_ved": ["spise"], "lokale_tilbud": True}) == Part("emne", frozenset({"spise"}), True)


def test_the_roles_alone_are_those_of_the_library() -> None:
    alone, library = read_roles(), PARTS.library.roles
    assert (alone.near_danger, alone.asides, alone.guides) == (library.near_danger, library.asides, library.guides)
