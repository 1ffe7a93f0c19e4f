"""Change any operative value of any methodology, and what is shown changes."""

from collections.abc import Iterator

import pytest

from policyengine.handbook.show.document import Section, Table
from policyengine.handbook.show.outline import SECTIONS, outline, voice_of
from policyengine.handbook.show.parts import section
from policyengine.model.policy import Policy
from policyengine.scenarios.mutations import mutations
from policyengine.words import LANGUAGES
from policyengine.words.values import Language
from tests.door import policy, schema
from tests.show.changes import Change, unseen
from tests.show.made_up import VARIANTS, methodology
from tests.show.phrases import PREDICATES
from tests.show.speaking import POLICIES, Listening, catalogue, document, leaves, with_value, words

EXAMPLES = ("alatau", "karasu", "saryarka")
# The name and the notice stand above the sections; a block of which every part has its own citation needs none.
ABOVE = ("/name", "/act/courtesy/", "/methods/two/items/paragraph")
# Each variant has other words and phrases in every place; `make test` tries the first of each language.
CHANGED = [pytest.param(one, marks=[pytest.mark.soak] if one >= len(LANGUAGES) else []) for one in VARIANTS]
NOT_SHOWN = (*ABOVE, "/vocabulary", "/act/paragraphs", "/language", "/policy")


@pytest.mark.parametrize("name", [*POLICIES, *EXAMPLES])
def test_a_change_of_one_step_is_seen_by_whoever_reads(name: str) -> None:
    made = policy(name)
    steps = [
        Change(place=one.place, pointer=one.pointer, new=one.new)
        for one in mutations(made.tree, schema())
        if not one.place.startswith("/readings")
    ]
    assert steps
    assert unseen(made, "ru", steps) == []


@pytest.mark.parametrize("name", POLICIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_rule_is_shown_in_its_language(name: str, language: Language) -> None:
    made = policy(name)
    rules = {one: made.tree[one] for one in [*at_work(), "roles", "facts", "grades"] if one in made.tree}
    texts = [one for one in leaves(rules) if one.endswith(f"/{language}") and "/from/place/" not in one]
    assert texts
    assert unseen(made, language, [Change(place=one, pointer=one, new="Something else") for one in texts]) == []


def at_work() -> list[str]:
    """The names of the sections that hold rules."""
    names: list[str] = schema()["x-operative"]
    return names


@pytest.mark.parametrize("variant", CHANGED)
def test_every_word_of_the_language_is_said(variant: int) -> None:
    """Whatever stands in a methodology that uses all of the language, another value is told in another way."""
    language = LANGUAGES[variant % len(LANGUAGES)]
    made, maker = methodology(schema(), variant)
    others = [Change(place=at, pointer=at, new=one) for at, one in maker.others.items() if is_shown(at, language)]
    assert unseen(made, language, others) == []


def is_shown(pointer: str, language: Language) -> bool:
    """Whether a document in a language has to tell what stands there: not the texts of others, nor links."""
    keys = pointer.split("/")
    in_others = set(LANGUAGES) - {language}
    link = keys[1] == "definitions" and keys[-1] == "of"
    return not (pointer.startswith(NOT_SHOWN) or in_others & set(keys[-2:]) or link or keys[-1] == "chosen")


@pytest.mark.parametrize("variant", CHANGED)
def test_a_value_that_is_still_open_is_told_as_open(variant: int) -> None:
    made, maker = methodology(schema(), variant)
    language = LANGUAGES[variant % len(LANGUAGES)]
    assert unseen(made, language, [Change(place=at, pointer=at, new="open") for at in sorted(maker.readable)]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_condition_is_told_in_its_own_words(language: Language) -> None:
    made, _ = methodology(schema(), 0)
    told = {condition_of_the_first_route(with_value(made, "/routes/one/when", one), language) for one in PREDICATES}
    assert len(told) == len(PREDICATES)


def condition_of_the_first_route(made: Policy, language: Language) -> tuple[str, ...]:
    voice = voice_of(made, words(language))
    routes = section(voice, "people", SECTIONS["people"]).parts[0]
    assert isinstance(routes, Section)
    return next(part for part in routes.parts if isinstance(part, Table)).rows[0].cells


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("variant", VARIANTS)
def test_no_sentence_is_missing_for_what_a_methodology_may_say(language: Language, variant: int) -> None:
    made, _ = methodology(schema(), variant)
    listening = Listening(language=language, catalogue=catalogue(language), names={})
    outline(made, listening)
    assert listening.missed == set()


@pytest.mark.parametrize("name", POLICIES)
def test_what_a_reading_chooses_is_shown(name: str) -> None:
    """Every other option of a reading that fills something is shown otherwise than the chosen one."""
    made = policy(name)
    shown = document(made, "kk").sections
    assert [one for one in alternatives(made) if document(policy(name, (one,)), "kk").sections == shown] == []


def alternatives(made: Policy) -> Iterator[tuple[str, str]]:
    """The options that fill something and are not chosen; a reading that matters only beside another is left out."""
    for name in made.block("/readings"):
        reading = made.block(f"/readings/{name}")
        for option in made.block(f"/readings/{name}/options"):
            sets = made.block(f"/readings/{name}/options/{option}").get("sets")
            if sets and option != made.chosen[name] and "only_with" not in reading:
                yield name, option
