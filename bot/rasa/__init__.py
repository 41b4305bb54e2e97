"""Everything that touches Rasa, and the only folder that does: channel, stores, locks, runtime, training."""
