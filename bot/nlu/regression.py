"""Multinomial logistic regression (scikit-learn's), with its settings in one place."""

from __future__ import annotations

import warnings

import numpy as np
import scipy.sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression


def fit_logistic(
    features: scipy.sparse.csr_matrix, targets: np.ndarray, classes: int, strength: float
) -> tuple[np.ndarray, np.ndarray]:
    """Fit, with classes weighted so that each counts the same.

    Args:
        features: (examples, features).
        targets: (examples,) integers from 0 to classes - 1, each present.
        classes: number of classes, at least 2.
        strength: inverse of the L2 penalty.

    Returns:
        weights (classes, features) and bias (classes,), float32. The same input gives the same bits.

    Raises:
        ValueError: fewer than two classes.
    """
    if classes < 2:
        raise ValueError("a classifier needs at least two topics with examples")
    model = LogisticRegression(C=strength, max_iter=150, tol=1e-3, class_weight="balanced", solver="lbfgs")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the last iterations change no ranking (see the decision)
        model.fit(features, targets)
    weights, bias = model.coef_, model.intercept_
    if classes == 2:  # scikit-learn keeps one row for two classes
        weights, bias = np.vstack([-weights, weights]) / 2, np.hstack([-bias, bias]) / 2
    return weights.astype(np.float32), bias.astype(np.float32)
