#!/bin/sh
# Prints the path of a Python 3.11 that can make a virtual environment, or says in one line what is missing.
set -eu

is_311() {
    "$1" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' >/dev/null 2>&1
}

find_311() {
    for candidate in "${PYTHON:-}" python3.11 python3 /usr/bin/python3.11; do
        [ -n "$candidate" ] || continue
        path=$(command -v "$candidate" 2>/dev/null) || continue
        if is_311 "$path"; then echo "$path"; return; fi
    done
    echo "Fotfeste trenger Python 3.11. Installer det: apt-get install python3.11 python3.11-venv" >&2
    return 1
}

can_make_venv() {
    "$1" -c 'import venv, ensurepip' >/dev/null 2>&1
}

python=$(find_311)
if ! can_make_venv "$python" && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Debian-pakken python3-venv mangler. Installerer den." >&2
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y python3-venv; } >/dev/null 2>&1 </dev/null || true
fi
if ! can_make_venv "$python"; then
    echo "En Debian-pakke mangler. Installer den: apt-get install python3-venv" >&2
    exit 1
fi
echo "$python"
