"""The status of `check`: 2 where a named file is none, 1 where a file has errors."""

import shutil
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.door import ROOT


@pytest.mark.parametrize("name", ["absent.yaml", "folder", "folder.yaml"])
def test_what_is_no_file_is_bad_input_and_the_others_are_checked_all_the_same(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.yaml").mkdir()
    found = run("check", tmp_path / name, ROOT / "policies" / "taskala.yaml", "--lang", "en")
    assert found.exit_code == 2
    assert found.output.startswith(f"{tmp_path / name}:1:1: D011 ")
    assert "paragraphs 24/24" in found.output


def test_a_file_with_errors_is_a_check_that_failed(tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").write_text("", encoding="utf-8")
    assert run("check", tmp_path / "empty.yaml").exit_code == 1


def test_the_id_of_a_policy_is_no_folder_of_the_same_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    (tmp_path / "taskala").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("ask", "taskala", "delegation", "evaluated=21").exit_code == 0
