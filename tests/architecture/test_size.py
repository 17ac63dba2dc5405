"""A file is one idea. A very long one holds several."""

from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "fotfeste"
TOO_LONG = 400
WORTH_A_LOOK = 150


def lines_of(path: Path) -> int:
    return len(path.read_text().splitlines())


def test_no_file_grows_past_what_one_idea_needs() -> None:
    lengths = sorted(((lines_of(path), path) for path in SOURCE.rglob("*.py")), reverse=True)
    for length, path in lengths[:10]:
        if length > WORTH_A_LOOK:
            print(f"{length:>5}  {path.relative_to(SOURCE)}")  # noqa: T201  # a list to look at, with pytest -rP

    assert [path for length, path in lengths if length > TOO_LONG] == []
    assert len(lengths) > 1, "nothing was measured"
