"""The year's obligations of a methodology: what is due when, by whom, on which paragraph; as values, table and JSON."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from policyengine.calendar import Calendar, estimated_between
from policyengine.engine import ask
from policyengine.handbook.citations import cited
from policyengine.handbook.facts import fact_in_words
from policyengine.handbook.table import Line, Table, lines_of, one_piece, prose, without_empty
from policyengine.handbook.values import Said, named
from policyengine.model.finding import Finding
from policyengine.model.period import day, period
from policyengine.model.policy import Policy
from policyengine.words import Words

OpenCalendar = Callable[[], Calendar]

COLUMNS: Final = ("day", "act_by_column", "event", "period", "by", "paragraph")

# Signs beside a day: it is estimated, a reading warns of it, or no calendar says whether it is worked.
ESTIMATED: Final = "≈"
WARNED: Final = "!"
UNREACHED: Final = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One event of the timetable in one period.

    `due` is None where the act states no day, or leaves it to a schedule (`set_by`); `act_by` is the last working day
    on or before it, None also where the calendar does not reach. `warnings` are readings that warn of the day;
    `estimated` says that the day hangs on a day off which is only estimated.
    """

    event: str
    period: str
    due: date | None
    act_by: date | None
    by: tuple[str, ...]
    paragraph: tuple[str, ...]
    warnings: tuple[str, ...]
    estimated: bool
    set_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The obligations of a year's periods, earliest first, those without a day last; or what is missing for them."""

    policy: str
    year: int
    obligations: tuple[Obligation, ...]
    missing: tuple[str, ...] = ()


def agenda(policy: Policy, year: int, open_calendar: OpenCalendar) -> Agenda:
    """The agenda of a year; a methodology without a timetable has no obligations; raises Refused."""
    decision = ask(policy, "timetable", {"year": year}, open_calendar)
    events = {} if decision.answer is None else decision.answer.get("events")
    steps = {
        f"{step.about.values['event']}@{step.about.values['period']}": step
        for why in decision.why
        for step in why.because
    }
    found = [_obligation(name, value, steps[name], open_calendar) for name, value in _mapping(events).items()]
    found.sort(key=lambda one: (one.due or date.max, one.event, one.period))
    return Agenda(policy=policy.id, year=year, obligations=tuple(found), missing=decision.missing)


def _obligation(name: str, value: object, step: Finding, open_calendar: OpenCalendar) -> Obligation:
    event, _, held = name.partition("@")
    answer = _mapping(value)
    due, act_by = day(answer["due"]), day(answer["act_by"])
    return Obligation(
        event=event,
        period=held,
        due=due,
        act_by=act_by,
        by=_listed(answer["by"]),
        paragraph=_listed(answer["paragraph"]),
        warnings=_listed(answer["warnings"]),
        estimated=_hangs_on_estimates(step, due, act_by, open_calendar),
        set_by=str(answer.get("set_by") or ""),
    )


def _hangs_on_estimates(step: Finding, due: date | None, act_by: date | None, open_calendar: OpenCalendar) -> bool:
    """Whether an estimated day off was counted on the way to the day, or lies between it and the day to act."""
    if any(one.about.code == "estimated_day" for one in step):
        return True
    return due is not None and act_by is not None and bool(estimated_between(open_calendar(), act_by, due))


# --- in words ---


def agenda_lines(made: Agenda, words: Words, policy: Policy, width: int) -> Iterator[Line]:
    """The agenda as text: the methodology, the table, or what is missing for it."""
    yield from prose("title", words.show(policy.tree.get("name")), width)
    if made.missing:
        facts = "; ".join(fact_in_words(one, words, "timetable") for one in made.missing)
        yield from prose("note", said(words, "missing", facts=facts), width)
    elif not made.obligations:
        yield from prose("note", words.say("agenda", "nothing"), width)
    else:
        yield from lines_of(agenda_table(made, words, policy), width)


def agenda_table(made: Agenda, words: Words, policy: Policy) -> Table:
    """The obligations as a table: day, what, of which period, by whom, paragraph; those without a day at the foot."""
    rows = [_row(one, words, policy) for one in made.obligations if one.due is not None]
    heads, cells = without_empty([words.say("agenda", column) for column in COLUMNS], rows)
    notes = (*undated(made.obligations, words, policy), *footnotes(made.obligations, words))
    return Table(title=title_of(made, words), head=heads, rows=cells, notes=notes)


