"""What a file accounts for of its act: paragraphs, parts and points, and by what."""

from policyengine.lint import Coverage, coverage
from tests.lint.examples import fragment, loaded

HOLE = """
act:
  paragraphs: {"4": whole}
retention:
  for: {reading: storage}
readings:
  storage:
    about: {kk: "мерзім", ru: "срок", en: "term"}
    because: {kk: "мәтін", ru: "текст", en: "the text"}
    chosen: %s
    options:
      stated:
        paragraph: "4"
        sets: {/retention/for: 3 years after evaluation_completed}
      unstated:
        sets: {/retention/for: 5 years after evaluation_completed}
"""


def over(text: str) -> Coverage:
    return coverage(loaded(fragment(text))[1])


def test_all_is_covered_by_the_blocks_that_cite_it() -> None:
    found = over("{}")
    assert (str(found.paragraphs), str(found.parts), str(found.points)) == ("3/3", "2/2", "0/0")
    assert found.parts.by["3/2"] == ("/roles/head", "/retention")


def test_a_paragraph_is_covered_by_its_parts_and_does_not_cover_them() -> None:
    found = over('act: {paragraphs: {"4": 2 parts, "5": "1 part, 2 points"}}\nretention: {paragraph: ["4/1", "5"]}')
    assert found.paragraphs.missing == ()
    assert found.paragraphs.by["4"] == ("/retention",)
    assert (found.parts.missing, found.points.missing) == (("4/2", "5/1"), ("5(1)", "5(2)"))
    assert (str(found.parts), str(found.points)) == ("3/5", "0/2")


def test_ranges_cover_all_that_they_span() -> None:
    found = over('act: {paragraphs: {"4": whole, "5": 3 points}}\nretention: {paragraph: ["4-5", "5(1-3)"]}')
    assert (found.paragraphs.missing, found.points.missing) == ((), ())


def test_a_paragraph_that_was_put_in_later_is_no_range() -> None:
    text = 'act: {paragraphs: {"1-2": whole, "4": whole, "4-1": 2 parts}}\nretention: {paragraph: ["1-2", "4-1/2"]}'
    found = over(text)
    assert (found.paragraphs.missing, found.parts.missing) == (("4",), ("4-1/1",))


def test_a_point_that_was_put_in_later_is_one_more_point() -> None:
    found = over('act: {paragraphs: {"4": 1 part, "5": 2 points and 1-1}}\nretention: {paragraph: ["4/1", "5(1-2)"]}')
    assert (str(found.points), found.points.missing) == ("2/3", ("5(1-1)",))
    found = over('act: {paragraphs: {"5": 1 point and 1-1}}\nretention: {paragraph: "5(1-1)"}')
    assert found.points.missing == ("5(1)",)


def test_the_preamble_of_a_decision_goes_by_its_name_too() -> None:
    text = "act: {paragraphs: {decision: 1 part with preamble}}\nretention: {paragraph: decision/preamble}"
    assert over(text).parts.missing == ("decision/1",)


def test_the_parts_of_a_decision_are_parts_and_the_decision_is_no_paragraph() -> None:
    found = over("act: {paragraphs: {decision: 1 part with preamble}}")
    assert ("decision" in found.paragraphs.by, found.parts.missing) == (False, ("decision/0", "decision/1"))
    assert over("act: {paragraphs: {decision: whole}}").parts.missing == ("decision",)


def test_a_declared_silence_covers() -> None:
    text = 'act: {paragraphs: {"4": whole}}\nnot_operative: {aim: {paragraph: "4", about: {kk: "а", ru: "а", en: "a"}}}'
    assert over(text).paragraphs.by["4"] == ("/not_operative/aim",)


def test_remarks_and_readings_cover_nothing() -> None:
    text = 'act: {paragraphs: {"4": whole}}\nremarks: {aim: {paragraph: "4", about: {kk: "а", ru: "а", en: "a"}}}'
    assert over(text).paragraphs.missing == ("4",)


def test_the_option_that_is_chosen_covers_and_the_others_do_not() -> None:
    assert over(HOLE % "stated").paragraphs.by["4"] == ("/retention/for",)
    assert over(HOLE % "unstated").paragraphs.missing == ("4",)


def test_the_qualities_of_the_items_of_a_plan_cite() -> None:
    plan = 'for: [all], every: year, items: {}, items_are: {specific: "4(1)"}, due: not stated, paragraph: "1"'
    assert over(f'act: {{paragraphs: {{"4": 1 point}}}}\nplans: {{plan: {{{plan}}}}}').points.by["4(1)"] == (
        "/plans/plan/items_are/specific",
    )


def test_what_a_block_cites_for_one_of_its_keys_is_covered() -> None:
    found = over('act: {paragraphs: {"4": 2 parts}}\nretention: {cited: {for: "4/1", at: "4/2"}}')
    assert found.parts.by["4/2"] == ("/retention/cited/at",)


def test_without_a_structure_there_is_nothing_to_cover() -> None:
    found = over("act: {paragraphs: none}")
    assert {str(share) for share in (found.paragraphs, found.parts, found.points)} == {"0/0"}
