"""Veivalg: a guidance assistant for young people in Norway who are out of school or work."""

import os

# Threads that wait for each other by spinning make all ten times slower where another program shares the machine. Set before what reads it is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

__version__ = "0.3.0"
