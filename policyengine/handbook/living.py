"""A story lived through: every question of it asked, the marks kept, a mark that a body decided put in its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from policyengine.engine import Decision, ask
from policyengine.handbook.agenda import OpenCalendar
from policyengine.handbook.story import Held, OfPeriod, OfQuestion, OfYear, Part, Person, Story, tree_of
from policyengine.model.fault import Fault, Refused
from policyengine.model.policy import Policy, Tree

OTHER_GROUP = "other_group"
Key = tuple[str, str, str]  # person, method, period


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What became of one person in one period by one method, or of the person's year.

    `answer` are the parts of the answer on participation, for a year those of the result; `decision` is what explains
    them. `marks` are those of the periods of which a year was made, `changed` the periods whose mark a body decided.
    """

    person: Person
    method: str
    period: str
    answer: Tree
    decision: Decision
    mark: object = None
    grade: object = None
    explained: bool = False
    marks: Tree = field(default_factory=dict)
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """One part after it was asked: rows of people, or one decision, or the faults for which it was refused."""

    part: Part
    rows: tuple[Row, ...] = ()
    decision: Decision | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(slots=True, kw_only=True)
class Life:
    """A story on its way through the year; `marks` are those that count, as they stand, `changed` those of a body."""

    story: Story
    policy: Policy
    open_calendar: OpenCalendar
    marks: dict[Key, Tree] = field(default_factory=dict)
    changed: set[Key] = field(default_factory=set)

    def parts(self) -> Iterator[Lived]:
        """Every part, asked in its order; raises Refused for facts of people that are bad input."""
        for part in self.story.parts:
            match part:
                case OfPeriod():
                    yield Lived(part=part, rows=tuple(self._period(part)))
                case OfQuestion():
                    yield self._question(part)
                case OfYear():
                    yield Lived(part=part, rows=tuple(self._year(part)))

    def _ask(self, question: str, given: Tree) -> Decision:
        return ask(self.policy, question, given, self.open_calendar)

    def _period(self, part: OfPeriod) -> Iterator[Row]:
        for person in self.story.people:
            held = person.periods.get(part.period)
            if held is not None:
                yield from self._of_person(person, part.period, held)

    def _of_person(self, person: Person, period: str, held: Held) -> Iterator[Row]:
        facts = {**held.given, "period": period, "person": {**person.person, **held.person}}
        decision = self._ask("participation", facts)
        for method, answer, only in _parts(decision, "methods"):
            if answer["reason"] != OTHER_GROUP:
                row = Row(person=person, method=method, period=period, answer=answer, decision=only)
                yield self._marked(replace(row, explained=bool(held.explain)), held)

    def _marked(self, row: Row, held: Held) -> Row:
        """A row with the mark that the sheet of the period makes, which is kept for the year."""
        sheet = held.sheets.get(row.method) if row.answer["evaluated"] is True else None
        decision = None if sheet is None else self._ask("mark", {"method": row.method, **_group(row.person), **sheet})
        result = tree_of(None if decision is None else decision.answer)
        self.marks[(row.person.id, row.method, row.period)] = result
        why = decision if decision is not None and held.explain == "mark" else row.decision
        return replace(row, mark=result.get("mark"), grade=result.get("grade"), decision=why)

    def _question(self, part: OfQuestion) -> Lived:
        try:
            decision = self._ask(part.ask, part.given)
        except Refused as refused:
            return Lived(part=part, faults=refused.faults)
        if part.replaces is not None and tree_of(decision.answer).get("mark") is not None:
            self.marks[part.replaces] = tree_of(decision.answer)
            self.changed.add(part.replaces)
        return Lived(part=part, decision=decision)

    def _year(self, part: OfYear) -> Iterator[Row]:
        known = {name for result in tree_of(self.policy.tree.get("results")).values() for name in _methods(result)}
        for person in self.story.people:
            marks: dict[str, dict[str, object]] = {}
            for (someone, method, period), result in self.marks.items():
                if someone == person.id and method in known:
                    marks.setdefault(method, {})[period] = result.get("mark")
            if marks:
                yield from self._final(person, marks, part)

    def _final(self, person: Person, marks: Mapping[str, Tree], part: OfYear) -> Iterator[Row]:
        decision = self._ask("final", {"marks": marks, **_group(person)})
        for name, answer, only in _parts(decision, "final"):
            yield Row(
                person=person,
                method=name,
                period=str(self.story.year),
                answer=answer,
                mark=answer.get("mark"),
                grade=answer.get("grade"),
                decision=only,
                explained=person.id in part.explain,
                marks=tree_of(marks.get(name)),
                changed=frozenset(period for *key, period in self.changed if key == [person.id, name]),
            )


def lived(story: Story, policy: Policy, open_calendar: OpenCalendar) -> tuple[Lived, ...]:
    """A story with all its answers."""
    return tuple(Life(story=story, policy=policy, open_calendar=open_calendar).parts())


def _parts(decision: Decision, key: str) -> Iterator[tuple[str, Tree, Decision]]:
    """Each named part of an answer, with the decision brought down to the step that explains it."""
    answers, steps = tree_of(tree_of(decision.answer).get(key)), [step for why in decision.why for step in why.because]
    for (name, answer), step in zip(answers.items(), steps, strict=False):
        yield name, tree_of(answer), replace(decision, why=(step,))


def _group(person: Person) -> Tree:
    group = person.person.get("group")
    return {} if group is None else {"group": group}


def _methods(result: object) -> Iterator[str]:
    for part in tree_of(tree_of(result).get("parts")).values():
        yield str(tree_of(part).get("method"))
