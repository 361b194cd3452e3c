"""YAML files -> plain data, with a place for every value and a problem for what is not well formed."""
