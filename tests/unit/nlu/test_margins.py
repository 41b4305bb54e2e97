"""Support vectors: the same each time, each class counting the same, and margins as probabilities."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse
from sklearn.svm import LinearSVC

from bot.nlu.margins import fit_margins, pooled, probabilities

FEATURES = scipy.sparse.csr_matrix(np.eye(3, dtype=np.float32)[[0, 0, 0, 0, 1, 2]])
TARGETS = np.array([0, 0, 0, 0, 1, 2])


def test_what_was_seen_is_found_again_however_rare_and_the_same_each_time() -> None:
    weights, bias = fit_margins(FEATURES, TARGETS, 3, 1.0)
    margins = FEATURES @ weights.T + bias
    assert list(margins.argmax(axis=1)) == list(TARGETS)
    again, _ = fit_margins(FEATURES, TARGETS, 3, 1.0)
    assert np.array_equal(weights, again)


def test_two_classes_have_a_row_each() -> None:
    weights, bias = fit_margins(FEATURES[:5], TARGETS[:5], 2, 1.0)
    assert (weights.shape, bias.shape) == ((2, 3), (2,))
    assert np.allclose(weights[0], -weights[1])
    with pytest.raises(ValueError, match="at least two"):
        fit_margins(FEATURES[:4], TARGETS[:4], 1, 1.0)


def test_a_class_that_counts_more_pulls_the_border_its_way() -> None:
    both = scipy.sparse.csr_matrix(np.array([[1, 0], [1, 0], [0, 1], [1, 1]], np.float32))
    targets = np.array([0, 0, 1, 1])
    between = np.array([1, 0.5], np.float32)

    def margin(extra: dict[int, float] | None) -> float:
        weights, bias = fit_margins(both, targets, 2, 0.1, extra)
        return float((between @ weights.T + bias)[1])

    assert margin({1: 20.0}) > margin(None)


def test_examples_that_count_less_do_not_change_the_balance() -> None:
    weight = np.array([1.0, 1.0, 1.0, 0.3, 1.0, 1.0])
    weights, bias = fit_margins(FEATURES, TARGETS, 3, 1.0, example_weight=weight)
    assert np.isfinite(weights).all()
    assert np.isfinite(bias).all()


def test_probabilities_sum_to_one_and_a_low_temperature_is_surer() -> None:
    margins = np.array([[1.0, 0.0, -1.0], [1000.0, -1000.0, 0.0]])
    soft, hard = probabilities(margins, 1.0), probabilities(margins, 0.2)
    assert np.allclose(soft.sum(axis=1), 1)
    assert hard[0, 0] > soft[0, 0]
    assert np.isfinite(hard).all()


def test_many_classes_are_fitted_in_shares_as_each_alone_would_be() -> None:
    rng = np.random.default_rng(1)
    centres = rng.normal(size=(60, 40)).astype(np.float32)
    targets = np.arange(600) % 60
    features = scipy.sparse.csr_matrix(centres[targets] + 0.1 * rng.normal(size=(600, 40)).astype(np.float32))
    weights, bias = fit_margins(features, targets, 60, 1.0, {7: 3.0})
    assert np.array_equal(np.asarray(features @ weights.T + bias).argmax(axis=1), targets)
    again, _ = fit_margins(features, targets, 60, 1.0, {7: 3.0})
    assert np.array_equal(weights, again)
    whole = LinearSVC(C=1.0, class_weight={number: 3.0 if number == 7 else 1.0 for number in range(60)}, random_state=0).fit(
        features, targets
    )
    assert np.allclose(weights, whole.coef_, atol=0.02)


def test_two_opinions_as_one() -> None:
    own, other = np.array([0.5, 0.4, 0.1]), np.array([0.1, 0.8, 0.1])
    assert pooled(own, other, 1.0, 0.0) == pytest.approx(own)
    both = pooled(own, other, 0.8, 0.4)
    assert both.argmax() == 1
    assert both.sum() == pytest.approx(1)
    assert np.isfinite(pooled(np.array([1.0, 0.0]), np.array([0.0, 1.0]), 0.8, 0.4)).all()
