"""The answers: read from data/content, checked, and given in the reader's written language."""

from bot.content.figures import Figures
from bot.content.library import CONTENT, Answer, Library, load_library
from bot.content.source import Source
from bot.content.topic import FACETS, SERVICES, Topic
from bot.yaml_lines import ContentError

__all__ = [
    "CONTENT",
    "FACETS",
    "SERVICES",
    "Answer",
    "ContentError",
    "Figures",
    "Library",
    "Source",
    "Topic",
    "load_library",
]
