"""An address cannot be followed.

Readers click on it and arrive nowhere (Gazelle's consistency check 14).

Wrong: `https//www.dicomstandard.org`, `https://www.w3.org/TR /xml`, `[the standard](htp://example.org)`

Right: the scheme with its colon and two slashes, a host, and no blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_ADDRESS = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]+)?(?:[/?\#][^\s<>\"]*)?\Z")
_LINK = re.compile(
    r"\]\((?P<target>[^)]*)\)|\b(?P<slip>https?(?::/(?!/)|//|;//|:\\\\)\S+)|\b(?P<scheme>htt?p?s?p?://\S+)"
)
_CODE = re.compile(r"`[^`]*`")
_MARK = re.compile(r"htt?p")
_TARGET = re.compile(r"\]\([^)]* |\]\([a-z]+:")


def check(subject: Subject) -> Iterator[Finding]:
    """Addresses of standards, and links in texts; what is meant as an example stands in code."""
    for standard in subject.framework.standards:
        if standard.url and not _ADDRESS.match(standard.url):
            yield Finding(standard.key, ("url",), f"`{standard.url}` is no address")
    texts = {
        spot.text
        for beginning, mark in (("ht", _MARK), ("](", _TARGET))
        for spot in subject.whole.find_from(beginning, mark, code=True)
    }
    for key, path, text in sorted(texts):
        plain = _CODE.sub(lambda code: " " * len(code[0]), text) if "`" in text else text
        for found in _LINK.finditer(plain):
            target = (found["target"] or found["slip"] or found["scheme"] or "").strip()
            if found["slip"] or _is_wrong(target, is_link=found["target"] is not None):
                at = found.start() + found[0].index(target)
                yield Finding(key, path, f"`{target}` is no address", offset=at, prose=text)


def _is_wrong(target: str, *, is_link: bool) -> bool:
    """Whether an address of the web is malformed; links inside the site are not looked at."""
    if "://" not in target.partition("/")[0] + "/" + target.partition("/")[2]:
        return is_link and " " in target and '"' not in target
    scheme = target.partition("://")[0]
    if not is_link:
        return scheme not in ("http", "https")
    return scheme not in ("http", "https", "ftp", "mailto") or not (
        scheme == "ftp" or _ADDRESS.match(target.partition(" ")[0])
    )


RULE = Rule(
    ProblemKind("TF515", "malformed-address", Severity.ERROR, __doc__, "General Introduction, section 7.5"),
    check,
)
