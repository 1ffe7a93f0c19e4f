"""Every finding finds the sentence that suits it, with every place filled."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from policyengine.engine import Decision, ask
from policyengine.handbook.duties import duty_in_words, when_in_words
from policyengine.handbook.facts import fact_in_words
from policyengine.handbook.sentences import code_of, problem_in_words, sentence, values_of
from policyengine.loading.resolving import policy_of
from policyengine.model.fault import Refused
from policyengine.model.finding import Finding, Missing, Phrase
from policyengine.model.number import EXACT, Rounding
from policyengine.model.policy import Policy
from policyengine.model.term import DayOfMonth, NotStated
from policyengine.scenarios.reading import read_scenarios
from policyengine.scenarios.run import opener
from policyengine.words import LANGUAGES
from policyengine.words.values import Language
from tests.door import ROOT, calendar, loaded, policy, scenario_schema
from tests.words.catalogues import named, places

TASKALA, NURA = policy("taskala"), policy("nura")
YES, NO = True, False
LATER = DayOfMonth(day=20, month="the month after")


def found(code: str, value: object, at: str = "", **values: object) -> Finding:
    """A finding by itself."""
    return Finding(value=value, about=Phrase(code=code, values=values), at=at)


def unknown(*facts: str) -> Missing:
    return Missing(facts=frozenset(facts))


@pytest.mark.parametrize(
    ("finding", "code"),
    [
        (found("threshold", YES, "/delegation/more_than"), "threshold.true"),
        (found("threshold", NO, "/delegation/at_least"), "threshold.at_least.false"),
        (found("threshold", unknown("evaluated")), "threshold"),
        (found("term", None, term=LATER), "term.none"),
        (found("term", None, term=NotStated()), "term.not_stated"),
        (found("term", None), "term.not_stated"),
        (found("term", unknown("acquainted")), "term.unknown"),
        (found("term", "set_too_late", term=LATER), "term.set_too_late"),
        (found("problem", "hr_missing"), "problem.hr_missing"),
        (found("problem", "peer_missing"), "problem.missing"),
        (found("problem", "never_heard_of"), "problem"),
        (found("rounding", "4.00", rule=Rounding(mode="half up", digits=2)), "rounding"),
        (found("rounding", "4.00", rule=EXACT), "rounding.exact"),
        (found("periods", "4", kind="mean", divisor=0), "periods.mean"),
        (found("periods", "4", kind="sum", divisor=4), "periods.over"),
        (found("periods", "4", kind="sum", divisor=0), "periods.sum"),
        (found("delegation", {"outcome": "none"}), "delegation.none"),
        (found("delegation", {"outcome": unknown("evaluated")}), "delegation"),
        (found("delegation", unknown("evaluated")), "delegation"),
        (found("method", {"evaluated": False}), "method.false"),
        (found("vote", {"decided": True, "mark": "4.00"}), "vote.true"),
        (found("vote", {"decided": True, "decision": "keep"}), "vote.decision"),
        (found("ground", NO, ground=None), "ground.none"),
        (found("ground", NO, ground="curiosity"), "ground.false"),
        (found("mark", {"mark": None, "items": {}}), "mark.items"),
        (found("band", "effective", "/bands/grades/where_none_fits"), "band.where_none_fits"),
        (found("day_off", None, printed=None, rule="as_printed"), "day_off.as_printed"),
        (found("occasion", None, occasion="signing"), "occasion.signing"),
        (found("no_uses", []), "no_uses"),
        (found("acquaintance", {"due": None, "channels": []}), "acquaintance.undated"),
        (found("event", {"due": None, "by": "hr"}), "event.undated"),
        (found("event", {"due": "2026-10-20", "by": "hr"}), "event"),
        (found("reason", YES, reason="short_tenure"), "reason.true"),
        (found("never_heard_of", 1), "never_heard_of"),
    ],
)
def test_a_finding_finds_the_sentence_that_suits_it(finding: Finding, code: str) -> None:
    assert code_of(finding, named("en", TASKALA)) == code


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            found("tenure", "2026-07-01/2026-09-30", days=92),
            "In the post from 1 July 2026 to 30 September 2026; calendar days: 92",
        ),
        (found("problem", "too_few_members", count=2), "There are too few members (2)"),
        (found("problem", "even_number"), "The number of members is even"),
        (found("problem", "peer_missing"), "Somebody is absent who has to be there: peer"),
        (found("problem", unknown("indicators")), "What is wrong: not known (needed: indicators)"),
        (found("fold", {"whole": "4.00"}), "Combined, : 4.00"),
        (
            found("fold", {"evaluator.overall.1": "4.00", "delegate.overall.1": "3.00"}),
            "Combined, : evaluator, Overall mark: 4.00; corps B servant named by the evaluator, Overall mark: 3.00",
        ),
        (found("fold", {"1.1": "4.00", "2.1": "3.00"}), "Combined, : no. 1: 4.00; no. 2: 3.00"),
        (found("party", YES, viewer="hr"), "Chief specialist for personnel: one of those who may know the result"),
        (
            found("permitted", {"from": "4.75", "to": "4.99"}, percent=Fraction(96)),
            "The percentage is 96; the permitted mark is 4.75 to 4.99",
        ),
        (
            found("duty", "before session_held", duty="session.heard.evaluator"),
            "Calibration session: speak \N{EN DASH} before the day of the session",
        ),
    ],
)
def test_a_finding_is_said_with_its_values(finding: Finding, said: str) -> None:
    assert sentence(finding, named("en", TASKALA), TASKALA) == said


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("hr_missing", "в составе нет лица, ответственного за кадровые вопросы"),
        ("peer_missing", "нет обязательного участника: коллега того же уровня"),
        ("never_heard_of", "Замечание: never_heard_of"),
    ],
)
def test_a_problem_is_said_in_words(problem: str, said: str) -> None:
    assert problem_in_words(problem, named("ru", TASKALA)) == said


@pytest.mark.parametrize(
    ("duty", "said"),
    [
        ("vote", "Vote on the final mark; the decision is recorded in minutes"),
        ("evaluation", "Evaluation for the quarter"),
        ("employees", "Notice of the evaluation"),
        ("sheet.fill", "Evaluation sheet: fill it in"),
        ("session.held", "Calibration session: hold it"),
        ("acquaintance.dismissed", "result of the evaluation: make the result known"),
    ],
)
def test_a_duty_is_said_in_the_words_of_the_policy_or_by_what_is_done(duty: str, said: str) -> None:
    assert duty_in_words(duty, named("en", TASKALA), TASKALA) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("always", "үнемі"),
        ("before session_held", "отырыс өткізілетін күнге дейін"),
        ("on minutes_signed", "хаттамаға қол қойылған күні"),
        ("event final_mark", "«Жылдың қорытынды бағасы» үшін белгіленген мерзім"),
        ("3 working days after minutes_signed", "хаттамаға қол қойылған күннен кейін 3 жұмыс күні"),
    ],
)
def test_the_time_of_a_duty_is_said_in_words(when: str, said: str) -> None:
    assert when_in_words(when, named("kk", TASKALA)) == said


@pytest.mark.parametrize(
    ("path", "question", "said"),
    [
        ("person.appointed", "participation", "the day of appointment"),
        ("person.absences[0].to", "participation", "the last day of absence"),
        ("evaluated", "delegation", "how many persons this evaluator evaluates in this quarter"),
        ("evaluated", "survey", "the id of the evaluated person"),
        ("marks.a.overall", "mark", "the marks"),
        ("evaluator_absent", "participation", "The evaluator is absent when the evaluation is held"),
        ("never_heard_of", "mark", "never_heard_of"),
    ],
)
def test_a_missing_fact_is_explained(path: str, question: str, said: str) -> None:
    assert fact_in_words(path, named("en", TASKALA), question) == f"{path} \N{EN DASH} {said}"


def test_a_value_that_is_still_open_is_said_to_be_so() -> None:
    assert "still to be read" in fact_in_words("/retention/for", named("en", TASKALA), "retention")


def decisions(name: str) -> Iterator[tuple[Policy, Decision]]:
    """What the scenarios of a policy are answered with, where they are."""
    path = ROOT / "policies" / "scenarios" / f"{name}.yaml"
    raw = loaded(name).raw
    assert raw is not None
    opened = opener(lambda wanted: policy_of(raw, wanted))
    for scenario in read_scenarios(path.name, path.read_bytes(), scenario_schema())[1]:
        try:
            one = opened(scenario.readings)
            yield one, ask(one, scenario.ask, scenario.given, calendar)
        except Refused:
            continue


@pytest.mark.parametrize("name", ["taskala", "nura"])
def test_no_sentence_of_any_scenario_has_an_empty_place(name: str) -> None:
    seen: dict[tuple[Language, str], frozenset[str]] = {}
    for one, decision in decisions(name):
        words = named("en", one)
        for finding in (step for why in decision.why for step in why):
            code, given = code_of(finding, words), values_of(finding, words, one).keys()
            assert words.has("findings", code), code
            for language in LANGUAGES:
                wanted = seen.setdefault((language, code), places(named_sentence(language, code)))
                assert wanted <= given, (language, code, wanted - given)


def named_sentence(language: Language, code: str) -> str:
    return named(language, TASKALA).catalogue["findings"][code]
