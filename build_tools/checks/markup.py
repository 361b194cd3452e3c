"""The kind of problem that is found only while pages are written: Markdown that cannot be shown as it is meant."""

from __future__ import annotations

from build_tools.problems import ProblemKind, Severity

MARKUP = ProblemKind(
    "TF901",
    "markup",
    Severity.WARNING,
    """Something in a text's Markdown cannot be shown as it is meant.

Readers would see the marks instead of what they stand for, or follow a link that leads nowhere. The message tells what it
is: a link to a page that does not exist, a picture that is not there, a heading that skips a level, a code block in a
language nobody knows.

Wrong: `[the clock](../clock.html)`

Right: cite the section as IHE does, `ITI TF-1: 7`, or write a whole address. This is seen only by `tf build` and
`tf serve`, since `tf check` reads no Markdown.
""",
)
