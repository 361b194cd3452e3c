"""``++inserted++`` and ``~~deleted~~`` in the text of a change: a rule for markdown-it, and the nodes they become."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from markdown_it.rules_inline.state_inline import Delimiter, StateInline

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARK = "++"
_CODE = ord("+")


def inserted_plugin(parser: MarkdownIt) -> None:
    """Make a parser understand ``++inserted++``; code, links and single plus signs are left alone."""
    parser.inline.ruler.before("emphasis", "inserted", _open_or_close)
    parser.inline.ruler2.before("emphasis", "inserted", _pair)
    parser.inline.add_terminator_char("+")


def _open_or_close(state: StateInline, silent: bool) -> bool:
    """Take two plus signs as a mark that may begin or end an insertion."""
    if silent or not state.src.startswith(_MARK, state.pos):
        return False
    scanned = state.scanDelims(state.pos, canSplitWord=True)
    for _ in range(scanned.length // 2):
        token = state.push("text", "", 0)
        token.content = _MARK
        at = len(state.tokens) - 1
        state.delimiters.append(Delimiter(_CODE, 0, at, -1, open=scanned.can_open, close=scanned.can_close))
    if scanned.length % 2:
        state.push("text", "", 0).content = "+"
    state.pos += scanned.length
    return True


def _pair(state: StateInline) -> None:
    """Make tokens of the marks that found each other; the others stay what they are, two plus signs."""
    _pair_in(state, state.delimiters)
    for meta in state.tokens_meta:
        if meta and "delimiters" in meta:
            _pair_in(state, meta["delimiters"])


def _pair_in(state: StateInline, delimiters: Iterable[Delimiter]) -> None:
    marks = list(delimiters)
    for mark in marks:
        if mark.marker == _CODE and mark.end >= 0:
            _become(state.tokens[mark.token], 1)
            _become(state.tokens[marks[mark.end].token], -1)


def _become(token: Token, nesting: Literal[1, -1]) -> None:
    """Make the beginning or the end of an insertion of a token."""
    token.type = "ins_open" if nesting == 1 else "ins_close"
    token.tag, token.markup, token.content, token.nesting = "ins", _MARK, "", nesting
