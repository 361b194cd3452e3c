"""The grammar of places in words: ``Table 3.83.4.1.2-1``, ``3.Y3, Y4``, ``Open Issue 4``, ``Title page``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from model.comment_period import CitedPlace, PlaceKind

_DOMAINS = "CARD|CDO|DENT|DEV|ENDO|EYECARE|ITI|PALM|PaLM|LAB|PCC|PCD|PHARM|PAT|QRPH|RAD|RO|SURG"
_NUMBER = r"(?:\d{1,4}|[A-Z]{1,2})(?:\d{0,2})(?:\.{1,2}(?:\d{1,4}|[A-Za-z]{1,2}\d{0,2}))*"
"""A section's number: 33, 3.83.4, X.4.1, 3.Y3.4.2, Z.9.1; two dots are a slip of the finger."""

_PLACES = re.compile(
    rf"""
    \b(?P<caption_word>table|tbl|figure|fig)s?\.?\s*(?P<caption>(?-i:{_NUMBER})(?:\.?-\d{{1,3}}[a-z]?)?)
  | \b(?P<issue_state>open|closed)\s+issues?(?:\s+and\s+questions)?\s*(?:\#|no\.?|number)?\s*(?P<issue_number>\d{{1,3}}(?:\.?[a-z]\b)?)?
  | \b(?P<cp>CP[-\s]?(?:(?-i:[A-Z]{{2,6}})[-\s]?)?\d{{1,5}})\b
  | (?<![\w.])(?P<issue>(?-i:[A-Za-z][A-Za-z0-9.+-]{{0,20}}_\d{{1,4}}))\b
  | (?<![\w.])(?P<transaction>(?-i:(?:{_DOMAINS})-(?:\d{{1,4}}|Y{{1,2}}\d?)))\b
  | (?<![\w.])(?P<other_issue>(?-i:[A-Z][A-Za-z]{{1,9}}-\d{{1,4}}))\b
  | \b(?:appendix|appendices|appx|app)\.?\s*-?\s*(?P<appendix>(?-i:[A-Z])(?:\.\d+)*)\b
  | \b(?P<title>title|cover)(?:\s*page)?\b
  | \b(?P<front>introduction|intro|foreword|forward|preface|abstract|copyright(?:\s+licen[cs]es?)?|licen[cs]es?|trademarks?
       |table\s+of\s+contents|contents|revision\s+history|glossary|general\s+introduction)\b
  | \bp(?:age|g)?s?\.?\s*(?P<page>\d{{1,4}})\b
  | (?P<chapter_word>\b(?:section|sect?|chapter|ch|clause)s?\.?\s*|§\s*)?(?<![\w.])(?P<section>(?-i:{_NUMBER}))
      (?P<caption_number>\.?-\d{{1,3}}(?![\d.]))?(?:\s*-\s*(?P<through>(?-i:{_NUMBER}))(?!\w))?(?![\w-])
  | (?P<general>\b(?:general|generl|generally|various|throughout|everywhere|all|whole|entire|overall|n/a|none|multiple|many)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ONLY_PLACEHOLDER = re.compile(r"[A-Z]{1,2}\d{1,2}\Z")
_LETTERS = re.compile(r"[A-Z]{1,2}\Z")
_MISSING_DOT = re.compile(r"\A([XYZ])(\d+\.)")
_GENERAL = re.compile(
    r"(?:general|generl|generally|various|throughout|everywhere|all|whole|entire|overall|multiple|many)\b",
    re.IGNORECASE,
)


def general(text: str) -> bool:
    """Whether the whole document is meant."""
    return bool(_GENERAL.match(text))


def places_in_words(text: str) -> Iterator[CitedPlace]:
    """Every place that the words name, in their order; words around them are the reviewer's own."""
    found: list[CitedPlace] = []
    for match in _PLACES.finditer(text):
        kind = next(name for name in _READERS if match[name] is not None)
        found += _READERS[kind](match, text, found)
    if any(place.kind is not PlaceKind.GENERAL for place in found):
        found = [place for place in found if place.kind is not PlaceKind.GENERAL]
    yield from dict.fromkeys(found)


Reader = Callable[["re.Match[str]", str, list[CitedPlace]], list[CitedPlace]]


def _caption(match: re.Match[str], _text: str, _before: list[CitedPlace]) -> list[CitedPlace]:
    kind = PlaceKind.TABLE if match["caption_word"].lower().startswith("t") else PlaceKind.FIGURE
    return [CitedPlace(kind=kind, name=_number(match["caption"]))]


def _section(match: re.Match[str], text: str, before: list[CitedPlace]) -> list[CitedPlace]:
    written, number = match["section"], _number(match["section"])
    if match["caption_number"]:
        return [CitedPlace(kind=PlaceKind.CAPTION, name=_number(written + match["caption_number"]))]
    if _LETTERS.match(written) and not match["chapter_word"] and not _stands_for_itself(match, text):
        return []  # a word in capitals, not a placeholder
    if (
        _ONLY_PLACEHOLDER.match(written)
        and before
        and before[-1].kind is PlaceKind.SECTION
        and "." in before[-1].name
    ):
        number = f"{before[-1].name.split('.')[0]}.{number}"  # 3.Y3, Y4 means 3.Y4
    through = _number(match["through"]) if match["through"] else None
    return [CitedPlace(kind=PlaceKind.SECTION, name=number, through=through, approximate=".." in written)]


def _stands_for_itself(match: re.Match[str], text: str) -> bool:
    """Whether a single letter is all that stands between two separators: ``X``, ``Y and Z``."""
    if match["section"] not in {"X", "XX", "Y", "YY", "Z"}:
        return len(text.strip()) == 1
    rest = text[match.end("section") :].lstrip()
    return not rest or rest[0] in ",;/&(" or rest.startswith(("and ", "or "))


def _number(written: str) -> str:
    """A number without slips: ``3.87.4.1.2.-1`` -> ``3.87.4.1.2-1``, ``X..1`` -> ``X.1``, ``X4.3.3`` -> ``X.4.3.3``."""
    return (
        _MISSING_DOT.sub(r"\1.\2", written.replace("..", ".").replace(".-", "-").strip("."))
        if written
        else ""
    )


def _named(kind: PlaceKind) -> Callable[[str], Reader]:
    def of(group: str) -> Reader:
        return lambda match, _text, _before: [CitedPlace(kind=kind, name=" ".join(match[group].split()))]

    return of


def _open_issue(match: re.Match[str], _text: str, _before: list[CitedPlace]) -> list[CitedPlace]:
    state = match["issue_state"].capitalize()
    number = (match["issue_number"] or "").replace(".", "")
    return [CitedPlace(kind=PlaceKind.ISSUE, name=f"{state} Issue {number}" if number else f"{state} Issues")]


def _change_proposal(match: re.Match[str], _text: str, _before: list[CitedPlace]) -> list[CitedPlace]:
    name = re.sub(r"[-\s]+", "-", re.sub(r"(?<=[A-Z])(?=\d)", "-", match["cp"].upper()))
    return [CitedPlace(kind=PlaceKind.CHANGE_PROPOSAL, name=name)]


def _front(match: re.Match[str], _text: str, _before: list[CitedPlace]) -> list[CitedPlace]:
    word = " ".join(match["front"].split()).capitalize()
    return [
        CitedPlace(
            kind=PlaceKind.FRONT, name={"Intro": "Introduction", "Forward": "Foreword"}.get(word, word)
        )
    ]


def _whole(kind: PlaceKind) -> Reader:
    return lambda _match, _text, _before: [CitedPlace(kind=kind)]


_READERS: dict[str, Reader] = {
    "caption": _caption,
    "issue_state": _open_issue,
    "cp": _change_proposal,
    "issue": _named(PlaceKind.ISSUE)("issue"),
    "transaction": _named(PlaceKind.TRANSACTION)("transaction"),
    "other_issue": _named(PlaceKind.ISSUE)("other_issue"),
    "appendix": _named(PlaceKind.APPENDIX)("appendix"),
    "title": _whole(PlaceKind.TITLE_PAGE),
    "front": _front,
    "page": _named(PlaceKind.PAGE)("page"),
    "section": _section,
    "general": _whole(PlaceKind.GENERAL),
}
"""The named group that matched -> what it means."""
