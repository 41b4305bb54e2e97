"""Rasa graph components for Norwegian as young people write it; each can be named alone in config.yml."""
