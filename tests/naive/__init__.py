"""A second interpreter of the two methodologies, written from the acts and the contract alone.

It is an oracle for tests: naive, slow and plain, with its own table of days off, and it imports nothing of the package.
It knows the default readings only. `answer` gives `{"answer": ...}`, `{"missing": [...]}` or `{"faults": [...]}`.
"""

from collections.abc import Mapping

from tests.naive import nura, taskala, unknown

POLICIES = {"taskala": taskala.answer, "nura": nura.answer}


def answer(policy: str, question: str, given: Mapping[str, object]) -> dict[str, object]:
    """The answer of one methodology to one question, also where a fact is given as `unknown`."""
    return unknown.answer(POLICIES[policy], question, given)
