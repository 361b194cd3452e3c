"""Images that editors keep in ``images/`` of a framework, and where they stand on the site."""

from __future__ import annotations

import posixpath
from pathlib import Path

FOLDER = "images"
"""The folder of a framework in which its images are kept."""
_KINDS = frozenset({".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


def images(frameworks: Path) -> dict[str, Path]:
    """The file of every image by its address: ``_images/iti/affinity-domain.png``."""
    return {
        f"_images/{folder.parent.name}/{file.relative_to(folder).as_posix()}": file
        for folder in sorted(frameworks.glob(f"*/{FOLDER}"))
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix.lower() in _KINDS
    }


def image_address(source: str, name: str) -> str | None:
    """Where an image of prose stands on the site; None when it is not in the images of the prose's own framework.

    ``source`` is the path of the file with the prose, ``frameworks/iti/profiles/xds-b.yaml``; ``name`` is written
    from there (``../images/x.png``) or from the framework's folder (``images/x.png``).
    """
    _, framework, *inside = source.split("/")
    for start in ("/".join(inside[:-1]), ""):
        path = posixpath.normpath(posixpath.join(start, name))
        if path.startswith(f"{FOLDER}/"):
            return f"_images/{framework}/{path.removeprefix(f'{FOLDER}/')}"
    return None
