"""Predictions against public gold: one entry a benchmark."""
