"""Mentions and quotations across articles -> same event, same words, copied text."""
