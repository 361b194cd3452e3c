"""Sphinx settings only; imported by nobody. The work is in build_tools.sphinx_ext."""

project = "Framework Press"
author = "Framework Press"
language = "en"
extensions = ["build_tools.sphinx_ext"]
root_doc = "general/domains"
exclude_patterns = [
    "*/accepted_problems.yaml",
    "*/images/**",
    "*/change_proposals/**",
    "*/comment_periods/**",
]
smartquotes = False
suppress_warnings = ["toc.not_included"]
html_theme = "basic"
