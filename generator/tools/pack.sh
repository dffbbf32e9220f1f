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

# The wheel, and the sdist by way of a wheel of its own, are used where nothing else is.
cd "$work/python"
cp "$root/LICENSE" .
python=$tools/.venv/bin/python
"$python" -m build --no-isolation --outdir built .
"$python" -m pip wheel --quiet --no-deps --no-index --no-build-isolation --wheel-dir again built/*.tar.gz
for wheel in built/*.whl again/*.whl; do
	"$python" -m venv --clear --without-pip fresh
	"$python" -m pip --python fresh/bin/python install --quiet --no-deps --no-index "$wheel"
	fresh/bin/python -I -W error "$root/generator/testdata/python/installed/use.py"
done
cp built/* "$out"

cd "$root"
for platform in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64; do
	os=${platform%/*} arch=${platform#*/}
	ending=$([ "$os" = windows ] && echo .exe || true)
	GOOS=$os GOARCH=$arch CGO_ENABLED=0 "${GO:-go}" build -trimpath -ldflags=-s \
		-o "$out/statusgen_${os}_$arch$ending" ./generator/statusgen
done
ls -l "$out"
