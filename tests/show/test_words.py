"""What `show` says with: three catalogues that match each other, and the endings of Kazakh numbers."""

from collections import defaultdict

import pytest

from policyengine.handbook.show.kazakh import with_ending
from policyengine.handbook.show.voice import ended, inner, small
from policyengine.words import LANGUAGES
from policyengine.words.values import Language
from tests.show.speaking import FOLDER, own
from tests.words.catalogues import places


def test_the_catalogues_have_the_same_codes() -> None:
    codes = [{(section, code) for section, said in own(one).items() for code in said} for one in LANGUAGES]
    assert codes[0] == codes[1] == codes[2]


def test_a_sentence_leaves_the_same_places_open_in_every_language() -> None:
    different = [
        (section, code)
        for section, said in own("en").items()
        for code in said
        if section not in LANGUAGE_OF_ITS_OWN and len({places(own(one)[section][code]) for one in LANGUAGES}) > 1
    ]
    assert different == []


# Terms of one language need what another says otherwise: a length in its case, the texts that diverge.
LANGUAGE_OF_ITS_OWN = frozenset({"show.force", "show.divergences"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_one_closed_list_are_told_apart(language: Language) -> None:
    for section in own(language).keys() - {"show.length_than"}:
        told: dict[str, list[str]] = defaultdict(list)
        for code, sentence in own(language)[section].items():
            key, _, word = code.partition(" ")
            if word:
                told[key].append(sentence)
        assert [key for key, ones in told.items() if len(set(ones)) < len(ones)] == [], section


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_stands_in_its_file_as_the_others_do(language: Language) -> None:
    text = (FOLDER / f"show.{language}.json").read_text("utf-8")
    assert text.endswith("}\n")
    assert "  " not in text.replace("\n  ", "\n")
    assert [said for one in own(language).values() for said in one.values() if said != said.strip()] == []


@pytest.mark.parametrize(
    ("number", "ablative", "dative"),
    [
        ("0", "0-ден", "0-ге"),
        ("1", "1-ден", "1-ге"),
        ("3,99", "3,99-дан", "3,99-ға"),
        ("4,5", "4,5-тен", "4,5-ке"),
        ("5", "5-тен", "5-ке"),
        ("6", "6-дан", "6-ға"),
        ("10", "10-нан", "10-ға"),
        ("15", "15-тен", "15-ке"),
        ("20", "20-дан", "20-ға"),
        ("40", "40-тан", "40-қа"),
        ("50", "50-ден", "50-ге"),
        ("80", "80-нен", "80-ге"),
        ("90", "90-нан", "90-ға"),
        ("100", "100-ден", "100-ге"),
        ("3000", "3000-нан", "3000-ға"),
        ("-3", "-3-тен", "-3-ке"),
        ("1/2", "1/2-ден", "1/2-ге"),
    ],
)
def test_a_kazakh_number_ends_as_its_last_word_does(number: str, ablative: str, dative: str) -> None:
    assert (with_ending(number, "from"), with_ending(number, "to")) == (ablative, dative)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [("дом", "Дом."), ("дом.", "Дом."), ("что?", "Что?"), ("он сказал «да».", "Он сказал «да»."), ("", "")],
)
def test_a_sentence_ends_once(said: str, sentence: str) -> None:
    assert ended(said) == sentence


@pytest.mark.parametrize(
    ("said", "language", "inside"),
    [
        ("Служащий корпуса", "ru", "служащий корпуса"),
        ("НМИ белгілеу", "kk", "НМИ белгілеу"),
        ("В течение года", "ru", "в течение года"),
        ("«Б» корпусы", "kk", "«Б» корпусы"),
        ("The quarter", "en", "the quarter"),
        ("Kazakhstan", "en", "Kazakhstan"),
    ],
)
def test_what_goes_on_inside_a_sentence_begins_small(said: str, language: Language, inside: str) -> None:
    assert small(said, language) == inside


def test_a_stop_inside_a_sentence_is_left_out_and_an_ellipsis_kept() -> None:
    assert [inner("Дом."), inner("Дом...")] == ["Дом", "Дом..."]
