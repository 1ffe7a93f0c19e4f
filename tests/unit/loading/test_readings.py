"""Readings: holes are filled by chosen options, and every option that could be chosen is held against the rest."""

import pytest

from policyengine.loading.resolving import policy_of
from policyengine.model.fault import Refused
from tests.unit.made import answer, found, loaded, made


def reading(name: str, more: str = "", **options: str) -> str:
    listed = ", ".join(f"{option}: {{sets: {{{sets}}}}}" for option, sets in options.items())
    return f"readings: {{{name}: {{about: {{en: a}}, chosen: {next(iter(options))}, {more} options: {{{listed}}}}}}}"


HOLE = "methods: {sheet: {rounding: {reading: digits}}}"
ROUNDING = "/methods/sheet/rounding"
SETS = f"/readings/digits/options/{{}}/sets/{ROUNDING.replace('/', '~1')}"
DIGITS = reading("digits", two=f"{ROUNDING}: half up to 2", exact=f"{ROUNDING}: exact")
THIRDS = "{method: sheet, marks: {a: {work: 4}, b: {work: 4}, c: {work: 5}}}"


def test_the_chosen_option_fills_the_hole_and_another_one_if_it_is_wanted() -> None:
    assert answer(made(HOLE, DIGITS), "mark", THIRDS)["mark"] == "4.33"
    assert answer(made(HOLE, DIGITS, digits="exact"), "mark", THIRDS)["mark"] == "13/3"


def test_what_fills_a_hole_changes_the_digest_and_how_the_file_is_written_does_not() -> None:
    two, exact = made(HOLE, DIGITS), made(HOLE, DIGITS, digits="exact")
    assert two.digest != exact.digest
    assert two.digest == made(DIGITS, HOLE).digest
    assert made("scales: {marks: {to: 5}}").digest == made("scales: {marks: {to: 5.0}}").digest == made().digest
    assert made("scales: {marks: {step: 0.01}}").digest == made().digest


@pytest.mark.parametrize(
    ("wanted", "at"), [({"digit": "exact"}, "--reading digit"), ({"digits": "exakt"}, "--reading digits")]
)
def test_a_wish_that_nobody_declared_is_refused(wanted: dict[str, str], at: str) -> None:
    raw = loaded(HOLE, DIGITS).raw
    assert raw is not None
    with pytest.raises(Refused) as refused:
        policy_of(raw, wanted)
    assert [(fault.code, fault.at) for fault in refused.value.faults] == [("unknown_id", at)]
    assert refused.value.faults[0].like in {"digits", "exact"}


def test_options_that_are_sound_one_by_one_and_not_together_are_refused_when_both_are_wanted() -> None:
    below, fits = "/bands/grades/rows/poor/below", "/bands/grades/where_two_fit"
    fragments = (
        "bands: {grades: {rows: {poor: {below: {reading: limit}}}, where_two_fit: {reading: both}}}",
        reading("limit", three=f"{below}: 3", four=f"{below}: 4"),
        reading("both", better=f"{fits}: better", unsaid=f"{fits}: none"),
    )
    raw = loaded(*fragments).raw
    assert found(*fragments) == []
    assert raw is not None
    with pytest.raises(Refused) as refused:
        policy_of(raw, {"limit": "four", "both": "unsaid"})
    assert [(fault.code, fault.at) for fault in refused.value.faults] == [("P050", "/bands/grades/rows/good")]


