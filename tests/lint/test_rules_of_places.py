"""Places, citations, sections and languages: what the rules find, and what they leave alone, beyond their examples."""

import re

import pytest

from policyengine.lint import lint
from tests.lint.examples import TEXT, WHOLE, found_over, fragment, from_text, giving, loaded, readings

# --- places of the act ---


def test_a_place_that_is_overlooked_stands_at_its_paragraph() -> None:
    part = 'act: {paragraphs: {"4": "2 parts, 1 point", "5": whole}}\nretention: {paragraph: "4/1"}'
    found = [(fault.at, fault.says["place"]) for _, fault in lint(*loaded(fragment(part)))]
    assert found == [("/act/paragraphs/4", "4/2"), ("/act/paragraphs/4", "4(1)"), ("/act/paragraphs/5", "5")]


def test_what_only_a_role_cites_may_be_declared_silent() -> None:
    roles = 'roles: {head: {paragraph: ["2", "3/1", "3/2", "4"]}}\n'
    silent = f'not_operative: {{aim: {{paragraph: "4", about: {TEXT}}}}}\n'
    assert found_over('act: {paragraphs: {"4": whole}}\n', roles, silent) == []


def test_a_silent_place_names_the_blocks_that_cite_it() -> None:
    part = f'not_operative: {{aim: {{paragraph: "3/1", about: {TEXT}}}, rest: {{paragraph: ["3/2"], about: {TEXT}}}}}'
    found = {fault.at: fault.says["pointers"] for _, fault in lint(*loaded(fragment(part)))}
    assert found == {"/not_operative/aim": ["/timetable/evaluation"], "/not_operative/rest": ["/retention"]}


# --- citations ---


@pytest.mark.parametrize("citation", ['paragraph: "1"', "from: {act: law}"])
def test_a_citation_of_this_act_or_another_covers_all_that_lies_below(citation: str) -> None:
    grades = f"grades: {{low: {TEXT}}}\n"
    bands = f"bands: {{table: {{of: marks, rows: {{low: {{from: 0, to: 5}}}}, {citation}}}}}\n"
    assert found_over(giving("bands"), grades, bands, "methods: {sheet: {bands: table}}") == []


def test_a_limit_of_a_scale_is_a_value_and_no_citation() -> None:
    methods = "methods: {sheet: {items: {overall: {answers: {scale: percent}}}}}"
    assert found_over("scales: {percent: {from: 0}}", methods) == [("L004", "/scales/percent")]


def test_only_the_topmost_block_is_named_with_its_own_values() -> None:
    text = WHOLE.replace('    rounding: exact\n    paragraph: "2"\n', "    rounding: exact\n")
    [(_, fault)] = lint(*from_text(text))
    assert (fault.code, fault.at) == ("L004", "/methods/sheet")
    assert fault.says == {"keys": ["combine", "every", "name", "rounding"]}


def test_a_block_may_cite_for_one_of_its_keys() -> None:
    stated = '  paragraph: "3/2"\n\nsays'
    assert lint(*from_text(WHOLE.replace(stated, '  cited: {for: "3/1", at: "3/2"}\n\nsays'))) == []
    [(_, fault)] = lint(*from_text(WHOLE.replace(stated, '  cited: {for: "3/1"}\n\nsays')))
    assert (fault.code, fault.at, fault.says) == ("L004", "/retention", {"keys": ["at"]})


def test_a_hole_asks_for_no_citation() -> None:
    counting = "counting: {from: {reading: day_after}, on_day_off: {reading: day_after}}\n"
    options = "one: {sets: {/counting/from: day_after, /counting/on_day_off: as_printed}}"
    assert found_over(counting, readings(day_after=options)) == []


def test_what_is_open_asks_for_no_citation_yet() -> None:
    each = [("L013", "/counting/from"), ("L013", "/counting/on_day_off")]
    assert found_over("counting: {from: open, on_day_off: open}") == each
    assert found_over("counting: open") == [("L013", "/counting")]


def test_a_section_that_says_none_is_said_without_a_citation() -> None:
    assert found_over(giving("uses"), "uses: none") == [("L004", "/uses")]


# --- sections ---


def test_an_empty_section_is_not_given() -> None:
    assert found_over(giving("uses"), "uses: {}") == [("L005", "/says_nothing_of")]
    assert found_over("uses: {}") == []


# --- languages ---


def test_a_text_names_all_languages_that_it_lacks() -> None:
    found = lint(*loaded(fragment('remarks: {one: {about: {kk: "а"}}, two: {about: {en: "a"}}}')))
    assert {(fault.code, fault.at): fault.says["languages"] for _, fault in found} == {
        ("L007", "/remarks/one/about"): ["ru"],
        ("L008", "/remarks/one/about"): ["en"],
        ("L007", "/remarks/two/about"): ["kk", "ru"],
    }


def test_grades_are_texts_too() -> None:
    grades = f'grades: {{low: {{kk: "а", ru: "а", also: {TEXT}}}}}\n'
    bands = 'bands: {table: {of: marks, rows: {low: {from: 0, to: 5}}, paragraph: "1"}}\n'
    found = found_over(giving("bands"), grades, bands, "methods: {sheet: {bands: table}}")
    assert found == [("L008", "/grades/low")]


def test_a_language_that_no_text_has_is_named_once() -> None:
    without = re.sub(r', en: "[^"]*"', "", WHOLE).replace(
        '  courtesy: {languages: [en], about: {kk: "аударма", ru: "перевод"}}\n', ""
    )
    found = [(fault.code, fault.at, fault.says) for _, fault in lint(*from_text(without))]
    assert found == [("L008", "/act/languages", {"languages": ["en"]})]


def test_the_texts_that_an_option_sets_are_texts_too() -> None:
    form = 'one: {sets: {/methods/sheet/items: {overall: {name: {kk: "а", en: "a"}}}}}'
    at = "/readings/form/options/one/sets/~1methods~1sheet~1items/overall/name"
    assert found_over("methods: {sheet: {items: {reading: form}}}\n", readings(form=form)) == [("L007", at)]


@pytest.mark.parametrize(
    ("act", "languages", "reasons"),
    [
        ("{courtesy: none}", ["en"], ["unnamed"]),
        ("{languages: [kk]}", ["ru"], ["unnamed"]),
        ("{courtesy: {languages: [ru, en]}}", ["ru"], ["official"]),
        ("{languages: [kk], courtesy: {languages: [ru, en]}}", [], []),
    ],
)
def test_translations_are_marked_and_official_texts_are_not(act: str, languages: list[str], reasons: list[str]) -> None:
    found = [fault for _, fault in lint(*loaded(fragment(f"act: {act}")))]
    assert ([one.says["language"] for one in found], [one.says["reason"] for one in found]) == (languages, reasons)


def test_a_translation_that_is_nowhere_is_not_named() -> None:
    text = re.sub(r',? *en: "[^"]*"', "", WHOLE)
    found = [fault.says.get("reason") for _, fault in lint(*from_text(text)) if fault.code == "L009"]
    assert found == ["unspoken"]
