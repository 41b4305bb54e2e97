"""How people reach the assistant: a Rasa input channel with a web API and pages."""
