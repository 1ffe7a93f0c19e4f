"""What is rarely there, or not as it should be, is told too: nothing that a file holds makes `show` fail."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from policyengine.handbook.show.document import Part, Section, Table
from policyengine.model.policy import Policy
from tests.door import policy, schema
from tests.show.made_up import methodology
from tests.show.speaking import document, sentences, with_value
from tests.show.test_outline import said_of, text_of


def everything(made: Policy) -> str:
    return " ".join(text_of(one) for one in sentences(document(made, "ru")))


@pytest.mark.parametrize(
    ("pointer", "phrase"),
    [
        ("/methods/sheet/rounding", "around 2"),
        ("/methods/sheet/combine", ["median of raters"]),
        ("/results/sheet/parts/quarters/fold", "median"),
        ("/act/in_force/rule", "soon"),
        ("/timetable/evaluation/due", "in good time"),
        ("/act/date", "2025-13-45"),
        ("/act/in_force/applies_from", "2025-13-45"),
        ("/delegation/more_than", "many"),
        ("/methods/sheet/steps/fill/after", "nothing"),
        ("/routes/head/group", "unknown_group"),
        ("/methods/sheet/bands", "unknown_bands"),
    ],
)
def test_what_is_no_phrase_of_the_language_is_told_as_it_stands(pointer: str, phrase: object) -> None:
    made = with_value(policy("taskala"), pointer, phrase)
    told = str(phrase[0] if isinstance(phrase, list) else phrase)
    assert told.lower() in everything(made).lower()


def test_a_limit_in_kazakh_has_no_ending_where_it_is_no_number() -> None:
    made = with_value(policy("taskala"), "/bands/grades/rows/effective/from", "four")
    assert said_of(made, "/bands/grades/rows/effective/from", "kk").startswith("Four 5-ке дейін")


@pytest.mark.parametrize(
    "pointer",
    [
        "/act/signed_by",
        "/act/courtesy",
        "/act/basis",
        "/act/repeals",
        "/act/registered",
        "/readings",
        "/facts",
        "/other_acts",
        "/duties",
        "/results",
        "/groups/staff/who",
    ],
)
def test_a_document_is_made_without_what_a_file_may_leave_out(pointer: str) -> None:
    made = policy("taskala")
    left = len(sentences(document(with_value(made, pointer, None), "ru")))
    assert 0 < left <= len(sentences(document(made, "ru")))


def test_a_reading_without_its_reason_or_the_words_of_an_option_is_told_by_its_id() -> None:
    made = with_value(policy("taskala"), "/readings/hr_names/because", None)
    made = with_value(made, "/readings/hr_names/options/one_role/about", None)
    assert "Принятый ответ: one_role." in everything(made)


@pytest.mark.parametrize(("option", "words"), [("open", "нет: кадровый специалист"), ("unknown", "unknown")])
def test_an_answer_called_open_is_no_value_that_is_still_open(option: str, words: str) -> None:
    """A question that matters beside an answer of another is told with the words of that answer."""
    made = with_value(policy("taskala"), "/readings/cap_scope/only_with", {"session_list": option})
    told = said_of(made, "/readings/cap_scope/only_with/session_list")
    assert told.startswith(f"Имеет значение, только если в толковании 33 этого раздела принят ответ: {words}")
    assert "ещё предстоит" not in everything(made)


def test_a_question_without_an_answer_taken_has_the_others() -> None:
    made = policy("taskala")
    told = everything(replace(made, chosen={}))
    assert "Принятый ответ" not in told
    assert "Другой ответ: как для уволенных." in told


def test_a_reason_that_the_order_of_reasons_does_not_name_is_named_with_its_condition() -> None:
    made = with_value(policy("taskala"), "/not_evaluated/reason_first", ["few_worked_days"])
    assert said_of(made, "/not_evaluated/short_tenure/name").startswith("Менее месяца на конкретной должности")
    made = with_value(made, "/not_evaluated/reason_first", None)
    assert said_of(made, "/not_evaluated/few_worked_days/name").startswith("Фактически отработано менее")


def test_directions_of_a_correction_may_hang_on_its_ground() -> None:
    made = with_value(
        policy("taskala"), "/review/session/correction/directions", {"miscounted": "both", "new_papers": "up"}
    )
    told = said_of(made, "/review/session/correction/directions/miscounted", "en")
    assert told == "The mark may be corrected: miscounted: up and down; new_papers: up."


def test_a_language_that_the_file_lacks_is_replaced_by_one_that_it_has() -> None:
    made = with_value(policy("taskala"), "/roles/hr/name", {"kk": "кадр маманы"})
    assert said_of(made, "/roles/hr/name").startswith("Кадр маманы")


def test_an_entry_without_a_name_goes_by_its_number() -> None:
    made = with_value(policy("nura"), "/forms/annex_4/name", None)
    assert "Форма 4" in everything(made)


def test_a_stretch_of_days_may_be_open_at_its_end() -> None:
    made = with_value(policy("taskala"), "/methods/sheet/every", {"from": "2026-02-01", "to": "open"})
    assert said_of(made, "/methods/sheet/every/from") == (
        "Периодичность: один раз, за время с 1 февраля 2026 года по ещё предстоит установить по акту."
    )


def test_an_open_section_is_told_as_open() -> None:
    made, _ = methodology(schema(), 0)
    for name in schema()["x-operative"]:
        if name in made.tree:
            opened = with_value(made, f"/{name}", "open")
            assert "ещё предстоит установить по акту" in everything(opened), name


def test_a_cell_may_hold_any_number_of_answers() -> None:
    made = with_value(policy("taskala"), "/methods/sheet/items/overall/entries", "any")
    assert "число записей: любое" in everything(made).lower()


def test_a_key_that_a_reading_fills_with_nothing_is_told_by_its_title() -> None:
    made = with_value(policy("taskala"), "/bands/grades/where_none_fits", None)
    assert said_of(made, "/bands/grades/where_none_fits").endswith(": не устанавливается.")


def parts_in(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Every part, those within sections behind these."""
    for part in parts:
        yield part
        if isinstance(part, Section):
            yield from parts_in(part.parts)


