"""What the bot knows about Norwegian as young people write it; knows nothing of Rasa."""
