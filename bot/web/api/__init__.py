"""The web API: chat, guides, places; every answer JSON."""
