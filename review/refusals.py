"""What the register refuses to do, each with a text that says why and what would help."""

from __future__ import annotations


class RefusedError(Exception):
    """An action that is not allowed, or makes no sense now."""


class ConflictError(RefusedError):
    """Somebody else changed the comment since it was read."""


class PeriodError(RefusedError):
    """A period that cannot be opened or found."""


class NotEmptyError(RefusedError):
    """The register holds this period already."""


class UnreadableEditionError(ValueError):
    """A folder is no edition that can be read."""


class UnreadableFileError(ValueError):
    """A file that no door reads, or of which it is not clear where its comments belong."""


class WrongAddressError(ValueError):
    """The address of a database is none that the register can use."""
