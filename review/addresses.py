"""E-mail addresses, which are the committee's to know and nobody else's."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:mailto:)?[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_REMOVED = "(e-mail address removed)"


def without_addresses(text: str) -> str:
    """The text without any e-mail address, wherever its author wrote one."""
    return _ADDRESS.sub(_REMOVED, text) if "@" in text else text
