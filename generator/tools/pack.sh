#!/usr/bin/env bash
# Builds what is released into a directory: the npm tarball, the wheel and the
# sdist of gen/, and the command for each platform. Everything is built in a
# temporary copy, so that gen/ stays what the generator wrote.
set -euo pipefail

tools=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$tools/../.." && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -R "$root/gen/typescript" "$root/gen/python" "$work"

cd "$work/typescript"
"$tools/node_modules/.bin/tsc" -p tsconfig.json
"${NPM:-npm}" pack --silent --pack-destination "$out"

cd "$work/python"
"$tools/.venv/bin/python" -m build --no-isolation --outdir "$out" .

cd "$root"
for platform in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64; do
	os=${platform%/*} arch=${platform#*/}
	ending=$([ "$os" = windows ] && echo .exe || true)
	GOOS=$os GOARCH=$arch CGO_ENABLED=0 "${GO:-go}" build -trimpath -ldflags=-s \
		-o "$out/statusgen_${os}_$arch$ending" ./generator/statusgen
done
ls -l "$out"
