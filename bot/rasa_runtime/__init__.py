"""How Rasa is run: lean, quiet, and with its actions in the same process."""
