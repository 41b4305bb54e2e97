"""The word lists that tell names from ordinary words."""

from __future__ import annotations

from bot.privacy.words import doubtful_names, first_names, ordinary_words


def test_a_name_is_sure_or_doubtful_and_never_both() -> None:
    assert {"kari", "ali"} <= first_names()
    assert {"per", "anna"} & doubtful_names()
    assert first_names() & doubtful_names() == frozenset()


def test_the_lists_are_in_lower_case_without_marks_or_comments() -> None:
    for words in (first_names(), doubtful_names(), ordinary_words()):
        assert len(words) > 50
        assert not [word for word in words if word != word.lower() or word.startswith("#") or word.endswith("?") or not word.strip()]


def test_no_sure_name_is_an_ordinary_word() -> None:
    assert sorted(first_names() & ordinary_words()) == []
