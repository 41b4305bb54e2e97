"""`python -m bot preview TOPIC`: an answer as a reader sees it, in each language."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from bot import clock
from bot.content.dates import written_date
from bot.content.library import CONTENT, Answer, Library, load_library
from bot.content.phrases import Phrases, load_phrases
from bot.language.plain import lix, words
from bot.settings import MALFORMER, Malform, Settings, SettingsError
from bot.yaml_lines import ContentError

WIDTH = 78


def main(argv: list[str]) -> int:
    """Print one topic; 2 when it cannot be found or read."""
    parser = argparse.ArgumentParser(prog="python -m bot preview", description="Show an answer as a reader sees it.")
    parser.add_argument("topic", help="the id of a topic, which is its file's name: kvp")
    parser.add_argument("--malform", choices=MALFORMER, help="only this language")
    parser.add_argument("--as-of", type=date.fromisoformat, default=clock.today(), metavar="DATE")
    parser.add_argument("--place", metavar="NUMBER", help="as it reads in a municipality: 1806")
    parser.add_argument("--local", type=Path, metavar="DIR", help="local knowledge; default is VEIVALG_LOKALT")
    arguments = parser.parse_args(argv)
    try:
        library = load_library(CONTENT, arguments.local or Settings.load().local_dir)
        phrases = load_phrases(CONTENT / "phrases.yml")
    except (ContentError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 2
    if arguments.topic not in library:
        near = get_close_matches(arguments.topic, [topic.id for topic in library], 3, 0.5)
        told = f" Did you mean {', '.join(near)}?" if near else " `ls data/content/*` lists them."
        print(f"There is no topic “{arguments.topic}”.{told}", file=sys.stderr)
        return 2
    for malform in (arguments.malform,) if arguments.malform else MALFORMER:
        try:
            print("\n".join(preview(library, phrases, arguments.topic, malform, arguments.as_of, arguments.place)))
        except KeyError as error:
            print(f"It cannot be shown as of {arguments.as_of}: {error.args[0]}.", file=sys.stderr)
            return 2
    return 0


def preview(library: Library, phrases: Phrases, topic: str, malform: Malform, on: date, place: str | None = None) -> Iterator[str]:
    """The lines of one topic in one language.

    Raises:
        KeyError: a figure has no value on that date.
    """
    short = library.answer(topic, malform, on, place=place)
    given = library.at(place)[topic]
    yield f"{'=' * WIDTH}\n{malform}  {short.title}\n{'=' * WIDTH}"
    yield from _text(short, malform)
    if short.advice and malform in (given.advice or {}):
        yield from _wrapped(f"{phrases('godt_aa_vite', malform)}: {short.advice}")
    facets = [library.answer(topic, malform, on, facet, place) for facet in short.facets if malform in given.facets[facet]]
    for answer in facets:
        yield f"\n## {given.facet_name(str(answer.facet), malform, phrases)}"
        yield from _text(answer, malform)
    if short.say and malform in (given.say or {}):
        yield f"\n## {phrases('ui_ringe', malform)}"
        yield from _wrapped(short.say)
    if explained := dict.fromkeys(word for answer in (short, *facets) for word in answer.words):
        yield f"\n## {phrases('ord_tittel', malform)}"
        for word in explained:
            yield from _wrapped(f"{word.word}: {word.text}")
    for key, ids in (("ui_neste", short.next), ("ui_slekt", short.related)):
        yield f"\n{phrases(key, malform)}: {', '.join(library.title(other, malform) for other in ids)}"
    yield f"\n## {phrases('ui_kilder', malform)}"
    for source in short.sources:
        checked = phrases("ui_sjekket", malform, written_date(source.checked, malform))
        yield from _wrapped(f"{source.title}{f', {source.url}' if source.url else ''} ({checked})")
    yield phrases("ui_gjelder_fra", malform, written_date(short.valid_from, malform)) + "\n"


def _text(answer: Answer, malform: Malform) -> Iterator[str]:
    yield from _wrapped(answer.text)
    for change in answer.upcoming:
        yield from _wrapped(change)
    plain = f", LIX {lix(answer.text):.0f}" if malform != "en" else ""
    yield f"  [{len(words(answer.text))} words{plain}]"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
