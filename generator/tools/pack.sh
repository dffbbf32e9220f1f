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
cp "$root/LICENSE" "$work/typescript"
cp "$root/LICENSE" "$work/python"

cd "$work/typescript"
"$tools/node_modules/.bin/tsc" -p tsconfig.json
tarball=$out/$("${NPM:-npm}" pack --silent --pack-destination "$out")
"$tools/node_modules/.bin/publint" --strict "$tarball"
"$tools/node_modules/.bin/attw" --quiet --profile esm-only "$tarball"

# The wheel, and the sdist by way of a wheel of its own, are used where nothing else is.
cd "$work/python"
python=$tools/.venv/bin/python
"$python" -m build --no-isolation --outdir built .
"$python" -m pip wheel --quiet --no-deps --no-index --no-build-isolation --wheel-dir again built/*.tar.gz
for wheel in built/*.whl again/*.whl; do
	"$python" -m venv --clear --without-pip fresh
	"$python" -m pip --python fresh/bin/python install --quiet --no-deps --no-index "$wheel"
	fresh/bin/python -I -W error "$root/generator/testdata/python/installed/use.py"
done
cp built/* "$out"

# binaries builds the command for each platform. Neither paths nor ids of this
# build go into it, so that anyone can make the same bytes.
binaries() {
	local platform os arch ending
	for platform in {linux,darwin,windows}/{amd64,arm64}; do
		os=${platform%/*} arch=${platform#*/}
		ending=$([ "$os" = windows ] && echo .exe || true)
		(cd "$root" && GOOS=$os GOARCH=$arch CGO_ENABLED=0 "${GO:-go}" build -trimpath -buildvcs=false \
			-ldflags='-s -buildid=' -o "$out/statusgen_${os}_$arch$ending" ./generator/statusgen)
	done
}

# use takes the npm package and the command into fresh projects.
use() {
	local fresh=$work/fresh
	mkdir -p "$fresh"/{npm,command}

	cd "$fresh/npm"
	echo '{"private": true, "type": "module"}' >package.json
	"${NPM:-npm}" install --silent --no-audit --no-fund "$tarball"
	node --input-type=module --eval 'import { NotFound, phrase } from "@statusgen/codes/http";
		if (phrase(NotFound) !== "Not Found") throw new Error("npm: " + phrase(NotFound));'

	cd "$fresh/command"
	printf 'version: 1\ntargets:\n  go: {out: gen}\ntables:\n  http: {extends: "builtin:http"}\n' >codes.yaml
	"$out/statusgen_$("${GO:-go}" env GOOS)_$("${GO:-go}" env GOARCH)$("${GO:-go}" env GOEXE)" generate --quiet
	printf 'module fresh\n\ngo 1.25\n' >go.mod
	"${GO:-go}" vet ./...
}

binaries
use
ls -l "$out"
