#!/bin/sh
# Pin every dependency with its hashes in requirements.lock; no index address is written.
set -eu
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/pip" install --quiet pip-tools
"$tools/bin/pip-compile" --quiet --upgrade --strip-extras --extra dev --generate-hashes --allow-unsafe \
    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --no-header \
    --output-file requirements.lock pyproject.toml
