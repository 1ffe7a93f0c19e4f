"""L009: `act.courtesy` names exactly the languages that the act lacks and the texts have.

What stands in such a language is a translation without the force of law, and readers are told so; an official text must
never be marked as one.

Bad:

    act:
      courtesy: {languages: [ru, en]}

Good:

    act:
      courtesy: {languages: [en]}
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.policy import Policy
from policyengine.model.tree import LANGUAGES, every_value, ids, is_text, under

CODE: Final = "L009"
SEVERITY: Final = "error"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """One finding where other languages are named than should be."""
    act = under(policy.raw, "act")
    spoken = {language for _, value in every_value(policy.raw) if is_text(value) for language in under(value)}
    wanted = [language for language in LANGUAGES if language in spoken and language not in ids(act.get("languages"))]
    named = ids(under(act, "courtesy").get("languages"))
    if set(named) != set(wanted):
        yield Fault(code=CODE, at="/act/courtesy/languages", says={"named": list(named), "languages": wanted})
