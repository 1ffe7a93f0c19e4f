"""The sentence of a finding: which of the sentences of its code suits it, and what is put into it."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.handbook.values import Said, told, when_in_words
from policyengine.model.finding import Finding, Missing
from policyengine.model.number import Rounding
from policyengine.model.term import NotStated
from policyengine.words import Words

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
ASPECTS: Final = ("rule", "kind", "occasion", "counts")
ABSENT: Final = "_missing"  # the end of problem codes such as `hr_missing`


def sentence(finding: Finding, words: Words) -> str:
    """What a finding says, in one sentence with its value."""
    return words.say("findings", code_of(finding, words), **values_of(finding, words))


def code_of(finding: Finding, words: Words) -> str:
    """The code of the sentence that suits a finding best."""
    return next((one for one in _codes(finding) if words.has("findings", one)), finding.about.code)


def values_of(finding: Finding, words: Words) -> dict[str, Said]:
    """What is put into the sentence: the value, the parts of a value of several, and what the finding is about."""
    code, value = finding.about.code, finding.value
    parts = value if isinstance(value, Mapping) else {}
    said = {**parts, **finding.about.values, **_more(finding, words), "value": value}
    if code == "duty":
        said["value"] = Said(text=when_in_words(str(value), words))
    homes = {"value": code, "row": "grade"}
    return {str(name): Said(text=told(one, words, homes.get(str(name), str(name)))) for name, one in said.items()}


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
    if code == "term" and finding.value is None and isinstance(values.get("term", NotStated()), NotStated):
        yield "not_stated"
    if code == "periods" and values.get("divisor"):
        yield "over"
    rule = values.get("rule")
    if isinstance(rule, Rounding):
        yield rule.mode
    yield from _of_value(finding.value, DECISIVE.get(code, ""))
    yield from (str(values[name]) for name in ASPECTS if isinstance(values.get(name), str))


def _of_value(value: object, decisive: str) -> Iterator[str]:
    match value:
        case Missing():
            yield "missing"
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


def _more(finding: Finding, words: Words) -> dict[str, object]:
    """What a sentence says besides: the ends of a stretch, the count of a problem, the absent role."""
    value, code = finding.value, finding.about.code
    if code == "tenure" and isinstance(value, str):
        start, _, end = value.partition("/")
        return {"from": start, "to": end}
    if code == "problem":
        count = finding.about.values.get("count")
        role = words.name(str(value).removesuffix(ABSENT))
        return {"counted": Said(text="" if count is None else f" ({count})"), "role": Said(text=role)}
    return {}
