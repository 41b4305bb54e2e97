"""Word and character n-grams, and the form of a text in which they are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import scipy.sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.utils.sparsefuncs_fast import inplace_csr_row_normalize_l2

from bot.language.normalise import fold, standard

MAX_CHARS = 1000
"""Longest text read, in characters; the rest of a longer one is left out."""


class Vectorizer(TfidfVectorizer):
    """scikit-learn's, but that a few texts cost what they hold: it adds up all n-grams there are to learn whether it has been fitted."""

    def transform(self, raw_documents: Iterable[str]) -> scipy.sparse.csr_matrix:
        """The same as scikit-learn gives, to the bit; its product with the weights turns the order in each row around."""
        counts = CountVectorizer.transform(self, raw_documents)
        rows = zip(counts.indptr[:-1], counts.indptr[1:], strict=True)
        order = np.concatenate([np.arange(end - 1, begin - 1, -1) for begin, end in rows])
        indices = counts.indices[order]
        weighted = (np.log(counts.data) + 1)[order] * self._tfidf._idf_diag.data[indices]
        found = scipy.sparse.csr_matrix((weighted, indices, counts.indptr), shape=counts.shape)
        inplace_csr_row_normalize_l2(found)
        return found

    def restore(self, terms: Sequence[str], idf: np.ndarray) -> None:
        """Take back what was learnt: the n-grams in the order of their columns, and how telling each is."""
        self.vocabulary_ = {term: column for column, term in enumerate(terms)}
        self.idf_ = idf


def vectorizers(min_df: int) -> tuple[Vectorizer, Vectorizer]:
    """Fresh word (1–2) and character (2–5, within words) vectorizers; each gives unit-length rows."""
    common = {"lowercase": False, "sublinear_tf": True, "dtype": np.float32, "min_df": min_df}
    return (
        Vectorizer(analyzer="word", ngram_range=(1, 2), token_pattern=r"[^\s]+", **common),
        Vectorizer(analyzer="char_wb", ngram_range=(2, 5), **common),
    )


def comparable(text: str) -> str:
    """The form of a text whose n-grams are compared."""
    return fold(standard(text[:MAX_CHARS]))
