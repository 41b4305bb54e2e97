"""`python -m bench.parts FILE.tsv …`: which question a message asks, given its topic – the model against plain BM25 over the content.

The files have the columns of tests/nlu/told, with `part`. BM25 (Robertson and Zaragoza, 2009) with k1 1.2 and b 0.75 over each question with its answer, in
every language.
"""

from __future__ import annotations

import asyncio
import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bot.app import Parts
from bot.content import Library
from bot.nlu.questions import NO_QUESTION, Question, read_questions
from bot.rasa.training import current_model
from bot.rasa.understanding import Understander
from bot.settings import Settings

K1, B = 1.2, 0.75


class Bm25:
    """BM25 over the questions of one topic."""

    def __init__(self, texts: dict[str, list[str]]) -> None:
        self._counts = {part: Counter(words) for part, words in texts.items()}
        self._lengths = {part: len(words) for part, words in texts.items()}
        self._mean = sum(self._lengths.values()) / len(texts)
        self._among = Counter(word for counts in self._counts.values() for word in counts)

    def rank(self, words: Sequence[str]) -> list[str]:
        """The questions, best first."""
        return sorted(self._counts, key=lambda part: -sum(self._score(part, word) for word in words))

    def _score(self, part: str, word: str) -> float:
        count, among = self._counts[part][word], self._among[word]
        rare = math.log(1 + (len(self._counts) - among + 0.5) / (among + 0.5))
        return rare * count * (K1 + 1) / (count + K1 * (1 - B + B * self._lengths[part] / self._mean))


def words(text: str) -> list[str]:
    """The words of a text, without marks."""
    return [word.strip(".,!?«»:;()\"'").lower() for word in text.split()]


def floors(library: Library) -> dict[str, Bm25]:
    """BM25 for each topic with questions."""
    return {
        topic.id: Bm25(
            {
                passage.id: [word for _, texts in passage.wordings() for text in texts.values() for word in words(text)]
                for passage in topic.passages
            }
        )
        for topic in library
        if topic.passages
    }


async def main(paths: Sequence[Path]) -> None:
    parts = Parts(Settings.load())
    understander, bm25 = Understander(current_model(), parts), floors(parts.library)
    asked: list[Question] = [question for question in read_questions(paths) if question.part and question.topic in bm25]
    hits: dict[str, list[tuple[bool, bool]]] = {"model": [], "BM25": []}
    for question in asked:
        right = {part for part in question.parts if part not in NO_QUESTION}
        found = (await understander.parse(question.text)).get("svar") or ()
        named = {
            "model": [item["svar"] for item in found if item["tema"] == question.topic],
            "BM25": bm25[question.topic].rank(words(question.text)),
        }
        for way, ranking in named.items():
            hits[way].append((ranking[:1] != [] and ranking[0] in right, bool(right & set(ranking[:3]))))
    for way, of in hits.items():
        print(
            f"{way:6} first {sum(first for first, _ in of) / len(of):.3f}  among three {sum(three for _, three in of) / len(of):.3f}  of {len(of)}"
        )


if __name__ == "__main__":
    asyncio.run(main([Path(name) for name in sys.argv[1:]]))
