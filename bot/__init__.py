"""Veivalg: a guidance assistant for young people in Norway who are out of school or work."""

__version__ = "0.3.0"
