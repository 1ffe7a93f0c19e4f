"""Both methodologies in plain words, as they are read before they are accepted."""

import pytest

from policyengine.handbook.show import written
from policyengine.words import LANGUAGES
from policyengine.words.values import Language
from tests.conftest import Golden
from tests.door import policy
from tests.show.speaking import POLICIES, document, words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", POLICIES)
def test_a_methodology_is_told_in_plain_words(golden: Golden, name: str, language: Language) -> None:
    made = document(policy(name), language)
    golden(f"show/{name}.{language}.txt", written(made, "text", words(language)))
