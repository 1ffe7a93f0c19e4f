"""Calendar files: read, held against the library that they stand over, and kept in a plain form.

A file prevails over the library: only where it states no day of a movable day off does the library give one. The shape
of a file is the business of its schema (schemas/source/calendar.yaml); what a schema cannot see is refused here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from policyengine.calendar import Calendar, MovableDay, Move, Statute, YearlyDay, days_off, is_working, reckon
from policyengine.model.fault import Fault, Refused
from policyengine.model.pointer import join

if TYPE_CHECKING:
    from holidays import HolidayBase

Tree = Mapping[str, Any]

WEEK: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ANY_YEAR: Final = (date.min.year, date.max.year)
LEAP_YEAR: Final = 2000  # a year in which every month and day that exists at all exists


def read_calendar(tree: Mapping[str, object]) -> Calendar:
    """The calendar that a parsed file says: keys and dates are strings, years and distances whole numbers.

    Raises Refused: days that do not exist (C001), a range that ends before it begins (C002), days outside it (C003),
    unknown acts (C004), a country (C005) or a movable day (C006) that the library does not know, moves of a day that is
    off already (C007) or in exchange for one that is worked already (C008).
    """
    _refuse(_wrong(tree))
    statute = _statute(tree)
    _refuse(_wrong_moves(statute))
    return reckon(statute)


def against_base(tree: Mapping[str, object]) -> Iterator[Fault]:
    """Yield C009 for each day of which the library says something else than the file and its `differs` say."""
    calendar, library, declared = read_calendar(tree), _library(tree), _section(tree, "differs")
    for passed in range((calendar.last - calendar.first).days + 1):
        each = calendar.first + timedelta(passed)
        file, base = _as_filed(calendar, each), _as_in(library, each)
        if base != _section(declared, each.isoformat()).get("base", file):
            yield Fault(code="C009", at=join("/differs", each.isoformat()), says={"file": file, "base": base})


def calendar_to_json(calendar: Calendar) -> dict[str, object]:
    """The calendar in types that JSON has; the same calendar always gives the same."""
    return {
        "id": calendar.id,
        "first": calendar.first.isoformat(),
        "last": calendar.last.isoformat(),
        "off": [each.isoformat() for each in sorted(calendar.off)],
        "estimated": [each.isoformat() for each in sorted(calendar.estimated)],
    }


def calendar_from_json(form: Mapping[str, object]) -> Calendar:
    """The calendar of which `calendar_to_json` made this; ValueError for anything else."""
    match form:
        case {"id": str(name), "first": first, "last": last, "off": [*off], "estimated": [*estimated]}:
            return Calendar(
                id=name,
                first=_date(first),
                last=_date(last),
                off=frozenset(map(_date, off)),
                estimated=frozenset(map(_date, estimated)),
            )
        case _:
            raise ValueError("this is no calendar in its plain form")


# --- what only the values can tell ---------------------------------------------------------------


def _refuse(faults: Iterable[Fault]) -> None:
    if found := tuple(faults):
        raise Refused(found)


def _wrong(tree: Tree) -> Iterator[Fault]:
    first, last = _day(tree["first"]) or date.min, _day(tree["last"]) or date.max
    if last < first:
        yield Fault(code="C002", at="/last", says={"first": first, "last": last})
        first, last = date.min, date.max
    yield from _wrong_days(tree, first, last)
    for at, act in _cited_acts(tree, ""):
        if act not in _section(tree, "acts"):
            yield Fault(code="C004", at=at, says={"act": act})


def _wrong_days(tree: Tree, first: date, last: date) -> Iterator[Fault]:
    for at, text in _stated_days(tree):
        stated = _day(text)
        if stated is None:
            yield Fault(code="C001", at=at, says={"day": text})
        elif not first <= stated <= last:
            yield Fault(code="C003", at=at, says={"day": stated, "first": first, "last": last})
    for at, text in _stated_yearly_days(tree):
        if _day(f"{LEAP_YEAR}-{text}") is None:
            yield Fault(code="C001", at=at, says={"day": text})


def _stated_days(tree: Tree) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of every single day of a file."""
    yield from ((f"/{end}", tree[end]) for end in ("first", "last"))
    for name, movable in _section(tree, "movable_days_off").items():
        yield from ((join("/movable_days_off", name, "dates", text), text) for text in movable["dates"])
    for off, move in _section(tree, "moves").items():
        yield join("/moves", off), off
        yield join("/moves", off, "working"), move["working"]
    yield from ((join("/differs", text), text) for text in _section(tree, "differs"))


def _stated_yearly_days(tree: Tree) -> Iterator[tuple[str, str]]:
    for section in ("holidays", "days_off"):
        for name, each in _section(tree, section).items():
            yield from ((join("", section, name, "days", place), text) for place, text in enumerate(each["days"]))


