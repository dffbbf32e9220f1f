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

# use installs what was built into fresh projects, and uses it there.
use() {
	local fresh=$work/fresh file
	mkdir -p "$fresh"/{npm,wheel,sdist,command}

	cd "$fresh/npm"
	echo '{"private": true, "type": "module"}' >package.json
	"${NPM:-npm}" install --silent --no-audit --no-fund "$out"/*.tgz
	node --input-type=module --eval 'import { NotFound, phrase } from "@statusgen/codes/http";
		if (phrase(NotFound) !== "Not Found") throw new Error("npm: " + phrase(NotFound));'

	for file in wheel:whl sdist:tar.gz; do
		cd "$fresh/${file%:*}"
		"$tools/.venv/bin/python" -m venv --system-site-packages .venv
		PYTHONPATH=$("$tools/.venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))') \
			.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-index --no-build-isolation "$out"/*."${file#*:}"
		.venv/bin/python -I -c 'from statuscodes.http import HTTPStatus; assert HTTPStatus(404).phrase == "Not Found"'
	done

	cd "$fresh/command"
	printf 'version: 1\ntargets:\n  go: {out: gen}\ntables:\n  http: {extends: "builtin:http"}\n' >codes.yaml
	"$out/statusgen_$("${GO:-go}" env GOOS)_$("${GO:-go}" env GOARCH)$("${GO:-go}" env GOEXE)" generate --quiet
	printf 'module fresh\n\ngo 1.25\n' >go.mod
	"${GO:-go}" vet ./...
}

binaries
use
ls -l "$out"
