"""Records -> files others can read."""
