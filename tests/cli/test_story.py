"""Stories: files of a demonstration read, lived through, told, and left as results and pages."""

import csv
import io
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from policyengine.calendar import Calendar
from policyengine.handbook.agenda import agenda
from policyengine.handbook.comparing import Side
from policyengine.handbook.demonstration import District, files_of, index_of, links_of, section_lines
from policyengine.handbook.living import Lived, Row, lived
from policyengine.handbook.pages import Link, links_as_html, sections_as_html
from policyengine.handbook.results import as_csv, as_json, results_of
from policyengine.handbook.roll import full_grades, short_grades
from policyengine.handbook.story import OfPeriod, OfQuestion, OfYear, Story, list_of, read_story, tree_of
from policyengine.handbook.table import plain
from policyengine.handbook.telling import Section, Teller, command_of
from policyengine.model.fault import Refused
from policyengine.model.policy import Policy
from policyengine.words import Words
from tests.cli.running import demo_schema, words, words_of
from tests.door import ROOT, calendar, policy

DISTRICTS = ("taskala", "nura")
NAME = "{kk: А, ru: А, en: A}"
HEAD = f"policy: taskala\nyear: 2026\nabout: {NAME}\ntry_next: []\n"


def story_of(text: str) -> Story:
    return read_story("story.yaml", text.encode(), demo_schema())


@cache
def story(policy_id: str) -> Story:
    path = ROOT / "policies" / "demo" / f"{policy_id}.yaml"
    return read_story(path.name, path.read_bytes(), demo_schema())


@cache
def life(policy_id: str) -> tuple[Lived, ...]:
    return lived(story(policy_id), policy(policy_id), calendar)


def rows(policy_id: str, period: str) -> dict[str, Row]:
    """The rows of a period, by person."""
    return {
        row.person.id: row
        for one in life(policy_id)
        if isinstance(one.part, OfPeriod) and one.part.period == period
        for row in one.rows
    }


def years(policy_id: str) -> dict[str, Row]:
    return {row.person.id: row for one in life(policy_id) if isinstance(one.part, OfYear) for row in one.rows}


def answers(policy_id: str, question: str) -> list[Any]:
    asked = [one for one in life(policy_id) if isinstance(one.part, OfQuestion) and one.part.ask == question]
    return [None if one.decision is None else one.decision.answer for one in asked]


def told(policy_id: str, language: str = "en") -> str:
    """Everything that a story tells, as one text."""
    speaking = words(policy_id, "en") if language == "en" else words(policy_id, "ru")
    teller = Teller(words=speaking, policy=policy(policy_id))
    sections = [section for one in life(policy_id) for section in teller.told(one)]
    return "".join(plain(section_lines(one, 400)) for one in sections)


# --- files ---


def test_a_file_that_breaks_its_shape_is_refused_with_every_place() -> None:
    text = HEAD + f"people: {{a: {{name: {NAME}}}}}\nparts: [{{title: {NAME}, period: 2026-Q9}}]\n"
    with pytest.raises(Refused) as refused:
        story_of(text)
    assert [(one.code, one.line) for one in refused.value.faults] == [("P002", 5), ("P006", 6)]


@pytest.mark.parametrize(("text", "code"), [("[1]", "D013"), ("a: [", "D002"), ("", "D003")])
def test_a_file_that_is_no_mapping_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        story_of(text)
    assert [(one.code, one.file) for one in refused.value.faults] == [(code, "story.yaml")]


def test_what_has_another_shape_than_expected_is_empty() -> None:
    assert tree_of(["a"]) == {}
    assert list_of({"a": 1}) == []


# --- living: the year of the districts, as the acts have it ---


def test_nobody_of_a_demonstration_lacks_a_fact() -> None:
    for policy_id in DISTRICTS:
        missing = [row for one in life(policy_id) for row in one.rows if row.decision.missing]
        assert missing == []
        assert all(one.rows for one in life(policy_id) if not isinstance(one.part, OfQuestion))


