"""Change any operative value of any methodology, and what is shown changes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest

from policyengine.handbook.show.document import Section
from policyengine.handbook.show.outline import SECTIONS, outline, voice_of
from policyengine.handbook.show.parts import section
from policyengine.model.policy import Policy
from policyengine.scenarios.mutations import changed, mutations
from policyengine.words import LANGUAGES
from policyengine.words.values import Language
from tests.door import policy, schema
from tests.show.made_up import PREDICATES, VARIANTS, methodology
from tests.show.speaking import POLICIES, Listening, catalogue, document, leaves, sentences, with_value, words

EXAMPLES = ("alatau", "karasu", "saryarka")
NOT_SHOWN = ("/vocabulary", "/definitions/one/of", "/definitions/two/of", "/act/paragraphs", "/language", "/policy")


def at_work() -> list[str]:
    """The names of the sections that hold rules."""
    names: list[str] = schema()["x-operative"]
    return names


@cache
def told(name: str, language: Language, made: Policy) -> Section:
    return section(voice_of(made, words(language)), name, SECTIONS[name])


class Shown:
    """A policy as it is shown; tells whether another one is shown in the same way."""

    def __init__(self, made: Policy, language: Language) -> None:
        self.language, self.voice = language, voice_of(made, words(language))
        self.sections = {name: section(self.voice, name, one) for name, one in SECTIONS.items()}

    def same(self, other: Policy, pointer: str) -> bool:
        """Whether nothing tells the two apart: the sections that speak of an address are looked at first."""
        voice = voice_of(other, words(self.language))
        here = [name for name, one in self.sections.items() if any(speaks(one, pointer))]
        names = [*here, *(name for name in SECTIONS if name not in here)]
        return all(section(voice, name, SECTIONS[name]) == self.sections[name] for name in names)


def speaks(one: Section, pointer: str) -> Iterator[bool]:
    for part in one.parts:
        if isinstance(part, Section):
            yield from speaks(part, pointer)
        else:
            rows = getattr(part, "rows", (part,))
            yield from (pointer.startswith(at) or at.startswith(pointer) for row in rows for at in row.at)


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


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_word_of_the_language_is_said(variant: int) -> None:
    """Whatever stands in a methodology that uses all of the language, another value is told in another way."""
    made, maker = methodology(schema(), variant)
    language = LANGUAGES[variant % len(LANGUAGES)]
    shown = Shown(made, language)
    others = {
        pointer: value
        for pointer, value in maker.others.items()
        if not pointer.startswith(NOT_SHOWN) and pointer.rpartition("/")[2] not in set(LANGUAGES) - {language}
    }
    unseen = [pointer for pointer, value in others.items() if shown.same(with_value(made, pointer, value), pointer)]
    assert unseen == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_value_that_is_still_open_is_told_as_open(variant: int) -> None:
    made, maker = methodology(schema(), variant)
    language = LANGUAGES[variant % len(LANGUAGES)]
    shown = Shown(made, language)
    unseen = [pointer for pointer in sorted(maker.readable) if shown.same(with_value(made, pointer, "open"), pointer)]
    assert unseen == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_condition_is_told_in_its_own_words(language: Language) -> None:
    made, _ = methodology(schema(), 0)
    said = [document(with_value(made, "/routes/one/when", one), language) for one in PREDICATES]
    told_of_it = {next(row.cells for row in sentences(one) if "/routes/one/group" in row.at) for one in said}
    assert len(told_of_it) == len(PREDICATES)


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
    unseen = [
        (reading, option)
        for reading, one in made.tree["readings"].items()
        for option, chosen in one["options"].items()
        if option != one["chosen"]
        and "sets" in chosen
        and not is_inner(one)
        and shown.same(policy(name, ((reading, option),)), "/uses")
    ]
    assert unseen == []


def is_inner(reading: Mapping[str, object]) -> bool:
    """Whether a reading matters only beside an option that is not chosen."""
    return "only_with" in reading
