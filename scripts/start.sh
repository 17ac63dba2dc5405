#!/bin/sh
# From nothing to a running Fotfeste with demo people: make start (PORT=8000).
set -eu
cd "$(dirname "$0")/.."
sh scripts/venv.sh base
.venv/bin/fotfeste demo --if-missing
exec .venv/bin/fotfeste serve --port "${PORT:-8000}"
