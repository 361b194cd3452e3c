"""The public record of a comment period as YAML: the same record gives the same bytes, one comment a block of lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from build_tools.reading.scalars import plain_value
from model.comment_period import CommentPeriod

_HEAD = (
    "# yaml-language-server: $schema=../../../model/schema/comment_period.schema.json\n"
    "# Written by `tf comments record` from the register of comments. What is decided is changed there.\n"
)
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _./()+-]*(?<! )")
_UNPRINTABLE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff\\ud800-\\udfff]"
)
_FOLDED = re.compile(r"(?:^|\n)[ \t]")


def record_text(record: CommentPeriod) -> str:
    """The record's file."""
    data = record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    comments = data.pop("comments", ())
    lines = [_HEAD.rstrip("\n"), *_fields(data, "")]
    if comments:
        lines.append("comments:")
    for comment in comments:
        fields = list(_fields(comment, "    "))
        lines += ["", f"  - {fields[0].lstrip()}", *fields[1:]]
    return "\n".join(lines) + "\n"


def _fields(data: dict[str, Any], indent: str) -> Iterator[str]:
    for name, value in data.items():
        if isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _fields(value, f"{indent}  ")
        elif isinstance(value, list | tuple):
            yield f"{indent}{name}: {_flow(value)}"
        elif isinstance(value, str) and "\n" in value and _may_be_block(value):
            yield f"{indent}{name}: {'|' if value.endswith(chr(10)) else '|-'}"
            yield from (f"{indent}  {line}" if line else "" for line in value.removesuffix("\n").split("\n"))
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _may_be_block(text: str) -> bool:
    """Whether a text reads the same below a `|`: no odd characters, no blanks that YAML or a text editor would eat."""
    body = text.removesuffix("\n")
    return not (
        _UNPRINTABLE.search(text)
        or _FOLDED.match(text)
        or body.endswith("\n")
        or body.startswith("\n")
        or any(line != line.rstrip() for line in body.split("\n"))
    )


def _flow(values: list[Any] | tuple[Any, ...]) -> str:
    return f"[{', '.join(_flow_item(value) for value in values)}]"


def _flow_item(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_flow_item(item)}' for name, item in value.items())}}}"
    return _flow(value) if isinstance(value, list | tuple) else _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if not isinstance(value, str):
        return str(value)
    if _PLAIN.fullmatch(value) and plain_value(value) == value:
        return value
    quoted = json.dumps(value, ensure_ascii=False)  # a text in JSON's quotes reads the same in YAML
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
