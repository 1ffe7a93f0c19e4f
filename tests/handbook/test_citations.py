"""Citations are said as lawyers say them, neighbours together."""

from policyengine.handbook.citations import cited, in_order, written
from policyengine.model.policy import Policy
from policyengine.words import LANGUAGES
from tests.conftest import Golden
from tests.words.catalogues import named, words

ANNEX = {"act": "order", "place": {"kk": "3-қосымша", "ru": "приложение 3", "en": "annex 3"}}
LAW = {"act": "law", "place": "33"}
POLICY = Policy(
    id="made_up",
    tree={
        "other_acts": {
            "order": {"name": {"kk": "бұйрық", "ru": "приказ", "en": "order"}},
            "law": {"name": {"kk": "заң", "ru": "закон", "en": "law"}},
        },
        "bands": {"permitted": {"from": ANNEX}},
    },
    cited={"/uses": {"from": LAW}},
)
ORDER = "order: 3-қосымша"


PLACES = (
    ["18/3"],
    ["15(4)"],
    ["10"],
    ["decision/3"],
    ["decision/0"],
    ["decision"],
    ["decision/1", "decision/2"],
    ["18/1", "18/2", "18/3"],
    ["18/1", "18/3", "19/1"],
    ["24(1-5)"],
    ["15(1)", "15(2)"],
    ["37", "38", "40"],
    ["37-42"],
    ["5", "5-1", "6"],
    ["15(4-1)"],
    ["decision/preamble"],
    ["3/1(2)"],
    ["chapter 2", "глава 3"],
    ["annex 3", "annex"],
    ["somewhere"],
)


def test_places_are_said_in_words(golden: Golden) -> None:
    rows = [[", ".join(places), *(cited(places, words(language)) for language in LANGUAGES)] for places in PLACES]
    golden("handbook/citations.txt", "".join(" | ".join(row) + "\n" for row in rows))


def test_no_places_are_no_words() -> None:
    assert cited([], words("kk")) == ""


def test_a_place_in_another_act_is_said_by_its_name() -> None:
    said = [cited(["7", ORDER, "law: 33", "law"], named(language, POLICY), POLICY) for language in LANGUAGES]
    assert said == [
        "7-тармақ; бұйрық, 3-қосымша; заң, 33; заң",
        "п. 7; приказ, приложение 3; закон, 33; закон",
        "para. 7; order, annex 3; law, 33; law",
    ]


def test_without_the_policy_another_act_is_said_by_its_id() -> None:
    assert cited([ORDER, "law: 33"], words("en")) == "order, 3-қосымша; law, 33"


def test_places_are_written_as_the_contract_has_them_in_one_language() -> None:
    assert written(["18/3", ORDER, "law: 33", "law"], named("ru", POLICY), POLICY) == (
        "18/3",
        "order: приложение 3",
        "law: 33",
        "law",
    )


def test_places_stand_in_the_order_of_the_act_each_once() -> None:
    assert in_order(["law: 33", "10", "2(11)", "2(3)", "10", "decision/3", "9/2", "2", "9/1"]) == [
        "decision/3",
        "2",
        "2(3)",
        "2(11)",
        "9/1",
        "9/2",
        "10",
        "law: 33",
    ]
