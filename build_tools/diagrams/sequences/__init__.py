"""Diagrams of steps between lanes: interaction diagrams and process flows."""
