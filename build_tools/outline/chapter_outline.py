"""The outline of a chapter of the General Introduction, read from the headings of its Markdown."""

from __future__ import annotations

from build_tools.outline.headings import Heading
from build_tools.outline.prose_outline import prose_outline
from model.general import Chapter


def chapter_outline(chapter: Chapter) -> Heading:
    """The chapter and its sections: ``##`` is 3.1 in chapter 3, ``###`` below it 3.1.1."""
    children = prose_outline(chapter.text, chapter.chapter)
    return Heading(chapter.chapter, chapter.title, "chapter", children)
