"""One person in one period: tenure, worked days, absences and returns, secondment; the facts that rules turn on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from policyengine.blocks.case import Case, Day
from policyengine.blocks.counting import Clock
from policyengine.blocks.spans import ONE_DAY, Span, longest
from policyengine.calendar import is_working, next_working_day
from policyengine.model.finding import Missing, unknown
from policyengine.model.period import Period
from policyengine.model.policy import Node

Stretch = tuple[date, date]
FAR = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is given of one person, under `person.` in the facts, seen in one period."""

    case: Case
    period: Period
    clock: Clock

    def appointed(self) -> date | Missing:
        """The day of appointment; it must be given."""
        return self.case.day("person.appointed") or unknown("person.appointed")

    def dismissed(self) -> Day:
        """The day of dismissal; None for a person in office."""
        return self.case.day("person.dismissed")

    def tenure(self, rule: str = "inside_period", *, seconded: bool = True) -> Span | Missing:
        """The time in post: inside the period, or since the appointment; seconded days are taken out, if wanted."""
        post = self._in_post(rule)
        if isinstance(post, Missing) or not seconded:
            return post
        gaps = self._stretches("person.seconded", None)
        return gaps if isinstance(gaps, Missing) else longest(post, gaps)

    def worked(self, all_but: tuple[str, ...], *, seconded: bool = True) -> int | Missing:
        """The days that count as worked: the given figure, else those of the calendar less leave and secondment."""
        given = self.case.count("person.worked_days")
        if given is not None:
            return given
        post = self._in_post("inside_period")
        leave = self._stretches("person.absences", all_but)
        away = self._stretches("person.seconded", None) if seconded else []
        missing = [one.facts for one in (post, leave, away) if isinstance(one, Missing)]
        if missing or isinstance(post, Missing) or isinstance(leave, Missing) or isinstance(away, Missing):
            return Missing(facts=frozenset().union(*missing))
        return sum(
            is_working(self.case.calendar, day)
            for day in _days(post.start, post.end)
            if not _inside(day, [*leave, *away])
        )

    def until(self, end: date) -> Span | Missing:
        """The time from the appointment, or from the start of the period, the later, to a day."""
        appointed = self.appointed()
        if isinstance(appointed, Missing):
            return appointed
        return Span(start=max(appointed, self.period.start), end=end, clock=self.clock)

    def absent_on(self, day: Day) -> tuple[str, ...] | Missing:
        """The kinds of absence that cover a day."""
        if not isinstance(day, date):
            return day or ()
        absences = self._absences()
        if isinstance(absences, Missing):
            return absences
        return tuple(kind for kind, first, last, _ in absences if first <= day <= (last or date.max))

    def returns(self, day: date | None, kinds: tuple[str, ...]) -> Day:
        """The first working day after the unbroken chain of absences of these kinds that covers a day."""
        absences = self._absences()
        if day is None or isinstance(absences, Missing):
            return absences if isinstance(absences, Missing) else None
        day_back, own = day, [one for one in absences if one[0] in kinds]
        while covering := [one for one in own if one[1] <= day_back <= (one[2] or date.max)]:
            endless = [path for _, _, last, path in covering if last is None]
            if endless:
                return unknown(*(f"{path}.to" for path in endless))
            day_back = next_working_day(self.case.calendar, max(last for _, _, last, _ in covering if last) + ONE_DAY)
        return day_back

    def returned_from(self, day: Day) -> tuple[str, ...] | Missing:
        """The kinds of the last absence from which the person was back by a day."""
        back = self._back_by(day)
        return back if isinstance(back, Missing) else back[0]

    def time_since_return(self, day: Day) -> Span | Missing | None:
        """The time from the return out of the last absence to a day; None where there was none."""
        back = self._back_by(day)
        if isinstance(back, Missing):
            return back
        return None if back[1] is None or not isinstance(day, date) else Span(start=back[1], end=day, clock=self.clock)

    def _back_by(self, day: Day) -> tuple[tuple[str, ...], date | None] | Missing:
        absences = self._absences()
        if isinstance(absences, Missing) or not isinstance(day, date):
            return absences if isinstance(absences, Missing) else day if isinstance(day, Missing) else ((), None)
        ended = [(last, kind) for kind, _, last, _ in absences if last is not None and last < day]
        if not ended:
            return (), None
        latest = max(last for last, _ in ended)
        back = next_working_day(self.case.calendar, latest + ONE_DAY)
        return tuple(kind for last, kind in ended if last == latest), back

    def days_of_period(self) -> int:
        """The working days of the whole period."""
        return Span(start=self.period.start, end=self.period.end, clock=self.clock).worked()

    def _in_post(self, rule: str) -> Span | Missing:
        appointed, dismissed = self.appointed(), self.dismissed()
        missing = [one.facts for one in (appointed, dismissed) if isinstance(one, Missing)]
        if missing or isinstance(appointed, Missing) or isinstance(dismissed, Missing):
            return Missing(facts=frozenset().union(*missing))
        start = appointed if rule == "since_appointment" else max(appointed, self.period.start)
        return Span(start=start, end=min(dismissed or self.period.end, self.period.end), clock=self.clock)

    def _absences(self) -> list[tuple[str, date, date | None, str]] | Missing:
        value = self.case.given("person.absences")
        if isinstance(value, Missing):
            return value
        found, missing = [], set()
        for number, entry in enumerate(self.case.entries("person.absences")):
            path = f"person.absences[{number}]"
            kind, first, last = (_part(entry, name, path) for name in ("kind", "from", "to"))
            last = None if isinstance(last, Missing) and "to" not in entry else last
            missing |= {fact for one in (kind, first, last) if isinstance(one, Missing) for fact in one.facts}
            if isinstance(kind, str) and isinstance(first, date) and isinstance(last, date | None):
                found.append((kind, first, last, path))
        return Missing(facts=frozenset(missing)) if missing else found

    def _stretches(self, path: str, kinds: tuple[str, ...] | None) -> list[Stretch] | Missing:
        value = self.case.given(path)
        if isinstance(value, Missing):
            return value
        found, missing = [], set()
        for number, entry in enumerate(self.case.entries(path)):
            first, last = (_part(entry, name, f"{path}[{number}]") for name in ("from", "to"))
            last = date.max - FAR if "to" not in entry else last
            kind = None if kinds is None else _part(entry, "kind", f"{path}[{number}]")
            missing |= {fact for one in (first, last, kind) if isinstance(one, Missing) for fact in one.facts}
            if isinstance(first, date) and isinstance(last, date) and (kinds is None or kind in kinds):
                found.append((first, last))
        return Missing(facts=frozenset(missing)) if missing else found


def kinds_of(predicate: Node) -> tuple[str, ...]:
    """The kinds of absence that a predicate names."""
    return predicate.names("absent_on_due") + predicate.names("returned_from")


def _part(entry: Mapping[str, object], name: str, path: str) -> object:
    return entry[name] if name in entry else unknown(f"{path}.{name}")


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _inside(day: date, stretches: list[Stretch]) -> bool:
    return any(first <= day <= last for first, last in stretches)
