"""Measure generated Python: python speed.py SOURCES ROUNDS PASSES PROCESSES.

Prints, as JSON, what each competitor took in each round, in nanoseconds for one
lookup and in microseconds for one import in a fresh process.
"""

import json
import random
import subprocess
import sys
from time import perf_counter_ns as now

sources, rounds, passes, processes = sys.argv[1], *map(int, sys.argv[2:])

IMPORTS = {
    "import, constants and functions": {
        "ours": "import statuscodes.http",
        "import http": "import http",
    },
    "import, with the enum class": {
        "ours": "from statuscodes.http import HTTPStatus",
        "import http": "import http",
    },
}

# Modules of the product are found last, as installed ones are.
FRESH = """
import sys
sys.path.append({sources!r})
from time import perf_counter_ns as now
start = now()
{statement}
print(now() - start)
"""


def imported(statement: str) -> float:
    """Import in a fresh process, and return how long that took, in microseconds."""
    program = FRESH.format(sources=sources, statement=statement)
    return int(subprocess.check_output([sys.executable, "-I", "-S", "-c", program])) / 1000


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


measures: dict[str, dict[str, dict[str, list[float]]]] = {}
for question, statements in IMPORTS.items():
    for statement in statements.values():
        imported(statement)  # compiles it
    measures[question] = {who: {"Costs": []} for who in statements}
    for _ in range(processes):
        for who, statement in statements.items():
            measures[question][who]["Costs"].append(imported(statement))

sys.path.append(sources)
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
