"""Articles and events -> Story and Storyline."""
