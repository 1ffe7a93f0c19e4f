"""Cases of bodies and respondents, of delegation, access and duties."""

from random import Random
from typing import Final

from tests.naive.chance import Given, one_in
from tests.naive.unknown import VIEWERS

PEOPLE: Final = ["ainur", "bolat", "dana", "erlan", "gulnar", "zhanar", "kairat", "madina", "nurlan", "saule"]
SITTING: Final = ["session_member", "session_member", "appointing_official", "evaluator"]
ASKED: Final = ["subordinate", "peer", "peer"]
COMMON_ROLES: Final = ["evaluated", "evaluator", "immediate_supervisor", "hr", "appointing_official", "third_party"]
OWN_ROLES: Final = {
    "taskala": ["apparatus_head", "substitute", "delegate"],
    "nura": ["unit_head", "strategic_planning"],
}
COUNTED: Final = {"taskala": ("evaluated", 20), "nura": ("unit_staff", 50)}


def session(_: str, rng: Random) -> Given:
    """One to seven members; hr mostly among them, now and then the appellant or an evaluator."""
    ids = rng.sample(PEOPLE, 10)
    members: list[Given] = [
        {"id": one, "role": rng.choice(SITTING)} for one in ids[: rng.choice([0, 1, 2, 3, 3, 4, 5, 5, 6, 7])]
    ]
    if members and not one_in(rng, 6):
        members[rng.randrange(len(members))]["role"] = "hr"
    if members and one_in(rng, 8):
        members[-1]["id"] = members[0]["id"]
    given: Given = {"members": members, "appellant": ids[0] if one_in(rng, 6) else ids[8]}
    evaluator = ids[1] if one_in(rng, 6) else ids[9]
    given["evaluator"] = rng.choice([evaluator, [evaluator], [evaluator, ids[7]]])
    if one_in(rng, 10):
        given["present"] = [member["id"] for member in members]
    if members and one_in(rng, 25):
        members[0]["role"] = "gardener"
    return given


def survey(_: str, rng: Random) -> Given:
    """Two to eight respondents, mostly with the supervisor, now and then with the person or one of them twice."""
    ids = rng.sample(PEOPLE, 9)
    number = rng.choice([2, 3, 3, 4, 5, 7, 7, 8])
    respondents: list[Given] = [{"id": one, "role": rng.choice(ASKED)} for one in ids[:number]]
    if not one_in(rng, 6):
        respondents[rng.randrange(number)]["role"] = "immediate_supervisor"
    if one_in(rng, 8):
        respondents[-1]["id"] = respondents[0]["id"]
    if one_in(rng, 12):
        respondents[-1]["role"] = rng.choice(["self", "evaluated"])
    if one_in(rng, 25):
        respondents[0]["role"] = "gardener"
    given: Given = {"group": rng.choice(["unit_head", "staff"]), "respondents": respondents}
    if one_in(rng, 2):
        given["evaluated"] = ids[0] if one_in(rng, 4) else ids[8]
    return given


def delegation(policy: str, rng: Random) -> Given:
    """A number about the one of the act."""
    name, edge = COUNTED[policy]
    return {name: rng.choice([edge - 1, edge, edge, edge + 1, edge + 1, 0, 1, 20, 21, 50, 51, rng.randint(0, 200)])}


def access(_: str, rng: Random) -> Given:
    """Any role, known or not, with or without a ground."""
    given: Given = {"viewer": rng.choice([*VIEWERS, "journalist"])}
    if not one_in(rng, 3):
        given["ground"] = rng.choice(["service_necessity", "access_to_information_law", "curiosity"])
    if one_in(rng, 12):
        given[rng.choice(sorted(given))] = "unknown"
    return given


def duties(policy: str, rng: Random) -> Given:
    """A role of the act, or none."""
    return {"role": rng.choice([*COMMON_ROLES, *OWN_ROLES[policy], "gardener" if one_in(rng, 3) else "hr"])}
