"""Duties in words: what somebody has to do, and when."""

from policyengine.handbook.values import Said
from policyengine.model.pointer import join
from policyengine.model.policy import Policy
from policyengine.model.term import Moment
from policyengine.terms.times import term
from policyengine.words import Words


def duty_in_words(duty: str, words: Words, policy: Policy) -> str:
    """What somebody has to do: in the words of the policy, else what is done with what."""
    known = (f"{section}.{duty}" for section in ("duties", "notices", "timetable"))
    name = next((one for one in known if one in words.names), None)
    if name is not None:
        return words.name(name)
    owner, _, part = duty.partition(".")
    steps = (policy.block(join(section, owner, "steps", part)) for section in ("/methods", "/plans"))
    does = next((f"does.{step['does']}" for step in steps if "does" in step), "")
    code = does or ("duty.acquaintance" if owner == "acquaintance" else f"duty.{part.partition('.')[0]}")
    return words.say("ui", "duty_of", owner=owner, does=Said(text=words.say("names", code)))


def when_in_words(text: str, words: Words) -> str:
    """When a duty is due: at all times, by the day of an event, before or on a day, or by a term."""
    found = term(text)
    before, on = text.removeprefix("before "), text.removeprefix("on ")
    if found is not None:
        return words.show(found)
    if before != text:
        return words.say("terms", "before_moment", anchor=Moment(name=before))
    return words.say("terms", "always" if on == text else "on_moment", anchor=Moment(name=on))
