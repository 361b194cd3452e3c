"""Dependency figures: which profiles of a domain rest on which others."""
