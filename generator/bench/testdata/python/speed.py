"""Measure generated Python: python speed.py SOURCES ROUNDS PASSES PROCESSES.

Prints, as JSON, what each competitor took in each round, in nanoseconds for one
lookup and in microseconds for one import in a fresh process.
"""

import json
import random
import subprocess
import sys
from pathlib import Path
from time import perf_counter_ns as now

sources, rounds, passes, processes = sys.argv[1], *map(int, sys.argv[2:])

THEIRS = "import http"
MODULES = {
    "ours": "import statuscodes.http",
    "import http": THEIRS,
    "an empty module": "import floor_package.empty",
    "the constants alone": "import floor_package.constants",
    "the constants alone, among as many files": "import floor_files.constants",
}
IMPORTS = {
    "import": MODULES,
    "import, the first of a directory": MODULES,
    "import, with the enum class": {
        "ours": "from statuscodes.http import HTTPStatus",
        "import http": THEIRS,
        "an IntEnum of the names": "import floor_enum",
        "an IntEnum of the names, beside the constants": "import floor_files.constants, floor_files.members",
    },
    # What is loaded on first use, and is so far not paid for.
    "import, and the first phrase": {
        "ours": "from statuscodes.http import NOT_FOUND, phrase; phrase(NOT_FOUND)",
        "import http": "from http import HTTPStatus; HTTPStatus.NOT_FOUND.phrase",
    },
    "import, and all there is": {
        "ours": "from statuscodes import http; [getattr(http, name) for name in dir(http)]; http.HTTPStatus.NOT_FOUND.description",
        "import http": "import http; [getattr(http, name) for name in dir(http)]; http.HTTPStatus.NOT_FOUND.description",
    },
}

# Modules of the product are found last, as installed ones are. Python lists a
# directory when it first looks there. It has looked where http is, since it loads
# modules from there when it starts; so it looks where ours is, unless that is meant.
FRESH = """
import sys
sys.path.append({sources!r})
{before}
from time import perf_counter_ns as now
start = now()
{statement}
print(now() - start)
"""


def imported(statement: str, before: str = "") -> float:
    """Import in a fresh process, and return how long that took, in microseconds."""
    program = FRESH.format(sources=sources, statement=statement, before=before)
    return int(subprocess.check_output([sys.executable, "-I", "-S", "-c", program])) / 1000


def write_floors() -> None:
    """Write what anything like ours has at the least."""
    sys.path.append(sources)
    from statuscodes.http import HTTPStatus

    codes = {name: int(member) for name, member in HTTPStatus.__members__.items()}
    package, files = Path(sources, "floor_package"), Path(sources, "floor_files")
    for directory in (package, files):
        directory.mkdir(exist_ok=True)
    for file in Path(sources, "statuscodes").glob("*.*"):
        files.joinpath(file.name).write_text("")
    for directory in (package, files):
        directory.joinpath("__init__.py").write_text("")
        directory.joinpath("constants.py").write_text("".join(f"{name} = {code}\n" for name, code in codes.items()))
    members = "".join(f"    {name} = {code}\n" for name, code in codes.items())
    for module in (Path(sources, "floor_enum.py"), files / "members.py"):
        module.write_text(f"from enum import IntEnum\n\nclass HTTPStatus(IntEnum):\n{members}")
    for module in (Path(sources, "floor_before.py"), package / "empty.py"):
        module.write_text("")


def theirs(codes: list[int]) -> None:
    for code in codes:
        HTTPStatus(code).phrase


def theirs_unknown(codes: list[int]) -> None:
    for code in codes:
        try:
            HTTPStatus(code).phrase
        except ValueError:
            pass


def ours(codes: list[int]) -> None:
    for code in codes:
        phrase(code)


write_floors()
measures: dict[str, dict[str, dict[str, list[float]]]] = {}
for question, statements in IMPORTS.items():
    before = "" if question.endswith("directory") else "import floor_before"
    for statement in statements.values():
        imported(statement, before)  # compiles it
    measures[question] = {who: {"Costs": []} for who in statements}
    for _ in range(processes):
        for who, statement in statements.items():
            measures[question][who]["Costs"].append(imported(statement, before))

from http import HTTPStatus

from statuscodes.http import phrase

known = [int(status) for status in HTTPStatus]
unknown = [code for code in range(1000) if code not in known and not phrase(code)]
draw = random.Random(1)
for question, codes, competitors in (
    ("phrase, known", known, {"ours": ours, "http.HTTPStatus": theirs}),
    ("phrase, unknown", unknown, {"ours": ours, "http.HTTPStatus": theirs_unknown}),
):
    inputs = draw.choices(codes, k=1 << 10)
    measures[question] = {who: {"Costs": []} for who in competitors}
    for _ in range(rounds):
        for who, run in competitors.items():
            start = now()
            for _ in range(passes):
                run(inputs)
            measures[question][who]["Costs"].append((now() - start) / passes / len(inputs))
print(json.dumps(measures))
