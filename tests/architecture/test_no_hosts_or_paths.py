"""The project builds anywhere: no file names the registry or the machine on which it happened to be written."""

import re

import pytest

from tests.architecture.project import files_of_the_project, place

# A letter in brackets keeps these patterns from finding themselves.
HOSTS = r"pyp[i]\.o|pythonhost[e]d|npmj[s]\.|deb\.debi[a]n|crat[e]s\.io|--(extra-)?inde[x]-url|--find-link[s]"
FOLDERS = r"(?<![\w.$}-])/(wor[k]|far[m]|roo[t]|tm[p]|hom[e]|User[s]|mn[t]|op[t])/|\b[A-Z]:\\User[s]\\|\.librar[y]\b"
FORBIDDEN = re.compile(f"{HOSTS}|{FOLDERS}", re.IGNORECASE)


def test_no_file_names_a_registry_or_a_folder_of_some_machine() -> None:
    named = [
        f"{place(file, number)}: {found[0]}"
        for file in files_of_the_project()
        for number, line in enumerate(file.read_bytes().decode(errors="replace").splitlines(), start=1)
        if (found := FORBIDDEN.search(line))
    ]
    assert named == []


@pytest.mark.parametrize(
    "line",
    [
        "https://files.pythonhos" + "ted.org/packages",
        "--index" + "-url file:///mirror",
        'open("/tm' + 'p/x")',
        "/wor" + "k/main/policies",
        "~ is /roo" + "t/",
        "C:\\Us" + "ers\\aru",
    ],
)
def test_hosts_and_paths_are_seen(line: str) -> None:
    assert FORBIDDEN.search(line)


@pytest.mark.parametrize(
    "line", ["policies/work/x.yaml", "$HOME/.cache/", "https://adilet.zan.kz/rus/docs/", "/remedies/application/due"]
)
def test_addresses_inside_a_policy_and_relative_paths_are_left_alone(line: str) -> None:
    assert not FORBIDDEN.search(line)
