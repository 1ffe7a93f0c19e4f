"""All that the package can say is said in three languages, with values that are there, in letters of the language."""

import re
from typing import get_args

import pytest

from policyengine.engine import questions
from policyengine.engine.ask import inputs_of
from policyengine.model.number import Mode
from policyengine.model.term import Axis, FoldKind, MonthOf
from policyengine.model.vocabulary import DECLARED, FACTS, MOMENTS, ROLES
from policyengine.words import LANGUAGES
from policyengine.words.values import Language
from tests.door import policy
from tests.words.catalogues import FOLDER, catalogue, places, sentences
from tests.words.makers import faults, findings, mentioned, nameless_findings, problems

RULE_OF_A_CODE = re.compile(r"`[^`]*`|\{\w+\}|\{\{[^}]*\}\}")
KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
LATIN_WORDS = frozenset({"YAML", "UTF"})
# What the sentences of some codes are given besides the values of their findings.
BESIDES = {"tenure": {"from", "to"}, "problem": {"counted", "role"}}
ANSWERS = (
    "methods evaluated reason by takes_part due act_by events paragraph mark grade permitted final mean periods "
    "grounds outcome delegates required placed_by problems valid competencies weakest channels last_day in_time "
    "decision_due session_due decided keep_until allowed in_force from duties"
).split()
ASKED = (  # the facts that stand inside of others
    "absences.kind absences.from absences.to seconded.body seconded.from seconded.to indicators.plan indicators.fact "
    "indicators.mark indicators.less_is_better respondents.id respondents.role members.id members.role"
).split()

languages = pytest.mark.parametrize("language", LANGUAGES)


@languages
def test_every_fault_has_a_message_and_a_hint(language: Language) -> None:
    said = catalogue(language)
    assert sorted(code for code in faults() if code not in said["faults"]) == []
    # Nobody needs to be told how to put these right: the message says it.
    assert sorted(code for code in faults() if code not in said["hints"]) == []


def test_every_code_that_the_package_mentions_is_the_code_of_some_fault() -> None:
    assert mentioned() - faults().keys() == set()


@languages
def test_every_finding_has_a_sentence(language: Language) -> None:
    assert sorted(code for code in findings() if code not in catalogue(language)["findings"]) == []


def test_the_code_of_every_finding_can_be_read_in_the_source() -> None:
    assert nameless_findings() == []


@pytest.mark.parametrize("section", ["faults", "hints"])
def test_no_sentence_is_left_over_from_a_fault_that_nobody_makes(section: str) -> None:
    known = faults().keys() | {"like"}
    assert [code for code in catalogue("en")[section] if code.partition(".")[0] not in known] == []


def test_no_sentence_is_left_over_from_a_finding_that_nobody_makes() -> None:
    assert [code for code in catalogue("en")["findings"] if code.partition(".")[0] not in findings()] == []


@languages
def test_every_place_of_a_fault_is_a_value_that_some_maker_gives(language: Language) -> None:
    for section in ("faults", "hints"):
        for code, sentence in catalogue(language)[section].items():
            given = {"like"} if code == "like" else faults()[code.partition(".")[0]]
            assert places(sentence) <= given, (section, code, places(sentence) - given)


@languages
def test_every_place_of_a_finding_is_a_value_that_some_maker_gives(language: Language) -> None:
    for code, sentence in catalogue(language)["findings"].items():
        stem = code.partition(".")[0]
        given = findings()[stem] | BESIDES.get(stem, set())
        assert places(sentence) <= given, (code, places(sentence) - given)


def test_the_languages_have_the_same_sentences_with_the_same_places() -> None:
    first = catalogue("en")
    for language in LANGUAGES:
        other = catalogue(language)
        assert list(other) == list(first)
        for section, said in first.items():
            assert list(other[section]) == list(said), (language, section)
            for code in said:
                assert places(other[section][code]) == places(said[code]), (language, section, code)