def _cited_acts(tree: Tree, at: str) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if key == "source" and "act" in value:
            yield join(at, key, "act"), value["act"]
        elif isinstance(value, Mapping):
            yield from _cited_acts(value, join(at, key))


def _wrong_moves(statute: Statute) -> Iterator[Fault]:
    """Yield the moves that move nothing, each seen after those before it."""
    for place, move in enumerate(statute.moves):
        off = days_off(replace(statute, moves=statute.moves[:place]), statute.printed)
        if move.off in off:
            yield Fault(code="C007", at=join("/moves", move.off.isoformat()), says={"day": move.off})
        if move.working not in off:
            yield Fault(code="C008", at=join("/moves", move.off.isoformat(), "working"), says={"day": move.working})


# --- from the tree to what the law says ----------------------------------------------------------


def _statute(tree: Tree) -> Statute:
    moves = ((off, move["working"]) for off, move in _section(tree, "moves").items())
    return Statute(
        id=tree["calendar"],
        first=_date(tree["first"]),
        last=_date(tree["last"]),
        weekend=frozenset(WEEK.index(name) for name in tree["weekend"]["days"]),
        holidays=tuple(_yearly(tree, "holidays")),
        free=tuple(_yearly(tree, "days_off")),
        movable=tuple(_movable(tree)),
        moves=tuple(sorted(Move(off=_date(off), working=_date(working)) for off, working in moves)),
    )


def _yearly(tree: Tree, section: str) -> Iterator[YearlyDay]:
    earliest, latest = ANY_YEAR
    for each in _section(tree, section).values():
        for text in each["days"]:
            found = _date(f"{LEAP_YEAR}-{text}")
            yield YearlyDay(found.month, found.day, each.get("since", earliest), each.get("until", latest))


def _movable(tree: Tree) -> Iterator[MovableDay]:
    years = range(_date(tree["first"]).year, _date(tree["last"]).year + 1)
    for name, each in _section(tree, "movable_days_off").items():
        dates = {_date(text): stated["known"] for text, stated in each["dates"].items()}
        for found, known in dates.items():
            yield MovableDay(found, each["within"] if known == "estimated" else 0)
        unstated = sorted(set(years) - {found.year for found in dates})
        for found in _from_library(tree, name, unstated) if unstated else ():
            yield MovableDay(found, each["within"])


def _section(tree: Tree, name: str) -> Tree:
    section: Tree = tree.get(name, {})
    return section


def _date(text: object) -> date:
    found = date.fromisoformat(str(text))
    if found.isoformat() != text:  # Python also reads weeks and other forms of ISO 8601
        raise ValueError(f"`{text}` is not written as a date")
    return found


def _day(text: str) -> date | None:
    try:
        return _date(text)
    except ValueError:
        return None


# --- the library ---------------------------------------------------------------------------------


def _from_library(tree: Tree, name: str, years: list[int]) -> Iterator[date]:
    """Yield the day of each year on which the library has a movable day off."""
    library, wanted = _library(tree), tree["movable_days_off"][name]["in_base"]
    suffix = _mark_of_estimates(library)
    by_year = {
        each.year: each
        for each in sorted(library)
        if wanted in (text.removesuffix(suffix) for text in library.get_list(each))
    }
    at = join("/movable_days_off", name, "dates")
    _refuse(Fault(code="C006", at=at, says={"year": year, "day": wanted}) for year in years if year not in by_year)
    yield from (by_year[year] for year in years)


def _library(tree: Tree) -> "HolidayBase":
    import holidays  # noqa: PLC0415 (slow to import, and a file that states all its days needs none of it)

    base, first, last = tree["base"], _date(tree["first"]), _date(tree["last"])
    if base["country"] not in holidays.list_supported_countries():
        _refuse([Fault(code="C005", at="/base/country", says={"country": base["country"]})])
    return holidays.country_holidays(
        base["country"], years=range(first.year, last.year + 1), language=base["language"], expand=False
    )


def _mark_of_estimates(library: "HolidayBase") -> str:
    return library.tr(getattr(library, "estimated_label", "%s")).removeprefix("%s")


def _as_in(library: "HolidayBase", each: date) -> str:
    if library.is_working_day(each):
        return "working_day"
    mark = _mark_of_estimates(library)
    estimated = bool(mark) and any(text.endswith(mark) for text in library.get_list(each))
    return "estimated_day_off" if estimated else "day_off"


def _as_filed(calendar: Calendar, each: date) -> str:
    if is_working(calendar, each):
        return "working_day"
    return "estimated_day_off" if each in calendar.estimated else "day_off"
