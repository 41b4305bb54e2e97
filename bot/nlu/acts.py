"""Dialogue acts: what a message does with the talk itself – asks for the source, for fewer words, for an earlier answer.

Learnt from data/nlu/acts, one file a writer, so that whole writers can be held out: rules written for it heard one in six
of what others wrote. Linear support vectors over n-grams and the sentence vector; every other training text is none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse

from bot.nlu.margins import fit_margins, probabilities
from bot.nlu.ngrams import comparable, vectorizers
from bot.settings import ROOT

CORPUS = ROOT / "data" / "nlu" / "acts"
NONE = "ingen"
ACTS = (
    NONE, "kilde", "sikker", "naar_sjekket", "enklere", "kort", "eksempel", "sa_jeg", "ikke_det", "ring_for_meg", "tor_ikke", "forrige", "sammenlign",
    "mest", "anbefal", "paa_nytt", "stopp", "god_nyhet",
    "hva_si", "hvem_hjelper", "ta_med",
)  # fmt: skip
LONGEST = 30
"""Most words of a message that is an act and nothing else."""
ENOUGH = 0.4
"""From this probability on a message is an act."""
STRENGTH, TEMPERATURE, OTHERS_WEIGHT = 1.5, 0.25, 0.1
"""Of the support vectors; of their probabilities; how much a text about a topic counts as none."""


def read_acts(paths: Iterable[Path]) -> list[tuple[str, str]]:
    """(act, text) of files with these two columns.

    Raises:
        ValueError: `file:line: reason` for the first row that cannot be used.
    """
    found = []
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for line, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
                if row["act"] not in ACTS or not row["text"]:
                    raise ValueError(f"{path}:{line}: the act is unknown, or the text is missing")
                found.append((row["act"], row["text"]))
    return found


def told_acts() -> list[tuple[str, str]]:
    """All of data/nlu/acts."""
    return read_acts(sorted(CORPUS.glob("*.tsv")))


class ActModel:
    """Which act a message is; `fit` it, or `restore` what `parts` gave."""

    def __init__(self) -> None:
        self._vectorizers = vectorizers(1)
        self._weights = np.zeros((0, 0), np.float32)
        self._bias = np.zeros(0, np.float32)

    def fit(self, acts: Sequence[tuple[str, str]], others: Sequence[str], vectors: np.ndarray | None) -> None:
        """Learn from acts, and from texts that are none.

        Args:
            vectors: unit vectors of the acts' texts and then the others, shape (texts, 384); None without an encoder.
        """
        plain = [comparable(text) for text in (*(text for _, text in acts), *others)]
        for vectorizer in self._vectorizers:
            vectorizer.fit(plain)
        targets = np.array([ACTS.index(act) for act, _ in acts] + [0] * len(others))
        weight = np.array([1.0] * len(acts) + [OTHERS_WEIGHT] * len(others))
        self._weights, self._bias = fit_margins(self._features(plain, vectors), targets, len(ACTS), STRENGTH, example_weight=weight)

    def read(self, text: str, vector: np.ndarray | None) -> str | None:
        """The act a message is, and nothing else; None when it is none."""
        if len(text.split()) > LONGEST:
            return None
        features = self._features([comparable(text)], None if vector is None else vector[None, :])
        row = probabilities(np.asarray(features @ self._weights.T) + self._bias, TEMPERATURE)[0]
        best = int(row.argmax())
        return ACTS[best] if best and row[best] >= ENOUGH else None

    def parts(self) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        """The model as arrays and JSON values."""
        arrays = {"weights": self._weights, "bias": self._bias} | {f"idf{i}": v.idf_ for i, v in enumerate(self._vectorizers)}
        return arrays, {"terms": [list(vectorizer.get_feature_names_out()) for vectorizer in self._vectorizers]}

    def restore(self, arrays: Mapping[str, np.ndarray], values: Mapping[str, Any]) -> None:
        """Take back what `parts` gave."""
        self._weights, self._bias = arrays["weights"], arrays["bias"]
        for index, vectorizer in enumerate(self._vectorizers):
            vectorizer.restore(values["terms"][index], arrays[f"idf{index}"])

    def _features(self, plain: list[str], vectors: np.ndarray | None) -> scipy.sparse.csr_matrix:
        blocks = [vectorizer.transform(plain) for vectorizer in self._vectorizers]
        if vectors is not None:
            blocks.append(scipy.sparse.csr_matrix(vectors))
        return scipy.sparse.hstack(blocks, format="csr", dtype=np.float32)
