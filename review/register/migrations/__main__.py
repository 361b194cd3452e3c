"""Write a migration for what has changed in the models; with ``--check``, only say whether there is one to write."""

from __future__ import annotations

import sys

from django.core.management import call_command

from review.settings import connect

connect("sqlite:///:memory:")
call_command("makemigrations", "register", check_changes="--check" in sys.argv)
