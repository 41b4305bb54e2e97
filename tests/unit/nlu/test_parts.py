"""The question nearest to what was written is named, with a share left for none of them."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.parts import PartModel

WAYS = {
    ("kvp", "jobbe"): ("kan jeg jobbe ved siden av", "lov å jobbe litt", "får jeg ha jobb samtidig", "jobbe ekstra i helga"),
    ("kvp", "penger"): ("hvor mye penger får jeg", "hva får jeg utbetalt", "penger i måneden", "hvor mye blir utbetalt"),
    ("kvp", "lenge"): ("hvor lenge varer det", "hvor mange år varer det", "hvor lenge kan jeg gå", "kor lenge varer det"),
    ("aap", "ferie"): ("kan jeg ta ferie", "ferie i sommer", "får jeg ferie fra tiltaket", "ta ferie og få penger"),
    ("aap", "flytte"): ("hva om jeg flytter", "flytte til en annen by", "kan jeg flytte til utlandet", "flytter jeg mister jeg penger"),
    ("rus", "alene"): ("hva om jeg ikke vil ha hjelp", "kan jeg slutte alene"),
}


class Reader:
    def __init__(self) -> None:
        self.names = [name for name, texts in WAYS.items() for _ in texts]
        self.texts = [text for texts in WAYS.values() for text in texts]
        self.vectorizer = TfidfVectorizer(dtype=np.float32).fit(self.texts)
        self.model = PartModel()
        self.model.fit(self.names, self.ngrams(self.texts), np.zeros((len(self.texts), 0), np.float32), none=0.2)

    def ngrams(self, texts: list[str]) -> scipy.sparse.csr_matrix:
        return self.vectorizer.transform(texts).tocsr()

    def rank(self, text: str, model: PartModel | None = None) -> list[tuple[str, str, float]]:
        return (model or self.model).rank(self.ngrams([text]), np.zeros((1, 0), np.float32))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(("text", "topic", "part"), [
    ("kan jeg jobbe samtidig", "kvp", "jobbe"),
    ("hvor mye får jeg utbetalt i måneden", "kvp", "penger"),
    ("hvor lenge varer det", "kvp", "lenge"),
    ("ferie i sommer", "aap", "ferie"),
])  # fmt: skip
def test_the_nearest_comes_first(reader: Reader, text: str, topic: str, part: str) -> None:
    assert next(name for of, name, _ in reader.rank(text) if of == topic) == part


def test_shares_are_of_a_topic_and_leave_something_to_none(reader: Reader) -> None:
    found = reader.rank("kan jeg jobbe ved siden av")
    assert found == sorted(found, key=lambda item: -item[2])
    for topic in ("kvp", "aap", "rus"):
        assert sum(share for of, _, share in found if of == topic) < 1
    near, far = (max((share for _, _, share in reader.rank(text)), default=0.0) for text in ("hvor lenge varer det", "xyz"))
    assert near > far


def test_a_restored_one_ranks_the_same(reader: Reader) -> None:
    restored = PartModel()
    restored.restore(*reader.model.parts())
    for text in reader.texts:
        for one, other in zip(reader.rank(text), reader.rank(text, restored), strict=True):
            assert one[:2] == other[:2]
            assert one[2] == pytest.approx(other[2], abs=1e-3)


def test_one_that_learnt_nothing_names_nothing() -> None:
    empty = PartModel()
    assert empty.rank(scipy.sparse.csr_matrix((1, 0), dtype=np.float32), np.zeros((1, 0), np.float32)) == []
    restored = PartModel()
    restored.restore(*empty.parts())
    assert restored.rank(scipy.sparse.csr_matrix((1, 0), dtype=np.float32), np.zeros((1, 0), np.float32)) == []
