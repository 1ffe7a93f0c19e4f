"""The sentence of a finding: which of the sentences of its code suits it, and what is put into it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from policyengine.handbook.duties import duty_in_words, when_in_words
from policyengine.handbook.values import Said, limits_in_words, told
from policyengine.model.finding import Finding, Missing
from policyengine.model.number import Rounding
from policyengine.model.policy import Policy, Tree
from policyengine.model.term import NotStated
from policyengine.words import Words

UNSTATED: Final = NotStated()
# The part of an answer that decides which sentence says it.
DECISIVE: Final[Mapping[str, str]] = {
    "method": "evaluated",
    "delegation": "outcome",
    "plan": "required",
    "survey": "valid",
    "session": "valid",
    "vote": "decided",
    "in_force": "in_force",
    "access": "allowed",
}
# Cases that neither the value nor a word of the finding tells apart: the code, the word for the case, when it is that.
SPECIAL: Final[tuple[tuple[str, str, Callable[[object, Tree], object]], ...]] = (
    ("term", "not_stated", lambda value, about: value is None and isinstance(about.get("term", UNSTATED), NotStated)),
    ("periods", "over", lambda _value, about: about.get("divisor")),
    ("ground", "none", lambda _value, about: about.get("ground") is None),
    ("acquaintance", "undated", lambda value, _about: isinstance(value, Mapping) and value.get("due") is None),
    ("event", "undated", lambda value, _about: isinstance(value, Mapping) and value.get("due") is None),
    ("vote", "decision", lambda value, _about: isinstance(value, Mapping) and "decision" in value),
    ("mark", "items", lambda value, _about: isinstance(value, Mapping) and "items" in value),
)
ASPECTS: Final = ("rule", "kind", "occasion", "counts", "effect")
ABSENT: Final = "_missing"  # the end of problem codes such as `hr_missing`


def sentence(finding: Finding, words: Words, policy: Policy) -> str:
    """What a finding says, in one sentence with its value."""
    said = words.say("findings", code_of(finding, words), **values_of(finding, words, policy))
    return said[:1].upper() + said[1:]


def code_of(finding: Finding, words: Words) -> str:
    """The code of the sentence that suits a finding best."""
    return next((one for one in _codes(finding) if words.has("findings", one)), finding.about.code)


def values_of(finding: Finding, words: Words, policy: Policy) -> dict[str, Said]:
    """What is put into the sentence: the value, the parts of a value of several, and what the finding is about."""
    code, value = finding.about.code, finding.value
    parts = value if isinstance(value, Mapping) else {}
    values = {**parts, **finding.about.values, "value": value}
    homes = {"value": code, "row": "grade"}
    said = {str(name): Said(text=told(one, words, homes.get(str(name), str(name)))) for name, one in values.items()}
    return said | {name: Said(text=text) for name, text in _more(finding, words, policy).items()}


def problem_in_words(problem: str, words: Words, counted: str = "") -> str:
    """What is wrong with a body, a plan or a list of respondents."""
    code = next((one for one in _problem_codes(problem) if words.has("findings", one)), "problem")
    role = words.name(problem.removesuffix(ABSENT))
    return words.say("findings", code, value=Said(text=problem), role=Said(text=role), counted=Said(text=counted))


def _codes(finding: Finding) -> Iterator[str]:
    code, tail = finding.about.code, finding.at.rpartition("/")[2]
    for word in _words(finding):
        yield from (f"{code}.{tail}.{word}", f"{code}.{word}")
    yield from (f"{code}.{tail}", code)


def _words(finding: Finding) -> Iterator[str]:
    """The words by which sentences of one code differ, the closest first."""
    code, values = finding.about.code, finding.about.values
    yield from (word for one, word, holds in SPECIAL if one == code and holds(finding.value, values))
    rule = values.get("rule")
    if isinstance(rule, Rounding):
        yield rule.mode
    yield from _of_value(finding.value, DECISIVE.get(code, ""))
    yield from (str(values[name]) for name in ASPECTS if isinstance(values.get(name), str))


def _of_value(value: object, decisive: str) -> Iterator[str]:
    match value:
        case Missing():
            yield "unknown"
        case None | [] | ():
            yield "none"
        case bool():
            yield str(value).lower()
        case str():
            yield value
            if value.endswith(ABSENT):
                yield "missing"
        case Mapping() if decisive in value:
            yield from _of_value(value[decisive], "")
        case _:
            return


def _problem_codes(problem: str) -> Iterator[str]:
    yield f"problem.{problem}"
    if problem.endswith(ABSENT):
        yield "problem.missing"


def _more(finding: Finding, words: Words, policy: Policy) -> dict[str, str]:
    """What a sentence of some codes says in a way of its own."""
    value, about = finding.value, finding.about
    match about.code, value:
        case "tenure", str():
            start, _, end = value.partition("/")
            return {"from": told(start, words), "to": told(end, words)}
        case "problem", str():
            count = about.values.get("count")
            role = words.name(value.removesuffix(ABSENT))
            return {"counted": "" if count is None else f" ({count})", "role": role}
        case "hole", Mapping():
            return {"value": limits_in_words(value, words)}
        case "fold", Mapping():
            return {"value": _cells(value, words)}
        case "duty", _:
            duty, when = str(about.values.get("duty")), str(value)
            return {"duty": duty_in_words(duty, words, policy), "value": when_in_words(when, words)}
        case _:
            return {}


def _cells(cells: Tree, words: Words) -> str:
    """The numbers of a grid that is being folded: each with what is left of its address, one alone by itself."""
    if len(cells) == 1:
        return told(next(iter(cells.values())), words)
    return "; ".join(f"{_address(cell, words)}: {told(number, words)}" for cell, number in cells.items())


def _address(cell: str, words: Words) -> str:
    """A cell such as `evaluator.quality.1` in words: a number is an indicator, behind a name an entry."""
    parts = cell.split(".")
    if parts[0].isdigit():
        return words.say("ui", "indicator", number=parts[0])
    return ", ".join(told(part, words, "cell") for part in parts if not part.isdigit())
