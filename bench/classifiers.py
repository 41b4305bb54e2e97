"""Compares classifiers over the same features: `python -m bench.classifiers [HELDOUT.tsv …]`.

Without a held-out file: 5-fold cross-validation over the training utterances. The table stands in
docs/decisions/0005-classifier.md.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import scipy.sparse
import yaml
from sklearn.decomposition import TruncatedSVD
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.svm import LinearSVC

from bot.evaluation.run import read_utterances
from bot.nlu.embeddings import Embedder
from bot.rasa.pipeline.ngram_featurizer import comparable, vectorizers
from bot.settings import ROOT


def training_utterances() -> tuple[list[str], list[str]]:
    """Every training utterance and its topic, without those that only steer the dialogue."""
    texts, topics = [], []
    for path in sorted((ROOT / "data" / "nlu").rglob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if not block["intent"].startswith("dialog_"):
                for line in block["examples"].splitlines():
                    texts.append(line.removeprefix("- ").strip())
                    topics.append(block["intent"])
    return texts, topics


def embed(texts: list[str]) -> np.ndarray:
    """Embeddings of texts, shape (texts, 384)."""
    embedder = Embedder()
    embedder.warm(texts)
    return embedder.embed(texts)


class Features:
    """N-grams and centred embeddings, fitted on training texts."""

    def __init__(self, texts: list[str], vectors: np.ndarray, min_df: int = 2) -> None:
        self._vectorizers = vectorizers(min_df)
        for vectorizer in self._vectorizers:
            vectorizer.fit([comparable(text) for text in texts])
        self._centre = vectors.mean(axis=0)

    def dense(self, vectors: np.ndarray) -> np.ndarray:
        centred = vectors - self._centre
        return centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)

    def sparse(self, texts: list[str]) -> scipy.sparse.csr_matrix:
        plain = [comparable(text) for text in texts]
        return scipy.sparse.hstack([vectorizer.transform(plain) for vectorizer in self._vectorizers], format="csr")

    def both(self, texts: list[str], vectors: np.ndarray, weight: float) -> scipy.sparse.csr_matrix:
        dense = scipy.sparse.csr_matrix(weight * self.dense(vectors))
        return scipy.sparse.hstack([self.sparse(texts), dense], format="csr", dtype=np.float32)


Scores = Callable[[list[str], np.ndarray], np.ndarray]


def logistic(weight: float, strength: float) -> Callable[[Features, list[str], np.ndarray, np.ndarray], Scores]:
    def fit(features: Features, texts: list[str], vectors: np.ndarray, targets: np.ndarray) -> Scores:
        model = LogisticRegression(C=strength, max_iter=150, tol=1e-3, class_weight="balanced")
        model.fit(features.both(texts, vectors, weight), targets)
        return lambda t, v: model.decision_function(features.both(t, v, weight))

    return fit


def embeddings_only(strength: float) -> Callable[[Features, list[str], np.ndarray, np.ndarray], Scores]:
    def fit(features: Features, texts: list[str], vectors: np.ndarray, targets: np.ndarray) -> Scores:
        model = LogisticRegression(C=strength, max_iter=300, tol=1e-3, class_weight="balanced")
        model.fit(features.dense(vectors), targets)
        return lambda t, v: model.decision_function(features.dense(v))

    return fit


def nearest(neighbours: int) -> Callable[[Features, list[str], np.ndarray, np.ndarray], Scores]:
    def fit(features: Features, texts: list[str], vectors: np.ndarray, targets: np.ndarray) -> Scores:
        known = features.dense(vectors)

        def scores(t: list[str], v: np.ndarray) -> np.ndarray:
            similar = features.dense(v) @ known.T
            result = np.zeros((len(t), targets.max() + 1))
            for row, near in enumerate(np.argpartition(-similar, neighbours, axis=1)[:, :neighbours]):
                np.add.at(result[row], targets[near], np.exp(10 * similar[row, near]))
            return result

        return scores

    return fit


def support_vectors(weight: float, strength: float) -> Callable[[Features, list[str], np.ndarray, np.ndarray], Scores]:
    def fit(features: Features, texts: list[str], vectors: np.ndarray, targets: np.ndarray) -> Scores:
        model = LinearSVC(C=strength, class_weight="balanced").fit(features.both(texts, vectors, weight), targets)
        return lambda t, v: model.decision_function(features.both(t, v, weight))

    return fit


def ridge(weight: float, penalty: float) -> Callable[[Features, list[str], np.ndarray, np.ndarray], Scores]:
    def fit(features: Features, texts: list[str], vectors: np.ndarray, targets: np.ndarray) -> Scores:
        model = RidgeClassifier(alpha=penalty, class_weight="balanced").fit(features.both(texts, vectors, weight), targets)
        return lambda t, v: model.decision_function(features.both(t, v, weight))

    return fit


def projected(weight: float, size: int, strength: float) -> Callable[[Features, list[str], np.ndarray, np.ndarray], Scores]:
    """N-grams projected to `size` dimensions learned from the training texts (latent semantic analysis)."""

    def fit(features: Features, texts: list[str], vectors: np.ndarray, targets: np.ndarray) -> Scores:
        projection = TruncatedSVD(size, random_state=0).fit(features.sparse(texts))

        def join(t: list[str], v: np.ndarray) -> np.ndarray:
            return np.hstack([projection.transform(features.sparse(t)), weight * features.dense(v)])

        model = LogisticRegression(C=strength, max_iter=150, tol=1e-3, class_weight="balanced").fit(join(texts, vectors), targets)
        return lambda t, v: model.decision_function(join(t, v))

    return fit


def stacked(weight: float) -> Callable[[Features, list[str], np.ndarray, np.ndarray], Scores]:
    """Support vectors on each kind of feature; a second model learns from both, on margins made out of fold."""

    def fit(features: Features, texts: list[str], vectors: np.ndarray, targets: np.ndarray) -> Scores:
        sparse, dense = features.sparse(texts), weight * features.dense(vectors)
        parts = [LinearSVC(class_weight="balanced", random_state=0) for _ in range(2)]
        outer = np.hstack(
            [
                cross_val_predict(model, x, targets, cv=3, method="decision_function")
                for model, x in zip(parts, (sparse, dense), strict=True)
            ]
        )
        for model, x in zip(parts, (sparse, dense), strict=True):
            model.fit(x, targets)
        final = LogisticRegression(C=1, max_iter=150, tol=1e-3, class_weight="balanced").fit(outer, targets)

        def scores(t: list[str], v: np.ndarray) -> np.ndarray:
            inner = [parts[0].decision_function(features.sparse(t)), parts[1].decision_function(weight * features.dense(v))]
            return final.decision_function(np.hstack(inner))

        return scores

    return fit


CANDIDATES = {
    "n-grams, support vectors": support_vectors(0.001, 1),
    "embeddings, logistic regression": embeddings_only(100),
    "embeddings, 15 nearest neighbours": nearest(15),
    "both (weight 1), logistic regression C 10": logistic(1, 10),
    "both (weight 1.5), learned projection to 300, logistic regression": projected(1.5, 300, 10),
    "both (weight 1.5), stacked: n-grams and embeddings, then logistic regression": stacked(1.5),
    "both (weight 1), support vectors C 1": support_vectors(1, 1),
    "both (weight 1.5), support vectors C 0.3": support_vectors(1.5, 0.3),
    "both (weight 1.5), support vectors C 1": support_vectors(1.5, 1),
    "both (weight 3), support vectors C 1": support_vectors(3, 1),
    "both (weight 1.5), ridge": ridge(1.5, 1.0),
}


def main() -> None:
    texts, topics = training_utterances()
    labels = sorted(set(topics))
    targets = np.array([labels.index(topic) for topic in topics])
    vectors = embed(texts)
    print(f"{len(texts)} training utterances, {len(labels)} topics")
    if len(sys.argv) > 1:
        rows = [row for name in sys.argv[1:] for row in read_utterances(Path(name))]
        hard = np.array([row.get("hard") == "1" for row in rows])
        held_texts = [row["text"] for row in rows]
        held_vectors = embed(held_texts)
        held = np.array([labels.index(row["topic"]) if row["topic"] in labels else -1 for row in rows])
        splits = [(texts, vectors, targets, held_texts, held_vectors, held)]
    else:
        splits = [
            ([texts[i] for i in train], vectors[train], targets[train], [texts[i] for i in test], vectors[test], targets[test])
            for train, test in StratifiedKFold(5, shuffle=True, random_state=7).split(texts, targets)
        ]
    for name, fit in CANDIDATES.items():
        started, best, three, count, implied = time.monotonic(), 0, 0, 0, ""
        for train_texts, train_vectors, train_targets, test_texts, test_vectors, test_targets in splits:
            features = Features(train_texts, train_vectors)
            scores = fit(features, train_texts, train_vectors, train_targets)(test_texts, test_vectors)
            order = np.argsort(-scores, axis=1)
            best += int((order[:, 0] == test_targets).sum())
            three += int((order[:, :3] == test_targets[:, None]).any(axis=1).sum())
            count += len(test_targets)
            if len(splits) == 1:
                implied = f"implied {100 * (order[:, 0] == test_targets)[hard].mean():5.1f} %"
        print(
            f"{name:45} {100 * best / count:5.1f} % {100 * three / count:5.1f} %  {implied}  {time.monotonic() - started:5.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
