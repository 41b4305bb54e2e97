"""How plain the answers are, in figures: `python -m bot check --stats`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from statistics import quantiles

from bot.content.check.wording import MIN_WORDS_FOR_LIX
from bot.content.library import Library
from bot.language.plain import lix, sentences, words
from bot.settings import Malform


def stats(library: Library, on: date) -> Iterator[str]:
    """One line for each measure: how many texts, their median, 95th percentile and highest value."""
    short = {m: [t.short[m] for t in library] for m in ("nb", "nn", "en")}
    every = [(language, text) for t in library for key, language, text in t.texts() if key[0] != "kommer"]  # its figures may be to come
    norwegian: tuple[Malform, ...] = ("nb", "nn")

    def filled(texts: Sequence[str], malform: Malform) -> list[str]:
        return [library.figures.fill(text, malform, on) for text in texts]

    for malform in norwegian:
        yield _line(f"LIX, short answers ({malform})", _lix(filled(short[malform], malform)))
    for malform in norwegian:
        yield _line(f"LIX, all texts ({malform})", _lix(filled([t for m, t in every if m == malform], malform)))
    for malform in (*norwegian, "en"):
        yield _line(f"words in a short answer ({malform})", [len(words(t)) for t in filled(short[malform], malform)])
    for malform in (*norwegian, "en"):
        texts = filled([t for m, t in every if m == malform], malform)
        yield _line(f"words in a sentence ({malform})", [len(words(s)) for text in texts for s in sentences(text)])
    ratios = [
        len(words(texts["nn"])) / len(words(texts["nb"]))
        for topic in library
        for _, texts in topic.wordings()
        if len(words(texts["nb"])) >= 10
    ]
    yield _line("nynorsk/bokmål, in words", ratios, digits=2)
    reach = sum(bool(library.answer(t.id, "nb", on).words) for t in library)
    yield f"{'short answers with explained words (nb)':42} {reach} of {len(library)}; {len(library.glossary)} words"


def _lix(texts: Sequence[str]) -> list[float]:
    return [lix(text) for text in texts if len(words(text)) >= MIN_WORDS_FOR_LIX]


def _line(name: str, values: Sequence[float], digits: int = 1) -> str:
    if len(values) < 2:
        return f"{name:42} n {len(values):4}"
    cuts = quantiles(values, n=20, method="inclusive")
    shown = (f"{value:.{digits}f}" for value in (cuts[9], cuts[18], max(values)))
    return "{:42} n {:4}  median {:>5}  p95 {:>5}  highest {:>5}".format(name, len(values), *shown)
