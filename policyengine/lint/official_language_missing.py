"""L007: every text stands in all languages of the act.

Whoever reads the methodology in an official language must find all of it there.

Bad:

    remarks:
      storage:
        about: {kk: "үш жыл", en: "three years"}

Good:

    remarks:
      storage:
        about: {kk: "үш жыл", ru: "три года", en: "three years"}
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.policy import Policy
from policyengine.model.tree import ids, texts_of, under

CODE: Final = "L007"
SEVERITY: Final = "error"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The texts that lack a language of the act, with the languages that they lack."""
    wanted = ids(under(policy.raw, "act").get("languages"))
    for at, text in texts_of(policy.raw):
        lacking = [language for language in wanted if language not in text]
        if lacking:
            yield Fault(code=CODE, at=at, says={"languages": lacking})
