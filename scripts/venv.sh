#!/bin/sh
# Makes .venv ready with what a lock names: scripts/venv.sh base | test | lock.
# Does something only when the lock, the place or the Python has changed: the second time takes a moment.
set -eu
cd "$(dirname "$0")/.."
here=$(pwd -P)
which=${1:-base}
lock=requirements/$which.txt
venv=$here/.venv

# Two makes at once wait for each other.
exec 9>"$here/.venv.lock"
if command -v flock >/dev/null; then flock 9; fi

is_whole() {  # made here, for a Python that is still there, and made to its end
    "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null &&
        head -n 3 "$venv/bin/pip" 2>/dev/null | grep -qF "$venv/bin/python"
}

is_installed() {
    [ "$(cat "$venv/$which.sha256" 2>/dev/null)" = "$(sha256sum <"$lock")" ]
}

install_lock() {
    echo "Henter det Fotfeste trenger ($lock). Første gang tar det et minutt eller to."
    rm -f "$venv/$which.sha256"
    "$venv/bin/python" -m pip install -qq --no-input --disable-pip-version-check \
        --require-hashes --only-binary=:all: --requirement "$lock" || {
        echo "Fikk ikke installert $lock. Se linjene over; er pakkelageret for Python til å nå herfra?" >&2
        exit 1
    }
    sha256sum <"$lock" >"$venv/$which.sha256"
}

install_fotfeste() {  # the program runs from src/, so that a change is seen at once
    packages=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    echo "$here/src" >"$packages/fotfeste.pth"
    printf '%s\n' "#!$venv/bin/python" 'import sys' '' 'from fotfeste.cli.main import main' '' 'sys.exit(main())' \
        >"$venv/bin/fotfeste"
    chmod +x "$venv/bin/fotfeste"
}

if ! is_whole; then
    python=$(sh scripts/python.sh)
    echo "Lager .venv med $("$python" --version)."
    "$python" -m venv --clear "$venv"
fi
if ! is_installed; then install_lock; fi
install_fotfeste
if [ "$which" = test ]; then sha256sum <requirements/base.txt >"$venv/base.sha256"; fi
if [ -f scripts/messages.py ]; then "$venv/bin/python" scripts/messages.py compile; fi
