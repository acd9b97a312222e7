"""The product's own sample corpus and its overlay tables."""
