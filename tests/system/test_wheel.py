"""What a user gets: the built wheel, alone in an empty environment and an empty folder."""

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = "policyengine/shipped"
FOLDERS_OF_PROGRAMS = {"nt": "Scripts"}

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the source archive, as those do who get the archive alone."""
    out = tmp_path_factory.mktemp("dist")
    run(Path(sys.executable), "-m", "build", "--no-isolation", "--outdir", out, ROOT)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an environment that holds the wheel and the locked packages, and give its folder of programs."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True)
    programs = home / FOLDERS_OF_PROGRAMS.get(os.name, "bin")
    install = (programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
    run(*install, "--require-hashes", "--only-binary=:all:", "--requirement", ROOT / "requirements" / "runtime.txt")
    run(*install, "--no-index", wheel)
    run(programs / "python", "-m", "pip", "check")
    return programs


def run(program: Path, *arguments: str | Path, folder: Path | None = None) -> str:
    """Run a program without the paths of this project and without input, and give what it printed."""
    surroundings = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [program, *arguments],
        cwd=folder,
        env=surroundings | {"PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{program.name} {arguments}: {done.stdout}{done.stderr}"
    return done.stdout


def test_the_wheel_carries_every_policy_schema_and_template(wheel: Path) -> None:
    carried = {name.removeprefix(f"{SHIPPED}/") for name in ZipFile(wheel).namelist() if name.startswith(SHIPPED)}
    expected = {
        file.relative_to(ROOT).as_posix()
        for folder in ("policies", "schemas", "templates")
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and not {"__pycache__", "build.py", "source"} & set(file.parts)
    }
    assert expected
    assert carried == expected


def test_the_wheel_carries_the_words_of_every_language_and_says_that_it_is_typed(wheel: Path) -> None:
    carried = set(ZipFile(wheel).namelist())
    words = {file.relative_to(ROOT).as_posix() for file in (ROOT / "policyengine" / "words").glob("*.json")}
    assert words
    assert words | {"policyengine/py.typed"} <= carried


def test_help_is_printed_where_nothing_but_the_wheel_is(environment: Path, tmp_path: Path) -> None:
    assert "policyengine" in run(environment / "policyengine", "--help", folder=tmp_path)


def test_the_package_runs_as_a_module(environment: Path, tmp_path: Path) -> None:
    assert run(environment / "python", "-m", "policyengine", "--help", folder=tmp_path)


def test_the_demo_runs_in_an_empty_folder_and_leaves_its_folder_behind(environment: Path, tmp_path: Path) -> None:
    assert run(environment / "policyengine", "demo", folder=tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["demo"]
    assert any((tmp_path / "demo").iterdir())
