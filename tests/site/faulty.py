"""What authors get wrong, each mistake in files of its own, added to the framework in miniature."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HEAD = (
    "profile: {name}\ntitle: A Mistake\nstage: draft\nkind: [workflow]\ncapsule: Somebody made a mistake.\n"
)
ACTORS = (
    "actors:\n  - actor: {actor}\n    transactions:\n      - {{transaction: IMG-1, optionality: R{more}}}\n"
)


@dataclass(frozen=True)
class Mistake:
    """A file with a mistake, the page of the draft that tells of it, what it tells, and the place it leads to."""

    file: str
    text: str
    page: str
    code: str
    words: str
    place: str = ""
    """Words of the place that is about the mistake; empty where no page is made from the file."""


def _profile(
    name: str, more: str, code: str, words: str, place: str = "", *, head: str = HEAD, page: str = ""
) -> Mistake:
    text = head.format(name=name) + more
    return Mistake(
        f"imaging/profiles/{name.lower()}.yaml", text, page or f"IMG/{name}/index.html", code, words, place
    )


def _rows(actor: str = "Image Viewer", more: str = "") -> str:
    return ACTORS.format(actor=actor, more=more)


_FINAL = HEAD.replace("stage: draft", "stage: final-text")
_LOST = "IMG/index.html"

MISTAKES = {
    "an unknown actor": _profile("UA", _rows("Image Vewer"), "TF201", "`Image Vewer`", "Image Vewer"),
    "an unknown transaction in prose": _profile(
        "UT",
        f"introduction: See Get Image [IMG-99].\n{_rows()}",
        "TF212",
        "`IMG-99`",
        "See Get Image [IMG-99].",
    ),
    "a contradicting direction": _profile(
        "CD", _rows(more=", direction: responder"), "TF302", "responder", "Get Image [IMG-1]"
    ),
    "a chapter of two profiles": _profile(
        "XTWICE",
        f'chapter: "3"\n{_rows()}',
        "TF401",
        "`VIEW`",
        "Somebody made a mistake.",
        head=_FINAL,
        page="IMG/TF/Volume1/ch-3-2.html",
    ),
    "a grouping with a missing profile": _profile(
        "GM",
        f"{_rows()}groupings:\n  - {{actor: Image Viewer, with: [{{profile: NOWHERE, actor: Image Store}}]}}\n",
        "TF202",
        "`NOWHERE`",
        "NOWHERE / Image Store",
    ),
    "a number without quotes": _profile(
        "NQ", f"chapter: 10.10\n{_rows()}", "TF105", "`chapter`", "Somebody made a mistake."
    ),
    "a tab": _profile("TAB", f"{_rows()}\tnotes: {{}}\n", "TF101", "a tab", page=_LOST),
    "an empty file": Mistake("imaging/profiles/empty.yaml", "", _LOST, "TF110", "the file is empty"),
    "an alias of itself": _profile(
        "LOOP", "notes: &notes\n  again: *notes\n", "TF107", "an alias", page=_LOST
    ),
    "a second profile of one name": _profile("VIEW", _rows(), "TF111", "already written", page=_LOST),
    "an actor with a slip": Mistake(
        "imaging/actors.yaml",
        "actors:\n  - actor: Image Store\n    definition: Keeps images.\n  - actor: Image Viewer\n"
        "    definition: Shows images.\n    formely: [Watcher]\n",
        "actors/image-viewer.html",
        "TF102",
        "`formely`",
        "Shows images.",
    ),
    "an issue's number used twice": _profile(
        "ISS",
        f"{_rows()}open_issues:\n  - {{issue: ISS_001, question: Why?}}\n  - {{issue: ISS_001, question: Why not?}}\n",
        "TF409",
        "`ISS_001`",
        "Why not?",
    ),
    "an option's section used twice": _profile(
        "OPT",
        f"{_rows()}options:\n"
        '  - {option: Merge, section: "X.2.1", actors: [Image Viewer], description: One.}\n'
        '  - {option: Split, section: "X.2.1", actors: [Image Viewer], description: Two.}\n',
        "TF403",
        "X.2.1",
        "Two.",
    ),
    "a prose file that is not there": _profile(
        "PF",
        f"introduction: {{file: nowhere.md}}\n{_rows()}",
        "TF112",
        "`nowhere.md`",
        "Somebody made a mistake.",
    ),
    "a framework without its first file": Mistake(
        "lost/actors.yaml", "actors: [\n", "index.html", "TF101", "YAML"
    ),
}
"""Each mistake by what an editor would call it."""


def add_mistakes(project: Path) -> None:
    """Write every mistake into a project's frameworks."""
    for mistake in MISTAKES.values():
        file = project / "frameworks" / mistake.file
        if file.stem == "view":  # the name is taken: the second profile of it needs a file of its own
            file = file.with_name("view2.yaml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(mistake.text, encoding="utf-8")
