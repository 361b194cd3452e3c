"""Gates: what must hold before an edition of some stage is published, item by item, with evidence."""

from __future__ import annotations

from build_tools.publish.gates.final_text import final_text
from build_tools.publish.gates.gate import Asked, GateItem
from build_tools.publish.gates.public_comment import public_comment
from build_tools.publish.gates.trial_implementation import trial_implementation
from model.life_cycle import DocumentStage

__all__ = ["Asked", "GateItem", "gate"]

GATES = {
    DocumentStage.PUBLIC_COMMENT: public_comment,
    DocumentStage.TRIAL_IMPLEMENTATION: trial_implementation,
    DocumentStage.FINAL_TEXT: final_text,
}
"""The gate of each stage at which something is published."""


def gate(asked: Asked) -> tuple[GateItem, ...]:
    """Every question of the gate to a stage, in order."""
    return tuple(GATES[asked.stage](asked))