def test_the_story_of_taskala_goes_as_its_act_has_it() -> None:
    third = rows("taskala", "2026-Q3")
    assert third["madina"].answer["reason"] == "short_tenure"
    assert third["arman"].answer["reason"] == "few_worked_days"
    assert (third["nurlan"].answer["evaluated"], third["nurlan"].answer["takes_part"]) == (True, False)
    assert rows("taskala", "2026-Q2")["saltanat"].answer["reason"] == "seconded"
    assert rows("taskala", "2026-Q2")["olzhas"].answer["by"] == "substitute"
    assert rows("taskala", "2026-Q1")["bolat"].answer["evaluated"] is True
    assert answers("taskala", "delegation") == [
        {"outcome": "none", "delegates": None},
        {"outcome": "required", "delegates": "corps_b_servant"},
    ]
    assert [one["valid"] for one in answers("taskala", "session")] == [False, True]
    (appeal,) = answers("taskala", "appeal")
    assert (appeal["last_day"], appeal["decision_due"], appeal["session_due"]) == (
        "2026-10-28",
        "2026-10-30",
        "2026-11-10",
    )


def test_the_story_of_nura_goes_as_its_act_has_it() -> None:
    third = rows("nura", "2026-Q3")
    assert third["head"].answer["due"] == "2026-10-27"
    assert (third["gulmira"].answer["due"], third["gulmira"].answer["takes_part"]) == ("2026-10-10", False)
    assert third["daniyar"].answer["takes_part"] is True
    assert third["marat"].answer["evaluated"] is True
    assert [one["outcome"] for one in answers("nura", "delegation")] == ["none", "permitted"]
    assert [one["decided"] for one in answers("nura", "vote")] == [False, True]
    assert [one["valid"] for one in answers("nura", "session")] == [True]
    assert [one and one["mark"] for one in answers("nura", "mark")] == [None, "3.81"]
    (refused,) = [one.faults for one in life("nura") if one.faults]
    assert [one.code for one in refused] == ["mark_outside_permitted_range", "percentage_in_gap"]


@pytest.mark.parametrize(("policy_id", "person", "mark"), [("taskala", "dinara", "3.08"), ("nura", "timur", "3.11")])
def test_the_mark_that_a_session_took_counts_in_the_year(policy_id: str, person: str, mark: str) -> None:
    row = years(policy_id)[person]
    assert (row.mark, row.grade, row.changed) == (mark, "proper", frozenset({"2026-Q3"}))


def test_a_quarter_without_a_mark_stays_out_of_the_mean() -> None:
    assert years("taskala")["arman"].answer["periods"] == 3
    assert years("taskala")["madina"].mark == "3.80"


def test_a_mean_just_below_a_grade_is_rounded_into_it() -> None:
    row = years("taskala")["zhanar"]
    assert (row.answer["mean"], row.mark, row.grade) == ("3.995", "4.00", "effective")


def test_somebody_without_facts_or_marks_has_neither_rows_nor_a_year() -> None:
    assert "chair" not in rows("taskala", "2026-Q1")
    assert "chair" not in years("taskala")


def one_person(person: str, held: str, *parts: str) -> Story:
    """A story of one person in one period."""
    listed = "".join(f"  - {part}\n" for part in parts)
    people = f"people: {{a: {{name: {NAME}, post: {NAME}, person: {person}, periods: {{2026-Q3: {held}}}}}}}\n"
    return story_of(f"{HEAD}{people}parts:\n{listed}")


STAFF = "{group: staff, appointed: 2020-01-06}"
PERIOD = f"{{title: {NAME}, period: 2026-Q3}}"
YEAR = f"{{title: {NAME}, final: true}}"


def test_facts_that_are_missing_make_no_row() -> None:
    made = one_person("{group: staff}", "{}", PERIOD)
    assert lived(made, policy("taskala"), calendar)[0].rows == ()


