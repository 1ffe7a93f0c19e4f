"""What every test stands on: how often laws are tried, golden files, and a cache folder of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

Golden = Callable[[str, str | bytes], None]

GOLDEN = Path(__file__).parent / "golden"

# The same examples on every machine, a tenth of what `make soak` tries; time is no law, so there is no deadline.
settings.register_profile("default", max_examples=100, derandomize=True, deadline=None)
settings.register_profile("soak", max_examples=1000, deadline=None)
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option behind `make accept-goldens`."""
    parser.addoption("--accept-goldens", action="store_true", help="write golden files instead of comparing with them")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep only the tests that have a golden file while golden files are written."""
    if config.getoption("--accept-goldens"):
        items[:] = [item for item in items if "golden" in getattr(item, "fixturenames", ())]


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Let a project without golden files accept none."""
    if exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED and session.config.getoption("--accept-goldens"):
        session.exitstatus = pytest.ExitCode.OK


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text or bytes with the file of that name in tests/golden, to the last byte."""

    def holds(name: str, made: str | bytes) -> None:
        file, content = GOLDEN / name, made.encode() if isinstance(made, str) else made
        if request.config.getoption("--accept-goldens"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        assert file.exists(), f"`{name}` has no golden file yet (read what is made, then `make accept-goldens`)"
        kept = file.read_bytes()
        assert content.decode(errors="replace") == kept.decode(errors="replace")
        assert content == kept

    return holds


@pytest.fixture(scope="session", autouse=True)
def own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the tests a cache folder of their own and no language, whatever the machine has."""
    with pytest.MonkeyPatch.context() as patch:
        cache = str(tmp_path_factory.mktemp("cache"))
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, cache)
        for name in ("LANGUAGE", "LC_MESSAGES", "LANG"):
            patch.delenv(name, raising=False)
        patch.setenv("LC_ALL", "C.UTF-8")
        yield
