"""Change any operative value of any methodology, and what is shown changes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from policyengine.handbook.show.document import Section, Table, inside
from policyengine.handbook.show.outline import SECTIONS, outline, voice_of
from policyengine.handbook.show.parts import section
from policyengine.handbook.show.voice import Voice
from policyengine.model.pointer import above
from policyengine.model.policy import Policy
from policyengine.scenarios.mutations import changed, mutations
from policyengine.words import LANGUAGES
from policyengine.words.values import Language
from tests.door import policy, schema
from tests.show.made_up import PREDICATES, VARIANTS, methodology
from tests.show.speaking import POLICIES, Listening, catalogue, leaves, with_value, words

EXAMPLES = ("alatau",)
CHANGED = range(3)  # one variant in each language
# The name and the notice stand above the sections; a block of which every part has its own citation needs none.
ABOVE = ("/name", "/act/courtesy/", "/methods/two/items/paragraph")
NOT_SHOWN = (*ABOVE, "/vocabulary", "/act/paragraphs", "/language", "/policy")


def at_work() -> list[str]:
    """The names of the sections that hold rules."""
    names: list[str] = schema()["x-operative"]
    return names


class Shown:
    """A policy as it is shown; tells whether another one is shown in the same way."""

    def __init__(self, made: Policy, language: Language) -> None:
        self.language, self.voice = language, voice_of(made, words(language))
        self.sections = {name: section(self.voice, name, one) for name, one in SECTIONS.items()}
        self.speaking: dict[str, set[str]] = {}
        for name, one in self.sections.items():
            for said in inside(one.parts):
                for at in said.at:
                    self.speaking.setdefault(at, set()).add(name)

    def same(self, other: Policy, pointer: str) -> bool:
        """Whether nothing tells the two apart: the sections that speak of an address are looked at first."""
        near = {name for at in above(pointer) for name in self.speaking.get(at, ())}
        if not self._all_same(near, replace(self.voice, policy=other)):
            return False
        return self._all_same(SECTIONS, voice_of(other, words(self.language)))

    def _all_same(self, names: Iterable[str], voice: Voice) -> bool:
        return all(section(voice, name, SECTIONS[name]) == self.sections[name] for name in names)


@pytest.mark.parametrize("name", [*POLICIES, *EXAMPLES])
def test_a_change_of_one_step_is_seen_by_whoever_reads(name: str) -> None:
    made = policy(name)
    shown = Shown(made, "ru")
    unseen = [
        (one.place, one.old, one.new)
        for one in mutations(made.tree, schema())
        if not one.place.startswith("/readings")
        and shown.same(replace(made, tree=changed(made.tree, one)), one.pointer)
    ]
    assert unseen == []


@pytest.mark.parametrize("name", POLICIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_rule_is_shown_in_its_language(name: str, language: Language) -> None:
    made = policy(name)
    shown = Shown(made, language)
    texts = [
        pointer
        for pointer in leaves(
            {one: made.tree[one] for one in [*at_work(), "roles", "facts", "grades"] if one in made.tree}
        )
        if pointer.endswith(f"/{language}")
    ]
    assert texts
    assert [one for one in texts if shown.same(with_value(made, one, "Something else altogether"), one)] == []


@pytest.mark.parametrize("variant", CHANGED)
def test_every_word_of_the_language_is_said(variant: int) -> None:
    """Whatever stands in a methodology that uses all of the language, another value is told in another way."""
    made, maker = methodology(schema(), variant)
    language = LANGUAGES[variant]
    shown = Shown(made, language)
    others = {pointer: value for pointer, value in maker.others.items() if is_shown(pointer, language)}
    unseen = [pointer for pointer, value in others.items() if shown.same(with_value(made, pointer, value), pointer)]
    assert unseen == []


def is_shown(pointer: str, language: Language) -> bool:
    """Whether a document in a language has to tell what stands there: not the texts of others, nor ids in themselves."""
    keys = pointer.split("/")
    in_others = set(LANGUAGES) - {language}
    link = keys[1] == "definitions" and keys[-1] == "of"
    return not (pointer.startswith(NOT_SHOWN) or in_others & set(keys[-2:]) or link or keys[-1] == "chosen")


def test_a_value_that_is_still_open_is_told_as_open() -> None:
    made, maker = methodology(schema(), 0)
    shown = Shown(made, "ru")
    unseen = [pointer for pointer in sorted(maker.readable) if shown.same(with_value(made, pointer, "open"), pointer)]
    assert unseen == []


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
    shown = Shown(made, "kk")
    others = [(reading, option) for reading, option in alternatives(made)]
    assert [one for one in others if shown.same(policy(name, (one,)), "")] == []


def alternatives(made: Policy) -> Iterator[tuple[str, str]]:
    """The options that fill something and are not chosen; a reading that matters only beside another is left out."""
    for name, _ in made.root["readings"].items():
        reading = made.block(f"/readings/{name}")
        for option, _ in made.root["readings"][name]["options"].items():
            sets = made.block(f"/readings/{name}/options/{option}").get("sets")
            if sets and option != made.chosen[name] and "only_with" not in reading:
                yield name, option