def test_a_group_may_follow_from_the_category() -> None:
    made = one_person("{category: E-2, appointed: 2020-01-06}", "{}", PERIOD, YEAR)
    period, year = lived(made, policy("taskala"), calendar)
    assert [row.answer["by"] for row in period.rows] == ["immediate_supervisor"]
    assert [row.mark for row in year.rows] == [None]


def test_a_mark_is_explained_only_where_there_is_one() -> None:
    made = one_person(STAFF, "{explain: mark}", PERIOD)
    ((row,),) = (one.rows for one in lived(made, policy("taskala"), calendar))
    assert row.explained
    assert row.decision.question == "participation"


def vote(votes: str, person: str = "a") -> str:
    """A part in which three members vote on a mark of the third quarter."""
    replaced = f"{{person: {person}, method: sheet, period: 2026-Q3}}"
    return f"{{title: {NAME}, ask: vote, given: {{members: 3, votes: {votes}}}, replaces: {replaced}}}"


@pytest.mark.parametrize(("votes", "mark"), [("[4, 4, 3]", "4.00"), ("[4, 3, 2]", "2.00")])
def test_only_a_vote_that_decided_replaces_a_mark(votes: str, mark: str) -> None:
    sheet = "{sheets: {sheet: {marks: {evaluator: {overall: 2}}}}}"
    made = lived(one_person(STAFF, sheet, PERIOD, vote(votes), YEAR), policy("taskala"), calendar)
    assert [row.mark for row in made[2].rows] == [mark]
    quarter = next(row for row in results_of(made) if row["period"] == "2026-Q3")
    assert quarter["mark"] == mark


# --- telling ---


def test_a_question_is_shown_as_the_command_that_asks_it() -> None:
    assert "$ policyengine ask taskala delegation evaluated=21" in told("taskala")
    part = OfQuestion(title={}, about={}, ask="x", given={"a": True, "b": "c d"}, explain=False, replaces=None)
    assert command_of("p", part) == "policyengine ask p x a=true 'b=c d'"


def test_facts_that_are_too_many_for_a_line_show_no_command() -> None:
    assert "ask taskala session" not in told("taskala")


def test_what_is_missing_is_named_and_nothing_is_guessed() -> None:
    assert "No answer, a fact is missing: published" in told("taskala")


def test_what_is_refused_says_why() -> None:
    text = told("nura")
    assert "Refused: " in text
    assert "4.25" in text


def test_a_refusal_without_advice_has_no_brackets() -> None:
    asked = f"{{title: {NAME}, ask: delegation, given: {{evaluated: -1}}}}"
    made = lived(one_person("{}", "{}", asked), policy("taskala"), calendar)
    teller = Teller(words=words("taskala"), policy=policy("taskala"))
    bare = {**words("taskala").catalogue, "hints": {}}
    silent = Teller(words=Words(language="en", catalogue=bare, names={}), policy=policy("taskala"))
    (with_advice,), (without,) = (next(one.told(made[0])).lines[1:] for one in (teller, silent))
    assert with_advice.startswith(without)


def test_an_answer_on_nothing_names_no_paragraph() -> None:
    asked = f"{{title: {NAME}, ask: survey, given: {{}}, explain: true}}"
    made = lived(one_person("{}", "{}", asked), policy("taskala"), calendar)
    (section,) = Teller(words=words("taskala"), policy=policy("taskala")).told(made[0])
    assert not any(line.startswith("On: ") for line in section.lines)


def test_the_roll_of_a_year_marks_what_a_body_changed_and_tells_what_it_means() -> None:
    text = told("taskala")
    assert "3.40*" in text
    assert "* a mark changed by the session's decision" in text


@pytest.mark.parametrize(
    ("policy_id", "note"),
    [("nura", "The result is a ground for: bonus,"), ("taskala", "Nothing says what the result is used for.")],
)
def test_results_name_their_uses_once_where_they_are_the_same_for_all(policy_id: str, note: str) -> None:
    (year,) = [one for one in life(policy_id) if isinstance(one.part, OfYear)]
    (section, *_) = Teller(words=words(policy_id), policy=policy(policy_id)).told(year)
    assert section.table is not None
    assert len([one for one in section.table.notes if one.startswith(note)]) == 1


