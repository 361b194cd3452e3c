"""How the tables came to be as they are; `python -m review.register.migrations` writes the next step."""
