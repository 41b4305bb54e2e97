"""The question that was asked is named, with a share left for none of them."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.parts import LEAST, PartModel

WAYS = {
    ("kvp", "jobbe"): ("kan jeg jobbe ved siden av", "lov å jobbe litt", "får jeg ha jobb samtidig", "jobbe ekstra i helga"),
    ("kvp", "utbetalt"): ("hvor mye penger får jeg", "hva får jeg utbetalt", "penger i måneden", "hvor mye blir utbetalt"),
    ("kvp", "lenge"): ("hvor lenge varer det", "hvor mange år varer det", "hvor lenge kan jeg gå", "kor lenge varer det"),
    ("aap", "ferie"): ("kan jeg ta ferie", "ferie i sommer", "får jeg ferie fra tiltaket", "ta ferie og få penger"),
    ("aap", "flytte"): ("hva om jeg flytter", "flytte til en annen by", "kan jeg flytte til utlandet", "flytter jeg mister jeg penger"),
    ("rus", "alene"): ("hva om jeg ikke vil ha hjelp", "kan jeg slutte alene"),
}


class Reader:
    def __init__(self) -> None:
        names = [name for name, texts in WAYS.items() for _ in texts]
        self.texts = [text for texts in WAYS.values() for text in texts]
        self.vectorizer = TfidfVectorizer(dtype=np.float32).fit(self.texts)
        self.model = PartModel(0.2, -0.8)
        self.model.fit(names, self.features(self.texts))

    def features(self, texts: list[str]) -> scipy.sparse.csr_matrix:
        return self.vectorizer.transform(texts).tocsr()

    def rank(self, text: str, model: PartModel | None = None) -> list[tuple[str, str, float]]:
        return (model or self.model).rank(self.features([text]), ("kvp", "aap", "rus"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(("text", "topic", "part"), [
    ("kan jeg jobbe samtidig", "kvp", "jobbe"),
    ("hvor mye får jeg utbetalt i måneden", "kvp", "utbetalt"),
    ("hvor lenge varer det", "kvp", "lenge"),
    ("ferie i sommer", "aap", "ferie"),
])  # fmt: skip
def test_the_one_that_is_asked_comes_first(reader: Reader, text: str, topic: str, part: str) -> None:
    assert next(name for of, name, _ in reader.rank(text) if of == topic) == part


def test_shares_are_of_a_topic_and_leave_something_to_none(reader: Reader) -> None:
    found = reader.rank("kan jeg jobbe ved siden av")
    assert found == sorted(found, key=lambda item: -item[2])
    for topic in ("kvp", "aap", "rus"):
        assert sum(share for of, _, share in found if of == topic) < 1


def test_of_topics_that_are_not_likely_only_what_is_likely_itself(reader: Reader) -> None:
    found = reader.model.rank(reader.features(["hvor lenge varer det"]), ())
    assert ("kvp", "lenge") in [(topic, part) for topic, part, _ in found]
    assert all(share >= LEAST for _, _, share in found)
    assert len([part for topic, part, _ in reader.rank("hvor lenge varer det") if topic == "kvp"]) == 3


@pytest.mark.parametrize(("none", "answered"), [(-2.0, True), (2.0, False)])
def test_the_higher_none_lies_the_fewer_are_answered(reader: Reader, none: float, answered: bool) -> None:
    model = PartModel(0.2, none)
    model.restore(*reader.model.parts())
    best = max((share for of, _, share in reader.rank("hvor lenge varer det", model) if of == "kvp"), default=0.0)
    assert (best >= 0.5) == answered


def test_a_restored_one_ranks_the_same(reader: Reader) -> None:
    restored = PartModel(0.2, -0.8)
    restored.restore(*reader.model.parts())
    for text in reader.texts:
        assert reader.rank(text) == reader.rank(text, restored)


def test_one_that_learnt_nothing_names_nothing() -> None:
    empty = PartModel(0.2, -0.8)
    assert empty.rank(scipy.sparse.csr_matrix((1, 0), dtype=np.float32), ()) == []
    restored = PartModel(0.2, -0.8)
    restored.restore(*empty.parts())
    assert restored.rank(scipy.sparse.csr_matrix((1, 0), dtype=np.float32), ()) == []