def title_of(made: Agenda, words: Words) -> str:
    """What the agenda of a year is called."""
    return words.say("agenda", "title", year=made.year)


def agenda_as_json(made: Agenda, words: Words) -> list[dict[str, object]]:
    """The obligations as JSON values, with the names in the language of the words."""
    return [
        {
            "event": one.event,
            "name": named(one.event, words, "event"),
            "period": one.period,
            "due": None if one.due is None else one.due.isoformat(),
            "act_by": None if one.act_by is None else one.act_by.isoformat(),
            "by": list(one.by),
            "paragraph": list(one.paragraph),
            "warnings": list(one.warnings),
            "estimated": one.estimated,
            "set_by": one.set_by or None,
        }
        for one in made.obligations
    ]


def day_with_weekday(one: date, words: Words) -> str:
    """A day in figures with its day of the week: 10.10.2026, Sat."""
    weekday = words.say("agenda", f"weekday.{one.weekday()}")
    return said(words, "with_weekday", day=short_day(one, words), weekday=weekday)


def short_day(one: date, words: Words) -> str:
    """A day in figures, as the officials of the language write it."""
    return said(words, "short_day", day=f"{one.day:02}", month=f"{one.month:02}", year=f"{one.year}")


def short_period(text: str, words: Words) -> str:
    """A period without its year: Q1; a single stretch in full."""
    found = period(text)
    if found is None:
        return text
    if found.kind == "stretch":
        return said(words, "short.stretch", start=short_day(found.start, words), end=short_day(found.end, words))
    return said(words, f"short.{found.kind}", number=str(found.number))


def who_acts(one: Obligation, words: Words) -> str:
    """Who has to act."""
    return ", ".join(named(role, words, "by") for role in one.by)


def remarks_on(one: Obligation, words: Words) -> Iterator[str]:
    """What is to be known of a day besides: to act before it, that it is estimated, that a reading warns of it."""
    if one.act_by is not None and one.act_by != one.due:
        yield said(words, "act_by", day=day_with_weekday(one.act_by, words))
    if one.estimated:
        yield words.say("agenda", "estimated")
    if one.act_by is None:
        yield words.say("agenda", "unreached")
    yield from (words.name(f"readings.{name}") for name in one.warnings)


def undated(obligations: Sequence[Obligation], words: Words, policy: Policy) -> Iterator[str]:
    """What has to be done on no stated day: one note for each event, with all its periods."""
    without = [one for one in obligations if one.due is None]
    for event in dict.fromkeys(one.event for one in without):
        of_event = [one for one in without if one.event == event]
        first = of_event[0]
        yield said(
            words,
            "set_by_schedule" if first.set_by else "no_day",
            event=named(event, words, "event"),
            periods=", ".join(short_period(one.period, words) for one in of_event),
            by=who_acts(first, words),
            paragraph=cited(first.paragraph, words, policy),
        )


def footnotes(obligations: Sequence[Obligation], words: Words) -> Iterator[str]:
    """What the signs beside the days mean."""
    if any(one.estimated for one in obligations):
        yield f"{ESTIMATED} {words.say('agenda', 'estimated')}"
    if any(_is_unreached(one) for one in obligations):
        yield f"{UNREACHED} {words.say('agenda', 'unreached')}"
    for name in dict.fromkeys(name for one in obligations for name in one.warnings):
        yield f"{WARNED} {words.name(f'readings.{name}')}"


def signs_of(one: Obligation) -> str:
    """The signs that stand beside a day."""
    signs = ((ESTIMATED, one.estimated), (WARNED, bool(one.warnings)), (UNREACHED, _is_unreached(one)))
    return "".join(f" {sign}" for sign, holds in signs if holds)


def said(words: Words, code: str, **texts: str) -> str:
    """A sentence about an agenda with texts that are in words already."""
    return words.say("agenda", code, **{name: Said(text=text) for name, text in texts.items()})


def _is_unreached(one: Obligation) -> bool:
    return one.due is not None and one.act_by is None


def _row(one: Obligation, words: Words, policy: Policy) -> tuple[str, ...]:
    due, act_by = (day_with_weekday(day, words) if day else "" for day in (one.due, one.act_by))
    return (
        one_piece(f"{due}{signs_of(one)}"),
        one_piece(act_by) if one.act_by != one.due else "",
        named(one.event, words, "event"),
        short_period(one.period, words),
        who_acts(one, words),
        cited(one.paragraph, words, policy),
    )


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _listed(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)
