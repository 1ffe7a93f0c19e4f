"""Readings, open values, weights and what refers to what: what the rules find, and what they leave alone."""

import pytest

from policyengine.lint import lint
from tests.lint.examples import TEXT, WHOLE, found_over, fragment, from_text, giving, loaded, readings

TWO = "one: {}, two: {}"

# --- readings ---


@pytest.mark.parametrize(
    "used",
    [
        "retention: {rests_on: [storage]}",
        "act: {rests_on: [storage]}",
        'divergences: {storage: {kk: "а", ru: "е", en: "a"}}',
        'divergences: {other: {kk: "а", ru: "е", en: "a", rests_on: [storage]}}',
        f"remarks: {{aim: {{about: {TEXT}, rests_on: [storage]}}}}",
    ],
)
def test_a_reading_is_used_by_whatever_leans_on_it(used: str) -> None:
    assert found_over(readings(storage=TWO), used) == []


def test_a_hole_uses_a_reading_also_inside_an_option_of_another() -> None:
    caps = "{on: {reading: inner}, rows: {high: {when: {grade: low}, at_most: 4}}}"
    outer = f"one: {{sets: {{/methods/sheet/caps: none}}}}, two: {{sets: {{/methods/sheet/caps: {caps}}}}}"
    inner = "one: {sets: {/methods/sheet/caps/on: whole}}, two: {sets: {/methods/sheet/caps/on: item overall}}"
    capped = f"grades: {{low: {TEXT}}}\nmethods: {{sheet: {{caps: {{reading: outer}}}}}}\n"
    assert found_over(capped, readings(outer=outer, inner=inner)) == []


def test_one_of_several_options_needs_no_reason() -> None:
    unreasoned = readings(storage=TWO).replace(f"because: {TEXT}, ", "")
    used = "retention: {rests_on: [storage]}"
    assert found_over(unreasoned, used) == []
    assert found_over(unreasoned.replace(TWO, "one: {}"), used) == [("L011", "/readings/storage")]


def test_a_warning_that_only_an_exception_rests_on_is_never_given() -> None:
    late = "{when: {quarter: 4}, takes_part: false, rests_on: [storage]}"
    found = found_over(
        readings(more="warns: inside_period,", storage=TWO), f"timetable: {{evaluation: {{except: {{late: {late}}}}}}}"
    )
    assert found == [("L012", "/readings/storage/warns")]


# --- what is still open ---


def test_an_open_value_names_the_nearest_paragraph() -> None:
    part = "methods: {sheet: {rounding: open}}\nact: {in_force: {rule: open}}"
    found = {fault.at: fault.says["paragraph"] for _, fault in lint(*loaded(fragment(part)))}
    assert found == {"/act/in_force/rule": ("1",), "/methods/sheet/rounding": ("2",)}


def test_an_open_value_names_the_paragraph_that_its_block_cites_for_it() -> None:
    [(_, fault)] = lint(*loaded(fragment('retention: {for: open, cited: {for: "3/1"}}')))
    assert fault.says["paragraph"] == ("3/1",)


def test_an_open_value_of_another_act_names_its_place_there() -> None:
    text = WHOLE.replace('at: [head]\n  paragraph: "3/2"', 'at: [head]\n  from: {act: law, place: "5"}')
    [(_, fault)] = lint(*from_text(text.replace("for: 3 years after evaluation_completed", "for: open")))
    assert fault.says == {"pointer": "/retention/for", "paragraph": ("law: 5",)}


def test_an_open_value_in_an_option_is_found_and_an_option_of_that_name_is_none() -> None:
    combine = "/methods/sheet/combine"
    options = f"open: {{sets: {{{combine}: [mean of raters, mean of items]}}}}, two: {{sets: {{{combine}: open}}}}"
    folds = readings(chosen="open", more='paragraph: "3/1",', folds=options)
    [(_, fault)] = lint(*loaded(fragment("methods: {sheet: {combine: {reading: folds}}}\n" + folds)))
    assert (fault.code, fault.says["paragraph"]) == ("L013", ("3/1",))
    assert fault.at == "/readings/folds/options/two/sets/~1methods~1sheet~1combine"


def test_an_open_test_in_a_list_of_predicates_is_found() -> None:
    late = "{when: {any: [{quarter: 4}, {quarter: open}]}, takes_part: false}"
    found = found_over(f"timetable: {{evaluation: {{except: {{late: {late}}}}}}}")
    assert found == [("L013", "/timetable/evaluation/except/late/when/any/1/quarter")]


# --- weights ---


def items(quality: str, overall: str) -> str:
    items = f'quality: {{name: {TEXT}, {quality}}}, overall: {{{overall}}}, paragraph: "2"'
    return f"methods: {{sheet: {{items: {{{items}}}}}}}\n"


GROUPS = f'groups: {{all: {{who: {{category: E-2}}}}, others: {{name: {TEXT}, who: rest, paragraph: "1"}}}}'


