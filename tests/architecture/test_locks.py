"""What is installed is exactly what was looked at, wherever it is fetched from."""

import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
LOCKS = sorted(REQUIREMENTS.glob("*.txt"))
SOURCES = sorted(REQUIREMENTS.glob("*.in"))

PINNED = re.compile(r"^[A-Za-z0-9._-]+(\[[a-z,]+\])?==\S+$")
LOCKED = re.compile(r"^([a-z0-9._-]+)==(\S+)((?: --hash=sha256:[0-9a-f]{64})+)$")
ADDRESS = re.compile(r"://|--(extra-)?index-url|--find-links|--trusted-host|^-i |@ ", re.MULTILINE)


def entries(lock: Path) -> list[str]:
    """One line per package, with its hashes."""
    return lock.read_text().replace(" \\\n   ", "").split("\n")[:-1]


def versions(lock: Path) -> dict[str, str]:
    return dict(line.partition(" ")[0].split("==") for line in entries(lock))


def direct(source: Path) -> list[str]:
    lines = (line.partition("#")[0].strip() for line in source.read_text().splitlines())
    return [line for line in lines if line and not line.startswith("-r ")]


def test_there_is_a_lock_for_every_list() -> None:
    assert [lock.stem for lock in LOCKS] == [source.stem for source in SOURCES] == ["base", "lock", "test"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_locked_to_a_version_and_its_hashes(lock: Path) -> None:
    assert [line for line in entries(lock) if not LOCKED.match(line)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address(lock: Path) -> None:
    assert not ADDRESS.search(lock.read_text())


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_every_direct_dependency_is_pinned(source: Path) -> None:
    assert [line for line in direct(source) if not PINNED.match(line)] == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_every_direct_dependency_is_in_the_lock(source: Path) -> None:
    wanted = {re.sub(r"\[.*\]", "", line).lower() for line in direct(source)}

    locked = {f"{name}=={version}" for name, version in versions(source.with_suffix(".txt")).items()}

    assert wanted - locked == set()


def test_tests_run_on_the_versions_that_people_run_on() -> None:
    base, test = versions(REQUIREMENTS / "base.txt"), versions(REQUIREMENTS / "test.txt")

    assert {name: test.get(name) for name in base} == base


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example/simple",
        "--find-links /packages",
        "x @ file:///x-1.whl",
        "-i packages",
    ],
)
def test_an_address_would_be_seen(line: str) -> None:
    assert ADDRESS.search(line)


@pytest.mark.parametrize("line", ["django>=5.2", "django==5.2.19", "django==5.2.19 --hash=md5:00"])
def test_a_package_without_hashes_would_be_seen(line: str) -> None:
    assert not LOCKED.match(line)
