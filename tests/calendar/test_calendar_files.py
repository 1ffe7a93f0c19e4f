"""Calendar files: what is refused, what the library gives, what is kept; and the country's file against both."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from policyengine.calendar import Calendar
from policyengine.loading.calendars import against_base, calendar_from_json, calendar_to_json, read_calendar
from policyengine.model.fault import Refused
from tests.calendar.files import LAW, ROOT, kazakhstan, movable, parsed, small

KZ = "policies/calendars/kz.yaml"
SHAPE = "schemas/source/calendar.yaml"
MOVED = {"2027-05-04": {"working": "2027-05-08", "source": LAW}}


def refused(tree: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as raised:
        read_calendar(tree)
    return [(fault.code, fault.at) for fault in raised.value.faults]


# --- what is read --------------------------------------------------------------------------------


def test_a_file_says_its_holidays_transfers_and_moves() -> None:
    calendar = read_calendar(small(moves=MOVED))
    assert (calendar.id, calendar.first, calendar.last) == ("small", date(2027, 1, 1), date(2027, 12, 31))
    assert {day.isoformat() for day in calendar.off if day.weekday() < 5} == {"2027-05-03", "2027-05-04"}
    assert date(2027, 5, 8) not in calendar.off
    assert calendar.estimated == frozenset()


def test_a_holiday_counts_from_its_first_year_to_its_last() -> None:
    spring = {"name": {"en": "made up"}, "days": ["05-04"], "source": LAW}
    for validity, off in (
        ({"since": 2027}, True),
        ({"since": 2028}, False),
        ({"until": 2027}, True),
        ({"until": 2026}, False),
    ):
        calendar = read_calendar(small(holidays={"spring": spring | validity}))
        assert (date(2027, 5, 4) in calendar.off) is off


def test_only_an_estimate_is_estimated() -> None:
    assert read_calendar(small(movable_days_off=movable(d2027_06_02="announced"))).estimated == frozenset()
    estimated = read_calendar(small(movable_days_off=movable(d2027_06_02="estimated"))).estimated
    assert estimated == {date(2027, 6, 1), date(2027, 6, 2), date(2027, 6, 3)}


def test_the_order_of_keys_means_nothing() -> None:
    assert read_calendar(backwards(parsed(KZ))) == kazakhstan()


def backwards(tree: dict[str, Any]) -> dict[str, Any]:
    return {key: backwards(value) if isinstance(value, dict) else value for key, value in reversed(tree.items())}


# --- what is refused -----------------------------------------------------------------------------


def test_all_days_that_do_not_exist_are_named_at_once() -> None:
    tree = small(
        last="2027-11-31",
        moves={"2027-02-29": {"working": "2027-13-01", "source": LAW}},
        days_off={"odd": {"name": {"en": "made up"}, "days": ["01-07", "02-30"], "source": LAW}},
        movable_days_off=movable(d2027_04_31="announced"),
        differs={"2027-06-31": {"base": "day_off", "about": {"en": "made up"}}},
    )
    assert refused(tree) == [
        ("C001", "/last"),
        ("C001", "/movable_days_off/kurban_ait/dates/2027-04-31"),
        ("C001", "/moves/2027-02-29"),
        ("C001", "/moves/2027-02-29/working"),
        ("C001", "/differs/2027-06-31"),
        ("C001", "/days_off/odd/days/1"),
    ]


def test_a_leap_day_may_be_a_yearly_day() -> None:
    leap = {"leap": {"name": {"en": "made up"}, "days": ["02-29"], "source": LAW}}
    assert read_calendar(small(days_off=leap)) == read_calendar(small())


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    assert refused(small(last="2026-12-31", moves=MOVED)) == [("C002", "/last")]
    assert read_calendar(small(last="2027-01-01")).off == frozenset()


def test_days_outside_the_range_are_refused() -> None:
    tree = small(
        moves={"2028-01-03": {"working": "2026-12-27", "source": LAW}},
        movable_days_off=movable(d2029_05_05="announced"),
    )
    assert refused(tree) == [
        ("C003", "/movable_days_off/kurban_ait/dates/2029-05-05"),
        ("C003", "/moves/2028-01-03"),
        ("C003", "/moves/2028-01-03/working"),
    ]


def test_an_act_that_is_not_listed_is_refused() -> None:
    tree = small(
        weekend={"days": ["sunday"], "source": {"act": "code"}},
        moves={"2027-05-04": MOVED["2027-05-04"] | {"source": {"act": "order"}}},
    )
    assert refused(tree) == [("C004", "/weekend/source/act"), ("C004", "/moves/2027-05-04/source/act")]


@pytest.mark.parametrize(
    ("off", "working", "faults"),
    [
        ("2027-05-03", "2027-05-08", [("C007", "/moves/2027-05-03")]),  # off already, by the transfer
        ("2027-05-04", "2027-05-07", [("C008", "/moves/2027-05-04/working")]),  # worked already
        ("2027-05-01", "2027-05-07", [("C007", "/moves/2027-05-01"), ("C008", "/moves/2027-05-01/working")]),
    ],
)
def test_a_move_that_moves_nothing_is_refused(off: str, working: str, faults: list[tuple[str, str]]) -> None:
    assert refused(small(moves={off: {"working": working, "source": LAW}})) == faults


def test_one_day_cannot_be_worked_in_exchange_for_two() -> None:
    assert refused(small(moves=MOVED | {"2027-05-05": MOVED["2027-05-04"]})) == [("C008", "/moves/2027-05-05/working")]


# --- the library ---------------------------------------------------------------------------------


def test_the_library_gives_an_estimate_for_a_year_without_a_stated_day() -> None:
    """The 16th of May 2027 is a Sunday, so that only Monday could become a day off."""
    calendar = read_calendar(small(movable_days_off=movable()))
    assert calendar.estimated == {date(2027, 5, 16), date(2027, 5, 17)}
    assert calendar == read_calendar(small(movable_days_off=movable(d2027_05_16="estimated")))


def test_a_stated_day_prevails_over_the_library() -> None:
    calendar = read_calendar(small(movable_days_off=movable(d2027_05_18="announced")))
    assert date(2027, 5, 18) in calendar.off
    assert calendar.estimated == frozenset()


def test_a_day_that_the_library_does_not_know_is_refused() -> None:
    days = movable()
    days["kurban_ait"]["in_base"] = "Ораза айт"
    assert refused(small(movable_days_off=days)) == [("C006", "/movable_days_off/kurban_ait/dates")]


def test_a_country_that_the_library_does_not_know_is_refused() -> None:
    base = {"library": "holidays", "country": "XX", "language": "kk"}
    assert refused(small(base=base, movable_days_off=movable())) == [("C005", "/base/country")]


def test_a_library_of_a_country_without_estimates_marks_none() -> None:
    base = {"library": "holidays", "country": "GB", "language": "en_GB"}
    days = movable()
    days["kurban_ait"]["in_base"] = "Good Friday"
    tree = small(base=base, movable_days_off=days)
    assert date(2027, 3, 26) in read_calendar(tree).off
    assert {str(fault.says["base"]) for fault in against_base(tree)} == {"day_off"}


def test_the_country_s_file_and_the_library_differ_on_no_day_that_the_file_does_not_declare() -> None:
    assert list(against_base(parsed(KZ))) == []


def test_a_difference_that_is_not_declared_is_found() -> None:
    tree = parsed(KZ)
    del tree["differs"]
    del tree["moves"]["2024-05-08"]
    found = {fault.at: (fault.code, dict(fault.says)) for fault in against_base(tree)}
    assert found == {
        "/differs/2024-05-04": ("C009", {"file": "day_off", "base": "working_day"}),
        "/differs/2024-05-08": ("C009", {"file": "working_day", "base": "day_off"}),
        "/differs/2026-05-27": ("C009", {"file": "day_off", "base": "estimated_day_off"}),
    }


def test_a_declared_difference_that_is_none_is_found() -> None:
    tree = parsed(KZ)
    tree["differs"]["2026-10-26"] = {"base": "working_day", "about": {"en": "made up"}}
    assert [fault.at for fault in against_base(tree)] == ["/differs/2026-10-26"]


def test_the_country_s_file_states_so_much_that_reading_it_needs_no_library() -> None:
    """Whatever version of the library is there, and whether or not: no deadline depends on it."""
    program = (
        "import sys; sys.modules['holidays'] = None\n"
        "from tests.calendar.files import kazakhstan\n"
        "print(len(kazakhstan().off), len(kazakhstan().estimated))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.split() == [str(len(kazakhstan().off)), "4"]


# --- the plain form ------------------------------------------------------------------------------


def test_the_plain_form_of_the_country_s_calendar_is_json_and_comes_back() -> None:
    form = json.loads(json.dumps(calendar_to_json(kazakhstan())))
    assert calendar_from_json(form) == kazakhstan()
    assert form["estimated"] == ["2027-05-16", "2027-05-17", "2028-05-04", "2028-05-05"]


days = st.integers(0, 500).map(lambda passed: date(2027, 1, 1) + timedelta(days=passed))


@given(st.text(), days, days, st.frozensets(days), st.frozensets(days))
def test_every_calendar_comes_back_from_its_plain_form(
    name: str, first: date, last: date, off: frozenset[date], estimated: frozenset[date]
) -> None:
    calendar = Calendar(id=name, first=first, last=last, off=off, estimated=estimated)
    assert calendar_from_json(json.loads(json.dumps(calendar_to_json(calendar)))) == calendar


@pytest.mark.parametrize(
    "change",
    [{"id": 1}, {"off": "2027-01-01"}, {"estimated": None}, {"first": "soon"}, {"last": None}, {"off": [20270101.5]}],
)
def test_anything_else_is_no_plain_form(change: dict[str, object]) -> None:
    form = calendar_to_json(read_calendar(small()))
    with pytest.raises(ValueError):  # noqa: PT011 (its words are those of several authors)
        calendar_from_json(form | change)
    with pytest.raises(ValueError, match="no calendar"):
        calendar_from_json({})


# --- the shape -----------------------------------------------------------------------------------


def in_english(node: object) -> object:
    """The schema with its English titles and descriptions, as programs use it."""
    match node:
        case {"kk": str(), "ru": str(), "en": str(words), **others} if not others:
            return words
        case dict():
            return {key: in_english(value) for key, value in node.items()}
        case list():
            return [in_english(each) for each in node]
        case _:
            return node


@pytest.fixture(scope="module")
def shape() -> Draft202012Validator:
    schema = in_english(parsed(SHAPE))
    assert isinstance(schema, dict)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_country_s_file_and_the_small_one_have_the_shape(shape: Draft202012Validator) -> None:
    tree = small(moves=MOVED, movable_days_off=movable(d2027_06_02="estimated"))
    assert [error.message for error in shape.iter_errors(parsed(KZ))] == []
    assert [error.message for error in shape.iter_errors(tree)] == []


@pytest.mark.parametrize(
    "change",
    [
        {"language": 2},
        {"first": "2027-02-30"},
        {"last": "31.12.2027"},
        {"calendar": "Қазақстан"},
        {"base": {"library": "workalendar", "country": "KZ", "language": "kk"}},
        {"weekend": {"days": ["friday", "friday"], "source": LAW}},
        {"transfer": {"of": "days_off", "to": "next_working_day", "source": LAW}},
        {"holidays": {"spring": {"name": {"en": "x"}, "days": ["5-1"], "source": LAW}}},
        {"holidays": {"spring": {"name": {}, "days": ["05-01"], "source": LAW}}},
        {"holidays": {"spring": {"name": {"en": "x"}, "days": ["05-01"]}}},
        {"moves": {"2027-05-04": {"source": LAW}}},
        {"moves": {"2027-05-04": {"working": "2027-05-08"}}},
        {"moves": {"2027-05-04": {"working": "2027-05-08", "source": {}}}},
        {"moves": {"2027-05-04": {"working": "2027-05-08", "source": LAW | {"about": {"en": "x"}}}}},
        {"movable_days_off": movable(d2027_06_02="guessed")},
        {"differs": {"2027-05-04": {"base": "unknown", "about": {"en": "x"}}}},
        {"holiday": {}},
    ],
)
def test_what_has_another_shape_is_refused_by_the_schema(shape: Draft202012Validator, change: dict[str, Any]) -> None:
    assert list(shape.iter_errors(small() | change))


def test_every_title_and_description_stands_in_three_languages() -> None:
    told = list(titles(parsed(SHAPE), ""))
    assert told
    assert [at for at, words in told if set(words) != {"kk", "ru", "en"} or not all(words.values())] == []


def titles(node: object, at: str) -> Iterator[tuple[str, dict[str, str]]]:
    for key, value in node.items() if isinstance(node, dict) else ():
        if key in ("title", "description") and isinstance(value, dict):
            yield f"{at}/{key}", value
        yield from titles(value, f"{at}/{key}")


def test_every_key_that_may_be_written_is_explained() -> None:
    schema = parsed(SHAPE)
    bare = [
        f"{at}/{name}"
        for at, part in parts(schema, "")
        for name, key in part.get("properties", {}).items()
        if not {"title", "description"} <= key.keys() | schema["$defs"].get(key.get("$ref", "")[8:], {}).keys()
    ]
    assert bare == []


def parts(node: object, at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        yield at, node
        for key, value in node.items():
            yield from parts(value, f"{at}/{key}")
