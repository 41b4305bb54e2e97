"""`make bench`: Veivalg and its named peers, in one run on one machine with the same messages (docs/benchmarks.md)."""
