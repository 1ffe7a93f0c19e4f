"""L008: every text stands in Kazakh, Russian and English, the languages that the act lacks being a courtesy.

Letters, pages and answers are given in the reader's language; where a text lacks it, another one is shown. A language
that no text of the file has is named once.

Bad:

    remarks:
      storage:
        about: {kk: "үш жыл", ru: "три года"}

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
from policyengine.model.tree import LANGUAGES, ids, texts_of, under

CODE: Final = "L008"
SEVERITY: Final = "warning"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The texts that lack a language which is none of the act, with the languages that they lack."""
    official = ids(under(policy.raw, "act").get("languages"))
    texts = list(texts_of(policy.raw))
    spoken = {language for _, text in texts for language in text}
    unspoken = [language for language in LANGUAGES if language not in {*official, *spoken}]
    if unspoken:
        yield Fault(code=CODE, at="/act/languages", says={"languages": unspoken})
    wanted = [language for language in LANGUAGES if language in spoken and language not in official]
    for at, text in texts:
        lacking = [language for language in wanted if language not in text]
        if lacking:
            yield Fault(code=CODE, at=at, says={"languages": lacking})
