"""The web: addresses, limits, headers and problems; knows nothing of Rasa."""
