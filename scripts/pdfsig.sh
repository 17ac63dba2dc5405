#!/bin/sh
# Prints the path of pdfsig (poppler), a second, independent tool that checks seals in tests.
# As root on Debian it installs the package poppler-utils when there is none.
set -eu
export DEBIAN_FRONTEND=noninteractive

find_pdfsig() { command -v "${PDFSIG:-pdfsig}" 2>/dev/null; }

install_poppler() {
    echo "Installerer pdfsig (Debian-pakken poppler-utils) for å prøve segl." >&2
    log=$(mktemp)
    { apt-get update && apt-get install -y --no-install-recommends poppler-utils; } >"$log" 2>&1 </dev/null || tail "$log" >&2
    rm -f "$log"
}

if find_pdfsig; then exit; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    # Tests that run side by side wait for each other here.
    exec 9>"${TMPDIR:-/tmp}/fotfeste-poppler.lock"
    if command -v flock >/dev/null; then flock 9; fi
    find_pdfsig >/dev/null || install_poppler
fi
if find_pdfsig; then exit; fi
echo "Prøvene av segl trenger pdfsig: apt-get install poppler-utils, eller sett PDFSIG til stien." >&2
exit 1
