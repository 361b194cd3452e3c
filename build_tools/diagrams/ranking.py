"""An order of nodes in which as few arrows as possible run backwards."""

from __future__ import annotations

from collections.abc import Mapping


def ranking(count: int, weights: Mapping[tuple[int, int], float]) -> list[int]:
    """Order the nodes 0 to count-1 so that little weight runs from later to earlier ones.

    The heuristic of Eades, Lin and Smyth (1993); nodes that are equal to it keep their order.
    """
    left = list(range(count))
    first: list[int] = []
    last: list[int] = []
    while left:
        leaving = {node: sum(weights.get((node, other), 0) for other in left) for node in left}
        arriving = {node: sum(weights.get((other, node), 0) for other in left) for node in left}
        sink = next((node for node in reversed(left) if not leaving[node] and arriving[node]), None)
        if sink is not None:
            last.insert(0, sink)
            left.remove(sink)
            continue
        source = next((node for node in left if not arriving[node]), None)
        node = source if source is not None else max(left, key=lambda node: leaving[node] - arriving[node])
        first.append(node)
        left.remove(node)
    return first + last