def test_weights_are_exact_and_those_left_out_weigh_one() -> None:
    assert found_over(items("weight: 1/3", "weight: 2/3")) == []
    [(_, fault)] = lint(*loaded(fragment(items("weight: 0.3", "listed_by: body"))))
    assert (fault.code, fault.at, fault.says) == ("L014", "/methods/sheet/items", {"sum": "1.3", "groups": ["all"]})


def test_the_items_of_each_group_are_weighed_for_themselves() -> None:
    assert found_over(GROUPS, items("weight: 1, only_for: [others]", "weight: 1, only_for: [all]")) == []
    assert found_over(GROUPS, items("weight: 0.5, only_for: [all]", "weight: 0.5, only_for: [all]")) == []
    [(_, fault)] = lint(*loaded(fragment(GROUPS + "\n" + items("weight: 0.5, only_for: [others]", "weight: 1"))))
    assert fault.says == {"sum": "1.5", "groups": ["others"]}


def test_an_open_weight_makes_no_sum() -> None:
    assert [code for code, _ in found_over(items("weight: open", "weight: 0.5"))] == ["L013"]


@pytest.mark.parametrize(
    ("weights", "told"), [("0.5 0.4", True), ("0.4 0.6", False), ("0.4 0.6 1", False), ("0.4 1", True), ("1 1", False)]
)
def test_the_parts_of_a_year_are_weighed_too_but_one_that_is_added_whole(weights: str, told: bool) -> None:
    parts = ", ".join(f"p{at}: {{method: sheet, over: year, weight: {one}}}" for at, one in enumerate(weights.split()))
    results = f'results: {{year: {{every: year, parts: {{{parts}}}, rounding: exact, paragraph: "2"}}}}'
    assert found_over(giving("results"), results) == ([("L014", "/results/year/parts")] if told else [])


# --- what nothing refers to ---

VOCABULARY = f"""
vocabulary:
  absences: {{leave: {TEXT}}}
  sanctions: {{remark: {TEXT}}}
  uses: {{bonus: {TEXT}}}
  words: {{specific: {TEXT}}}
  papers: {{letter: {TEXT}}}
"""


def words_left_over(*texts: str) -> list[str]:
    return [at.rpartition("/")[2] for _, at in found_over(VOCABULARY, *texts)]


def test_words_of_the_vocabulary_that_nothing_says_are_found() -> None:
    assert words_left_over() == ["leave", "remark", "bonus", "specific", "letter"]


def test_words_that_a_fact_takes_are_used_as_soon_as_the_fact_is() -> None:
    late = "timetable: {evaluation: {except: {late: {when: {absent_on_due: {given: true}}, takes_part: false}}}}"
    assert words_left_over(late) == ["remark", "bonus", "specific", "letter"]


def test_uses_and_qualities_are_said_by_keys_also_in_an_option() -> None:
    plan = 'for: [all], every: year, items: {least: 1}, items_are: {specific: "1"}, due: not stated, paragraph: "1"'
    options = "one: {sets: {/uses: none}}, two: {sets: {/uses: {bonus: {of: [sheet], effect: ground}}}}"
    given = giving("uses", "plans"), f"plans: {{plan: {{{plan}}}}}", "uses: {reading: consequences}"
    assert words_left_over(*given, readings(consequences=options)) == ["leave", "remark", "letter"]


def test_a_role_is_referred_to_by_another_role_and_by_who_is_heard() -> None:
    clerk, guest = (f'{name}: {{name: {TEXT}, paragraph: "1"}}' for name in ("clerk", "guest"))
    assert found_over(f"roles: {{{clerk}, {guest}}}") == [("L015", "/roles/clerk"), ("L015", "/roles/guest")]
    session = 'session: {called: on_application, formed_by: head, heard: {guest: may_speak}, paragraph: "1"}'
    used = f"roles: {{head: {{is: [clerk]}}, {clerk}, {guest}}}"
    assert found_over(giving("review"), f"review: {{{session}}}", used) == []


def test_a_role_that_the_language_knows_needs_no_reference() -> None:
    assert found_over(f"roles: {{third_party: {{name: {TEXT}}}}}") == []


def test_a_word_in_a_text_is_no_reference() -> None:
    remark = 'remarks: {aim: {about: {kk: "clerk", ru: "clerk", en: "the clerk"}}}'
    clerk = f'roles: {{clerk: {{name: {TEXT}, paragraph: "1"}}}}'
    assert found_over(clerk, remark) == [("L015", "/roles/clerk")]


def test_a_fact_is_referred_to_by_a_predicate_and_by_a_term() -> None:
    kinds = {"absent": "yes_no", "noted": "date", "lost": "yes_no"}
    facts = ", ".join(f"{name}: {{type: {kind}, about: {TEXT}}}" for name, kind in kinds.items())
    used = "timetable: {evaluation: {except: {late: {when: {absent: true}, due: 5 working days after noted}}}}"
    assert found_over(f"facts: {{{facts}}}", used) == [("L015", "/facts/lost")]
