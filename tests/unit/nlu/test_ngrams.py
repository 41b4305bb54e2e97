"""Texts are compared in one form, and by words and parts of words."""

from __future__ import annotations

import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.ngrams import MAX_CHARS, comparable, vectorizers


def test_dialect_letters_and_capitals_make_no_difference() -> None:
    assert comparable("KORSN får æ læreplass?") == comparable("hvordan faar jeg laereplass?")


def test_a_text_without_end_is_read_to_its_bound() -> None:
    assert comparable("a b " * 5000) == comparable(("a b " * 5000)[:MAX_CHARS])


def test_words_in_pairs_and_parts_within_words() -> None:
    words, parts = vectorizers(1)
    texts = ["jeg vil ?", "vil du"]
    rows = words.fit_transform(texts)
    assert set(words.vocabulary_) == {"jeg", "vil", "?", "du", "jeg vil", "vil ?", "vil du"}
    assert abs(rows.multiply(rows).sum(axis=1) - 1).max() < 1e-5, "rows have unit length"
    parts.fit(texts)
    assert "vil" in parts.vocabulary_
    assert not any("l d" in part for part in parts.vocabulary_), "no part goes across words"


def test_rare_ones_are_left_out() -> None:
    words, _ = vectorizers(2)
    assert set(words.fit(["a b", "a c"]).vocabulary_) == {"a"}


@pytest.mark.parametrize("restored", [False, True])
def test_rows_are_those_of_scikit_learn_to_the_bit(restored: bool) -> None:
    learnt = ["jeg vil bli lærling", "hva er kvp", "kan jeg få kvp og jobbe", "lærling, lærling!", "hva vil du bli"]
    texts = ["jeg vil vil vil jobbe som lærling", "", "zzz", "hva er kvp? hva er det?"]
    for vectorizer in vectorizers(1):
        vectorizer.fit(learnt)
        if restored:
            terms, idf = list(vectorizer.get_feature_names_out()), vectorizer.idf_
            vectorizer.restore(terms, idf)
        ours, theirs = vectorizer.transform(texts), TfidfVectorizer.transform(vectorizer, texts)
        assert ours.dtype == theirs.dtype
        for name in ("data", "indices", "indptr"):
            assert getattr(ours, name).tolist() == getattr(theirs, name).tolist(), name
