#!/bin/sh
# Compiles requirements/*.in to locks with hashes and without any address. base.txt decides for test.txt.
set -eu
cd "$(dirname "$0")/.."
sh scripts/venv.sh lock

compile() {
    .venv/bin/python -m uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links \
        --no-header --no-annotate --python-version 3.11 "$@"
}

compile requirements/lock.in --output-file requirements/lock.txt
compile requirements/base.in --output-file requirements/base.txt
compile requirements/test.in --constraint requirements/base.txt --output-file requirements/test.txt
