#!/bin/sh
# Style, types, layers and words. Runs them all, then says whether one of them found something.
cd "$(dirname "$0")/.." || exit 1
python=.venv/bin/python
bad=""

step() {
    name=$1
    shift
    echo "-- $name"
    "$@" || bad="$bad $name"
}

# mypy reads the settings; they must not make keys in var/.
FOTFESTE_VAR=$(mktemp -d)
export FOTFESTE_VAR
trap 'rm -rf "$FOTFESTE_VAR"' EXIT

step "ruff" $python -m ruff check --quiet --output-format concise .
step "ruff-format" $python -m ruff format --check --output-format concise .
step "mypy" $python -m mypy --no-error-summary
step "import-linter" .venv/bin/lint-imports --no-logo
if [ -f tests/architecture/test_words.py ]; then
    step "words" $python -m pytest -q --no-summary -p no:cacheprovider tests/architecture/test_words.py
fi

if [ -n "$bad" ]; then
    echo "make check fant noe:$bad"
    exit 1
fi
echo "make check: alt i orden."
