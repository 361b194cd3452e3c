"""Footnotes in prose: numbered through the page, in the order in which its texts refer to them."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes


def has_footnotes(text: str) -> bool:
    """Whether a text may have footnotes."""
    return "[^" in text


def number_footnotes(found: list[nodes.Node], before: int) -> int:
    """Number the footnotes of a text after those of the texts before it, and tie them to their references.

    They move to the end of the text. A reference without a footnote is printed as written. The number of the last
    footnote is returned.
    """
    notes = {
        name: note for note in _all(found, nodes.footnote) for name in (*note["names"], *note["dupnames"])
    }
    used: list[str] = []
    for reference in list(_all(found, nodes.footnote_reference)):
        name = reference["refname"]
        if name not in notes:
            reference.parent.replace(reference, nodes.Text(f"[^{name}]"))
            continue
        if name not in used:
            used.append(name)
        _tie(reference, notes[name], before + used.index(name) + 1)
    ordered = [notes[name] for name in used] + [note for name, note in notes.items() if name not in used]
    for number, note in enumerate(ordered, before + 1):
        _move_to_end(found, note, number)
    return before + len(ordered)


def _all(found: list[nodes.Node], kind: type[nodes.Element]) -> Iterator[nodes.Element]:
    return (element for node in found for element in node.findall(kind))


def _tie(reference: nodes.Element, note: nodes.Element, number: int) -> None:
    anchor = f"footnote-{number}"
    back = f"{anchor}-used-{len(note['backrefs']) + 1}"
    reference.children = [nodes.Text(str(number))]
    reference["refid"], reference["ids"] = anchor, [back]
    note["backrefs"].append(back)


def _move_to_end(found: list[nodes.Node], note: nodes.Element, number: int) -> None:
    note["ids"] = [f"footnote-{number}"]
    if note.children and isinstance(note.children[0], nodes.label):
        del note[0]
    note.insert(0, nodes.label("", str(number)))
    (note.parent if note not in found else found).remove(note)
    found.append(note)
