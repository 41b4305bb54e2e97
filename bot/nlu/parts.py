"""Which question of a topic a message asks: linear support vectors, one question of the topic against its others.

What was compared, and where the numbers are read off: docs/decisions/0010-passages.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np
import scipy.sparse

from bot.nlu.margins import fit_margins
from bot.nlu.questions import NO_QUESTION

STRENGTH = 0.5
"""Inverse of the L2 penalty."""
FAINT = 1e-3
"""A weight smaller than this is not kept: it moves no ranking."""
BEST = 3
"""Questions named of a topic that a message is likely about."""
MOST = 40
"""Questions named of other topics."""
LEAST = 0.2
"""The least probability of one of another topic: a follow-up may ask it, of what the conversation is about."""


class PartModel:
    """Ranks the questions of each topic; `fit` it, or `restore` what `parts` gave.

    Args:
        temperature: the probabilities' softness; below 1 is surer.
        none: the margin of «none of them», which is one answer beside the questions of a topic.
    """

    def __init__(self, temperature: float, none: float) -> None:
        self._temperature, self._none = temperature, none
        self._weights = scipy.sparse.csr_matrix((0, 0), dtype=np.float32)
        """One row for each feature, so that only those of a message are looked up."""
        self._bias = np.zeros(0, np.float32)
        self._names: list[tuple[str, str]] = []
        self._topics: dict[str, slice] = {}

    def fit(self, names: Sequence[tuple[str, str]], features: scipy.sparse.csr_matrix) -> None:
        """Learn from ways to ask, and from messages that want the short answer or a facet instead; a topic with one question has nothing to tell apart, and is never in doubt.

        Args:
            names: (topic, question) of each way.
            features: shape (ways, features).
        """
        rows = defaultdict[str, list[int]](list)
        for row, (topic, _) in enumerate(names):
            rows[topic].append(row)
        weights, biases, learnt = [], [], []
        for topic, own in sorted(rows.items()):
            parts = sorted({names[row][1] for row in own})
            found, bias = np.zeros((1, features.shape[1]), np.float32), np.zeros(1, np.float32)
            if len(parts) > 1:
                found, bias = fit_margins(features[own], np.array([parts.index(names[row][1]) for row in own]), len(parts), STRENGTH)
            found[np.abs(found) < FAINT] = 0.0
            weights.append(scipy.sparse.csr_matrix(found))
            biases.append(bias)
            learnt += [(topic, part) for part in parts]
        self._weights = scipy.sparse.vstack(weights, format="csr").T.tocsr()
        self._bias = np.concatenate(biases)
        self._name(learnt)

    def rank(self, features: scipy.sparse.csr_matrix, likely: Collection[str]) -> list[tuple[str, str, float]]:
        """The questions a message may ask, best first: (topic, question, probability given the topic).

        Args:
            features: shape (1, features).
            likely: the topics it is likely about.
        """
        if not self._names:
            return []
        margins = (features @ self._weights).toarray()[0] + self._bias
        found, others = [], []
        for topic, part in self._topics.items():
            shares = self._shares(margins[part])
            if topic not in likely and shares.max() < LEAST:
                continue
            best = ((topic, self._names[part.start + at][1], float(shares[at])) for at in np.argsort(-shares))
            asked = list(islice((item for item in best if item[1] not in NO_QUESTION), BEST))
            if topic in likely:
                found += asked
            else:
                others += [item for item in asked if item[2] >= LEAST]
        return sorted(found + sorted(others, key=_share)[:MOST], key=_share)

    def parts(self) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        """The model as arrays and JSON values."""
        kept = self._weights
        arrays = {"data": kept.data, "indices": kept.indices, "indptr": kept.indptr, "bias": self._bias}
        return arrays, {"names": [list(name) for name in self._names], "features": int(kept.shape[0])}

    def restore(self, arrays: Mapping[str, np.ndarray], values: Mapping[str, Any]) -> None:
        """Take back what `parts` gave."""
        shape = (values["features"], len(values["names"]))
        self._weights = scipy.sparse.csr_matrix((arrays["data"], arrays["indices"], arrays["indptr"]), shape=shape)
        self._bias = arrays["bias"]
        self._name([(topic, part) for topic, part in values["names"]])

    def _name(self, names: list[tuple[str, str]]) -> None:
        self._names = names
        topics = [topic for topic, _ in names]
        self._topics = {topic: slice(topics.index(topic), len(topics) - topics[::-1].index(topic)) for topic in dict.fromkeys(topics)}

    def _shares(self, margins: np.ndarray) -> np.ndarray:
        """Probabilities of a topic's questions, which leave something to none of them."""
        most = max(float(margins.max()), self._none)
        raised = np.exp((margins - most) / self._temperature)
        return np.asarray(raised / (raised.sum() + np.exp((self._none - most) / self._temperature)))


def _share(item: tuple[str, str, float]) -> float:
    """What questions are sorted by: the likeliest first."""
    return -item[2]
