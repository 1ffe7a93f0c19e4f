"""Methods: cells that can be read, axes folded once each, caps and bands that the results can meet."""

from collections.abc import Iterable, Iterator

from policyengine.blocks.answers import range_of
from policyengine.blocks.marks import folds_of
from policyengine.loading.sound.passing import passing_open
from policyengine.loading.sound.tables import beyond, limits_of, range_faults
from policyengine.model.fault import Fault
from policyengine.model.policy import Node, Policy

KINDS = ("scale", "values", "each")
LIMITS = ("from", "above", "to", "below")


def methods(policy: Policy) -> Iterator[Fault]:
    """What is wrong with the methods of a policy."""
    section = policy.section("methods")
    for method in section.values() if section is not None else ():
        for part in (_answers, _folds, _caps, _counts, _raters):
            yield from passing_open(part(method))


def _raters(method: Node) -> Iterator[Fault]:
    if not list(method["raters"].items()):
        yield Fault(code="P009", at=f"{method.pointer}/raters")


def _answers(method: Node) -> Iterator[Fault]:
    own = method.get("answers")
    if own is not None:
        yield from passing_open(_one_kind(own))
    items = method["items"]
    if items.get("set_in") is not None:
        if own is None:
            yield Fault(code="P065", at=method.pointer)
        return
    for item in items.values():
        answers = item.get("answers")
        if answers is not None:
            yield from passing_open(_one_kind(answers))
        elif own is None:
            yield Fault(code="P065", at=item.pointer)
    if not list(items.items()):
        yield Fault(code="P009", at=items.pointer)


def _one_kind(answers: Node) -> Iterator[Fault]:
    ranged = any(answers.get(limit) is not None for limit in LIMITS)
    kinds = [kind for kind in KINDS if answers.get(kind) is not None]
    if len(kinds) + int(ranged) != 1:
        yield Fault(code="P065", at=answers.pointer)
    yield from range_faults(answers)
    table = answers.get("permitted_by")
    if table is not None and answers.get("measured") is None:
        yield Fault(code="P077", at=answers.pointer)
    elif table is not None:
        rows = answers.policy.section("bands", table.text(), "rows")
        for name, row in rows.items() if rows is not None else ():
            yield from passing_open(_permits(answers, table, name, row.get("permits")))


def _permits(answers: Node, table: Node, name: str, permits: Node | None) -> Iterator[Fault]:
    if permits is None:
        yield Fault(code="P055", at=table.pointer, says={"word": name, "payload": "permits"})
    else:
        yield from _beyond(answers, limits_of(permits), name)


def _beyond(answers: Node | None, numbers: Iterable[Node | None], name: str) -> Iterator[Fault]:
    """Numbers that no answer, and so no mark of these answers, can have."""
    found = None if answers is None else range_of(answers)
    for one in () if found is None else beyond(limits_of(found.node), numbers):
        yield Fault(code="P053", at=one.pointer, says={"word": name})


def _folds(method: Node) -> Iterator[Fault]:
    seen: set[str] = set()
    for node, step in folds_of(method):
        if step.axis in seen or "everything" in seen:
            yield Fault(code="P063", at=node.pointer, says={"axis": step.axis})
        seen.add(step.axis)
    if not seen & {"raters", "everything"}:
        yield Fault(code="P064", at=f"{method.pointer}/combine", says={"axis": "raters"})
    several = any(item.get("entries") is not None for item in method["items"].values())
    if several and not seen & {"entries", "everything"}:
        yield Fault(code="P064", at=f"{method.pointer}/combine", says={"axis": "entries"})
    table = method.get("bands")
    if table is not None:
        yield from _graded(method, table)


def _graded(method: Node, table: Node) -> Iterator[Fault]:
    rows = method.policy.section("bands", table.text(), "rows")
    for name, row in rows.items() if rows is not None else ():
        if row.get("permits") is not None or row.get("counts_as") is not None:
            yield Fault(code="P055", at=table.pointer, says={"word": name, "payload": "grade"})
            return


def _caps(method: Node) -> Iterator[Fault]:
    caps = method.get("caps")
    if caps is None:
        return
    on = caps.says("on").removeprefix("item ")
    item = None if on == "whole" else method["items"].get(on)
    if on != "whole" and item is None and method["items"].get("set_in") is None:
        sections = [f"methods.{method.pointer.rpartition('/')[2]}.items"]
        yield Fault(code="P021", at=f"{caps.pointer}/on", says={"word": on, "sections": sections})
    capped = method if item is None or item.get("answers") is None else item
    for name, row in caps["rows"].items():
        if row.get("at_most") is None and row.get("at_least") is None:
            yield Fault(code="P002", at=row.pointer, says={"key": "at_most"})
        if _is_mean(method):
            yield from _beyond(capped.get("answers"), [row.get("at_most"), row.get("at_least")], name)


def _is_mean(method: Node) -> bool:
    """Whether a mark stays within what its answers may be: all folds choose or average, and nothing is added."""
    steps = [step.kind for _, step in folds_of(method)]
    return method.get("starts_at") is None and not {"sum", "weighted sum"} & set(steps)


def _counts(method: Node) -> Iterator[Fault]:
    limits = [method.get("how_many"), *(rater for rater in method["raters"].values())]
    for one in limits:
        least, most = (None, None) if one is None else (one.get("least"), one.get("most"))
        if one is not None and least is not None and most is not None and least.number() > most.number():
            yield Fault(code="P052", at=most.pointer, says={"from": least.value, "to": most.value})
    if method.get("how_many") is not None and any(step.axis == "everything" for _, step in folds_of(method)):
        yield Fault(code="P078", at=f"{method.pointer}/combine")
