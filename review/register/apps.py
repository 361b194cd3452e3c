"""The register as Django sees it."""

from __future__ import annotations

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The app with the register's tables."""

    name = "review.register"
    label = "register"
