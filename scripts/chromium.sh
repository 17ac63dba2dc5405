#!/bin/sh
# Prints the path of the Chromium that the journeys drive. As root on Debian it installs one when there is none.
set -eu
export DEBIAN_FRONTEND=noninteractive

find_chromium() {
    for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        [ -n "$candidate" ] && command -v "$candidate" 2>/dev/null && return
    done
    find "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}" -path '*/chrome-linux*/chrome' -type f 2>/dev/null |
        sort | tail -n 1 | grep .
}

install_chromium() {
    echo "Installerer Chromium (Debian-pakken chromium) for nettleserreisene." >&2
    log=$(mktemp)
    { apt-get update && apt-get install -y --no-install-recommends chromium; } >"$log" 2>&1 </dev/null || tail "$log" >&2
    rm -f "$log"
}

if path=$(find_chromium); then echo "$path"; exit; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then install_chromium; fi
if path=$(find_chromium); then echo "$path"; exit; fi
echo "Nettleserreisene trenger Chromium: apt-get install chromium, eller sett CHROMIUM til stien." >&2
exit 1
