"""Linear support vectors, one topic against the rest (scikit-learn's), and how sure a margin is."""

from __future__ import annotations

import warnings
from collections.abc import Mapping

import numpy as np
import scipy.sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.svm import LinearSVC


def fit_margins(
    features: scipy.sparse.csr_matrix,
    targets: np.ndarray,
    classes: int,
    strength: float,
    extra: Mapping[int, float] | None = None,
    example_weight: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Fit, with classes weighted so that each counts the same – but those in `extra`, which count so many times more.

    Args:
        features: (examples, features).
        targets: (examples,) integers from 0 to classes - 1, each present.
        classes: number of classes, at least 2.
        strength: inverse of the L2 penalty.
        extra: classes that count more than the others, and how many times.
        example_weight: (examples,) how much each example counts; those below 1 do not change how classes are balanced.

    Returns:
        weights (classes, features) and bias (classes,), float32. The same input gives the same bits.

    Raises:
        ValueError: fewer than two classes.
    """
    if classes < 2:
        raise ValueError("a classifier needs at least two topics with examples")
    full = targets if example_weight is None else targets[example_weight >= 1]
    balanced = len(full) / (classes * np.bincount(full, minlength=classes))
    weight = {number: float(value) * (extra or {}).get(number, 1.0) for number, value in enumerate(balanced)}
    model = LinearSVC(C=strength, class_weight=weight, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the last iterations change no ranking
        model.fit(features, targets, sample_weight=example_weight)
    weights, bias = model.coef_, model.intercept_
    if classes == 2:  # scikit-learn keeps one row for two classes
        weights, bias = np.vstack([-weights, weights]) / 2, np.hstack([-bias, bias]) / 2
    return weights.astype(np.float32), bias.astype(np.float32)


def probabilities(margins: np.ndarray, temperature: float) -> np.ndarray:
    """Margins as probabilities: a softmax whose temperature is fitted on unseen utterances (Guo et al., 2017).

    Args:
        margins: (messages, classes).
        temperature: below 1 is surer.

    Returns:
        (messages, classes), each row sums to 1.
    """
    scaled = margins / temperature
    scaled = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return np.asarray(scaled / scaled.sum(axis=1, keepdims=True))
