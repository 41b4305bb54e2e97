"""Do the addresses in answers and contacts still lead where they should? Runs where there is a network."""

from bot.links.cli import main

__all__ = ["main"]