@pytest.mark.parametrize(
    ("fragments", "faults"),
    [
        ((HOLE,), [("P021", f"{ROUNDING}/reading")]),
        ((HOLE, reading("digits", two="")), [("P031", "/readings/digits/options/two")]),
        ((reading("digits", two=f"{ROUNDING}: exact"),), [("P032", SETS.format("two"))]),
        ((HOLE, DIGITS, "readings: {digits: {chosen: three}}"), [("P033", "/readings/digits/chosen")]),
        (
            (HOLE, reading("digits", "only_with: {digits: four},", two=f"{ROUNDING}: exact")),
            [("P033", "/readings/digits/only_with/digits")],
        ),
        ((HOLE, reading("digits", two=f"{ROUNDING}: half up")), [("P012", SETS.format("two"))]),
        ((HOLE, reading("digits", two=f"{ROUNDING}: none")), [("P002", SETS.format("two"))]),
        (
            (HOLE, reading("digits", two=f"{ROUNDING}: {{reading: digits}}")),
            [("P031", ROUNDING)],
        ),  # it fills itself with itself
        (("methods: {sheet: {bands: {reading: digits}}}", reading("digits", two="/methods/sheet/bands: none")), []),
        (
            (HOLE, DIGITS, "readings: {digits: {options: {two: {sets: {/nowhere: {reading: nobody}}}}}}"),
            [
                ("P030", "/readings/digits/options/two/sets/~1nowhere"),
                ("P032", "/readings/digits/options/two/sets/~1nowhere"),
            ],
        ),
        (
            (HOLE, DIGITS, "readings: {digits: {options: {two: {sets: {'': none}}}}}"),
            [("P032", "/readings/digits/options/two/sets/")],
        ),
        (
            (HOLE, DIGITS, "readings: {digits: {options: {two: {sets: {/nowhere/at/all: 1}}}}}"),
            [("P032", "/readings/digits/options/two/sets/~1nowhere~1at~1all")],
        ),
    ],
)
def test_options_fill_every_hole_of_their_reading_and_nothing_else(
    fragments: tuple[str, ...], faults: list[tuple[str, str]]
) -> None:
    assert found(*fragments) == faults


def test_a_hole_in_a_block_that_an_option_sets_is_filled_by_its_own_reading() -> None:
    kept = "/retention: {for: {reading: years}, at: [hr], paragraph: '8'}"
    fragments = (
        "retention: {reading: kept}",
        reading("kept", three=kept, not_at_all="/retention: none"),
        reading(
            "years",
            "only_with: {kept: three},",
            three="/retention/for: 3 years after evaluation_completed",
            five="/retention/for: 5 years after evaluation_completed",
        ),
    )
    given = "{completed: 2026-01-31}"
    assert answer(made(*fragments), "retention", given) == {"keep_until": "2029-01-31"}
    assert answer(made(*fragments, years="five"), "retention", given) == {"keep_until": "2031-01-31"}
    assert answer(made(*fragments, kept="not_at_all"), "retention", given) == {"applies": False}


def test_an_option_is_tried_together_with_those_that_its_reading_goes_with() -> None:
    kept = "/retention: {for: {reading: years}, at: [hr], paragraph: '8'}"
    fragments = (
        "retention: {reading: kept}",
        "bands: {grades: {rows: {good: {from: {reading: limit}}}}}",
        reading("kept", three=kept, not_at_all="/retention: none"),
        reading("years", "only_with: {kept: three},", three="/retention/for: 3 years after evaluation_completed"),
        reading(
            "limit",
            "only_with: {kept: three, years: three},",
            three="/bands/grades/rows/good/from: 3",
            six="/bands/grades/rows/good/from: 6",
        ),
    )
    listed = "{readings: {" + ", ".join(one.removeprefix("readings: {")[:-1] for one in fragments[2:]) + "}}"
    assert found(*fragments[:2], listed)[0] == (
        "P052",
        "/readings/limit/options/six/sets/~1bands~1grades~1rows~1good~1from",
    )


def test_a_hole_inside_a_list_is_filled_by_the_option_that_is_tried() -> None:
    at, member = "/groups/heads/who/any/1/category", "{name: {en: h}, who: {category: A}, paragraph: '2'}"
    who = "{name: {en: heads}, who: {any: [{category: B}, {category: {reading: third}}]}, paragraph: '2'}"
    rest = "{name: {en: rest}, who: rest, paragraph: '2'}"
    groups = f"groups: {{heads: {who}, leaders: {member}, staff: {rest}}}"
    third = reading("third", c=f"{at}: C", a=f"{at}: A")
    assert found(groups, third) == [("P060", "/readings/third/options/a")]


def test_a_reading_may_have_the_name_of_the_key_of_a_hole() -> None:
    named = "{about: {en: a}, because: {en: a}, chosen: x, options: {x: {}}}"
    with_it = reading("digits", "only_with: {reading: x},", two=f"{ROUNDING}: half up to 2")
    both = with_it.replace("readings: {", f"readings: {{reading: {named}, ")
    assert found(HOLE, both, "methods: {sheet: {rests_on: [reading]}}") == []


