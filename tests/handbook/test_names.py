"""What a policy calls its ids, wherever it says so."""

import pytest

from policyengine.handbook.names import names_of, spoken
from policyengine.model.policy import Policy
from policyengine.terms.times import anchor
from tests.door import policy
from tests.words.catalogues import named, words


def made_up(**sections: object) -> Policy:
    """A policy of a few sections."""
    return Policy(id="made_up", tree=sections)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("roles.third_party", "үшінші адам"),
        ("third_party", "үшінші адам"),
        ("grades.effective", "Функционалдық міндеттерін тиімді атқарады"),
        ("methods.sheet", "Бағалау парағы"),
        ("items.overall", "Жалпы баға"),
        ("timetable.evaluation", "Тоқсан қорытындысы бойынша бағалау"),
        ("vocabulary.uses.training", "оқыту"),
        ("vocabulary.absences.training", "оқу"),
        ("facts.evaluator_absent", "Бағалаушы адам бағалау мерзімінде жоқ"),
        ("decides.keep", "бағалаушының бағасын қолдау"),
    ],
)
def test_ids_are_called_as_the_policy_calls_them(name: str, said: str) -> None:
    assert named("kk", policy("taskala")).name(name) == said


def test_duties_and_readings_keep_their_words_to_themselves() -> None:
    names = names_of(policy("taskala"))
    assert "duties.vote" in names
    assert "vote" not in names
    assert "readings.seconded" in names
    assert "seconded" not in names


def test_an_id_of_several_sections_is_called_as_in_the_first_of_them() -> None:
    one = made_up(groups={"head": {"name": {"en": "heads"}}}, roles={"head": {"name": {"en": "head"}}})
    assert names_of(one)["head"] == {"en": "head"}
    assert names_of(one)["groups.head"] == {"en": "heads"}


def test_values_of_a_fact_have_names_too() -> None:
    one = made_up(facts={"rank": {"type": "one_of", "values": {"first": {"ru": "первый"}}, "about": {"ru": "ранг"}}})
    assert names_of(one) == {
        "facts.rank": {"ru": "ранг"},
        "rank": {"ru": "ранг"},
        "values.first": {"ru": "первый"},
        "first": {"ru": "первый"},
    }


def test_what_has_no_text_has_no_name() -> None:
    assert (
        names_of(made_up(routes={}, plans="open", results={"year": {"parts": {}}}, vocabulary={"uses": "open"})) == {}
    )


def test_events_and_declared_dates_are_moments() -> None:
    one = made_up(
        timetable={"kick_off": {"name": {"en": "Kick-off {1}"}}, "close": {}},
        facts={"heard_on": {"type": "date", "about": {"en": "of the hearing"}}},
    )
    said = spoken(words("en"), one)
    assert said.show(anchor("kick_off")) == "the day on which “Kick-off {1}” is due"
    assert said.show(anchor("close")) == "the day on which “close” is due"
    assert said.show(anchor("heard_on")) == "the day “of the hearing”"
    assert said.show(anchor("acquainted")) == "the day of acquaintance with the result"
