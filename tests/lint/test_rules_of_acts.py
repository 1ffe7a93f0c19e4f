"""Deadlines, corrections, envelopes and several files: what the rules find, and what they leave alone."""

import pytest

from policyengine.lint import across, lint
from tests.lint.examples import TEXT, WHOLE, found_over, fragment, from_text, loaded

# --- deadlines ---


def test_an_event_completes_only_in_periods_of_its_own_kind() -> None:
    [(_, fault)] = lint(*loaded(fragment("methods: {sheet: {every: [quarter, year]}}")))
    assert (fault.code, fault.at, fault.says) == ("L016", "/methods/sheet", {"method": "sheet", "every": "year"})
    assert found_over("timetable: {evaluation: {every: [quarter, year]}}", "methods: {sheet: {every: year}}") == []


def test_a_single_stretch_is_completed_by_an_event_of_the_same_days() -> None:
    stretch = "every: {from: 2026-02-01, to: 2026-08-31}"
    assert lint(*from_text(WHOLE.replace("every: quarter", stretch))) == []
    [(_, fault)] = lint(*from_text(WHOLE.replace("every: quarter", stretch, 1)))
    assert (fault.code, fault.says["every"]) == ("L016", "2026-02-01/2026-08-31")


def test_a_method_without_a_route_needs_no_deadline() -> None:
    another = WHOLE.partition("  sheet:\n")[2].partition("\nroutes:")[0]
    assert lint(*from_text(WHOLE.replace("\nroutes:", f"  survey:\n{another}\nroutes:"))) == []


# --- corrections and divergences ---


def corrected(printed: str, means: str) -> str:
    return f'corrections: {{wrong: {{in: ["2"], printed: "{printed}", means: "{means}"}}}}'


@pytest.mark.parametrize(("printed", "means"), [("5", "3(9)"), ("5", "4"), ("3", "3"), ("prose", "prose")])
def test_a_correction_that_leads_nowhere_is_found(printed: str, means: str) -> None:
    assert found_over(corrected(printed, means)) == [("L017", "/corrections/wrong/means")]


@pytest.mark.parametrize("means", ["3", "3/2", "in paragraph 9", "chapter 2"])
def test_a_correction_to_a_place_or_in_prose_is_left_alone(means: str) -> None:
    assert found_over(corrected("5", means)) == []


def test_without_a_structure_no_place_is_known_to_be_missing() -> None:
    assert found_over("act: {paragraphs: none}", corrected("5", "9")) == [("L003", "/act/paragraphs")]


def test_letters_and_spaces_alone_make_no_divergence() -> None:
    assert found_over('divergences: {term: {kk: "Үш жыл", ru: "үш жыл ", en: "a"}}') == [("L018", "/divergences/term")]


# --- the envelope ---


@pytest.mark.parametrize(
    ("stated", "lacking", "at"),
    [
        ("basis: [law]", "basis: []", "/act/basis"),
        ('signed_by: {office: chair, name: "A. B."}', "signed_by: {office: chair}", "/act/signed_by"),
    ],
)
def test_an_act_without_basis_or_signatory_is_found(stated: str, lacking: str, at: str) -> None:
    found = [(fault.code, fault.at) for _, fault in lint(*from_text(WHOLE.replace(stated, lacking)))]
    assert ("L019", at) in found


# --- several files ---


def between(*acts: str) -> list[tuple[str, str, str]]:
    files = [loaded({"act": fragment(act)}, f"{number}.yaml") for number, act in enumerate(acts)]
    return [(fault.file, fault.code, fault.at) for _, fault in across(files)]


SECOND = '{number: "2", date: 2024-01-31, in_force: {rule: %s, published: 2024-02-01}}'


