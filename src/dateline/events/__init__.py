"""Text and its quotations -> Mention: codebook, triggers, roles, status, date, place."""
