"""How IHE writes citations, and which parts of Markdown are not prose, as regular expressions."""

from __future__ import annotations

import re
from functools import cache

_LETTER = r"\u00c0-\u1fff"
"""Letters beyond ASCII, for use in brackets: an actor may be called *Émetteur* or *Überweiser*."""

_NUMBER = r"[0-9A-Z]{1,4}(?:\.[0-9A-Za-z]+)*"
_LOCAL = r"[0-9]+(?:\.[0-9A-Za-z]+)*|X(?:\.[0-9A-Za-z]+)+"

_TOKEN = rf"""
    (?=[`~\[!:<A-Z{_LETTER}])  # without it, every character would be tried with every alternative: four times slower
  (?:
    (?P<code>    (?P<ticks>`+) (?!`) .*? (?<!`) (?P=ticks) (?!`)
               | ~~~ .*? (?:~~~ | \Z) )
  | (?P<link>    !?\[ (?: [^\[\]]* | [^\[\]]* \[ [^\[\]]* \] [^\[\]]* ) \] (?: \( [^()\s]* (?:[ ]"[^"]*")? \) | \[ [^\[\]]* \] )
               | (?<![^\n]) \[ [^\[\]]* \]:
               | :// \S+
               | < [a-zA-Z/!] [^<>]* > )
  | \[ (?P<bracket> [A-Z]{{2,8}} - (?:Y+[0-9]* | [A-Z]?[0-9]+) ) \]
  | (?P<volume>  (?P<domain>[A-Z]{{2,8}}) [ -] TF [ ]?- [ ]? (?P<number_of_volume>[0-9]+) [a-z]? [ ]? : \s?
                 (?: (?P<word_in_volume>Table|Figure|Section|Appendix|Appendices|Sections) \s )?
                 (?P<number_in_volume> {_NUMBER} (?:-[0-9]+ \b (?!\.[0-9]) )? ) \b )
  | (?P<local>   Sections? \s (?P<section> {_LOCAL} ) \b
               | (?P<captioned>Table|Figure) \s (?P<caption> (?:{_NUMBER}) - [0-9]+ ) \b
               | Appendix \s (?P<appendix> [A-Z] (?:\.[0-9A-Za-z]+)* ) \b )
  | (?P<issue>   [A-Z][A-Za-z0-9.+-]* _ [0-9]+ ) \b
  | (?P<proposal> CP - [A-Z]{{2,8}} - [0-9]+ ) \b
  | (?P<id>      [A-Z]{{2,8}} - (?:Y+[0-9]+ | [A-Z]?[0-9]+) ) \b
  | (?P<word>    [A-Z{_LETTER}][A-Za-z0-9{_LETTER}]* )
  )
    """


@cache
def token() -> re.Pattern[str]:
    """One token: a part that is not prose, a citation, or a word with a capital letter.

    Compiled when it is first used, since that takes longer than importing any other module.
    """
    return re.compile(_TOKEN, re.VERBOSE | re.DOTALL)


WORDS = re.compile(rf"([A-Za-z0-9{_LETTER}]+)(?:[^A-Za-z0-9{_LETTER}][A-Za-z0-9{_LETTER}]+)?")
"""One or two words with a single character between them."""

ENDS_NAME = re.compile(rf"(?![A-Za-z0-9_{_LETTER}]|[-.+][A-Za-z0-9])")
"""Where a name ends: not inside a longer word, acronym or number."""

OTHER_DOCUMENT_BEFORE = re.compile(
    r"(?:RFC|PS ?3|HL7|DICOM|FHIR|ISO|IEEE|W3C|SAML|OASIS|NIST|ebRIM|ebRS|BCP|v[23])[^.;]{0,40}$|[0-9]:\s?$"
)
"""A section number after such words counts in that document, not in a Technical Framework."""

OTHER_DOCUMENT_AFTER = re.compile(r"\s(?:of|in)\s(?!this\b|the\s(?:same|present)\b)")
"""*Section 4 of ...* counts in the document named next."""

NAMED_WITH_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Oo]ne)\s$")
"""An article, after which a capital letter shows a name."""

CAPITALISED_NEXT = re.compile(r"\s[A-Z]")
FOLLOWED_BY_KIND = re.compile(r"\s(?:Actor|actor)s?\b")
FOLLOWED_BY_PROFILE = re.compile(r"\s[Pp]rofile\b")
CAPITALISED_WORD_BEFORE = re.compile(
    r"(?<![A-Za-z])(?!The\b|An?\b|If\b|When\b|With\b|In\b|For\b|Each\b|This\b)[A-Z][a-z][A-Za-z-]*\s$"
)
