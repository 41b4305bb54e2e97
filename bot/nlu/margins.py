"""Linear support vectors, one topic against the rest (scikit-learn's), and how sure a margin is."""

from __future__ import annotations

import multiprocessing
import os
import sys
import warnings
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
import scipy.sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.svm import LinearSVC

SHARES = 2
"""In how many shares many classes are fitted, a process each."""
MANY = 50
"""From so many classes on."""
LEAST = 1e-4
"""What a probability counts at least where two are pooled: nobody is so sure that the other does not matter."""


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
    problem = _Problem(features, targets, weight, strength, example_weight)
    if classes < MANY:
        return problem.fit()
    # Always the same shares, however many cores there are: so the weights are the same everywhere.
    shares = [range(first, classes, SHARES) for first in range(SHARES)]
    with _processes(SHARES, problem) as pool:
        fitted = list(pool.map(_fit_share, shares))
    weights, bias = np.empty((classes, features.shape[1]), np.float32), np.empty(classes, np.float32)
    for share, (rows, intercepts) in zip(shares, fitted, strict=True):
        weights[share], bias[share] = rows, intercepts
    return weights, bias


@dataclass(frozen=True)
class _Problem:
    """What is to be fitted; the arguments of `fit_margins`, with a weight for each class."""

    features: scipy.sparse.csr_matrix
    targets: np.ndarray
    weight: Mapping[int, float]
    strength: float
    example_weight: np.ndarray | None

    def fit(self) -> tuple[np.ndarray, np.ndarray]:
        """Weights and bias of all classes."""
        model = LinearSVC(C=self.strength, class_weight=dict(self.weight), random_state=0)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # the last iterations change no ranking
            model.fit(self.features, self.targets, sample_weight=self.example_weight)
        weights, bias = model.coef_, model.intercept_
        if len(self.weight) == 2:  # scikit-learn keeps one row for two classes
            weights, bias = np.vstack([-weights, weights]) / 2, np.hstack([-bias, bias]) / 2
        return weights.astype(np.float32), bias.astype(np.float32)

    def share(self, classes: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
        """Weights and bias of some classes, each against all the rest."""
        targets = np.full_like(self.targets, len(classes))
        for position, number in enumerate(classes):
            targets[self.targets == number] = position
        weight = {position: self.weight[number] for position, number in enumerate(classes)} | {len(classes): 1.0}
        weights, bias = replace(self, targets=targets, weight=weight).fit()
        return weights[:-1], bias[:-1]


_held: _Problem
"""In a process of `_processes`: what it inherited."""


def _hold(problem: _Problem) -> None:
    global _held
    _held = problem


def _fit_share(classes: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    return _held.share(classes)


def _processes(most: int, problem: _Problem) -> Executor:
    """One process a core, which inherit the problem: liblinear has one source of chance a process, so threads would share it."""
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    return ProcessPoolExecutor(min(most, len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1), context, _hold, (problem,))


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


def pooled(own: np.ndarray, other: np.ndarray, own_weight: float, other_weight: float) -> np.ndarray:
    """Two opinions as one: the weighted product of their probabilities (a logarithmic opinion pool; Genest & Zidek, 1986).

    Args:
        own, other: (classes,).

    Returns:
        (classes,), which sum to 1.
    """
    log = own_weight * np.log(np.clip(own, LEAST, 1)) + other_weight * np.log(np.clip(other, LEAST, 1))
    raised = np.exp(log - log.max())
    return np.asarray(raised / raised.sum())
