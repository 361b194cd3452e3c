"""How wide text is in DejaVu Sans, the widest of the fonts the diagrams ask for, and where to break it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

UNITS_PER_EM = 2048

# Advance widths of the characters from space to tilde, read from DejaVu Sans 2.37.
# fmt: off
REGULAR = (
    651, 821, 942, 1716, 1303, 1946, 1597, 563, 799, 799, 1024, 1716, 651, 739, 651, 690, 1303, 1303, 1303,
    1303, 1303, 1303, 1303, 1303, 1303, 1303, 690, 690, 1716, 1716, 1716, 1087, 2048, 1401, 1405, 1430,
    1577, 1294, 1178, 1587, 1540, 604, 604, 1343, 1141, 1767, 1532, 1612, 1235, 1612, 1423, 1300, 1251,
    1499, 1401, 2025, 1403, 1251, 1403, 799, 690, 799, 1716, 1024, 1024, 1255, 1300, 1126, 1300, 1260, 721,
    1300, 1298, 569, 569, 1186, 569, 1995, 1298, 1253, 1300, 1300, 842, 1067, 803, 1298, 1212, 1675, 1212,
    1212, 1075, 1303, 690, 1303, 1716,
)
BOLD = (
    713, 934, 1067, 1716, 1425, 2052, 1786, 627, 936, 936, 1071, 1716, 778, 850, 778, 748, 1425, 1425,
    1425, 1425, 1425, 1425, 1425, 1425, 1425, 1425, 819, 819, 1716, 1716, 1716, 1188, 2048, 1585, 1561,
    1503, 1700, 1399, 1399, 1681, 1714, 762, 762, 1587, 1305, 2038, 1714, 1741, 1501, 1741, 1577, 1475,
    1397, 1663, 1585, 2259, 1579, 1483, 1485, 936, 748, 936, 1716, 1024, 1024, 1382, 1466, 1214, 1466,
    1389, 891, 1466, 1458, 702, 702, 1362, 702, 2134, 1458, 1407, 1466, 1466, 1010, 1219, 979, 1458, 1335,
    1892, 1321, 1335, 1192, 1458, 748, 1458, 1716,
)
# fmt: on
OTHERS = {
    "\N{NO-BREAK SPACE}": 651,
    "\N{LEFT SINGLE QUOTATION MARK}": 778,
    "\N{RIGHT SINGLE QUOTATION MARK}": 778,
    "\N{EN DASH}": 1024,
}
WIDEST = 2048
"""What any other character is taken for: one em, as wide as a dash or an ideograph."""


@lru_cache(maxsize=4096)
def _units(character: str, bold: bool) -> int:
    # An accented letter is as wide as the letter alone.
    plain = unicodedata.normalize("NFD", character)[0]
    code = ord(plain) - 32
    if 0 <= code < len(REGULAR):
        return (BOLD if bold else REGULAR)[code]
    if unicodedata.combining(plain):
        return 0
    return OTHERS.get(plain, WIDEST)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of text in pixels, never less than it is drawn."""
    return sum(_units(character, bold) for character in text) * size / UNITS_PER_EM


def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Break text into lines of at most this width, at spaces and after slashes, inside a word only if it must be."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text):
        if line and text_width((line + word).rstrip(), size, bold) > width:
            lines.append(line.rstrip())
            line = ""
        line += word
        while text_width(line.rstrip(), size, bold) > width and len(line.rstrip()) > 1:
            fitting = _fitting(line, width, size, bold)
            lines.append(line[:fitting])
            line = line[fitting:]
    if line.strip():
        lines.append(line.rstrip())
    return tuple(lines)


def _pieces(text: str) -> list[str]:
    """The words of a text, each with the space after it; a slash ends a piece as well."""
    words = [f"{word} " for word in text.split()]
    return [piece for word in words for piece in word.replace("/", "/\0").split("\0") if piece]


def _fitting(line: str, width: float, size: float, bold: bool) -> int:
    """How many characters of a line fit; at least one."""
    count = len(line.rstrip())
    while count > 1 and text_width(line[:count], size, bold) > width:
        count -= 1
    return count
