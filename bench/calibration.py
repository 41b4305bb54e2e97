"""Fits the classifier's temperature by cross-validation over the training utterances: `python -m bench.calibration`.

Prints the temperature with the smallest log loss, the calibration error it leaves, and the precision and
coverage at each threshold. The value stands in config.yml; the table in docs/understanding.md.
"""

from __future__ import annotations

import numpy as np
from sklearn.model_selection import StratifiedKFold

from bench.classifiers import Features, embed, training_utterances
from bot.nlu.margins import fit_margins, probabilities

DENSE_WEIGHT, STRENGTH, EXTRA = 1.5, 0.6, {"utenfor_tema": 8.0}
"""As in config.yml."""


def out_of_fold_margins(texts: list[str], vectors: np.ndarray, targets: np.ndarray, extra: dict[int, float]) -> np.ndarray:
    """The margins of every utterance from a model that has not seen it, shape (utterances, topics)."""
    margins = np.zeros((len(texts), targets.max() + 1), np.float32)
    for train, test in StratifiedKFold(5, shuffle=True, random_state=7).split(texts, targets):
        features = Features([texts[i] for i in train], vectors[train])
        weights, bias = fit_margins(
            features.both([texts[i] for i in train], vectors[train], DENSE_WEIGHT), targets[train], margins.shape[1], STRENGTH, extra
        )
        margins[test] = features.both([texts[i] for i in test], vectors[test], DENSE_WEIGHT) @ weights.T + bias
    return margins


def main() -> None:
    texts, topics = training_utterances()
    labels = sorted(set(topics))
    targets = np.array([labels.index(topic) for topic in topics])
    extra = {labels.index(name): times for name, times in EXTRA.items()}
    margins = out_of_fold_margins(texts, embed(texts), targets, extra)
    rows = np.arange(len(targets))

    def loss(temperature: float) -> float:
        return float(-np.log(np.maximum(probabilities(margins, temperature)[rows, targets], 1e-12)).mean())

    best = min(np.arange(0.05, 0.6, 0.01), key=loss)
    found = probabilities(margins, best)
    confidence, right = found.max(axis=1), found.argmax(axis=1) == targets
    bins = np.minimum(9, (confidence * 10).astype(int))
    error = sum(abs(right[bins == b].mean() - confidence[bins == b].mean()) * (bins == b).mean() for b in set(bins))
    print(f"{len(texts)} utterances, right {100 * right.mean():.1f} %")
    print(f"temperature {best:.2f}, log loss {loss(best):.3f}, calibration error {100 * error:.1f} %")
    for threshold in np.arange(0.05, 0.95, 0.05):
        answered = confidence >= threshold
        print(f"{threshold:.2f}  answered {100 * answered.mean():5.1f} %  right of those {100 * right[answered].mean():5.1f} %")


if __name__ == "__main__":
    main()