@languages
def test_all_that_the_grammars_can_say_is_said(language: Language) -> None:
    said = catalogue(language)
    folds = {
        f"{kind} of {every}{axis}" for kind in get_args(FoldKind) for every in ("", "all ") for axis in get_args(Axis)
    }
    assert set(said["folds"]) == folds
    assert set(said["roundings"]) == set(get_args(Mode))
    assert set(said["moments"]) == MOMENTS
    assert set(get_args(MonthOf)) <= set(said["names"])
    assert {f"type.{kind}" for kind in (*FACTS.values(), *DECLARED.values())} <= set(said["names"])


@languages
def test_all_that_answers_are_made_of_has_a_name(language: Language) -> None:
    said = catalogue(language)
    absent = ("hr", "supervisor", "peer", "subordinate")  # whoever a file requires: the code is made of the role
    assert [one for one in problems() if f"problem.{one}" not in said["findings"]] == []
    assert [one for one in absent if one not in said["names"]] == []
    assert [one for one in ANSWERS if f"answer.{one}" not in said["names"]] == []
    assert [one for one in questions() if f"question.{one}" not in said["names"]] == []
    assert [one for one in (*ROLES, "self", "respondent") if one not in said["names"]] == []


@languages
def test_every_fact_that_is_asked_for_is_explained(language: Language) -> None:
    names = catalogue(language)["names"]
    for name in ("taskala", "nura"):
        one = policy(name)
        declared = one.block("/facts")
        for question in questions():
            inputs = inputs_of(one, question)
            inner = inputs["person"].fields if "person" in inputs else {}
            for fact in ({**inputs, **inner}).keys() - declared.keys():
                assert f"fact.{question}.{fact}" in names or f"fact.{fact}" in names, (question, fact)
    assert [one for one in ASKED if f"fact.{one}" not in names] == []


def test_messages_are_one_line_in_lower_case_without_a_final_stop() -> None:
    for language, section, code, sentence in sentences():
        if section in {"faults", "hints"}:
            first = sentence.lstrip("`")[0]
            assert "\n" not in sentence
            assert not sentence.endswith((".", " ")), (language, code)
            assert sentence.startswith(("`", "YAML")) or not first.isupper(), (language, code)


def test_what_fills_a_place_of_a_message_stands_in_backticks_or_is_a_number_or_a_list() -> None:
    bare = {
        "paragraph",
        "words",
        "keys",
        "sections",
        "kinds",
        "kind",
        "limit",
        "least",
        "most",
        "value",
        "count",
        "from",
    }
    bare |= {"to", "step", "problem", "case", "servants", "left", "needed", "sum", "year", "pointers", "languages"}
    for language, section, code, sentence in sentences():
        if section == "faults":
            outside = places(re.sub(r"`[^`]*`", "", sentence))
            assert outside <= bare, (language, code, outside - bare)


@pytest.mark.parametrize(("language", "alphabet"), [("kk", KAZAKH), ("ru", RUSSIAN)])
def test_words_are_written_in_the_letters_of_their_language(language: Language, alphabet: str) -> None:
    """A Latin letter that looks like a Cyrillic one breaks search, sorting and screen readers."""
    for section, said in catalogue(language).items():
        for code, sentence in said.items():
            for word in re.findall(r"[^\W\d_]+", RULE_OF_A_CODE.sub(" ", sentence)):
                assert word in LATIN_WORDS or set(word.lower()) <= set(alphabet), (language, section, code, word)


def test_english_is_written_in_latin_letters() -> None:
    for section, said in catalogue("en").items():
        for code, sentence in said.items():
            assert not re.search(r"[Ѐ-ӿ]", sentence), (section, code)


def test_kazakh_moments_end_so_that_their_case_ending_can_follow() -> None:
    """The sentences of terms put the endings of «күн» behind a moment: «танысқан күн» + «нен кейін»."""
    said = catalogue("kk")
    endings = [*said["moments"].values(), said["terms"]["day_of_event"], said["terms"]["day_of_fact"]]
    assert [
        one for one in (*endings, said["terms"]["later"], said["terms"]["earlier"]) if not one.endswith(" күн")
    ] == []


def test_each_sentence_stands_on_a_line_of_its_own() -> None:
    for language in LANGUAGES:
        said = catalogue(language)
        lines = sum(len(one) + 2 for one in said.values()) + 2
        assert len((FOLDER / f"{language}.json").read_text("utf-8").splitlines()) == lines
