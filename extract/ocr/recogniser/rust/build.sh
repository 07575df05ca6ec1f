#!/usr/bin/env bash
# build.sh [DIR]: builds the recogniser as WebAssembly and leaves it in DIR (here), packed, with its SHA-256. The same source,
# lock file and compiler give the same bytes on every machine: no path of the machine gets into them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
to=$(cd "${1:-$here/..}" && pwd)
cd "$here"
target=${CARGO_TARGET_DIR:-$(mktemp -d)}
crates=${CARGO_HOME:-$HOME/.cargo}/registry/src
cargo fetch --locked --target wasm32-wasip1
flags="-C target-feature=+simd128 --remap-path-prefix=$here=/recogniser"
for folder in "$crates"/*/; do
	flags+=" --remap-path-prefix=${folder%/}=/crates"
done
RUSTFLAGS=$flags CARGO_TARGET_DIR=$target cargo build --quiet --locked --release --target wasm32-wasip1
built=$target/wasm32-wasip1/release/recogniser.wasm
sha256sum <"$built" | cut -d' ' -f1 >"$to/recogniser.wasm.sha256"
gzip -9 -n -c "$built" >"$to/recogniser.wasm.gz"
