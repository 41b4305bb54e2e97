"""Word and character n-grams, and the form of a text in which they are compared."""

from __future__ import annotations

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.language.normalise import fold, standard

MAX_CHARS = 1000
"""Longest text read, in characters; the rest of a longer one is left out."""


def vectorizers(min_df: int) -> tuple[TfidfVectorizer, TfidfVectorizer]:
    """Fresh word (1–2) and character (2–5, within words) vectorizers; each gives unit-length rows."""
    common = {"lowercase": False, "sublinear_tf": True, "dtype": np.float32, "min_df": min_df}
    return (
        TfidfVectorizer(analyzer="word", ngram_range=(1, 2), token_pattern=r"[^\s]+", **common),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), **common),
    )


def comparable(text: str) -> str:
    """The form of a text whose n-grams are compared."""
    return fold(standard(text[:MAX_CHARS]))
