"""What codes.yaml has not: closed and text tables, all types of properties, hostile texts."""

import ast
import copy
import json
import pickle
import unittest
from pathlib import Path

import examplecodes
from examplecodes import io_fault, only, os_exit
from examplecodes.io_fault import IOFault
from examplecodes.only import Only
from examplecodes.os_exit import OSExit

SOURCES = Path(examplecodes.__file__).parent


class ClosedTest(unittest.TestCase):
    def test_refuses(self):
        for code in (2, -2, 256, 2**53):
            with self.subTest(code):
                self.assertIsNone(os_exit.parse(str(code)))
                with self.assertRaises(ValueError):
                    OSExit(code)
                with self.assertRaises(ValueError):
                    os_exit.ensure(code)

    def test_answers(self):
        self.assertEqual(os_exit.parse("-9"), -9)
        self.assertEqual(os_exit.parse("-0"), 0)
        self.assertEqual(os_exit.parse("halted"), os_exit.STOPPED)
        self.assertEqual(OSExit(-9), OSExit.KILLED)
        self.assertIs(OSExit.HALTED, OSExit.STOPPED)
        self.assertEqual(os_exit.class_of(-2), "signal")


class PropertyTest(unittest.TestCase):
    def test_values(self):
        for found, want in (
            (os_exit.retried(-9), True),  # the code's own
            (os_exit.retried(2), True),  # its class's
            (os_exit.retried(1), False),  # its own, against its class's
            (os_exit.retried(0), False),  # the property's
            (os_exit.flagged(0), False),  # own, and not absent
            (os_exit.flagged(1), None),
            (os_exit.weight(-5), -1),
            (os_exit.word(-9), ""),  # own, and not absent
            (os_exit.word(1), 'plain"\\\n</script>'),
            (os_exit.note(-2), "class"),
            (os_exit.note(0), "*/ ${x} \u2028"),
            (os_exit.mood(5), "not_sure"),
            (os_exit.origin(-9), None),
            (os_exit.hints(0), ("wait",)),
            (os_exit.hints(7), ()),
            (set(os_exit.hints(-1)), {"ask", "give_up"}),
            (os_exit.mirrors(7), (1, 0)),
            (os_exit.mirrors(0), ()),
            (os_exit.fault(-9), 'IO/read"\\'),
            (os_exit.fault(300), "IO/a table that lacks it"),
            (os_exit.twin(2), 0),
            (os_exit.unset(0), None),
            (io_fault.weight("IO/other"), 7),
            (io_fault.weight("other"), None),
            (io_fault.tags("4xé and more"), ("a", "b")),
            (io_fault.exit("4\U0001f600é"), -9),
        ):
            self.assertEqual((found, type(found)), (want, type(want)))


class TextTest(unittest.TestCase):
    def test_classes(self):
        for code, name in {
            "IO/": "input", "IO": None, "4\U0001f600é": "sql", "4éé!": "sql", "4é": None, "4": None,
            '2.x"\\': "exact", '2.x"\\y': None, "x": "rest", "__": "hidden", "_": None, "": None,
        }.items():
            with self.subTest(code):
                self.assertEqual(io_fault.class_of(code), name)
                self.assertEqual(IOFault(code).class_, name)

    def test_parse(self):
        for text, code in {
            'IO/read"\\': 'IO/read"\\', "io_read": 'IO/read"\\', "x constructor": "x constructor", "smile": "4\U0001f600é",
            "any-other~thing!": "any-other~thing!", "two words": None, "é": None, "": None, "tab\t": None, "\x7f": None,
        }.items():
            with self.subTest(text):
                self.assertEqual(io_fault.parse(text), code)

    def test_strangers(self):
        for code in ("stranger", "", "two words", "\U0001f600", "NOT_FOUND"):
            stranger = IOFault(code)
            self.assertEqual((stranger, hash(stranger), str(stranger), f"{stranger:>3}"), (code, hash(code), code, f"{code:>3}"))
            self.assertEqual((repr(stranger), stranger.name, stranger.phrase), (f"<IOFault: {code!r}>", "", ""))
            self.assertEqual(json.dumps(stranger), json.dumps(code))
            for again in (copy.copy(stranger), copy.deepcopy(stranger), pickle.loads(pickle.dumps(stranger))):
                self.assertEqual(repr(again), repr(stranger))
            self.assertEqual(len(IOFault.__members__), len(io_fault.ALL))
        for value in (404, None, b"x"):
            with self.subTest(value), self.assertRaises(ValueError):
                IOFault(value)

    def test_texts(self):
        self.assertEqual(os_exit.phrase(-1), 'Hung "up" \\ ${now} */ </script> <!-- //# sourceMappingURL=x')
        self.assertEqual(
            os_exit.action(-1),
            "{{.}} %s \\N{x} \\x41 \"\"\" ''' \0 \a \x7f \x85 \u2029 \ufeff \U0001f600 e\u0301 trailing \\",
        )
        self.assertEqual(os_exit.reference(-1), ("a</b> \u202e", "https://example.com/a?b=c&d=*#e"))
        self.assertEqual(os_exit.reference(0), ('The "manual", chapter \\', None))
        self.assertEqual(io_fault.from_phrase("SMILE AT \u00c9mile"), io_fault.SMILE)
        self.assertIsNone(io_fault.from_phrase("smile at \u00e9mile"))


class ShapeTest(unittest.TestCase):
    """No text of the author adds or removes a statement, or hides anything."""

    def test_statements(self):
        allowed = (ast.Expr, ast.If, ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.FunctionDef, ast.ClassDef)
        for path in SOURCES.glob("*.py"):
            with self.subTest(path.name):
                for statement in ast.parse(path.read_text("utf-8")).body:
                    self.assertIsInstance(statement, allowed)
                    if isinstance(statement, ast.Expr):
                        self.assertIsInstance(statement.value.value, str)

    def test_names(self):
        for module, enum in ((os_exit, OSExit), (io_fault, IOFault), (only, Only)):
            for name in module.__all__:
                getattr(module, name)
            public = {name for name in vars(module) if not name.startswith("_")} - {"TYPE_CHECKING"}
            self.assertEqual(public, set(module.__all__))
            self.assertEqual(set(enum.__members__), {n for n in module.__all__ if n.isupper()} - {"ALL", "FINGERPRINT"})

    def test_visible(self):
        for path in SOURCES.glob("*.py"):
            self.assertRegex(path.read_text("utf-8"), "\\A[\n\x20-\x7e\u00c9\u00e9\u0301\U0001f600]*\\Z")


if __name__ == "__main__":
    unittest.main()
