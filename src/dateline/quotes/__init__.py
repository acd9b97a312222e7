"""Text -> Quotation: marks, reported speech, speaker, cue, via."""
