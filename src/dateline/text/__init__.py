"""Article -> Text: sentences, tokens, names and who they are, all as positions in the article."""
