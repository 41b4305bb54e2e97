"""What protects the person: masking at the door, and forgetting soon."""
