"""What the featurizers of the pipeline made of messages, as matrices."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

MENDED = "rettet"
"""What a message is read as, with slips of the thumb mended; not set where nothing mends them."""


def read_as(message: Message) -> str:
    """The text that models see of a message."""
    return message.get(MENDED) or message.get(TEXT) or ""


def sparse(messages: Sequence[Message]) -> scipy.sparse.csr_matrix | None:
    """N-grams, shape (messages, n-grams); None when no sparse featurizer is in the pipeline."""
    found = [message.get_sparse_features(TEXT)[1] for message in messages]
    if not found or found[0] is None:
        return None
    return scipy.sparse.vstack([features.features for features in found], format="csr")


def dense(messages: Sequence[Message]) -> np.ndarray:
    """Sentence embeddings, shape (messages, dimension); dimension 0 when no dense featurizer is in the pipeline."""
    features = [message.get_dense_features(TEXT)[1] for message in messages]
    if not features or features[0] is None:
        return np.zeros((len(messages), 0), np.float32)
    return np.vstack([item.features.reshape(1, -1) for item in features]).astype(np.float32)


def centred(vectors: np.ndarray, centre: np.ndarray) -> np.ndarray:
    """Embeddings less their centre, of unit length; a text with nothing readable stays zero."""
    present = np.linalg.norm(vectors, axis=1, keepdims=True) > 0
    moved = np.where(present, vectors - centre, 0.0)
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9), np.float32)