def titles(made: Policy) -> list[str]:
    """The titles of all sections in Russian."""
    return [one.title for one in parts_in(document(made, "ru").sections) if isinstance(one, Section)]


def families(made: Policy) -> list[int]:
    """How many grades each table of grades has."""
    tables = [one for one in parts_in(document(made, "en").sections) if isinstance(one, Table)]
    return [len(one.rows) for one in tables if one.caption.startswith("Results")]


def test_grades_that_no_table_brings_together_are_told_apart() -> None:
    made = policy("taskala")
    assert families(made) == [4]
    text = {"kk": "Белгі", "ru": "Признак", "en": "A sign"}
    grades = {**made.block("/grades"), "shown": text, "hidden": text, "unbanded": text}
    rows: dict[str, object] = {"shown": {"from": 3, "to": 5}, "hidden": {"from": 0, "below": 3}}
    two = with_value(made, "/grades", grades)
    assert families(with_value(two, "/bands/signs", {"of": "marks", "rows": rows})) == [5, 2]
    rows = {**rows, "effective": {"from": 5, "to": 5}}
    assert families(with_value(two, "/bands/signs", {"of": "marks", "rows": rows})) == [7]
    assert families(with_value(made, "/grades", {})) == []


def test_a_direction_of_correction_is_told_by_its_ground_and_a_result_by_its_name() -> None:
    text = {"kk": "Қате есеп", "ru": "Ошибка в счёте", "en": "A slip of counting"}
    grounds = {"slip": {"about": text, "proof": text}, "other": {"about": text, "proof": "written_objection"}}
    directions = {"slip": "up", "unsaid": "down"}
    correction = {"directions": directions, "only_when": grounds, "paragraph": "23/4"}
    made = with_value(policy("taskala"), "/review/session/correction", correction)
    told = everything(made)
    assert "ошибка в счёте \N{EN DASH} повышение; unsaid \N{EN DASH} понижение" in told
    assert "чем подтверждается: Ошибка в счёте" in told
    assert "чем подтверждается: письменные доводы оцениваемого лица" in told
    named = with_value(made, "/results/sheet/name", text)
    assert "Ошибка в счёте" in titles(named)
    numbered = with_value(made, "/results/other", made.block("/results/sheet"))
    assert "Итоговая оценка 2 (other)" in titles(numbered)
