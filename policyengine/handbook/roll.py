"""The roll of a period or a year: a table of people with who evaluates them, by when, and their marks and grades."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from policyengine.handbook.agenda import short_day, short_period
from policyengine.handbook.living import Row
from policyengine.handbook.story import list_of
from policyengine.handbook.table import Table, without_empty
from policyengine.handbook.values import Said, named, told
from policyengine.model.period import day
from policyengine.model.policy import Policy
from policyengine.words import Words
from policyengine.words.values import NOTHING, shown

CHANGED: Final = "*"
GAP: Final = "…"
OF_PERIOD: Final = ("person", "method", "evaluated", "by", "due", "mark", "grade")


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """In which words, and of which policy, people are listed."""

    words: Words
    policy: Policy

    def of_period(self, rows: Sequence[Row]) -> Table:
        """Everybody's period."""
        heads = [self.words.say("story", one) for one in OF_PERIOD]
        moved = any(row.answer["due"] != row.answer["act_by"] for row in rows)
        notes = [*([self.words.say("story", "in_brackets")] if moved else []), *self._about_grades(rows)]
        return _table(heads, [self._of_period(row) for row in rows], notes)

    def of_year(self, rows: Sequence[Row]) -> Table:
        """Everybody's year: the marks of its periods, their mean, the final mark and its grade."""
        periods = sorted({name for row in rows for name in row.marks})
        heads = [self.words.say("story", one) for one in ("person", "method")]
        heads += [short_period(name, self.words) for name in periods]
        heads += [self.words.say("story", one) for one in ("mean", "mark", "grade")]
        notes = [*self._about_changes(rows), *self._about_grades(rows), *self._about_grounds(rows)]
        return _table(heads, [self._of_year(row, periods) for row in rows], notes)

    def _of_period(self, row: Row) -> tuple[str, ...]:
        by = row.answer["by"]
        return (
            shown(row.person.name, self.words.language),
            named(row.method, self.words, "method"),
            self._evaluated(row),
            named(str(by), self.words, "by") if by else "",
            self._due(row),
            told(row.mark, self.words) if row.mark else "",
            self._grade(row.grade),
        )

    def _evaluated(self, row: Row) -> str:
        if row.answer["evaluated"] is not True:
            return self._say("not_evaluated", reason=named(str(row.answer["reason"]), self.words, "reason"))
        return self.words.say("story", "evaluated_yes" if row.answer["takes_part"] is True else "without_part")

    def _due(self, row: Row) -> str:
        """The due day, and the last working day before it where it is a day off."""
        due, act_by = day(row.answer["due"]), day(row.answer["act_by"])
        earlier = [] if act_by in {due, None} else [act_by]
        days = [short_day(one, self.words) for one in (due, *earlier) if one is not None]
        return f"{days[0]} ({days[1]})" if earlier else "".join(days)

    def _of_year(self, row: Row, periods: Sequence[str]) -> tuple[str, ...]:
        marks = (self._mark(row.marks.get(one)) + CHANGED * (one in row.changed) for one in periods)
        name, method = shown(row.person.name, self.words.language), named(row.method, self.words, "method")
        return (name, method, *marks, self._mark(row.answer.get("mean")), self._mark(row.mark), self._grade(row.grade))

    def _mark(self, mark: object) -> str:
        return told(mark, self.words) if mark else NOTHING

    def _grade(self, grade: object) -> str:
        return short_grades(self.policy, self.words).get(str(grade), "")

    def _about_changes(self, rows: Sequence[Row]) -> Iterator[str]:
        if any(row.changed for row in rows):
            yield f"{CHANGED} {self.words.say('story', 'changed')}"

    def _about_grades(self, rows: Sequence[Row]) -> Iterator[str]:
        """How the grades are worded in full, where they are shown in short."""
        full, short = full_grades(self.policy, self.words), short_grades(self.policy, self.words)
        given = next((str(row.grade) for row in rows if str(row.grade) in full), None)
        if given is not None and full != short:
            yield self._say("grades", grade=full[given].replace(short[given], GAP))

    def _about_grounds(self, rows: Sequence[Row]) -> Iterator[str]:
        """For what the results are a ground; with the people, where it is not the same for all."""
        found: dict[tuple[str, ...], list[str]] = {}
        for row in rows:
            grounds = tuple(named(str(one), self.words, "grounds") for one in list_of(row.answer.get("grounds")))
            found.setdefault(grounds, []).append(shown(row.person.name, self.words.language))
        for grounds, people in found.items():
            said = self._say("is_ground" if grounds else "is_no_ground", uses=", ".join(grounds))
            yield said if len(found) == 1 else f"{', '.join(people)}: {said}"

    def _say(self, code: str, **texts: str) -> str:
        return self.words.say("story", code, **{name: Said(text=text) for name, text in texts.items()})


def full_grades(policy: Policy, words: Words) -> Mapping[str, str]:
    """The grades as the act names them."""
    grades = policy.section("grades")
    return {} if grades is None else {name: named(name, words, "grade") for name, _ in grades.items()}


def short_grades(policy: Policy, words: Words) -> Mapping[str, str]:
    """The grades without the words with which all of them begin and end."""
    full = full_grades(policy, words)
    texts = [one.split() for one in full.values()]
    if len(texts) < 2:  # noqa: PLR2004 (only several can have something in common)
        return full
    start, end = _alike(texts), _alike([one[::-1] for one in texts])
    if any(len(one) <= start + end for one in texts):
        return full
    return {name: " ".join(one[start : len(one) - end]) for name, one in zip(full, texts, strict=True)}


def _alike(texts: Sequence[Sequence[str]]) -> int:
    """With how many words all of the texts begin alike."""
    return next(
        (number for number, column in enumerate(zip(*texts, strict=False)) if len(set(column)) > 1),
        min(map(len, texts)),
    )


def _table(heads: Sequence[str], rows: Sequence[tuple[str, ...]], notes: Sequence[str]) -> Table:
    """A table without the columns that say nothing: empty ones, and the method where there is but one."""
    several = len({method for _, method, *_ in rows}) > 1
    head, cells = without_empty(heads, rows if several else [(name, "", *rest) for name, _, *rest in rows])
    return Table(title="", head=head, rows=cells, notes=tuple(notes))
