"""What is learnt, and how: corpora, the encoder, the danger model; without Rasa."""
