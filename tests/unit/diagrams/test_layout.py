"""One run of Graphviz for everything, none when nothing changed, and a clear word when it is not there."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from build_tools.diagrams import GraphvizMissing, draw, requests
from build_tools.diagrams.graph import Edge, Graph, Node
from build_tools.diagrams.graphviz import lay_out
from model.framework import Framework


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The arguments of every process that is started."""
    started = []
    run = subprocess.run

    def recording(arguments: Any, **more: Any) -> Any:
        started.append(arguments[1:])
        return run(arguments, **more)

    monkeypatch.setattr(subprocess, "run", recording)
    return started


def test_all_diagrams_take_one_run(sharing: Framework, make: Any, runs: list[list[str]]) -> None:
    """However many graphs there are, ``dot`` lays them out in one process."""
    draw(sharing, requests(sharing), make.address)
    assert runs == [["-Kdot", "-Tjson0"]]


def test_a_warm_cache_takes_no_run_and_gives_the_same(
    sharing: Framework, make: Any, runs: list[list[str]], tmp_path: Path
) -> None:
    """The second build starts no process and draws the same bytes; so does a build without a cache."""
    cold = draw(sharing, requests(sharing), make.address, tmp_path / "layouts")
    runs.clear()
    warm = draw(sharing, requests(sharing), make.address, tmp_path / "layouts")
    assert runs == []
    assert warm == cold == draw(sharing, requests(sharing), make.address)


def test_a_damaged_cache_is_laid_out_again(sharing: Framework, make: Any, tmp_path: Path) -> None:
    """Whatever a cache file holds, the diagrams are right."""
    cold = draw(sharing, requests(sharing), make.address, tmp_path)
    for number, file in enumerate(sorted(tmp_path.glob("*.json"))):
        file.write_text(("", "{}", "[1, 2]", "nonsense")[number % 4], "utf-8")
    assert draw(sharing, requests(sharing), make.address, tmp_path) == cold


def test_sequences_need_no_graphviz(
    sharing: Framework, make: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Interaction diagrams are drawn without ``dot``; an actor diagram says how to install it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    wanted = {request.kind: request for request in requests(sharing)}
    assert draw(sharing, [wanted["interaction"], wanted["process-flow"]], make.address)
    with pytest.raises(GraphvizMissing, match="apt-get install graphviz"):
        draw(sharing, [wanted["actors"]], make.address)


def test_a_layout_keeps_sizes_and_ranks() -> None:
    """Places count from the upper left corner, and the nodes have the sizes they were given."""
    graph = Graph(
        "LR", (Node("a", 100, 40), Node("b", 60, 80, (30, 50))), (Edge("a", "b", head_cell=1),), rank_gap=50
    )
    (layout,) = lay_out([graph.dot])
    assert layout.centres["b"][0] - layout.centres["a"][0] == pytest.approx(80 + 50, abs=1)
    assert (layout.width, layout.height) == (pytest.approx(210, abs=1), pytest.approx(80, abs=8))
    assert layout.paths[0][0][0] == pytest.approx(100, abs=1)
