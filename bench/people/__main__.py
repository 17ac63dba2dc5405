"""Made-up people in an installation of their own: python -m bench.people --persons 1000000 --into FOLDER.

With DATABASE_URL they go into that database, which must be empty; the keys go into the folder.
"""

import argparse
import os
from pathlib import Path

from bench.filling import ready
from bench.place import look_there, place_for


def main() -> None:
    """Fill it, or say that it is filled."""
    parser = argparse.ArgumentParser(prog="python -m bench.people", description=__doc__)
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--into", type=Path, help="a folder of its own; the usual place when left out")
    given = parser.parse_args()
    url = os.environ.get("DATABASE_URL", "")
    place = given.into or place_for(given.persons, "postgresql" if url else "sqlite")
    look_there(place, url)
    import django

    django.setup()
    found = ready(place, given.persons)
    print(f"{found.persons:,} persons in {place}. Log in as {found.specialist}.")


if __name__ == "__main__":
    main()
