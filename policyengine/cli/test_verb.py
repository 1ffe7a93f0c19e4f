"""`test`: the scenarios of policies are run, one line each; what they cover; whether they would notice a change."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from policyengine.cli.helping import Verb
from policyengine.cli.opening import calendar, file_of, raw_of, read_file
from policyengine.cli.options import formats, lang
from policyengine.cli.shipped import POLICIES, schema
from policyengine.cli.speaking import FAILED, refusals, say_json, words_of
from policyengine.loading.resolving import policy_of
from policyengine.model.fault import Fault, Refused
from policyengine.scenarios.coverage import covered
from policyengine.scenarios.mutate import counts, trials
from policyengine.scenarios.reading import read_scenarios
from policyengine.scenarios.run import Outcome, Scenario, opener, run
from policyengine.words import Words

Files = dict[str, list[Scenario]]


@click.command(cls=Verb, name="test")
@click.argument("policies", metavar="[POLICY]...", nargs=-1)
@click.option("--scenarios", "files", multiple=True, type=click.Path(), help="")
@click.option("--coverage", is_flag=True, help="")
@click.option("--mutate", is_flag=True, help="")
@formats("text", "json")
@lang
def command(
    policies: tuple[str, ...], files: tuple[str, ...], *, coverage: bool, mutate: bool, form: str, lang: str | None
) -> None:
    """Run the scenarios of policies."""
    with refusals(lang, form):
        words = words_of(lang, None, "cli")
        found = _scenarios(policies, files)
        results = {policy: _run(policy, scenarios) for policy, scenarios in found.items()}
        reports = {policy: _reports(policy, found[policy], coverage=coverage, mutate=mutate) for policy in found}
        if form == "json":
            say_json({policy: {**_as_json(results[policy]), **reports[policy]} for policy in found})
        else:
            for policy, outcomes in results.items():
                _say(policy, outcomes, reports[policy], words)
        failed = any(not one.passed for outcomes in results.values() for one in outcomes)
        if failed or any(_lacks(report) for report in reports.values()):
            sys.exit(FAILED)


def _scenarios(policies: Sequence[str], files: Sequence[str]) -> Files:
    """The scenarios of each policy, of the named files, else of those beside it; a named policy has to have some."""
    paths, called = [Path(one) for one in files] or _beside(policies), _called(policies)
    found: Files = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            policy, scenarios = read_scenarios(str(path), read_file(path), schema("scenarios"))
        except Refused as refused:
            faults += refused.faults
            continue
        if not policies or Path(policy).stem in called:
            found.setdefault(called.get(Path(policy).stem, policy), []).extend(scenarios)
    faults += [Fault(code="no_scenarios", at=one, says={"word": one}) for one in policies if one not in found]
    if faults:
        raise Refused(faults)
    return found


def _called(policies: Sequence[str]) -> Mapping[str, str]:
    """The policies by the names that scenarios may call them by: the id that the file has, and the file's own name."""
    ids = {str(raw_of(one)["policy"]): one for one in policies}
    return {Path(one).stem: one for one in policies} | ids


def _beside(policies: Sequence[str]) -> list[Path]:
    folders = [Path("policies"), POLICIES]
    wanted = [file_of(one) for one in policies]
    if wanted:
        return [path for one in wanted if (path := one.parent / "scenarios" / one.name).is_file()]
    own = next((one for one in folders if (one / "scenarios").is_dir()), POLICIES)
    return sorted([*(own / "scenarios").glob("*.yaml"), *(own / "examples" / "scenarios").glob("*.yaml")])


def _run(policy: str, scenarios: Sequence[Scenario]) -> list[Outcome]:
    raw = raw_of(policy)
    opened = opener(lambda wanted: policy_of(raw, wanted))
    return [run(one, opened, calendar) for one in scenarios]


def _reports(policy: str, scenarios: Sequence[Scenario], *, coverage: bool, mutate: bool) -> dict[str, object]:
    report: dict[str, object] = {}
    if coverage:
        found = covered(raw_of(policy), schema(), scenarios, calendar)
        report["coverage"] = {
            name: getattr(found, name) for name in ("places", "rules", "places_without", "rules_without")
        }
    if mutate:
        tried = list(trials(raw_of(policy), schema(), scenarios, calendar))
        listed = [one for one in tried if one.fate in {"unnoticed", "said_only", "same_answer"}]
        report["mutate"] = {
            "counts": counts(tried),
            "listed": [
                {
                    "place": one.mutation.place,
                    "fate": one.fate,
                    "reason": one.reason,
                    "old": str(one.mutation.old),
                    "new": str(one.mutation.new),
                }
                for one in listed
            ],
        }
    return report


def _lacks(report: Mapping[str, object]) -> bool:
    coverage, mutate = report.get("coverage"), report.get("mutate")
    without = isinstance(coverage, Mapping) and (coverage["places_without"] or coverage["rules_without"])
    return bool(without) or (isinstance(mutate, Mapping) and mutate["counts"]["unnoticed"] > 0)


def _as_json(outcomes: Sequence[Outcome]) -> dict[str, object]:
    failed = [
        {
            "name": one.scenario.name,
            "differences": [{"at": at, "expected": str(want), "actual": str(got)} for at, want, got in one.differences],
        }
        for one in outcomes
        if not one.passed
    ]
    return {"scenarios": len(outcomes), "passed": len(outcomes) - len(failed), "failed": failed}


def _say(policy: str, outcomes: Sequence[Outcome], report: Mapping[str, object], words: Words) -> None:
    for one in outcomes:
        mark = click.style("✓", fg="green") if one.passed else click.style("✗", fg="red")
        click.echo(f"{mark} {policy}: {one.scenario.name}")
        for at, want, got in one.differences:
            click.echo("    " + words.say("cli", "difference", at=at, want=str(want), got=str(got)))
    passed = sum(one.passed for one in outcomes)
    click.echo(words.say("cli", "test_summary", policy=policy, passed=passed, all=len(outcomes)))
    _say_report(report, words)


def _say_report(report: Mapping[str, object], words: Words) -> None:
    coverage, mutate = report.get("coverage"), report.get("mutate")
    if isinstance(coverage, Mapping):
        click.echo(
            words.say(
                "cli",
                "coverage",
                places=coverage["places"] - len(coverage["places_without"]),
                all_places=coverage["places"],
                rules=coverage["rules"] - len(coverage["rules_without"]),
                all_rules=coverage["rules"],
            )
        )
        for one in (*coverage["places_without"], *coverage["rules_without"]):
            click.echo("    " + words.say("cli", "without_scenario", at=one))
    if isinstance(mutate, Mapping):
        click.echo(words.say("cli", "mutate", **mutate["counts"]))
        for one in mutate["listed"]:
            said = words.say("cli", one["reason"] or "unnoticed")
            click.echo(f"    {one['place']}: {one['old']} → {one['new']} ({said})")
