"""The pages that are read: chat, answers, sharing, for editors, calendar."""