def test_uses_that_differ_are_told_with_the_people() -> None:
    (year,) = [one for one in life("nura") if isinstance(one.part, OfYear)]
    first, *others = year.rows
    changed = Row(
        person=first.person,
        method=first.method,
        period=first.period,
        answer={**first.answer, "grounds": []},
        decision=first.decision,
        mark=first.mark,
        grade=first.grade,
        marks=first.marks,
    )
    mixed = Lived(part=year.part, rows=(changed, *others))
    teller = Teller(words=words("nura"), policy=policy("nura"))
    (section, *_) = teller.told(mixed)
    assert section.table is not None
    assert "Bauyrzhan Alimov: Nothing says what the result is used for." in section.table.notes


def test_a_year_that_no_body_changed_bears_no_sign() -> None:
    sheet = "{sheets: {sheet: {marks: {evaluator: {overall: 2}}}}}"
    _, year = lived(one_person(STAFF, sheet, PERIOD, YEAR), policy("taskala"), calendar)
    (section,) = Teller(words=words("taskala"), policy=policy("taskala")).told(year)
    assert section.table is not None
    assert section.table.rows == (("A", "2.00", "2", "2.00", "satisfactorily"),)
    assert not any(note.startswith("*") for note in section.table.notes)


def test_the_explanation_of_a_person_is_of_that_person_alone() -> None:
    sections = [one for part in life("nura") for one in Teller(words=words("nura"), policy=policy("nura")).told(part)]
    head = next(one for one in sections if one.title == "Why so: Bauyrzhan Alimov, quarter 3 of 2026")
    assert head.folded
    assert "ranking" not in " ".join(head.lines).lower()


def test_grades_are_shown_without_the_words_that_all_share() -> None:
    assert short_grades(policy("taskala"), words("taskala", "ru"))["unsatisfactory"] == "не удовлетворительно"
    assert "Выполняет функциональные обязанности …" in told("taskala", "ru")


@pytest.mark.parametrize(
    "grades",
    [
        {},
        {"good": {"en": "good"}},
        {"good": {"en": "good"}, "bad": {"en": "bad"}},
        {"good": {"en": "works well"}, "bad": {"en": "works"}},
        {"good": {"en": "works well"}, "bad": {"en": "works well"}},
    ],
)
def test_grades_that_share_no_words_or_nothing_but_them_stay_whole(grades: Mapping[str, object]) -> None:
    opened = Policy(id="x", tree={"grades": grades} if grades else {})
    speaking = words_of(opened)
    assert short_grades(opened, speaking) == full_grades(opened, speaking)


def test_a_roll_without_grades_says_nothing_of_them() -> None:
    survey = next(one for one in life("nura") if isinstance(one.part, OfPeriod) and one.part.period == "2026")
    (section,) = Teller(words=words("nura"), policy=policy("nura")).told(survey)
    assert section.table is not None
    assert section.table.head == ("Person", "Evaluated", "By whom", "Due")


def test_a_roll_whose_grades_share_no_words_needs_no_note() -> None:
    tree = {
        **policy("taskala").tree,
        "grades": {name: {"en": name} for name in ("effective", "proper", "satisfactory")},
    }
    opened = Policy(id="taskala", tree=tree)
    (section, *_) = Teller(words=words_of(opened), policy=opened).told(life("taskala")[0])
    assert section.table is not None
    assert section.table.notes == ()


# --- results and pages ---


@pytest.mark.parametrize("policy_id", DISTRICTS)
def test_results_are_rows_of_the_contract(policy_id: str) -> None:
    found = results_of(life(policy_id))
    read = list(csv.DictReader(io.StringIO(as_csv(found))))
    assert list(read[0]) == ["person", "period", "method", "evaluated", "reason", "by", "due", "mark", "grade"]
    keys = [(one["person"], one["method"], one["period"]) for one in read]
    assert keys == sorted(keys)
    assert {one["evaluated"] for one in read} == {"true", "false"}
    kept = json.loads(as_json(found, story(policy_id), policy(policy_id)))
    assert (kept["policy"], kept["year"], len(kept["results"])) == (policy_id, 2026, len(found))


