"""Measure generated Python: python speed.py SOURCES ROUNDS PASSES PROCESSES.

Prints, as JSON, what each competitor took in each round, in nanoseconds for one
lookup and in microseconds for one import in a fresh process.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter_ns as now

sources, rounds, passes, processes = sys.argv[1], *map(int, sys.argv[2:])

THEIRS = "import http"
MODULES = {
    "ours": "import statuscodes.http",
    "import http": THEIRS,
    "the constants alone": "import floor_constants.http",
    "ours, beside empty modules": "import floor_module.http",
}
IMPORTS = {
    "import": MODULES,
    "import, the first of a directory": MODULES,
    "import, with the enum class": {
        "ours": "from statuscodes.http import HTTPStatus",
        "import http": THEIRS,
        "the constants, and an enum made as http makes its own": "from floor_enum.http_enum import HTTPStatus",
        "ours, beside empty modules": "from floor_module.http import HTTPStatus",
    },
    # What is loaded on first use, and is so far not paid for.
    "import, and the first phrase": {
        "ours": "from statuscodes.http import NOT_FOUND, phrase; phrase(NOT_FOUND)",
        "import http": "from http import HTTPStatus; HTTPStatus.NOT_FOUND.phrase",
        "the constants and the phrases alone": "from floor_phrases.http import NOT_FOUND, phrase; phrase(NOT_FOUND)",
    },
    "import, and three names": {
        "ours": "from statuscodes.http import NOT_FOUND, phrase, is_known",
        "import http": "from http import HTTPStatus; HTTPStatus.NOT_FOUND",
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
    """Write what anything like ours has at the least: constants, in a package with a module for each table."""
    sys.path.append(sources)
    from statuscodes import http

    codes = {name: int(member) for name, member in http.HTTPStatus.__members__.items()}
    constants = "".join(f"{name} = {code}\n" for name, code in codes.items())
    members = "".join(f"    {name} = {code}\n" for name, code in codes.items())
    phrases = {code: http.phrase(code) for code in http.ALL}
    tables = [stub.stem for stub in Path(sources, "statuscodes").glob("*.pyi")]
    for package, modules in {
        "floor_constants": {"http": constants},
        "floor_phrases": {"http": f"{constants}phrase = {phrases}.get\n"},
        "floor_enum": {
            "http": constants,
            "http_enum": f"from enum import IntEnum, _simple_enum\n\nfrom . import http\n\n@_simple_enum(IntEnum)\nclass HTTPStatus:\n{members}",
        },
        "floor_module": {name: Path(sources, "statuscodes", f"{name}.py").read_text() for name in ("__init__", "http", "_http_enum")},
    }.items():
        Path(sources, package).mkdir(exist_ok=True)  # one interpreter measures after the other
        for module, content in (dict.fromkeys(["__init__", *tables], "") | modules).items():
            Path(sources, package, f"{module}.py").write_text(content)
    Path(sources, "floor_before.py").write_text("")


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


def members_of(status: type) -> Callable[[list[int]], None]:
    """Give what reads a member of an enum as often as there are codes."""

    def read(codes: list[int]) -> None:
        for _ in codes:
            status.NOT_FOUND

    return read


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

from statuscodes.http import HTTPStatus as OurStatus
from statuscodes.http import phrase

known = [int(status) for status in HTTPStatus]
unknown = [code for code in range(1000) if code not in known and not phrase(code)]
draw = random.Random(1)
for question, codes, competitors in (
    ("phrase, known", known, {"ours": ours, "http.HTTPStatus": theirs}),
    ("phrase, unknown", unknown, {"ours": ours, "http.HTTPStatus": theirs_unknown}),
    ("member of the enum", known, {"ours": members_of(OurStatus), "http.HTTPStatus": members_of(HTTPStatus)}),
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
