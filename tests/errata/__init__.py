"""Real published errors of IHE frameworks, replayed: each folder is one, and the checks must catch it."""
