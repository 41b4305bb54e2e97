"""What an operator or editor can mend."""

from __future__ import annotations


class OperatorError(Exception):
    """Cannot go on; the message says in a sentence what is wrong and where. Never shown with a traceback."""
