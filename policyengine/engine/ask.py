"""Ask a policy a question: the one door of the engine."""

import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

import policyengine.questions
from policyengine.blocks.case import Case
from policyengine.blocks.facts import declared_facts
from policyengine.blocks.reading_facts import read_facts
from policyengine.engine.plain import plain
from policyengine.model.fault import BeyondCalendar, Fault, Refused
from policyengine.model.finding import Finding, NeedsFacts, Phrase, lacking
from policyengine.model.given import DECLARED, Input, word_of
from policyengine.model.near import nearest
from policyengine.model.policy import Node, Policy, StillOpen

if TYPE_CHECKING:  # few questions count days, and the calendar is slow to import
    from policyengine.calendar import Calendar


class Question(Protocol):
    """What a file of the folder of questions offers."""

    def inputs(self, policy: Policy) -> Mapping[str, Input]:
        """The shapes of the facts."""

    def applies(self, policy: Policy) -> bool:
        """Whether the methodology knows the question."""

    def answer(self, case: Case) -> Finding:
        """The answer as a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The answer to a question: its value, on which readings it rests, which facts are missing, and why.

    `answer` holds JSON types only; it is None whenever facts are missing.
    """

    policy: str
    question: str
    digest: str
    answer: Mapping[str, object] | None
    readings: tuple[str, ...]
    missing: tuple[str, ...]
    why: tuple[Finding, ...]


def questions() -> tuple[str, ...]:
    """The names of all questions that can be asked."""
    import pkgutil  # noqa: PLC0415 (asking a question needs no list of them)

    return tuple(sorted(one.name for one in pkgutil.iter_modules(policyengine.questions.__path__)))


def inputs_of(policy: Policy, question: str) -> Mapping[str, Input]:
    """The shapes of the facts that a question takes of a policy, the file's own declared facts included."""
    own = dict(_question(question).inputs(policy))
    declared = {name: _shape(name, kind) for name, kind in declared_facts(policy).items() if name not in own}
    person = own.get("person")
    if person is not None:
        wider = {name: one for name, one in declared.items() if name not in person.fields}
        own["person"] = Input(shape="fields", fields={**person.fields, **wider})
    return {**own, **declared}


def _shape(name: str, kind: str) -> Input:
    """The shape of a declared fact; its words are closed by the file."""
    return word_of(f"facts.{name}.values") if kind == "one_of" else DECLARED[kind]


def ask(
    policy: Policy, question: str, given: Mapping[str, object], open_calendar: "Callable[[], Calendar]"
) -> Decision:
    """Answer a question about a policy.

    `given` are the facts as plain values; `open_calendar` gives the working days, should they be needed. Facts that are
    missing make a decision without an answer; bad input raises `Refused` with every fault.
    """
    known = _question(question)
    try:
        if not known.applies(policy):
            return _decision(policy, question, _does_not_apply(question), {"applies": False})
        facts, faults = read_facts(given, inputs_of(policy, question), lambda section: _ids(policy, section))
        case = Case(policy=_alive(policy, facts), facts=facts, open_calendar=open_calendar)
        if faults := (*faults, *_of_two_minds(facts)):
            raise Refused([*faults, *_further(question, known, case)])
        if not known.applies(case.policy):
            return _decision(policy, question, _does_not_apply(question), {"applies": False})
        found = known.answer(case)
    except StillOpen as still:
        return _missing(policy, question, frozenset({still.pointer}))
    except NeedsFacts as needs:
        return _missing(policy, question, needs.facts)
    except BeyondCalendar as beyond:
        raise Refused([_calendar_end(question, beyond)]) from None
    missing = lacking(found.value)
    if missing:
        return _missing(policy, question, missing, found)
    return _decision(policy, question, found, plain(found.value))


def _further(question: str, known: Question, case: Case) -> tuple[Fault, ...]:
    """What else is wrong with facts of which some cannot be: every fault is named at once."""
    try:
        known.answer(case)
    except Refused as refused:
        return tuple(refused.faults)
    except BeyondCalendar as beyond:
        return (_calendar_end(question, beyond),)
    except (StillOpen, NeedsFacts):
        return ()
    return ()


def _calendar_end(question: str, beyond: BeyondCalendar) -> Fault:
    says = {"value": beyond.day, "from": beyond.first, "to": beyond.last, "calendar": beyond.calendar}
    return Fault(code="calendar_end", at=question, says=says)


def _of_two_minds(facts: Mapping[str, object]) -> Iterator[Fault]:
    """A fact may be given to the question or of its person; given twice, it has to be the same."""
    person = facts.get("person")
    pairs = {name: (facts[name], person[name]) for name in facts if name in person} if isinstance(person, dict) else {}
    for name, pair in pairs.items():
        if not lacking(pair) and pair[0] != pair[1]:
            yield Fault(code="contradictory_facts", at=f"person.{name}", says={"reason": "said_twice"})


def _alive(policy: Policy, facts: Mapping[str, object]) -> Policy:
    if not policy.timed:
        return policy
    from policyengine.engine.living import living  # noqa: PLC0415 (few files have provisions of different life)

    return living(policy, facts)


def _does_not_apply(question: str) -> Finding:
    return Finding(value=False, about=Phrase(code="applies", values={"question": question}))


def _question(name: str) -> Question:
    try:
        found = importlib.import_module(f"policyengine.questions.{name}")
    except ModuleNotFoundError:
        found = None
    if not hasattr(found, "answer"):
        known = questions()
        says = {"word": name, "words": known}
        raise Refused([Fault(code="unknown_question", at=name, says=says, like=nearest(name, known))])
    return cast("Question", found)


def _ids(policy: Policy, section: str) -> frozenset[str] | None:
    node: Node | None = policy.section(*section.split("."))
    if node is None:
        return None
    extra = {"third_party", "information_system"} if section == "roles" else set()
    return frozenset({name for name, _ in node.items()} | extra)


def _decision(policy: Policy, question: str, why: Finding, answer: object) -> Decision:
    readings = tuple(sorted({reading for finding in why for reading in finding.readings}))
    return Decision(
        policy=policy.id,
        question=question,
        digest=policy.digest,
        answer=answer if isinstance(answer, Mapping) else {},
        readings=readings,
        missing=(),
        why=(why,),
    )


def _missing(policy: Policy, question: str, missing: frozenset[str], why: Finding | None = None) -> Decision:
    readings = tuple(sorted({reading for finding in why or () for reading in finding.readings}))
    return Decision(
        policy=policy.id,
        question=question,
        digest=policy.digest,
        answer=None,
        readings=readings,
        missing=tuple(sorted(missing)),
        why=() if why is None else (why,),
    )