@pytest.mark.parametrize(
    ("rule", "last", "overlaps"),
    [
        ("on publication", "2024-01-31", False),
        ("on publication", "2024-02-01", True),
        ("after 10 calendar days from publication", "2024-02-11", False),
        ("after 10 calendar days from publication", "2024-02-12", True),
        ("after 10 working days from publication", "2024-02-11", False),
    ],
)
def test_a_version_ends_before_the_next_begins(rule: str, last: str, overlaps: bool) -> None:
    first, second = f"{{in_force: {{valid_until: {last}}}}}", SECOND % rule
    assert between(first, second) == ([("1.yaml", "L020", "/act/in_force")] if overlaps else [])
    assert between(second, first) == ([("0.yaml", "L020", "/act/in_force")] if overlaps else [])


def test_of_a_chain_of_versions_each_ends_by_the_next() -> None:
    chain = ["{}"]
    for year, before in ((2021, 2020), (2022, 2021)):
        repealed = f'{{kind: order, number: "{before}", date: {before}-01-31, paragraph: "1"}}'
        chain.append(f'{{number: "{year}", date: {year}-01-31, repeals: {repealed}}}')
    chain[0] = '{number: "2020", date: 2020-01-31}'
    assert between(*chain) == []
    assert between(*reversed(chain)) == []


def test_what_is_applied_from_an_earlier_day_begins_on_it() -> None:
    second = '{number: "2", date: 2024-01-31, in_force: {applies_from: 2024-01-01}}'
    assert between("{in_force: {valid_until: 2023-12-31}}", second) == []
    assert len(between("{in_force: {valid_until: 2024-01-01}}", second)) == 1


def test_an_overlap_says_its_days() -> None:
    files = [loaded({}, "a.yaml"), loaded(fragment('act: {number: "2", date: 2024-01-31}'), "b.yaml")]
    [(severity, fault)] = across(files)
    said = {key: str(value) for key, value in fault.says.items()}
    assert (severity, fault.file) == ("error", "b.yaml")
    assert said == {"policy": "whole", "other": "a.yaml", "from": "2024-01-31", "to": "None"}


def test_other_policies_of_other_acts_have_nothing_in_common() -> None:
    files = [loaded({}, "a.yaml"), loaded(fragment('policy: another\nact: {number: "2"}'), "b.yaml")]
    assert across(files) == []


def test_a_file_that_is_given_twice_is_one() -> None:
    assert across([loaded({}), loaded({})]) == []


def annexes(first: str, second: str) -> list[str]:
    one = loaded(fragment(f"policy: heads\nact: {first}"), "heads.yaml")
    other = loaded(fragment(f"policy: staff\nact: {second}"), "staff.yaml")
    return [fault.at for _, fault in across([one, other])]


def test_annexes_of_one_act_may_differ_in_annex_and_body() -> None:
    assert annexes("{annex: annex 1}", f"{{annex: annex 2, body: {TEXT}}}") == []
    assert annexes("{languages: [kk, ru]}", "{languages: [ru, kk]}") == []


def test_annexes_of_one_act_agree_on_kind_and_force() -> None:
    other = "{kind: normative_resolution, in_force: {rule: on signing}}"
    assert annexes("{}", other) == ["/act/kind", "/act/in_force/rule"]


@pytest.mark.parametrize(
    ("act", "found"),
    [
        ("annex: annex 2", ["/act/signed_by"]),
        ('number: "2"', []),
        ("date: 2021-01-31", []),
        ('issuer: {kk: "ә", ru: "э", en: "another"}', []),
        ('issuer: {en: "Maslikhat"}', ["/act/issuer", "/act/signed_by"]),
    ],
)
def test_an_act_is_known_by_number_date_and_issuer(act: str, found: list[str]) -> None:
    assert annexes("{}", f'{{signed_by: {{office: chair, name: "C. D."}}, {act}}}') == found


def test_of_two_editions_only_the_later_names_the_amendment() -> None:
    amended = '{amended_by: {first: {kind: order, number: "9", date: 2023-01-31, paragraph: "1"}}}'
    assert annexes("{}", amended) == ["/act/amended_by"]
    assert [code for _, code, _ in between("{in_force: {valid_until: 2023-01-31}}", amended)] == ["L020"]
