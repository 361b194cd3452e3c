"""``mentions``: one pass over a text that finds everything it refers to."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from build_tools.citations import grammar
from build_tools.citations.mention import Mention
from build_tools.citations.names import Name, Names
from model.entity import Key
from model.transaction import Transaction

_LOOK_BACK = 60
_CAPTIONS = {"Table": "table", "Figure": "figure"}


class _Text:
    """A text in which names that run over a line's end are found like any other."""

    def __init__(self, text: str, names: Names) -> None:
        self.written = text
        self.one_line = text.replace("\n", " ")
        self.names = names

    def mention(self, span: tuple[int, int], kind: str, key: Key | None = None, number: str = "") -> Mention:
        return Mention(*span, self.written[slice(*span)], kind, key, number=number)

    def before(self, start: int) -> str:
        """The characters before a place, in the same paragraph."""
        return _before(self.written, start)


def _before(text: str, start: int) -> str:
    return text[max(0, start - _LOOK_BACK) : start].rpartition("\n\n")[2]


def is_of_other_document(text: str, start: int, end: int) -> bool:
    """Whether a cited section counts in a standard that is named beside it: *RFC 6749, Section 4.1*."""
    before = grammar.OTHER_DOCUMENT_BEFORE.search(_before(text, start))
    return bool(before or grammar.OTHER_DOCUMENT_AFTER.match(text, end))


def mentions(text: str, names: Names) -> list[Mention]:
    """Everything a Markdown text refers to, in order and without overlaps.

    Code, links and addresses are left alone. Where words may be plain English, nothing is claimed.
    """
    prose: _Text | None = None
    found: list[Mention] = []
    done = 0
    may_begin = names.beginnings
    for token in grammar.token().finditer(text):
        group = token.lastgroup
        if group == "word" and token[0] not in may_begin:
            continue
        read = _READERS.get(group or "")
        if read is None or token.start() < done:
            continue
        prose = prose or _Text(text, names)
        mention = read(prose, token)
        if mention:
            while found and found[-1].end > mention.start:
                found.pop()
            found.append(mention)
            done = mention.end
    return found


def _bracket(prose: _Text, token: re.Match[str]) -> Mention | None:
    """``[ITI-18]``, with the transaction's name when that stands before it."""
    number = token["bracket"]
    if number.partition("-")[0] not in prose.names.domain_codes:
        return None
    transaction = prose.names.framework.get(Key("transaction", number))
    start, end = token.span()
    if isinstance(transaction, Transaction):
        name_start = start - 1 - len(transaction.name)
        if (
            name_start >= 0
            and prose.one_line.startswith(f"{transaction.name} ", name_start)
            and _begins_name(prose, name_start)
        ):
            start = name_start
    return prose.mention((start, end), "transaction", transaction.key if transaction else None, number=number)


def _proposal(prose: _Text, token: re.Match[str]) -> Mention | None:
    """``CP-ITI-1206``, when there is such a change proposal."""
    key = Key("change_proposal", token["proposal"])
    known = prose.names.framework.get(key) and _begins_name(prose, token.start())
    return prose.mention(token.span(), "change_proposal", key, number=token["proposal"]) if known else None


def _id(prose: _Text, token: re.Match[str]) -> Mention | None:
    """``ITI-18`` without brackets, when there is such a transaction."""
    key = Key("transaction", token["id"])
    if prose.names.framework.get(key) and _begins_name(prose, token.start()):
        return prose.mention(token.span(), "transaction", key, number=token["id"])
    return _word(prose, token)


def _volume(prose: _Text, token: re.Match[str]) -> Mention:
    """``ITI TF-2: 3.18.4.1`` and its older forms."""
    number = token["number_in_volume"]
    kind = _CAPTIONS.get(token["word_in_volume"] or "", "section")
    if kind == "section" and "-" in number:
        number = number.partition("-")[0]
    end = token.start("number_in_volume") + len(number)
    mention = prose.mention((token.start(), end), kind, number=number)
    return mention._replace(domain=token["domain"], volume=token["number_of_volume"])


def _local(prose: _Text, token: re.Match[str]) -> Mention | None:
    """``Section 10.2``, ``Table 10.1-1``, ``Figure 10.1-1`` or ``Appendix B``."""
    if is_of_other_document(prose.written, *token.span()):
        return None
    if token["caption"]:
        return prose.mention(token.span(), _CAPTIONS[token["captioned"]], number=token["caption"])
    return prose.mention(token.span(), "section", number=token["section"] or token["appendix"])


def _issue(prose: _Text, token: re.Match[str]) -> Mention | None:
    """``MHD_001``, when there is such a profile; without a key when the profile has no such issue."""
    number = token["issue"]
    if prose.names.framework.profile(number.rpartition("_")[0]) is None:
        return None
    return prose.mention(token.span(), "issue", prose.names.issues.get(number), number)


def _word(prose: _Text, token: re.Match[str]) -> Mention | None:
    """The longest name that begins with this word."""
    start = token.start()
    while start and prose.written[start - 1].isalnum():
        start -= 1
    candidates = prose.names.starting_at(prose.one_line, start)
    if not candidates or not _begins_name(prose, start):
        return None
    for name in candidates:
        if prose.one_line.startswith(name.text, start):
            end = _name_end(prose, start + len(name.text), name)
            if (
                end
                and (not name.needs_context or _is_clear(prose, start, end, name.kind))
                and not _is_cut(prose, start, name)
            ):
                return prose.mention((start, end), name.kind, name.key, number=name.number)
    return None


def _begins_name(prose: _Text, start: int) -> bool:
    """Whether a name may begin here: not inside an address, a path or a longer word."""
    before = prose.written[start - 1] if start else " "
    return not (
        before.isalnum()
        or before in "_-.:#@$&=+\\"
        or (before == "/" and start > 1 and not prose.written[start - 2].isalnum())
    )


def _name_end(prose: _Text, end: int, name: Name) -> int | None:
    """Where the name ends, a plural ``s`` of an actor included; None when it goes on as another word."""
    if grammar.ENDS_NAME.match(prose.written, end):
        return end
    if name.kind == "actor" and not name.needs_context and prose.written.startswith("s", end):
        return end + 1 if grammar.ENDS_NAME.match(prose.written, end + 1) else None
    return None


def _is_clear(prose: _Text, start: int, end: int, kind: str) -> bool:
    """Whether the words around show that a name is meant where the words might be plain English."""
    if kind == "profile":
        return bool(grammar.FOLLOWED_BY_PROFILE.match(prose.written, end))
    if grammar.FOLLOWED_BY_KIND.match(prose.written, end):
        return True
    after_article = grammar.NAMED_WITH_ARTICLE.search(prose.before(start))
    return bool(after_article) and not grammar.CAPITALISED_NEXT.match(prose.written, end)


def _is_cut(prose: _Text, start: int, name: Name) -> bool:
    """Whether the name is only the end of a longer one that is not defined: *Foo View Option*."""
    return (
        name.kind == "option"
        and " " not in name.number
        and bool(grammar.CAPITALISED_WORD_BEFORE.search(prose.before(start)))
    )


_READERS: Mapping[str, Callable[[_Text, re.Match[str]], Mention | None]] = {
    "bracket": _bracket,
    "volume": _volume,
    "local": _local,
    "issue": _issue,
    "proposal": _proposal,
    "id": _id,
    "word": _word,
}
