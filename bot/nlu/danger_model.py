"""Hears danger: n-grams and the tuned encoder's classifier together, over the message or, if it is long, its parts.

How the ways were compared, and where the limits below are read off: docs/decisions/0008-danger.md.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse

from bot.language.crisis import read_crisis
from bot.language.danger import CIRCUMSTANCES, NO_DANGER, Danger, Level
from bot.language.utterance import Utterance
from bot.nlu.around import surrounded
from bot.nlu.danger_corpus import ACUTE, HEAVY, LEVELS, NONE, WIDER, Told, harmless_asides
from bot.nlu.encoder import Heads
from bot.nlu.margins import fit_margins
from bot.nlu.neutral import neutral
from bot.nlu.ngrams import comparable, vectorizers
from bot.nlu.slips import slip

STRENGTH = 0.3
"""Inverse of the L2 penalty of the n-grams' support vectors."""
ASKED_WEIGHT = 0.6
"""What a training utterance about a topic counts beside a message of the corpus."""
SECOND_WEIGHT = 0.9
"""What a message counts the second time, with a slip of the thumb in it and perhaps something around it."""
SEED = 20261127
LONG = 480
"""Characters from which on a message is read in parts: the encoder reads no more at once."""
MOST_PARTS = 12
MOST_TOLD = 3
"""Most sentences of a long message that are read alone because their words tell of danger."""
USUAL = 20
"""Words of a usual message."""
UNKNOWN: str = "ukjent"
BODY, POISON, DOING = "kropp", "forgiftning", "fare_for_andre"
UNLIKELY = 0.5
"""How far under the limit a message is held that the encoder finds no danger in; a hit in the lexicon does not lift it over."""

TOLD = {"naa": 0.28, "liv": 0.35, "borte": 0.55, "lokket": 0.5, "over": 0.4, "barn": 0.4}
"""From these probabilities on a circumstance is told. An «if» too many talks past somebody; a wrong «now» sends them to the same
number a little sooner, and a wrong «it is over» leaves them alone."""

