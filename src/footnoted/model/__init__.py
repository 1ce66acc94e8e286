"""The nouns, nothing else: what every row may share."""