@pytest.mark.parametrize(
    ("sets", "fault"),
    [
        ("day 32 of the month after", ("P012", "P012")),
        ("event nothing", ("P021", "P021")),
        ("day 31 of the month after", ("P076", "P076")),
        ("5 working days after evaluation", ("P066", "P066")),
    ],
)
def test_an_option_is_held_against_everything_chosen_or_not(sets: str, fault: tuple[str, str]) -> None:
    due = "/timetable/evaluation/due"
    place = f"/readings/r/options/other/sets/{due.replace('/', '~1')}"
    hole = "timetable: {evaluation: {due: {reading: r}}}"
    unchosen = reading("r", first=f"{due}: day 20 of the month after", other=f"{due}: {sets}")
    chosen = reading("r", other=f"{due}: {sets}", first=f"{due}: day 20 of the month after")
    assert found(hole, unchosen) == [(fault[0], place)]
    assert found(hole, chosen) == [(fault[1], place)]


def test_a_fault_above_what_an_option_sets_is_found_at_the_option() -> None:
    holes = "more_than: {reading: n}, at_least: {reading: n}, delegates: {reading: n}"
    limits = f"delegation: {{counts: evaluated, {holes}, outcome: required, paragraph: '7'}}"
    one = "/delegation/more_than: 20, /delegation/at_least: none, /delegation/delegates: somebody"
    both = "/delegation/more_than: 20, /delegation/at_least: 21, /delegation/delegates: somebody"
    assert found(limits, reading("n", one=one, both=both)) == [
        ("P074", "/readings/n/options/both/sets/~1delegation~1more_than")
    ]


def test_a_fault_beside_what_an_option_sets_is_found_at_the_option_itself() -> None:
    hole = "scales: {marks: {to: {reading: top}}}"
    # with a scale to 4 the band that ends at 5 leaves it, and the band is no value of the reading
    top = reading("top", five="/scales/marks/to: 5", four="/scales/marks/to: 4")
    assert found(hole, top) == [("P053", "/readings/top/options/four")]


PORTAL = "{portal: {name: {en: portal}, used: always, paragraph: '8'}}"
GOALS = "for: [staff], every: year, items: {}, due: 15 January, paragraph: '9'"
PLACED = f"{{goals: {{{GOALS}, placed: {{due: 20 January, in: %s}}}}}}"
WAYS = "means: {reading: ways}"
IN_PORTAL = f"plans: {PLACED % 'portal'}"


def test_an_id_that_every_option_puts_there_may_be_counted_on() -> None:
    sometimes = PORTAL.replace("always", "where_impossible")
    assert found(WAYS, reading("ways", one=f"/means: {PORTAL}", other=f"/means: {sometimes}"), IN_PORTAL) == []


def test_an_id_that_not_every_option_puts_there_may_not_be_counted_on() -> None:
    some = reading("ways", one=f"/means: {PORTAL}", other="/means: none")
    assert found(WAYS, some) == []
    assert found(WAYS, some, IN_PORTAL) == [("P021", "/plans/goals/placed/in")]


def test_an_option_may_count_on_what_it_puts_there_itself() -> None:
    hole = f"plans: {PLACED % '{reading: ways}'}"
    at = "/plans/goals/placed/in"
    some = reading("ways", one=f"/means: {PORTAL}, {at}: portal", other=f"/means: none, {at}: hr")
    swapped = reading("ways", one=f"/means: {PORTAL}, {at}: hr", other=f"/means: none, {at}: portal")
    assert found(WAYS, hole, some) == []
    assert found(WAYS, hole, swapped) == [("P021", f"/readings/ways/options/other/sets/{at.replace('/', '~1')}")]


def test_a_reading_that_goes_only_with_an_option_may_count_on_it_too() -> None:
    at = "/plans/goals/placed/in"
    planned = "plans: {reading: planned}"
    ways = reading("ways", one=f"/means: {PORTAL}", other="/means: none")
    where = reading("planned", "only_with: {ways: one},", one=f"/plans: {PLACED % '{reading: place}'}")
    beside = reading("place", "only_with: {planned: one, ways: one},", one=f"{at}: portal")
    alone = reading("place", one=f"{at}: portal")
    assert found(WAYS, planned, ways, where, beside) == []
    assert found(WAYS, planned, ways, where, alone) == [
        ("P021", f"/readings/place/options/one/sets/{at.replace('/', '~1')}")
    ]


def test_a_reading_that_moves_no_value_needs_no_sets() -> None:
    assert (
        found(
            "readings: {r: {about: {en: a}, chosen: x, options: {x: {}, y: {about: {en: b}}}}}",
            "methods: {sheet: {rests_on: [r]}}",
        )
        == []
    )
