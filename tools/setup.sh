#!/bin/sh
# Make .venv from requirements.lock; do nothing when lock and project file are unchanged.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
want="$(cat requirements.lock pyproject.toml | cksum) $(pwd)"
stamp=.venv/.setup-done
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ]; then exit 0; fi

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "The hotline needs Python 3.11 or newer. Install it (Debian: apt install python3 python3-venv), then run this again." >&2
    exit 1
}
echo "Setting up .venv (about a minute the first time) ..."
if ! "$python" -m venv .venv >/dev/null 2>&1; then
    # Debian splits ensurepip into python3-venv; the system's pip can fill a bare environment as well.
    rm -rf .venv
    "$python" -m venv --without-pip .venv
    "$python" -m pip --version >/dev/null 2>&1 || {
        echo "Neither python3-venv nor pip is here. Install one (Debian: apt install python3-venv), then run this again." >&2
        exit 1
    }
    pip="$python -m pip --python .venv/bin/python"
else
    pip=".venv/bin/python -m pip"
fi
$pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
$pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
printf '%s' "$want" > "$stamp"
