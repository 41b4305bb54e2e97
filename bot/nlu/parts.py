"""Which question of a topic a message asks: how near it lies to the ways each is asked.

What was compared, and where the limit is read off: docs/decisions/0010-passages.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import scipy.sparse
from scipy.optimize import minimize

NEAREST = 3
"""Ways of one question that count beside the nearest."""
MOST = 12
"""Questions named for a message."""
LEAST = 0.1
"""The least probability of one that is named."""
PENALTY = 1e-3
"""Of the squared weights, beside the mean log-likelihood of a case."""


class PartModel:
    """Ranks the questions of each topic; `fit` it, or `restore` what `parts` gave.

    Of each question four things are looked at: the nearest of its ways by meaning and by n-grams, and the mean of its
    `NEAREST` by each. What they count is learnt on the ways themselves, each held out in its turn; «none of them» is one
    answer beside the questions of the topic.
    """

    def __init__(self) -> None:
        self._sparse = scipy.sparse.csr_matrix((0, 0), dtype=np.float32)
        self._dense = np.zeros((0, 0), np.float32)
        self._names: list[tuple[str, str]] = []
        self._starts = np.zeros(0, np.int64)
        self._weights = np.zeros(5, np.float64)
        self._topics: dict[str, slice] = {}

    def fit(self, names: Sequence[tuple[str, str]], sparse: scipy.sparse.csr_matrix, dense: np.ndarray, none: float) -> None:
        """Learn from ways to ask.

        Args:
            names: (topic, question) of each way.
            sparse: unit rows of n-grams, shape (ways, n-grams).
            dense: unit vectors, shape (ways, 384), or (ways, 0) without an encoder.
            none: the share of a topic's messages that ask none of its questions.
        """
        order = sorted(range(len(names)), key=lambda row: names[row])
        self._sparse, self._dense = sparse[order], np.ascontiguousarray(dense[order], np.float32)
        self._index([names[row] for row in order])
        self._weights = self._learnt([names[row] for row in order], none)

    def rank(self, sparse: scipy.sparse.csr_matrix, dense: np.ndarray, topics: Sequence[str] | None = None) -> list[tuple[str, str, float]]:
        """The questions a message may ask, best first: (topic, question, probability given the topic).

        Args:
            sparse: shape (1, n-grams).
            dense: shape (1, 384).
            topics: these alone; None for all.
        """
        if not self._names:
            return []
        features = self._features(self._near(sparse, dense))
        scores = features @ self._weights[:4]
        found = []
        for topic, part in self._topics.items():
            if topics is None or topic in topics:
                shares = _shares(scores[part], self._weights[4])
                found += [(*self._names[part.start + at], float(share)) for at, share in enumerate(shares) if share >= LEAST]
        return sorted(found, key=lambda item: -item[2])[:MOST] if topics is None else sorted(found, key=lambda item: -item[2])

    def parts(self) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        """The model as arrays and JSON values."""
        sparse = self._sparse
        arrays = {"data": sparse.data, "indices": sparse.indices, "indptr": sparse.indptr, "dense": self._dense.astype(np.float16)}
        arrays |= {"starts": self._starts, "weights": self._weights}
        return arrays, {"names": [list(name) for name in self._names], "columns": int(sparse.shape[1])}

    def restore(self, arrays: Mapping[str, np.ndarray], values: Mapping[str, Any]) -> None:
        """Take back what `parts` gave."""
        shape = (len(arrays["indptr"]) - 1, values["columns"])
        self._sparse = scipy.sparse.csr_matrix((arrays["data"], arrays["indices"], arrays["indptr"]), shape=shape)
        self._dense = arrays["dense"].astype(np.float32)
        self._weights = arrays["weights"]
        self._name([tuple(name) for name in values["names"]], arrays["starts"])

    def _index(self, names: Sequence[tuple[str, str]]) -> None:
        starts = [row for row, name in enumerate(names) if row == 0 or name != names[row - 1]]
        self._name([names[row] for row in starts], np.array([*starts, len(names)]))

    def _name(self, names: list[tuple[str, str]], starts: np.ndarray) -> None:
        self._names, self._starts = names, starts
        topics = [topic for topic, _ in names]
        self._topics = {topic: slice(topics.index(topic), len(topics) - topics[::-1].index(topic)) for topic in dict.fromkeys(topics)}

    def _near(self, sparse: scipy.sparse.csr_matrix, dense: np.ndarray) -> np.ndarray:
        """How near a message is to every way, by meaning and by n-grams: shape (2, ways)."""
        by_ngrams = np.asarray(self._sparse @ sparse.toarray()[0], np.float32)
        by_meaning = self._dense @ dense[0] if self._dense.shape[1] else np.zeros(len(by_ngrams), np.float32)
        return np.stack([by_meaning, by_ngrams])

    def _features(self, near: np.ndarray) -> np.ndarray:
        """Of every question: shape (questions, 4)."""
        columns = []
        for row in near:
            columns.append(np.maximum.reduceat(row, self._starts[:-1]))
            top = [np.sort(row[a:b])[-NEAREST:].mean() for a, b in zip(self._starts[:-1], self._starts[1:], strict=True)]
            columns.append(np.array(top))
        return np.stack(columns, axis=1)

    def _learnt(self, names: Sequence[tuple[str, str]], none: float) -> np.ndarray:
        """What each feature counts, and how much «none» does, by maximum likelihood on the ways, held out one by one.

        Every case is asked twice: with its own question there, and with it taken away, which none of the others answers.
        """
        cases = [case for row, name in enumerate(names) if (case := self._case(row, name)) is not None]
        if not cases:
            return np.array([4.0, 4.0, 4.0, 4.0, 6.0])

        def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
            likelihood, slope = 0.0, np.zeros(5)
            for features, wanted in cases:
                for share, shown, own in ((1 - none, features, wanted), (none, np.delete(features, wanted, axis=0), None)):
                    gained, step = _likelihood(shown, own, weights)
                    likelihood, slope = likelihood + share * gained, slope + share * step
            return PENALTY * float(weights @ weights) - likelihood / len(cases), 2 * PENALTY * weights - slope / len(cases)

        return np.asarray(minimize(cost, np.array([4.0, 4.0, 4.0, 4.0, 6.0]), jac=True, method="L-BFGS-B", options={"maxiter": 60}).x)

    def _case(self, row: int, name: tuple[str, str]) -> tuple[np.ndarray, int] | None:
        """The features of the topic's questions for one of its ways, without itself; None where nothing is left to compare."""
        part = self._topics[name[0]]
        if part.stop - part.start < 2:
            return None
        first, last = int(self._starts[part.start]), int(self._starts[part.stop])
        near = np.stack(
            [
                self._dense[first:last] @ self._dense[row] if self._dense.shape[1] else np.zeros(last - first, np.float32),
                np.asarray((self._sparse[first:last] @ self._sparse[row].T).todense())[:, 0],
            ]
        )
        near[:, row - first] = -np.inf
        columns = []
        for values in near:
            groups = [
                np.sort(values[a - first : b - first])[::-1]
                for a, b in zip(self._starts[part], self._starts[part.start + 1 : part.stop + 1], strict=True)
            ]
            groups = [group[np.isfinite(group)] for group in groups]
            if any(len(group) == 0 for group in groups):
                return None
            columns += [np.array([group[0] for group in groups]), np.array([group[:NEAREST].mean() for group in groups])]
        return np.stack(columns, axis=1), self._names.index(name) - part.start


def _shares(scores: np.ndarray, none: float) -> np.ndarray:
    """Probabilities of a topic's questions, which leave something to none of them."""
    most = max(float(scores.max()), none)
    raised = np.exp(scores - most)
    return np.asarray(raised / (raised.sum() + np.exp(none - most)))


def _likelihood(features: np.ndarray, wanted: int | None, weights: np.ndarray) -> tuple[float, np.ndarray]:
    """The log-likelihood of one case, and its gradient."""
    shares = _shares(features @ weights[:4], weights[4])
    of_none = max(1 - float(shares.sum()), 1e-12)
    if wanted is None:
        return float(np.log(of_none)), np.append(-(shares @ features), 1 - of_none)
    return float(np.log(max(shares[wanted], 1e-12))), np.append(features[wanted] - shares @ features, -of_none)
