#!/usr/bin/env bash
# Measures `apes validate` beside other checkers of text records, in turn, on the same records, and
# prints the table that stands in docs/speed.md: `benches/peers.sh [RECORDS] [ROUNDS]`.
# Fetches the others from PyPI, npm and Debian (as root) into the folder of builds.
set -euo pipefail
cd "$(dirname "$0")/.."

records="${1:-10000}"
rounds="${2:-5}"
target="${CARGO_TARGET_DIR:-target}"
peers="$target/peers"
mkdir -p "$peers"
peers="$(realpath "$peers")"

cargo build --locked --release --quiet
apes="$(realpath "$target/release/apes")"

if ! [ -x "$peers/python/bin/taplo" ]; then
    python3 -m venv "$peers/python"
    "$peers/python/bin/pip" install --quiet \
        taplo==0.9.3 jsonschema-rs==0.61.2 check-jsonschema==0.39.0
fi
if ! [ -d "$peers/node_modules/smol-toml" ]; then
    npm install --silent --no-save --no-audit --no-fund --ignore-scripts --prefix "$peers" \
        smol-toml@1 @exodus/schemasafe@1
fi
if ! command -v hledger >/dev/null; then
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq hledger >&2
fi

exec "$peers/python/bin/python" benches/peers/measure.py \
    --apes "$apes" --peers "$peers" --records "$records" --rounds "$rounds"
