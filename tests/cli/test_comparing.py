"""Methodologies side by side: deadlines by day, values by place, answers to the same question."""

import pytest

from policyengine.handbook.agenda import agenda
from policyengine.handbook.comparing import Compared, Side, agendas_side_by_side, comparison, read_comparison
from policyengine.handbook.table import Table
from policyengine.model.fault import Refused
from policyengine.model.policy import Policy, Tree
from tests.cli.running import demo_schema, words, words_of
from tests.door import ROOT, calendar, policy

TITLE = {"kk": "А", "ru": "А", "en": "A"}


def side(policy_id: str) -> Side:
    return Side(policy=policy(policy_id), words=words(policy_id))


def compared(*policies: str, **row: object) -> tuple[str, ...]:
    """The cells of one row for these policies."""
    asked = Compared(policies=policies, rows=({"title": TITLE, **row},))
    return comparison(asked, [side(one) for one in policies], calendar).rows[0][1:]


def cell(tree: Tree, *places: str) -> str:
    """What is told of these places of a methodology."""
    opened = Policy(id="small", tree=tree)
    asked = Compared(policies=("small",), rows=({"title": TITLE, "at": list(places)},))
    return unbound(comparison(asked, [Side(policy=opened, words=words_of(opened))], calendar).rows[0][1])


def unbound(text: str) -> str:
    """A text whose places may be broken over lines."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def deadlines() -> Table:
    sides = [side("taskala"), side("nura")]
    return agendas_side_by_side(sides, [agenda(one.policy, 2026, calendar) for one in sides])


def test_a_day_has_one_row_with_what_is_due_in_each() -> None:
    row = next(row for row in deadlines().rows if row[0].startswith("2027-01-10"))
    assert row[1].startswith("2027-01-08")
    assert row[2] == ""
    assert unbound(row[3]).splitlines()[2:4] == [
        "- Evaluation by the 360 method [para. 4, part 1]",
        "- Notice of evaluation to the servant, Q4 [para. 30] !",
    ]
    assert row[3].endswith("[para.\N{NO-BREAK SPACE}30]\N{NO-BREAK SPACE}!")


def test_a_single_obligation_has_no_mark_and_a_working_day_no_other_day() -> None:
    row = next(row for row in deadlines().rows if row[0].startswith("2026-04-20"))
    assert (row[1], unbound(row[2])) == ("", "Evaluation for the quarter, Q1 [para. 4, part 1]")


def test_the_columns_are_headed_by_those_who_adopted_the_acts() -> None:
    assert deadlines().head[2:] == (
        "Taskala district maslikhat, West Kazakhstan region",
        "Nura District Maslikhat of Karaganda Region",
    )
    small = Policy(id="small", tree={})
    assert Side(policy=small, words=words_of(small)).head == "small"


def test_notes_are_told_once() -> None:
    notes = deadlines().notes
    assert len(set(notes)) == len(notes)
    assert notes[0].startswith("The act sets no day")


def test_values_are_told_with_their_paragraphs() -> None:
    assert compared("taskala", "nura", at=["/delegation/more_than"]) == (
        "20 [para. 18, part 3]",
        "50 [para. 31, part 3]",
    )


def test_a_value_that_a_reading_fills_bears_a_sign() -> None:
    (told,) = compared("taskala", at=["/review/session/held"])
    assert told.startswith("10 working days after ")
    assert told.endswith(" [para. 21]*")


def test_a_methodology_that_has_none_of_the_places_says_nothing() -> None:
    assert compared("nura", at=["/secondment/evaluated_by", "/review/session/members/least"]) == ("—",)


def test_the_same_value_at_several_places_is_told_once() -> None:
    tree: Tree = {"a": {"due": "not stated"}, "b": {"due": "not stated"}, "paragraph": "1"}
    told = cell(tree, "/a/due", "/b/due")
    assert told.endswith(" [para. 1]")
    assert told.count("[para. 1]") == 1


def test_several_values_are_listed() -> None:
    assert cell({"a": 1, "b": 2}, "/a", "/b", "/c") == "- 1\n- 2"


def test_of_a_section_the_names_of_what_it_declares_are_told() -> None:
    assert compared("nura", at=["/uses"])[0].startswith("bonus, incentive, training,")
    assert compared("taskala", at=["/methods"]) == ("Evaluation sheet",)


def test_a_mapping_that_declares_nothing_is_told_as_a_value() -> None:
    assert cell({"name": {"en": "the name"}}, "/name") == "the name"


def test_a_value_that_is_still_open_says_so() -> None:
    assert "/delegation" in cell({"delegation": "open"}, "/delegation/more_than")


def test_one_part_of_an_answer_is_told_alone_and_several_with_their_names() -> None:
    given = {"acquainted": "2026-10-20"}
    (told,) = compared("nura", ask="appeal", given=given, show=["last_day"])
    assert unbound(told) == "28 October 2026 (2026-10-28) [para. 12]"
    members = [{"id": name, "role": "hr"} for name in ("a", "b")]
    session = {"members": members, "appellant": "x", "evaluator": "y"}
    (told,) = compared("taskala", ask="session", given=session, show=["valid", "problems"])
    assert told.partition(": ")[2].startswith("no; ")


def test_an_answer_that_is_refused_says_why_and_one_that_is_unknown_says_nothing() -> None:
    (refused,) = compared("nura", ask="delegation", given={"evaluated": 5}, show=["outcome"])
    assert "evaluated" in refused
    assert compared("taskala", ask="survey", given={}, show=["valid"]) == ("—",)
    (missing,) = compared("taskala", ask="delegation", given={}, show=["outcome"])
    assert missing.startswith("Missing: evaluated")


def test_an_answer_on_no_paragraph_names_none() -> None:
    opened = Policy(id="small", tree={"groups": {"staff": {}}, "retention": {"for": "not stated", "at": ["hr"]}})
    asked = Compared(
        policies=("small",), rows=({"title": TITLE, "ask": "retention", "given": {}, "show": ["keep_until"]},)
    )
    rows = comparison(asked, [Side(policy=opened, words=words_of(opened))], calendar).rows
    assert rows[0][1] == "—"


def test_the_file_of_the_repository_is_whole_and_another_shape_is_refused() -> None:
    path = ROOT / "policies" / "demo" / "comparison.yaml"
    assert read_comparison(path.name, path.read_bytes(), demo_schema()).policies == ("taskala", "nura")
    with pytest.raises(Refused) as refused:
        read_comparison("x.yaml", b"rows: []", demo_schema())
    assert {one.code for one in refused.value.faults} == {"P002", "P009"}
