"""The outline: the whole methodology in plain words, from the act and its life to what it says nothing of."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from policyengine.handbook.show import (
    act,
    after,
    honest,
    known,
    marks,
    methods,
    people,
    plans,
    review,
    tasks,
    times,
    who,
    year,
)
from policyengine.handbook.show.document import Document, Section
from policyengine.handbook.show.parts import Told, numbered, section
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Policy
from policyengine.words import Words

SECTIONS: Final[Mapping[str, tuple[Told, ...]]] = {
    "act": (act.envelope, act.in_force, act.layers, act.other_acts),
    "scope": (act.scope,),
    "who": (who.definitions, who.roles, who.groups, who.facts),
    "marks": (marks.grades, marks.scales, marks.bands),
    "methods": (methods.methods,),
    "year": (year.results,),
    "people": (people.routes, people.instead, people.secondment, people.delegation),
    "not_evaluated": (people.not_evaluated,),
    "plans": (plans.plans,),
    "calendar": (times.counting, times.timetable),
    "known": (known.acquaintance, known.notices, known.refusals),
    "review": (review.review,),
    "remedies": (after.remedies,),
    "uses": (after.uses, after.secrecy, after.retention),
    "duties": (tasks.duties,),
    "forms": (tasks.forms,),
    "readings": (honest.readings,),
    "corrections": (honest.corrections,),
    "divergences": (honest.divergences,),
    "remarks": (honest.remarks,),
    "silence": (honest.silence,),
    "idle": (honest.idle,),
}


def outline(policy: Policy, words: Words) -> Document:
    """The document of a policy in the language of the words; nothing operative is left out of it."""
    voice = _voice(policy, words)
    made = numbered(section(voice, name, *told) for name, told in SECTIONS.items())
    return Document(
        policy=policy.id,
        language=words.language,
        title=voice.plain(policy.tree["name"]),
        notice=_notice(voice),
        see=_see(voice, made),
        contents=str(voice.say("document", "contents")),
        grounds=str(voice.say("document", "grounds")),
        sections=made,
    )


def _voice(policy: Policy, words: Words) -> Voice:
    """The voice of a policy; in its terms, events and declared dates go by their names."""
    events = {
        name: one["name"]
        for name, one in policy.block("/timetable").items()
        if isinstance(one, Mapping) and "name" in one
    }
    dates = {
        name: one["about"]
        for name, one in policy.block("/facts").items()
        if isinstance(one, Mapping) and "about" in one
    }
    return Voice(
        policy=policy,
        words=replace(words, names=dates | events),
        readings={name: number for number, name in enumerate(policy.block("/readings"), 1)},
        courtesy=words.language in policy.block("/act/courtesy").get("languages", ()),
    )


def _notice(voice: Voice) -> str:
    """That the words are a courtesy translation, said once, at the top."""
    return voice.plain(voice.policy.block("/act/courtesy").get("about", "")) if voice.courtesy else ""


def _see(voice: Voice, sections: tuple[Section, ...]) -> str:
    number = next((one.number for one in sections if one.id == "readings"), "")
    return str(voice.say("document", "see", n=number))
