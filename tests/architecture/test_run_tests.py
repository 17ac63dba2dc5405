"""A run of the tests that says all is well has run tests, and all of them passed."""

from pathlib import Path

import pytest

from scripts import run_tests

GOES_WELL = "def test_it():\n    pass\n"
FAILS = "def test_it():\n    assert 1 == 2\n"
CANNOT_BE_READ = "import nothing_by_this_name\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with nothing but an empty folder for tests."""
    for variable in ("DJANGO_SETTINGS_MODULE", "PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(run_tests, "ROOT", tmp_path)
    (tmp_path / "tests").mkdir()
    return tmp_path


def part(project: Path, code: str) -> run_tests.Part:
    (project / "tests" / "test_something.py").write_text(code)
    return run_tests.pytest("part", ["tests"], "-n", "1", "-p", "no:cacheprovider")


def test_a_test_that_goes_well_is_counted(project: Path) -> None:
    went = part(project, GOES_WELL)

    assert went.ok
    assert went.counts == {"passed": 1, "failed": 0, "skipped": 0}


@pytest.mark.parametrize("code", [FAILS, CANNOT_BE_READ], ids=["fails", "cannot be read"])
def test_what_goes_wrong_fails_the_part(project: Path, code: str) -> None:
    went = part(project, code)

    assert not went.ok
    assert went.counts["failed"] == 1


def test_a_file_without_tests_fails_the_part(project: Path) -> None:
    assert not part(project, "").ok


def test_a_folder_without_test_files_is_said_so_and_does_not_count(project: Path) -> None:
    went = run_tests.pytest("part", ["tests", "tests/not_there"])

    assert went.ok
    assert went.remark == "ingen prøver her ennå"
    assert sum(went.counts.values()) == 0


def test_a_run_without_any_test_is_no_success(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_tests, "PARTS", {"empty": lambda: run_tests.pytest("part", ["tests"])})
    for act in ("stop_on_kill", "forget_other_installations"):
        monkeypatch.setattr(run_tests, act, lambda: None)

    assert run_tests.main("") == 1


def test_the_database_a_shell_points_at_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    shell = {
        "DATABASE_URL": "postgresql://in-use/fotfeste",
        "FOTFESTE_VAR": "/srv/in-use",
        "HOME": "/home/siv",
    }
    monkeypatch.setattr("os.environ", shell)

    run_tests.forget_other_installations()

    assert shell == {"HOME": "/home/siv"}