_BREAK = re.compile(r"(?<=[.?!;…])\s+|\n+|\s+(?:og|men|and|but)\s+(?=(?:hva|hvordan|korleis|hvor|how|what|jeg|eg|æ|i)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Limits:
    """How much counts, and from where on. Scores are margins: 0 is the border between two levels.

    Attributes:
        encoder: how much the encoder's log odds count beside the n-grams' margin.
        lexicon: what a hit in the lexicon adds to acute.
        acute_length: how much less a message counts as acute for each unit of `length`: a long one holds more of everything.
        heavy_length: the same for heavy.
        possible: below these log odds of the encoder nothing is acute, whatever the n-grams think of words they hardly know.
        acute: from this score on help is shown.
        heavy: from this score on it is said that it was heard.
        narrow: how little above that a message is called narrowly acute.
        rather: narrowly acute is heavy where the encoder's log odds of heavy are so much higher than those of acute.
        suspicious: from this acute score on no stock line is given.
        question: the least probability of a question about the help that was shown.
        asked: the same for one sentence among others, where nothing else says that it is such a question.
        other: the least probability that it is somebody else's: one who is hit and met as a bystander will not write again.
        kind: the least share of its level that the likeliest kind must have, to be named at all: with less it is the wrong one every
            other time.
        wider: the least share that the kinds of one group must have together, to be met by what holds of all of them.
        sure: the same, to be sure of it.
        body: from this share of bodily danger on it is answered before poison: «ran out of insulin, vomits» needs 113, and poison does no less.
        doer: the least share of danger to others, to meet the writer as the one who does it; with less, who is hit would be.
        witness: the least probability that it is somebody else who does it.
    """

    encoder: float = 0.5
    lexicon: float = 0.3
    acute_length: float = 0.25
    heavy_length: float = 0.2
    possible: float = -2.5
    acute: float = -0.6
    heavy: float = -1.2
    narrow: float = 2.0
    rather: float = 0.5
    suspicious: float = -1.7
    question: float = 0.4
    asked: float = 0.8
    other: float = 0.6
    kind: float = 0.6
    wider: float = 0.7
    sure: float = 0.75
    body: float = 0.2
    doer: float = 0.6
    witness: float = 0.25


WITH_ENCODER = Limits()
WITHOUT_ENCODER = Limits(encoder=0.0, acute_length=0.2, acute=-0.2, heavy=-0.1, narrow=1.3, suspicious=-0.6)


def clauses(text: str) -> list[str]:
    """The sentences and joined main clauses of a message, two words or more each; empty when it is one."""
    parts = [part.strip() for part in _BREAK.split(text) if len(part.split()) >= 2]
    return parts[:MOST_PARTS] if len(parts) > 1 else []


def length(text: str) -> float:
    """How much longer a message is than usual, as the logarithm of its words; 0 for one that is not."""
    return max(0.0, math.log((len(text.split()) + 1) / (USUAL + 1)))


def windows(text: str) -> list[str]:
    """What is read at once: the message, or if it is long overlapping parts of it that begin and end between words.

    And of a message twice as long as usual each sentence whose words tell of danger: among ten others «jeg vil ikke leve mer» is a
    small part of what is read. Of shorter ones it is not, and alone «takk for alt!» would be a farewell; what is quoted is somebody else's.
    """
    sentences = _BREAK.split(text) if len(text.split()) > 2 * USUAL else []
    told = [sentence for sentence in sentences if len(sentence) <= LONG and "«" not in sentence and read_crisis(Utterance(sentence))]
    return [*_parts(text), *told[:MOST_TOLD]]


def _parts(text: str) -> list[str]:
    if len(text) <= LONG:
        return [text]
    words, parts, begin = text.split(), [], 0
    while begin < len(words):
        end, length = begin, 0
        while end < len(words) and (length + len(words[end]) < LONG or end == begin):
            length += len(words[end]) + 1
            end += 1
        parts.append(" ".join(words[begin:end])[:LONG])
        if end == len(words):
            break
        begin = max(begin + 1, (begin + end) // 2)
    return parts if len(parts) <= MOST_PARTS else [*parts[: MOST_PARTS - 1], parts[-1]]  # a cry may come last


class DangerModel:
    """Scores messages, and says what they tell.

    Args:
        heads: the tuned encoder's classifiers, or None where embeddings are off: then the n-grams stand alone,
            and the kind is the lexicon's.
    """

    def __init__(self, heads: Heads | None) -> None:
        self._heads = heads
        self._vectorizers = vectorizers(2)
        self._weights = np.zeros((0, 0), np.float32)
        self._bias = np.zeros(0, np.float32)
        self.limits = WITH_ENCODER if heads else WITHOUT_ENCODER
        if heads:
            kinds = heads.classes("kind")
            self._columns = {level: [i for i, kind in enumerate(kinds) if kind in of] for level, of in (("akutt", ACUTE), ("tung", HEAVY))}

    def fit(self, told: Sequence[Told], asked: Sequence[str]) -> None:
        """Learn the n-grams' part; the encoder's part is learnt when it is tuned.

        Args:
            told: the corpus.
            asked: harmless utterances from elsewhere, which count less: there are many, and few come near danger.
        """
        rng = random.Random(SEED)  # noqa: S311 – slips of the thumb, not secrets
        asides = harmless_asides(told)
        second = [_second(message.text, rng, asides) for message in told]
        texts = [_plain(text) for text in (*(message.text for message in told), *second, *asked)]
        features = scipy.sparse.hstack([v.fit_transform(texts) for v in self._vectorizers], format="csr")
        levels = [LEVELS.index(message.level) for message in told]
        targets = np.array(levels + levels + [LEVELS.index(NONE)] * len(asked))
        weight = np.array([1.0] * len(told) + [SECOND_WEIGHT] * len(told) + [ASKED_WEIGHT] * len(asked))
        self._weights, self._bias = fit_margins(features, targets, len(LEVELS), STRENGTH, example_weight=weight)

    def parts(self) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        """What was learnt, as arrays and values to be stored."""
        arrays = {"weights": self._weights, "bias": self._bias}
        arrays |= {f"idf{index}": vectorizer.idf_ for index, vectorizer in enumerate(self._vectorizers)}
        return arrays, {"terms": [list(vectorizer.get_feature_names_out()) for vectorizer in self._vectorizers]}

    def restore(self, arrays: Mapping[str, np.ndarray], values: Mapping[str, Any]) -> None:
        """Take back what `parts` gave."""
        self._weights, self._bias = arrays["weights"], arrays["bias"]
        for index, vectorizer in enumerate(self._vectorizers):
            vectorizer.restore(values["terms"][index], arrays[f"idf{index}"])

    def scores(self, text: str, vectors: np.ndarray | None) -> tuple[float, float]:
        """How acute and how heavy a message is.

        Args:
            text: the message.
            vectors: unit vectors of its `windows`, in that order; None without an encoder.

        Returns:
            two margins; the message is acute or heavy from the limits on.
        """
        plain = [_plain(part) for part in windows(text)]
        features = scipy.sparse.hstack([v.transform(plain) for v in self._vectorizers], format="csr")
        margins = np.asarray(features @ self._weights.T) + self._bias
        acute, heavy = margins[:, LEVELS.index("akutt")], margins[:, LEVELS.index("tung")]
        if self._heads is not None and vectors is not None:
            odds = self._odds(vectors)
            acute, heavy = acute + self.limits.encoder * odds["akutt"], heavy + self.limits.encoder * odds["tung"]
            acute = np.where(odds["akutt"] < self.limits.possible, np.minimum(acute, self.limits.acute - UNLIKELY), acute)
        bonus = self.limits.lexicon if read_crisis(Utterance(text)) else 0.0
        extra = length(text)
        return float(acute.max()) + bonus - self.limits.acute_length * extra, float(heavy.max()) - self.limits.heavy_length * extra

    def read(self, text: str, vectors: np.ndarray | None) -> Danger:
        """What a message tells of danger; arguments as for `scores`."""
        acute, heavy = self.scores(text, vectors)
        # What the words tell of a body in danger needs no classifier: of 36 such messages among 51 000 two were harmless. Of those that
        # name a poison swallowed a fifth are of a film, an exam or another year.
        sign = read_crisis(Utterance(text))
        decided = sign == BODY or (sign == POISON and acute >= self.limits.suspicious)
        level: Level = "akutt" if decided or acute >= self.limits.acute else "tung" if heavy >= self.limits.heavy else "ingen"
        narrow = level == "akutt" and acute < self.limits.acute + self.limits.narrow and not sign
        if narrow and self._rather_heavy(vectors):
            level, narrow = "tung", False
        kind: str = NONE if level == NONE else UNKNOWN
        other, question, sure = False, None, False
        told: tuple[str, ...] = ()
        if self._heads is not None and vectors is not None:
            kind, sure = self._kind(level, vectors)
            least = self.limits.witness if kind == DOING else self.limits.other
            other = bool(self._heads.probabilities("about", vectors[:1])[0, 1] > least)
            question = self._question(vectors, self.limits.question)
            told = self._circumstances(vectors) if level == "akutt" else ()
        elif level == "akutt":
            kind = sign or UNKNOWN
        if decided and sign:
            kind, sure = sign, True
        elif level == "akutt" and kind == UNKNOWN and sign:  # words name what the encoder cannot tell apart
            kind = sign
        if level == NONE and question is None and acute < self.limits.suspicious:
            return NO_DANGER
        suspicious = level == NONE and acute >= self.limits.suspicious
        return Danger(level, kind, sure, other and level != NONE, narrow, suspicious, question, told=told)

    def _circumstances(self, vectors: np.ndarray) -> tuple[str, ...]:
        """What else a message of danger tells; that it is over only where nothing says that it goes on."""
        assert self._heads is not None
        shares = {name: float(self._heads.probabilities(name, vectors)[:, 1].max()) for name in CIRCUMSTANCES}
        told = tuple(name for name, share in shares.items() if share >= TOLD[name])
        return told if told == ("over",) else tuple(name for name in told if name != "over")

    def _odds(self, vectors: np.ndarray) -> dict[str, np.ndarray]:
        assert self._heads is not None
        probabilities = self._heads.probabilities("kind", vectors)
        of = {level: probabilities[:, columns].sum(axis=1).clip(1e-4, 1 - 1e-4) for level, columns in self._columns.items()}
        return {level: np.log(p) - np.log(1 - p) for level, p in of.items()}

    def _rather_heavy(self, vectors: np.ndarray | None) -> bool:
        """Whether the encoder finds it heavy rather than acute."""
        if self._heads is None or vectors is None:
            return False
        odds = self._odds(vectors)
        return bool(odds["tung"].max() - odds["akutt"].max() > self.limits.rather)

    def _kind(self, level: Level, vectors: np.ndarray) -> tuple[str, bool]:
        """The likeliest kind of the level, or of several, by the part that is surest of the level, and whether it is certain."""
        assert self._heads is not None
        if level == NONE:
            return NONE, False
        columns = self._columns[level]
        probabilities = self._heads.probabilities("kind", vectors)[:, columns]
        row = probabilities[int(probabilities.sum(axis=1).argmax())]
        kinds = [self._heads.classes("kind")[column] for column in columns]
        shares = dict(zip(kinds, (row / max(float(row.sum()), 1e-6)).tolist(), strict=True))
        kind = max(shares, key=lambda name: shares[name])
        if kind == POISON and shares[BODY] >= self.limits.body:
            return BODY, False
        if shares[kind] < (self.limits.doer if kind == DOING else self.limits.kind):
            group = {name: sum(shares.get(one, 0.0) for one in kinds) for name, kinds in WIDER.items()}
            return next((name for name, share in group.items() if share >= self.limits.wider), UNKNOWN), False
        return kind, shares[kind] >= self.limits.sure

    def asked(self, vectors: np.ndarray) -> str | None:
        """The question about help that one of a message's sentences asks (unit vectors of its `clauses`); None for none."""
        return self._question(vectors, self.limits.asked)

    def _question(self, vectors: np.ndarray, least: float) -> str | None:
        assert self._heads is not None
        probabilities = self._heads.probabilities("after", vectors)
        row = probabilities[int(probabilities.max(axis=1).argmax())]
        best = int(row.argmax())
        return self._heads.classes("after")[best] if row[best] >= least else None


def _second(text: str, rng: random.Random, others: Sequence[str]) -> str:
    text = slip(text, rng)
    return surrounded(text, rng, others) if rng.random() < 0.5 else text


def _plain(text: str) -> str:
    return comparable(neutral(text))