def test_a_changed_mark_stands_in_its_place() -> None:
    found = {(one["person"], one["period"]): one for one in results_of(life("taskala"))}
    assert found["dinara", "2026-Q3"]["mark"] == "3.40"
    assert found["dinara", "2026-Q3"]["grade"] == "proper"


def test_evaluated_without_a_mark_is_no_mark() -> None:
    found = {(one["person"], one["method"], one["period"]): one for one in results_of(life("nura"))}
    assert found["aliya", "survey360", "2026"]["reason"] == "no_mark"


def test_a_mark_in_the_place_of_nothing_is_passed_over() -> None:
    made = lived(one_person(STAFF, "{}", PERIOD, vote("[4, 4, 4]", "b")), policy("taskala"), calendar)
    assert [row["person"] for row in results_of(made)] == ["a"]


def district(policy_id: str, open_calendar: Calendar) -> District:
    speaking = words(policy_id)
    return District(
        story=story(policy_id),
        side=Side(policy=policy(policy_id), words=speaking),
        lived=life(policy_id),
        agenda=agenda(policy(policy_id), 2026, lambda: open_calendar),
        spoken={"kk": words(policy_id, "kk"), "en": speaking},
        methodology={"kk": "<p>kk</p>", "en": "<p>en</p>"},
    )


def test_a_district_leaves_its_files_in_all_its_languages() -> None:
    made = dict(files_of(district("nura", calendar()), calendar))
    assert sorted(made) == [
        "calendar.en.ics",
        "calendar.kk.ics",
        "explanations.txt",
        "methodology.en.html",
        "methodology.kk.html",
        "results.csv",
        "results.json",
        "year.html",
    ]
    assert made["methodology.kk.html"] == b"<p>kk</p>"


def test_the_index_leads_to_every_file_and_says_which_language_is_a_courtesy() -> None:
    one = district("nura", calendar())
    index = index_of([one], [Section(title="T")]).decode()
    for name, _ in files_of(one, calendar):
        assert f'href="nura/{name}"' in index
    assert Link("nura/methodology.en.html", "The methodology in plain words (in English, as a courtesy)") in links_of(
        one
    )
    assert Link("nura/methodology.kk.html", "The methodology in plain words (in Kazakh)") in links_of(one)


def test_a_language_of_an_act_without_courtesies_is_just_a_language() -> None:
    one = district("nura", calendar())
    bare = Policy(id="nura", tree={key: value for key, value in one.side.policy.tree.items() if key != "act"})
    plain_district = District(
        story=one.story,
        side=Side(policy=bare, words=one.side.words),
        lived=(),
        agenda=one.agenda,
        spoken=one.spoken,
        methodology=one.methodology,
    )
    assert "courtesy" not in " ".join(link.text for link in links_of(plain_district))


def test_a_page_folds_explanations_indents_steps_and_escapes_texts() -> None:
    folded = Section(title="<why>", lines=("  - step", "    * reading", "plain"), folded=True)
    asked = Section(title="asked", about="about", lines=("$ policyengine ask x",))
    made = "".join(sections_as_html([folded, asked]))
    assert "<details>\n<summary>&lt;why&gt;</summary>" in made
    assert '<p class="step" style="--depth: 2">step</p>' in made
    assert '<p class="step reading" style="--depth: 4">reading</p>' in made
    assert '<p class="step" style="--depth: 0">plain</p>' in made
    assert "<p><code>policyengine ask x</code></p>" in made
    assert "<h2>asked</h2>\n<p>about</p>" in made


def test_links_are_escaped() -> None:
    assert '<a href="a&quot;b">&lt;c&gt;</a>' in links_as_html("t", [Link('a"b', "<c>")])
