"""Rasa custom actions: each translates a tracker into a call, and the result into events."""
