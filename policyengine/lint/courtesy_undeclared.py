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
from policyengine.model.tree import LANGUAGES, ids, texts_of, under

CODE: Final = "L009"
SEVERITY: Final = "error"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The languages that are not named and should be, and those that are named and should not."""
    act = under(policy.raw, "act")
    official, named = ids(act.get("languages")), ids(under(act, "courtesy").get("languages"))
    spoken = {language for _, text in texts_of(policy.raw) for language in text}
    for language in LANGUAGES:
        if (language in named) != (language in spoken and language not in official):
            reason = "unnamed" if language not in named else "official" if language in official else "unspoken"
            yield Fault(code=CODE, at="/act/courtesy/languages", says={"language": language, "reason": reason})
