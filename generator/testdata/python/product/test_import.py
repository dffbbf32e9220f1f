"""What an import costs: nobody pays for what they do not use."""

import modulefinder
import shutil
import subprocess
import sys
import tempfile
import tokenize
import tomllib
import unittest
from pathlib import Path

import statuscodes

SOURCES = Path(statuscodes.__file__).parent


def loaded(*statements):
    """Give the modules that statements load, one after another, in a bare interpreter."""
    program = ["import sys", f"sys.path.insert(0, {str(SOURCES.parent)!r})", "seen = set(sys.modules)"]
    for statement in statements:
        program += [statement, "print(*sorted(set(sys.modules) - seen))", "seen = set(sys.modules)"]
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-W", "error", "-c", "\n".join(program)], check=True, capture_output=True, text=True
    )
    return [set(line.split()) for line in run.stdout.splitlines()]


class ImportTest(unittest.TestCase):
    def test_one_at_a_time(self):
        package, constants, facts, texts, enum, again = loaded(
            "import statuscodes",
            "from statuscodes.http import NOT_FOUND; from statuscodes import http; hasattr(http, '__wrapped__') or http.NOT_FOUND",
            "http.phrase(http.NOT_FOUND); http.parse('not_found'); http.retry(http.NOT_FOUND)",
            "http.summary(http.NOT_FOUND); http.from_phrase('Not Found')",
            "first = http.HTTPStatus",
            "assert http.HTTPStatus is first and {'HTTPStatus', 'summary'} <= set(vars(http))",
        )
        self.assertEqual(package, {"statuscodes"})
        self.assertEqual(constants, {"statuscodes.http"})
        self.assertEqual(facts, {"statuscodes._http_facts"})
        self.assertEqual(texts, {"statuscodes._http_texts"})
        self.assertIn("enum", enum)
        self.assertIn("statuscodes._http_enum", enum)
        self.assertFalse({"typing", "http", "inspect"} & enum)
        self.assertEqual(again, set())

    def test_lists(self):
        [seen] = loaded("from statuscodes import http; assert {'Retry'} == {*dir(http)} & {'Retry', '__all__', 'TYPE_CHECKING'} - {*http.__all__}")
        self.assertEqual(seen - {"statuscodes"}, {"statuscodes.http", "statuscodes._http_facts", "statuscodes._http_texts"})

    def test_private(self):
        [seen] = loaded("from statuscodes import http; assert not any(hasattr(http, name) for name in ('__path__', '__wrapped__', '_name', '_types'))")
        self.assertEqual(seen - {"statuscodes"}, {"statuscodes.http"})

    def test_types(self):
        _, functions, types, again = loaded(
            "import statuscodes",
            "from statuscodes import http; http.retry(http.NOT_FOUND)",
            "from statuscodes.http import Class, Lifecycle, Retry",
            "assert http.Retry is Retry and 'Retry' in vars(http); dir(http); http.__all__",
        )
        self.assertEqual(functions, {"statuscodes.http", "statuscodes._http_facts"})
        self.assertLessEqual({"typing", "statuscodes._http_texts"}, types)
        self.assertNotIn("statuscodes._http_enum", types)
        self.assertEqual(again, set())

    def test_hints(self):
        for hints in (
            "from typing import get_type_hints as hints; hints = hints(http.retry)['return']",
            "import inspect; hints = inspect.signature(http.retry, eval_str=True).return_annotation",
            "from typing import get_type_hints as hints; hints = hints(http.HTTPStatus.retry.fget)['return']",
        ):
            with self.subTest(hints):
                loaded("from statuscodes import http", hints, "assert hints is http.Retry")

    def test_threads(self):
        [seen] = loaded(
            "import sys; sys.setswitchinterval(1e-6); import threading; from statuscodes import http; start = threading.Barrier(16)\n"
            "names = [*http.__all__, 'Retry', 'Code']; found = []\n"
            "for loaded in [m for m in sys.modules if m.startswith('statuscodes')]: del sys.modules[loaded]\n"
            "from statuscodes import http; assert {'statuscodes', 'statuscodes.http'} == {m for m in sys.modules if m.startswith('statuscodes')}\n"
            "def look(shift):\n"
            "    start.wait(); assert {dir(http).index(n) for n in names * 3} and 'retry' in http.__all__; found.append({n: getattr(http, n) for n in names[shift:] + names[:shift]} | {'parsed': http.parse('teapot')})\n"
            "threads = [threading.Thread(target=look, args=(6 * i,)) for i in range(16)]\n"
            "for t in threads: t.start()\n"
            "for t in threads: t.join()\n"
            "assert len(found) == 16 and all(one.keys() == found[0].keys() and all(one[n] is found[0][n] for n in names) for one in found)\n"
            "assert {one['parsed'] for one in found} == {418} and found[0]['phrase'] is http.phrase"
        )
        self.assertIn("statuscodes._http_facts", seen)

    def test_parts_alone(self):
        for part, what in (("facts", "phrase"), ("texts", "summary"), ("texts", "Class"), ("enum", "HTTPStatus")):
            with self.subTest(part):
                loaded(f"from statuscodes._http_{part} import {what}; from statuscodes import http; assert http.{what} is {what}")

    def test_bundles(self):
        finder = modulefinder.ModuleFinder([str(SOURCES.parent)])
        finder.import_hook("statuscodes.http")
        for part in ("enum", "facts", "texts"):
            self.assertIn(f"statuscodes._http_{part}", finder.modules)

    def test_zip(self):
        with tempfile.TemporaryDirectory() as directory:
            archive = shutil.make_archive(f"{directory}/statuscodes", "zip", SOURCES.parent)
            program = [
                f"import sys, traceback; sys.path.insert(0, {archive!r})",
                "from statuscodes import http",
                "try: http.class_of('x')",
                "except TypeError: traceback.print_exc(file=sys.stdout)",
            ]
            run = subprocess.run([sys.executable, "-I", "-S", "-B", "-c", "\n".join(program)], check=True, capture_output=True, text=True)
        lines = run.stdout.splitlines()
        [place] = [n for n, line in enumerate(lines) if "_http_facts.py" in line]
        self.assertIn("if first <= code <= last:", lines[place + 1])

    def test_enum_alone(self):
        [all_names] = loaded("from statuscodes.http import *; assert HTTPStatus.NOT_FOUND == NOT_FOUND == 404")
        self.assertIn("statuscodes._http_enum", all_names)
        [private] = loaded("from statuscodes._http_enum import HTTPStatus; assert HTTPStatus.OK.phrase == 'OK'")
        self.assertIn("statuscodes.http", private)


class PackageTest(unittest.TestCase):
    def test_pyproject(self):
        project = tomllib.loads(SOURCES.parent.parent.joinpath("pyproject.toml").read_text("utf-8"))
        self.assertEqual(project["project"]["name"], "statusgen-codes")
        self.assertEqual(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"], ["src/statuscodes"])
        self.assertEqual(SOURCES.joinpath("py.typed").read_bytes(), b"")

    def test_heads(self):
        for path in SOURCES.glob("*.py*"):
            with self.subTest(path.name):
                with path.open("rb") as source:
                    comments = [token for token in tokenize.tokenize(source.readline) if token.type == tokenize.COMMENT]
                self.assertEqual([c.string for c in comments], ["# Code generated by statusgen. DO NOT EDIT."])
                self.assertEqual(comments[0].start, (1, 0))


if __name__ == "__main__":
    unittest.main()
