"""What holds for every diagram, whatever its kind and whatever an editor writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_tools.diagrams import DIAGRAMS, Diagram, DiagramRequest, draw, requests
from build_tools.diagrams.actors.actor_diagram import ACTORS, badness
from build_tools.diagrams.edge_paths import LinePath, line_paths
from build_tools.diagrams.graph import Point
from build_tools.diagrams.graphviz import lay_out
from build_tools.loading import load
from model.framework import Framework

Drawn = dict[DiagramRequest, Diagram]
FRAMEWORKS = Path(__file__).parents[3] / "frameworks"
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    '</text><script>alert("1")</script>',
    "a & b",
    '" onload="x',
    "\x00\x07\ufffe]]>",
    "->{}[]|\\N\\l",
    "Ä" * 300,
)
BOXES = ("actor", "actor other", "module", "note", "label-bg", "frame")


@pytest.fixture(scope="module")
def published() -> Framework:
    """The frameworks as they are written."""
    return load(FRAMEWORKS).framework


@pytest.fixture(scope="module")
def drawn(published: Framework) -> Drawn:
    """Every diagram of the frameworks as they are written."""
    return draw(published, requests(published), lambda key: f"x.html#{key.name}")


def hostile(make: Any, name: str) -> Framework:
    """A framework in which every name is the hostile one."""
    feed = make.transaction(
        "ITI-1",
        name,
        {name: "initiator", "B": "responder"},
        messages=[{"message": name, "from": name, "to": "B"}],
    )
    flow = [{"from": name, "to": "B", "transaction": "ITI-1", "step": name}, {"from": name, "step": name}]
    profile = make.profile(
        "P",
        {name: ["ITI-1"], "B": ["ITI-1"]},
        title=name,
        use_cases=[{"use_case": name, "description": "Text.", "process_flow": flow}],
        dependencies=[{"any_profile": name}, {"profiles": [name]}],
        content_modules={name: [name]},
    )
    return make.framework([profile], [feed])


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_only_text(make: Any, pictures: Any, name: str) -> None:
    """Whatever a name holds, the SVG is well-formed and has no element or attribute of the name's making."""
    framework = hostile(make, name)
    drawn = pictures(framework)
    assert {request.kind for request in requests(framework)} == {kind.kind for kind in DIAGRAMS}
    for picture in drawn.values():
        tags = {str(element.tag).removeprefix(SVG) for element in picture.root.iter()}
        assert tags <= {"svg", "title", "desc", "style", "a", "rect", "path", "text", "tspan"}
        assert not [e for e in picture.root.iter() if "onload" in e.attrib]


def test_every_diagram_has_a_name_a_description_and_its_own_ids(sharing: Framework, pictures: Any) -> None:
    """All ids of all diagrams together are unique, and the references lead to them."""
    drawn = pictures(sharing)
    ids = [name for picture in drawn.values() for name in picture.ids]
    assert len(ids) == len(set(ids))
    for name, picture in drawn.items():
        assert all(found.startswith(name) for found in picture.ids)
        assert picture.root.get("role") == "group"
        title, description = picture.root[0], picture.root[1]
        assert (title.get("id"), title.text) == (picture.root.get("aria-labelledby"), picture.diagram.title)
        assert description.get("id") == picture.root.get("aria-describedby")
        assert description.text == " ".join(picture.diagram.alternative)


def test_links_are_named_and_never_nested(sharing: Framework, pictures: Any) -> None:
    """Every link can be reached by keyboard and says where it leads."""
    for picture in pictures(sharing).values():
        for link in picture.root.iter(f"{SVG}a"):
            assert link.get("href")
            assert link.get("aria-label")
            assert not list(link.iterancestors(f"{SVG}a"))


def test_without_addresses_there_are_no_links(sharing: Framework) -> None:
    """What has no page is drawn without a link."""
    drawn = draw(sharing, requests(sharing), lambda _: None)
    assert not [diagram for diagram in drawn.values() if "<a " in diagram.svg]


def test_colours_have_a_plain_value_and_a_property(sharing: Framework, pictures: Any) -> None:
    """Print programs read the attributes; pages override the same colours by custom properties."""
    for picture in pictures(sharing).values():
        style = str(picture.root[2].text)
        for element in picture.root.iter():
            if "class" in element.attrib and element is not picture.root:
                assert element.get("fill") or element.get("stroke")
                assert f"svg.diagram .{element.get('class').replace(' ', '.')}{{" in style
        assert set(re.findall(r"--diagram-(\w+)", style)) <= {"ink", "paper", "accent", "muted", "actor"}


def test_the_same_framework_gives_the_same_bytes(sharing: Framework, pictures: Any) -> None:
    """Drawn twice, nothing differs."""
    first, second = pictures(sharing), pictures(sharing)
    assert [p.diagram for p in first.values()] == [p.diagram for p in second.values()]


def test_text_stays_in_its_box_and_in_the_picture(drawn: Drawn, make: Any) -> None:
    """In every published diagram, no line of text is wider than the box it stands in, and none is cut off."""
    for request, diagram in drawn.items():
        picture = make.picture(diagram)
        boxes = [
            [float(box.get(name)) for name in ("x", "y", "width", "height")]
            for classes in BOXES
            for box in picture.with_class(classes)
        ]
        for text in picture.texts:
            assert text.left >= -0.5, (request.name, text)
            assert text.right <= diagram.width + 0.5, (request.name, text)
            middle = (text.left + text.right) / 2
            around = [
                b for b in boxes if b[0] <= middle <= b[0] + b[2] and b[1] <= text.middle <= b[1] + b[3]
            ]
            for x, _, width, _ in around:
                assert x - 0.5 <= text.left, (request.name, text)
                assert text.right <= x + width + 0.5, (request.name, text)


def test_published_transactions_are_all_in_the_sentences(published: Framework, drawn: Drawn) -> None:
    """The text alternative of an actor diagram names every transaction of its profile."""
    for request, diagram in drawn.items():
        if request.kind == "actors":
            profile = published.profile(request.key.name)
            for actor in profile.actors:
                for use in actor.transactions:
                    assert any(f"[{use.transaction}]" in sentence for sentence in diagram.alternative)


def test_no_line_runs_through_a_box(published: Framework) -> None:
    """In every published actor diagram, lines keep clear of boxes and labels that are not their own."""
    sketches = [ACTORS.sketch(published, request) for request in ACTORS.requests(published)]
    layouts = lay_out([graph.dot for sketch in sketches for graph in sketch.graphs])
    found = iter(layouts)
    for sketch in sketches:
        plans = [(plan, next(found)) for plan in sketch.plans]
        plan, layout = min(plans, key=lambda both: badness(*both))
        for edge, line in zip(plan.graph.edges, line_paths(plan.graph, layout), strict=True):
            places = list(along(line))
            for node in plan.graph.nodes:
                x, y = layout.centres[node.name]
                inside = [
                    p
                    for p in places
                    if abs(p[0] - x) < node.width / 2 - 2 and abs(p[1] - y) < node.height / 2 - 2
                ]
                assert not inside, (sketch.name, edge, node.name)


def along(line: LinePath) -> Iterator[Point]:
    """Places along a line, close to each other."""
    for start in range(0, len(line.curves) - 1, 3):
        a, b, c, d = line.curves[start : start + 4]
        for step in range(21):
            t = step / 20
            u = 1 - t
            yield tuple(
                u**3 * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t**3 * d[i] for i in (0, 1)
            )
