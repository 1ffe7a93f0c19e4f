"""Tables: how wide they are, where they break, what they leave out, and how they look as HTML."""

import pytest

from policyengine.handbook.table import Line, Table, lines_of, one_piece, plain, prose, table_as_html, without_empty

WORD = "word " * 12


def table(*rows: tuple[str, ...], head: tuple[str, ...] = ("Name", "What")) -> Table:
    return Table(title="Title", head=head, rows=rows, notes=("a note",))


def texts(lines: list[Line]) -> list[str]:
    return [one.text for one in lines]


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_line_of_a_table_is_wider_than_it_may_be(width: int) -> None:
    made = list(lines_of(table((WORD, WORD), ("short", "x")), width))
    assert max(len(one.text) for one in made) <= width


def test_a_table_that_fits_has_one_line_a_row() -> None:
    assert texts(list(lines_of(table(("Ainur", "hr"), ("Bolat", "staff")), 80))) == [
        "Title",
        "Name   What",
        "─" * 12,
        "Ainur  hr",
        "Bolat  staff",
        "a note",
    ]


def test_a_long_head_goes_on_below_itself_and_does_not_widen_a_narrow_column() -> None:
    made = list(lines_of(table(("1", "2"), head=("the number of all the days", "n")), 80))
    assert [one.text for one in made if one.kind == "head"] == ["the number of     n", "all the days"]


def test_an_abbreviation_is_not_parted_from_its_number() -> None:
    assert texts(list(prose("plain", "see п. 22", 8))) == ["see", "п. 22"]
    assert texts(list(prose("plain", "x \N{EN DASH} 5", 3))) == ["x", "\N{EN DASH} 5"]


def test_what_follows_a_mark_stays_behind_it() -> None:
    assert texts(list(prose("plain", "  - one two", 8))) == ["  - one", "    two"]


def test_a_cell_of_several_lines_keeps_them() -> None:
    made = [one.text for one in lines_of(table(("a", "- one\n- two")), 80) if one.kind == "row"]
    assert made == ["a     - one", "      - two"]


def test_one_piece_is_not_broken() -> None:
    made = [one.text for one in lines_of(table((one_piece("10 October"), WORD)), 30) if one.kind == "row"]
    assert made[0].startswith("10 October  ")


def test_where_even_words_are_too_long_they_are_broken() -> None:
    made = list(lines_of(table(("x" * 50, "y" * 50)), 40))
    assert max(len(one.text) for one in made) <= 40
    assert "".join(one.text for one in made).count("x") == 50


def test_columns_never_vanish_however_narrow_the_room_is() -> None:
    made = [one.text for one in lines_of(table(("abcdefgh", "ijklmnop")), 4) if one.kind == "row"]
    assert made == ["abcdef  ijklmn", "gh      op"]


def test_an_empty_cell_is_an_empty_place() -> None:
    assert [one.text for one in lines_of(table(("", "b")), 80) if one.kind == "row"] == ["      b"]


def test_empty_columns_are_left_out() -> None:
    assert without_empty(("a", "b", "c"), [("1", "", "3"), ("", "", "4")]) == (("a", "c"), (("1", "3"), ("", "4")))


def test_a_table_without_rows_has_a_title_and_notes_alone() -> None:
    head, rows = without_empty(("Name", "What"), ())
    assert (head, rows) == (("Name", "What"), ())
    assert texts(list(lines_of(table(), 80))) == ["Title", "a note"]


def test_a_file_has_no_rules() -> None:
    assert plain(lines_of(table(("a", "b")), 80)) == "Title\nName  What\na     b\na note\n"


def test_html_is_escaped_and_cells_know_their_heads() -> None:
    made = table_as_html(table(("<b>", "x\ny")))
    assert "&lt;b&gt;" in made
    assert '<td data-head="What">x<br>y</td>' in made
    assert "<caption>Title</caption>" in made
    assert '<p class="note">a note</p>' in made
    assert "<caption>" not in table_as_html(Table(title="", head=("a",), rows=(("b",),)))
