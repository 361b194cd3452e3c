"""Actor diagrams: the actors of a profile and what they exchange."""
