"""The outline: the whole methodology in plain words, from the act and its life to what it says nothing of."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from policyengine.handbook.citations import cited, written
from policyengine.handbook.names import spoken
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
from policyengine.handbook.show.document import Document
from policyengine.handbook.show.parts import Told, numbered, section
from policyengine.handbook.show.voice import Citing, Voice
from policyengine.model.policy import Policy
from policyengine.words import Words

# What each section holds: words of its own, or sections inside it.
SECTIONS: Final[Mapping[str, tuple[Told, ...] | Mapping[str, Told]]] = {
    "act": (act.envelope, act.in_force, act.layers, act.other_acts),
    "scope": (act.scope, act.means),
    "who": {"definitions": who.definitions, "roles": who.roles, "groups": who.groups, "facts": who.facts},
    "marks": (marks.grades, marks.scales, marks.bands),
    "methods": (methods.methods,),
    "year": (year.results,),
    "people": {
        "routes": people.routes,
        "instead": people.instead,
        "secondment": people.secondment,
        "delegation": people.delegation,
    },
    "not_evaluated": (people.not_evaluated,),
    "plans": (plans.plans,),
    "calendar": {"counting": times.counting, "timetable": times.timetable},
    "known": {"acquaintance": known.acquaintance, "notices": known.notices, "refusals": known.refusals},
    "review": (review.review,),
    "remedies": (after.remedies,),
    "uses": (after.uses,),
    "secrecy": (after.secrecy,),
    "retention": (after.retention,),
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
    voice = voice_of(policy, words)
    made = numbered(section(voice, name, told) for name, told in SECTIONS.items())
    return Document(
        policy=policy.id,
        language=words.language,
        title=voice.plain(policy.tree["name"]),
        notice=_notice(voice),
        interpretation=str(voice.say("document", "interpretation")),
        readings=next((one.number for one in made if one.id == "readings"), ""),
        contents=str(voice.say("document", "contents")),
        grounds=str(voice.say("document", "grounds")),
        sections=made,
    )


def voice_of(policy: Policy, words: Words) -> Voice:
    """The voice of a policy; its citations call another act by number and date, and put no bracket inside brackets."""
    languages = policy.block("/act/courtesy").get("languages")
    known = spoken(words, policy)
    voice = Voice(
        policy=policy,
        words=known,
        citing=_citing(policy, known),
        readings={name: number for number, name in enumerate(policy.block("/readings"), 1)},
        courtesy=isinstance(languages, list) and words.language in languages,
    )
    short = {act: {words.language: voice.short_name(act)} for act in policy.block("/other_acts")}
    places = {**words.catalogue.get("places", {}), **words.catalogue.get("show.places", {})}
    brief = replace(known, names={**known.names, **short}, catalogue={**known.catalogue, "places": places})
    return replace(voice, words=brief, citing=_citing(policy, brief))


def _citing(policy: Policy, words: Words) -> Citing:
    """How places are cited; many sentences stand on the same, so each group of places is put into words once."""
    return cache(lambda places: (written(places, words, policy), cited(places, words, policy)))


def _notice(voice: Voice) -> str:
    """That the words are a courtesy translation, said once, at the top."""
    return voice.plain(voice.policy.block("/act/courtesy").get("about", "")) if voice.courtesy else ""
