"""What the document has: its order, the ground of every sentence, the readings that it marks."""

from collections.abc import Iterator

import pytest

from policyengine.handbook.show import FORMS
from policyengine.handbook.show.document import Row, Section, Sentence, inside
from policyengine.handbook.show.outline import SECTIONS
from policyengine.model.policy import Policy
from policyengine.model.tree import under
from policyengine.words import LANGUAGES
from policyengine.words.values import Language
from tests.door import policy, schema
from tests.show.made_up import methodology
from tests.show.speaking import POLICIES, document, sentences, with_value

policies = pytest.mark.parametrize("name", POLICIES)
languages = pytest.mark.parametrize("language", LANGUAGES)
# What is told in these stands on no paragraph: other acts, silence, and the reasons for a reading.
BESIDE_THE_ACT = frozenset({"readings", "silence"})


def cited(tree: object) -> Iterator[str]:
    """Every place that a policy cites."""
    if isinstance(tree, list):
        for one in tree:
            yield from cited(one)
    if isinstance(tree, dict):
        for key, one in tree.items():
            if key in {"paragraph", "cited"}:
                ones = list(one.values()) if isinstance(one, dict) else [one]
                yield from (str(place) for some in ones for place in (some if isinstance(some, list) else [some]))
            else:
                yield from cited(one)


def ids(sections: tuple[Section, ...]) -> list[str]:
    return [one.id for one in sections]


def text_of(said: Sentence | Row) -> str:
    return said.text if isinstance(said, Sentence) else "; ".join(said.cells)


def said_of(made: Policy, pointer: str, language: Language = "ru") -> str:
    """What is said of the value at an address."""
    return next(text_of(one) for one in sentences(document(made, language)) if pointer in one.at)


def ground_of(made: Policy, pointer: str) -> str:
    """On what the words about a value stand."""
    return next(one.ground.cited for one in sentences(document(made, "ru")) if pointer in one.at)


@policies
@languages
def test_sections_come_in_the_order_in_which_a_methodology_is_read(name: str, language: Language) -> None:
    found = ids(document(policy(name), language).sections)
    assert found == [one for one in SECTIONS if one in found]
    assert {"act", "methods", "people", "calendar", "review", "duties", "readings", "silence"} <= set(found)


def test_a_methodology_that_uses_all_of_the_language_has_every_section() -> None:
    assert ids(document(methodology(schema(), 0)[0], "ru").sections) == list(SECTIONS)


@policies
def test_every_place_that_a_file_cites_is_cited_in_the_document(name: str) -> None:
    made = policy(name)
    tree = {key: one for key, one in made.tree.items() if key != "readings"}
    shown = {place for said in sentences(document(made, "kk")) for place in said.ground.places}
    assert set(cited(tree)) - shown == set()


@policies
def test_every_sentence_on_a_rule_says_on_what_it_stands(name: str) -> None:
    bare = [
        text_of(said)
        for one in document(policy(name), "kk").sections
        if one.id not in BESIDE_THE_ACT
        for said in inside(one.parts)
        if not said.ground.places and not said.ground.marks and not said.at[0].startswith(("/other_acts", "/facts"))
    ]
    assert bare == []


@policies
@languages
def test_every_mark_leads_to_the_reading_that_it_names(name: str, language: Language) -> None:
    made = document(policy(name), language)
    readings = next(one for one in made.sections if one.id == "readings")
    told = {f"reading-{mark.id}": made.place_of(mark) for said in sentences(made) for mark in said.ground.marks}
    at = {one.id: one.number for one in readings.parts if isinstance(one, Section)}
    assert told
    assert {name: place.partition(" ")[0] for name, place in told.items()} == {name: at[name] for name in told}


@policies
@languages
def test_a_sentence_of_a_courtesy_language_is_flagged(name: str, language: Language) -> None:
    made = policy(name)
    listed = under(made.tree, "act", "courtesy")["languages"]
    assert isinstance(listed, list)
    courtesy = language in listed
    assert {said.courtesy for said in sentences(document(made, language))} == {courtesy}
    assert bool(document(made, language).notice) is courtesy


@languages
def test_a_value_that_a_reading_fills_with_nothing_is_told(language: Language) -> None:
    assert said_of(policy("taskala"), "/uses", language)
    assert said_of(policy("nura"), "/review/session/members", language)


def test_what_the_file_itself_leaves_out_on_purpose_is_told() -> None:
    made = policy("nura")
    raw = {**made.raw, "uses": "none", "act": made.raw["act"]}
    without = Policy(id=made.id, tree={**with_value(made, "/uses", None).tree}, raw=raw, chosen=made.chosen)
    assert said_of(without, "/uses") == "Акт не устанавливает, для чего служит результат оценки."


@pytest.mark.parametrize(
    ("pointer", "value", "said"),
    [
        ("/timetable/evaluation/due", "day 15 of the month after", "15-е число месяца, следующего за периодом"),
        ("/delegation/more_than", 31, "больше 31"),
        ("/review/session/quorum", "2/3", "доля членов: 2/3."),
        ("/retention/for", "open", "ещё предстоит установить по акту"),
        ("/delegation", "open", "ещё предстоит установить по акту"),
    ],
)
def test_a_changed_value_is_told_in_words(pointer: str, value: object, said: str) -> None:
    made = with_value(policy("taskala"), pointer, value)
    told = " ".join(text_of(one) for one in sentences(document(made, "ru")))
    assert said in told


def test_a_sentence_stands_on_the_nearest_citation() -> None:
    made = policy("taskala")
    assert ground_of(made, "/delegation/more_than") == "п. 18, ч. 3"
    assert ground_of(made, "/review/session/members/least") == "п. 20, ч. 2"
    assert ground_of(made, "/act/repeals/number") == "п. 2 решения"
    assert ground_of(made, "/roles/evaluated/name") == "п. 2, подп. 5"


def test_a_value_that_the_act_states_nowhere_is_cited_where_its_reading_asks() -> None:
    assert ground_of(policy("taskala"), "/counting/on_day_off") == "п. 4, ч. 1"


def test_another_act_is_cited_by_its_number_and_date() -> None:
    made = policy("nura")
    assert ground_of(made, "/bands/permitted/rows/p95/from") == "акт от 16 января 2018 года № 13, приложение 3"


def test_a_document_is_the_same_whenever_it_is_made() -> None:
    for write in FORMS.values():
        assert write(document(policy("nura"), "kk")) == write(document(policy("nura"), "kk"))
