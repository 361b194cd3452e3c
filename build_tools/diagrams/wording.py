"""Names as they are printed in diagrams, and sentences made of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from build_tools.diagrams import palette
from build_tools.diagrams.font_metrics import text_width, wrap
from build_tools.diagrams.svg import LINE_HEIGHT, Line
from model.framework import Framework


def transaction_title(framework: Framework, transaction: str) -> str:
    """``Registry Stored Query [ITI-18]``; the id alone in brackets when no such transaction is written."""
    found = framework.transaction(transaction)
    return found.title if found else f"[{transaction}]"


def listed(names: Sequence[str], last: str = "and") -> str:
    """The names in a sentence: ``A``, ``A and B``, ``A, B and C``."""
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def sentence(text: str) -> str:
    """The text as one sentence: on one line, with a full stop unless it ends with a mark of its own."""
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."


@lru_cache(maxsize=8192)
def text_lines(text: str, width: float, css_class: str) -> tuple[Line, ...]:
    """Text broken into lines of at most this width; a bracketed id at its end gets the class ``id``."""
    _, bracket, rest = text.rpartition(" [")
    marked = f"[{rest}" if bracket or text.startswith("[") else ""
    if not marked or not marked.endswith("]") or " " in marked:
        return tuple(((line, ""),) for line in wrap(text, width, palette.size_of(css_class)))
    lines: list[Line] = []
    for line in wrap(text, width, palette.size_of(css_class)):
        before, found, _ = line.rpartition(marked)
        lines.append(
            tuple(span for span in ((before, ""), (marked, "id")) if span[0]) if found else ((line, ""),)
        )
    return tuple(lines)


@lru_cache(maxsize=8192)
def lines_width(lines: tuple[Line, ...], css_class: str) -> float:
    """The width of the widest line."""
    size = palette.size_of(css_class)
    return max((text_width("".join(text for text, _ in line), size) for line in lines), default=0.0)


def lines_height(lines: Sequence[Line], css_class: str) -> float:
    """The height of a block of lines."""
    return len(lines) * palette.size_of(css_class) * LINE_HEIGHT
