"""The register's tables, and the one function through which a comment changes its state."""
