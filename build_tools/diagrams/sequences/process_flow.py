"""Process flows: the steps of a use case between actors and people, as swimlanes."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.diagrams.diagram import DiagramKind, DiagramRequest
from build_tools.diagrams.sequences.lanes import Head, Lane, Step
from build_tools.diagrams.sequences.sequence import SequenceSketch
from build_tools.diagrams.wording import sentence, transaction_title
from model.entity import Key
from model.framework import Framework
from model.profile import Profile
from model.use_case import ProcessStep, player


def _requests(framework: Framework) -> Iterator[DiagramRequest]:
    for profile in framework.profiles:
        for index, use_case in enumerate(profile.use_cases):
            if use_case.process_flow:
                name = f"process-flow-{profile.profile}-{index + 1}"
                yield DiagramRequest("process-flow", name, profile.key, index)


def _sketch(framework: Framework, request: DiagramRequest) -> SequenceSketch:
    profile = framework.profile(request.key.name)
    if profile is None:
        raise LookupError(f"there is no profile {request.key.name}")
    use_case = profile.use_cases[request.index]
    names = list(
        dict.fromkeys(
            name
            for step in use_case.process_flow
            for name in (step.sender, step.receiver)
            if name is not None
        )
    )
    lanes = tuple(Lane((_head(framework, profile, name),)) for name in names)
    steps = tuple(_step(framework, step, names) for step in use_case.process_flow)
    sentences = tuple(_sentence(framework, step) for step in use_case.process_flow)
    title = f"Process Flow in {profile.profile} Profile: {use_case.use_case}"
    return SequenceSketch(request.name, title, lanes, steps, sentences)


def _head(framework: Framework, profile: Profile, name: str) -> Head:
    acronym, actor = player(name)
    if acronym and (framework.exists("profile", acronym) or acronym in framework.cited_profiles):
        return Head(name, Key("actor", actor), "actor other")
    if profile.actor(actor):
        return Head(name, Key("actor", actor))
    if framework.exists("actor", actor):
        return Head(name, Key("actor", actor), "actor other")
    return Head(name, None, "note")


def _step(framework: Framework, step: ProcessStep, names: list[str]) -> Step:
    start = names.index(step.sender)
    end = start if step.receiver is None else names.index(step.receiver)
    title = transaction_title(framework, step.transaction) if step.transaction else ""
    key = Key("transaction", step.transaction) if step.transaction else None
    return Step("note" if start == end else "message", start, end, title, step.step or "", key)


def _sentence(framework: Framework, step: ProcessStep) -> str:
    words = step.step or ""
    title = transaction_title(framework, step.transaction) if step.transaction else ""
    if step.receiver is None or step.receiver == step.sender:
        does = f"{title}: {words}" if title and words else title or words
        return sentence(f"{step.sender}: {does}")
    if title:
        detail = f": {words}" if words else ""
        return sentence(f"{step.sender} initiates {title} with {step.receiver}{detail}")
    return sentence(f"{step.sender} to {step.receiver}: {words}")


PROCESS_FLOW = DiagramKind("process-flow", _requests, _sketch)
