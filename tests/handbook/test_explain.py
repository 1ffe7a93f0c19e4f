"""What `ask` tells: the answer in words, what it stands and rests on, what is missing, and why."""

from collections.abc import Mapping

import pytest

from policyengine.engine import Decision, ask
from policyengine.handbook.explain import decision_in_words, explained, tree
from policyengine.model.finding import Finding, Missing, Phrase
from policyengine.model.policy import Policy
from policyengine.words import LANGUAGES
from policyengine.words.values import Language
from tests.conftest import Golden
from tests.door import calendar, policy
from tests.words.catalogues import words

Given = Mapping[str, object]

ASKED: Mapping[str, tuple[str, str, Given]] = {
    "in_post": (
        "taskala",
        "participation",
        {"period": "2026-Q3", "person": {"group": "staff", "appointed": "2020-01-13", "dismissed": "2026-10-12"}},
    ),
    "short_tenure": (
        "taskala",
        "participation",
        {"period": "2026-Q3", "person": {"category": "E-2", "appointed": "2026-09-10"}, "evaluator_absent": True},
    ),
    "absent_head": (
        "nura",
        "participation",
        {
            "period": "2026-Q3",
            "person": {
                "group": "unit_head",
                "appointed": "2025-02-03",
                "absences": [{"kind": "training", "from": "2026-10-01", "to": "2026-10-15"}],
            },
        },
    ),
    "twenty_one": ("taskala", "delegation", {"evaluated": 21}),
    "fifty": ("nura", "delegation", {"unit_staff": 50}),
    "objection": ("taskala", "appeal", {"acquainted": "2026-10-20", "filed": "2026-10-27"}),
    "objection_without_a_day": ("taskala", "appeal", {}),
    "indicators": (
        "nura",
        "mark",
        {
            "method": "kpi",
            "indicators": [
                {"plan": 100, "fact": 96, "mark": "4.8"},
                {"plan": 3, "fact": 2, "mark": "3.3"},
                {"plan": 20, "fact": 25, "mark": 4, "less_is_better": True},
            ],
        },
    ),
    "year": ("nura", "final", {"marks": {"ranking": {"2026-Q1": 4, "2026-Q2": "3.99"}, "survey360": {"2026": None}}}),
    "two_members": (
        "taskala",
        "session",
        {
            "members": [{"id": "a", "role": "hr"}, {"id": "b", "role": "evaluator"}],
            "appellant": "c",
            "evaluator": "b",
        },
    ),
    "vote": ("taskala", "vote", {"members": 3, "votes": [3, 3, 4]}),
    "late_plan": ("nura", "kpi_plan", {"year": 2026, "indicators": 2, "set_on": "2026-02-02"}),
    "survey_answers": (
        "nura",
        "survey_result",
        {"group": "staff", "answers": {"a": {"ethics": 3}, "b": {"ethics": 4}, "c": {"ethics": 5, "change": 1}}},
    ),
    "first_head_looks": ("taskala", "access", {"viewer": "first_head", "ground": "service_necessity"}),
    "published": ("taskala", "in_force", {"date": "2026-10-20", "published": "2025-08-25"}),
    "dismissed": ("taskala", "acquaintance", {"completed": "2026-10-20", "period": "2026-Q3", "dismissed": True}),
    "acquaintance_in_office": ("taskala", "acquaintance", {"completed": "2026-10-20"}),
    "hr": ("taskala", "duties", {"role": "hr"}),
    "fourth_quarter": ("nura", "timetable", {"period": "2026-Q4"}),
    "no_survey": ("taskala", "survey", {}),
}


def decide(name: str) -> tuple[Decision, Policy]:
    wanted, question, given = ASKED[name]
    one = policy(wanted)
    return ask(one, question, given, calendar), one


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ASKED)
def test_an_answer_is_told_in_words(name: str, language: Language, golden: Golden) -> None:
    decision, one = decide(name)
    lines = decision_in_words(decision, words(language, one), one, explain=True)
    golden(f"ask/{name}.{language}.txt", "".join(f"{line}\n" for line in lines))


def test_without_the_explanation_everything_else_is_told() -> None:
    decision, one = decide("twenty_one")
    told = list(decision_in_words(decision, words("ru", one), one, explain=True))
    short = list(decision_in_words(decision, words("ru", one), one, explain=False))
    assert told[: len(short)] == short
    assert told[len(short) + 1 :] == list(tree(decision, words("ru", one), one, decision.readings))


def test_the_explanation_is_the_why_of_the_contract() -> None:
    decision, one = decide("twenty_one")
    assert explained(decision, words("en", one), one) == [
        {
            "about": "Additional evaluators have to be named; who they may be: corps B administrative civil servant",
            "value": '{"outcome": "required", "delegates": "corps_b_servant"}',
            "paragraph": "18/3",
            "readings": [],
            "because": [
                {
                    "about": "The persons whom this evaluator evaluates in this quarter: 21",
                    "value": "21",
                    "paragraph": "18/3",
                    "readings": ["counted_for_twenty"],
                    "because": [],
                },
                {
                    "about": "The limit is exceeded: the number is 21, the limit 20",
                    "value": "true",
                    "paragraph": "18/3",
                    "readings": [],
                    "because": [],
                },
            ],
        }
    ]


def why(value: object, *paragraph: str) -> dict[str, object]:
    """One finding of a decision, explained."""
    finding = Finding(value=value, about=Phrase(code="by"), paragraph=paragraph, readings=frozenset({"b", "a"}))
    decision = Decision(policy="x", question="mark", digest="", answer=None, readings=(), missing=(), why=(finding,))
    return explained(decision, words("kk"), policy("nura"))[0]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (Missing(facts=frozenset({"a"})), "unknown"),
        ({"mark": Missing(facts=frozenset({"a"})), "of": ["4.00", 1]}, '{"mark": "unknown", "of": ["4.00", 1]}'),
        ("2026-10-20", "2026-10-20"),
    ],
)
def test_a_value_of_the_explanation_is_a_text(value: object, text: str) -> None:
    assert why(value)["value"] == text


def test_a_citation_of_the_explanation_is_null_one_or_several() -> None:
    assert [why(1)["paragraph"], why(1, "7")["paragraph"], why(1, "7", "8")["paragraph"]] == [None, "7", ["7", "8"]]
    assert why(1)["readings"] == ["a", "b"]


def test_a_reading_that_nobody_declared_is_told_by_its_id() -> None:
    finding = Finding(value=1, about=Phrase(code="by"), readings=frozenset({"hearsay"}))
    decision = Decision(policy="x", question="mark", digest="", answer=None, readings=(), missing=(), why=(finding,))
    one = Policy(id="x", tree={}, chosen={"hearsay": "loud"})
    assert list(tree(decision, words("en"), one))[1].strip() == "* hearsay. Chosen: loud (`hearsay`)"


def test_where_there_is_nothing_to_stand_or_rest_on_only_the_answer_is_told() -> None:
    answer = {"mark": "4.00", "grade": None}
    decision = Decision(policy="x", question="mark", digest="", answer=answer, readings=(), missing=(), why=())
    assert list(decision_in_words(decision, words("en"), Policy(id="x", tree={"name": {"en": "X"}}), explain=True)) == [
        "X",
        "Question: which mark and grade it makes",
        "Answer:",
        "  Mark: 4.00",
        "  Grade: —",
    ]
