"""Run ``tf`` as ``python -m build_tools.cli``."""

from build_tools.cli import main

main()
