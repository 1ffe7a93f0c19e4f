"""Is the composition of a deciding body in order?"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.blocks.bodies import body_of, deciding_body
from policyengine.blocks.case import Case
from policyengine.blocks.resting import readings_in, resting
from policyengine.blocks.surveys import missing_kind
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, lacking, unknown
from policyengine.model.given import TEXT, Input, Shape, list_of, listed, word_of
from policyengine.model.policy import Node, Policy

ODD: Final = "odd"
APPELLANT, EVALUATOR = "appellant", "evaluator"
EVALUATORS = frozenset({EVALUATOR, "substitute", "delegate"})
OTHER_EVALUATORS = "other_evaluators"
ONE_OR_LIST: Shape = "words"

Entries = tuple[Mapping[str, object], ...]


def applies(policy: Policy) -> bool:
    """Whether the methodology knows a deciding body."""
    return deciding_body(policy) is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The members, who appeals, who evaluated, who is present, who chairs."""
    ids = list_of(TEXT)
    return {
        "members": listed({"id": TEXT, "role": word_of("roles")}),
        "appellant": TEXT,
        "evaluator": Input(shape=ONE_OR_LIST),
        "present": ids,
        "chair": TEXT,
        "body": word_of("review"),
    }


def answer(case: Case) -> Finding:
    """`valid` and `problems`."""
    body = body_of(case)
    rules = body.get("members")
    listed_members = case.needed("members")
    entries = case.entries("members")
    missing = lacking(listed_members) | lacking(entries) | _needed(case, body, rules) | _unnamed(entries, rules)
    if missing:
        return body.finding({"valid": Missing(facts=missing), "problems": Missing(facts=missing)}, "session")
    _refuse_strangers(case, entries)
    problems = list(_problems(case, body, rules, entries))
    value = {"valid": not problems, "problems": sorted({str(one.value) for one in problems})}
    silent = [] if rules is not None else [body.place("members").finding(None, "nothing_enforced")]
    return resting((rules or body).finding(value, "session", *problems, *silent), _rests(rules, entries))


def _needed(case: Case, body: Node, rules: Node | None) -> frozenset[str]:
    excluded = frozenset() if rules is None else frozenset(rules.names("must_not"))
    on_application = body.says("called") == "on_application"
    needed = [case.needed("appellant")] if APPELLANT in excluded and on_application else []
    return lacking(needed + ([case.needed("evaluator")] if excluded & EVALUATORS else []) + [case.given("present")])


def _unnamed(entries: Entries, rules: Node | None) -> frozenset[str]:
    named = rules is not None and (rules.get("must") or rules.get("counts"))
    parts = ("id", "role") if named else ("id",)
    return lacking(
        [
            unknown(f"members[{number}].{part}")
            for number, one in enumerate(entries)
            for part in parts
            if part not in one
        ]
    )


def _refuse_strangers(case: Case, entries: Entries) -> None:
    ids = {one.get("id") for one in entries}
    faults = [
        Fault(code="contradictory_facts", at=name, says={"reason": "no_member", "value": person})
        for name in ("present", "chair")
        for person in _ids(case, name)
        if person not in ids
    ]
    if faults:
        raise Refused(faults)


def _ids(case: Case, name: str) -> tuple[str, ...]:
    value = case.given(name)
    listed = value if isinstance(value, tuple) else () if value is None else (value,)
    return tuple(str(one) for one in listed if not isinstance(one, Missing))


def _problems(case: Case, body: Node, rules: Node | None, entries: Entries) -> Iterator[Finding]:
    ids = [str(one.get("id")) for one in entries]
    if any(count > 1 for count in Counter(ids).values()):
        yield body.finding("duplicate_id", "problem")
    if rules is not None:
        yield from _of_number(rules, len(_counted(rules, entries)))
        yield from _of_persons(case, rules, {str(one.get("id")): str(one.get("role")) for one in entries})
        yield from _of_roles(rules, {str(one.get("role")) for one in entries})
    yield from _of_quorum(case, body, {str(one.get("id")) for one in _counted(rules, entries)})


def _counted(rules: Node | None, entries: Entries) -> Entries:
    """Those of whom number and quorum are counted: all who sit, or those with a vote."""
    silent = rules.names("without_vote") if rules is not None and rules.says("counts") == "voters" else ()
    return tuple(one for one in entries if str(one.get("role")) not in silent)


def _of_number(rules: Node, count: int) -> Iterator[Finding]:
    least, most, number = (rules.get(name) for name in ("least", "most", "number"))
    if least is not None and count < least.number():
        yield least.finding("too_few_members", "problem", count=count)
    if most is not None and count > most.number():
        yield most.finding("too_many_members", "problem", count=count)
    if number is not None and number.text() == ODD and count % 2 == 0:
        yield number.finding("even_number", "problem", count=count)


def _of_persons(case: Case, rules: Node, roles: Mapping[str, str]) -> Iterator[Finding]:
    """Whoever evaluated is meant by `evaluator`; `substitute` and `delegate` mean those who sit as such."""
    excluded = rules.get("must_not")
    if excluded is None:
        return
    if APPELLANT in excluded.ids() and case.given("appellant") in roles:
        yield excluded.finding("appellant_sits", "problem")
    as_whom = {roles[one] for one in _ids(case, "evaluator") if one in roles}
    named = EVALUATORS & set(excluded.ids())
    if as_whom and (EVALUATOR in named or as_whom & named):
        yield excluded.finding("evaluator_sits", "problem")


def _of_roles(rules: Node, roles: set[str]) -> Iterator[Finding]:
    must, may = rules.get("must"), rules.get("may")
    for role in () if must is None else must.ids():
        if must is not None and role not in roles:
            yield must.finding(missing_kind(role), "problem")
    others = rules.names("must_where_they_exist")
    allowed = {*rules.names("must"), *others, *(EVALUATORS if OTHER_EVALUATORS in others else ())}
    if may is not None and may.text() == "nobody_else" and roles - allowed:
        yield may.finding("others_sit", "problem")


def _rests(rules: Node | None, entries: Entries) -> frozenset[str]:
    """The readings on which it rests that others than those who must may sit, and who is counted, where some do."""
    if rules is None:
        return frozenset()
    roles, must, silent = {str(one.get("role")) for one in entries}, rules.names("must"), rules.names("without_vote")
    others = readings_in(rules.get("may")) if roles - set(must) else frozenset()
    return others | (readings_in(rules.get("counts")) if roles & set(silent) else frozenset())


def _of_quorum(case: Case, body: Node, counted: set[str]) -> Iterator[Finding]:
    quorum, present = body.get("quorum"), case.given("present")
    there = len(counted & set(_ids(case, "present")))
    if quorum is not None and present is not None and there < quorum.number() * len(counted):
        yield quorum.finding("no_quorum", "problem", count=there)
