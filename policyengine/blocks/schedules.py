"""Days that a schedule sets, held against what the act allows."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from policyengine.blocks.counting import counted
from policyengine.blocks.events import Timetable
from policyengine.blocks.set_days import scheduled
from policyengine.model.fault import Fault, Refused
from policyengine.model.near import nearest
from policyengine.model.period import Period
from policyengine.terms.times import term


def refuse_schedule(timetable: Timetable, asked: Iterable[Period]) -> None:
    """Refuse days for events that no schedule sets, and days before an event may be."""
    given = timetable.case.given("scheduled")
    section = timetable.case.policy.section("timetable")
    known = {name: one for name, one in section.items() if one.get("set_by")} if section is not None else {}
    faults = []
    for key in given if isinstance(given, Mapping) else ():
        if key.partition("@")[0] not in known:
            says = {"word": key, "section": "timetable", "words": sorted(known)}
            faults.append(Fault(code="unknown_id", at=f"scheduled.{key}", says=says, like=nearest(key, known)))
    faults += [fault for period in asked for fault in _too_early(timetable, period)]
    if faults:
        raise Refused(faults)


def _too_early(timetable: Timetable, asked: Period) -> Iterator[Fault]:
    for name, event in timetable.events(asked):
        day, first = scheduled(timetable.case, name, asked), event.get("not_before")
        found = None if first is None else term(first.text())
        earliest = None if found is None else counted(found, timetable.clock(asked))
        if isinstance(day, date) and isinstance(earliest, date) and day < earliest:
            says = {"reason": "too_early", "value": day, "other": earliest}
            yield Fault(code="contradictory_facts", at=f"scheduled.{name}", says=says)
