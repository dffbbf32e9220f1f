"""An enum that was made quickly is the one that the ordinary way makes.

The quick way is the standard library's own, and private to it.
"""

import copy
import enum
import importlib
import importlib.util
import pickle
import sys
import unittest
from pathlib import Path
from unittest import mock

MODULES = [
    f"{path.parent.name}.{path.stem}"
    for sources in sys.path
    for path in sorted(Path(sources).glob("*/_*_enum.py"))
    if path.with_name("py.typed").exists()
]

INTERNAL = {"_generate_next_value_", "_new_member_"}  # what members are made with


def enum_of(module):
    """Give the only enum that a module makes."""
    [made] = [found for found in vars(module).values() if isinstance(found, enum.EnumType)]
    return made


def ordinary(name):
    """Give the enum of a module, made by a Python that has no quick way."""
    spec = importlib.util.find_spec(name)
    module = importlib.util.module_from_spec(spec)
    with mock.patch.object(enum, "_simple_enum", None):
        spec.loader.exec_module(module)
    assert module._quick is enum.EnumType
    del module._quick
    return enum_of(module)


def stranger_to(kind):
    """Give a value of the type of its members that an enum has no member for."""
    known = next(iter(kind)).value
    return known * 2 + type(known)(7)


def opens():
    """Give the enums that take strangers, with the modules that make them."""
    for name in MODULES:
        kind = enum_of(importlib.import_module(name))
        if kind._missing_(stranger_to(kind)) is not None:
            yield name, kind


def described(kind):
    """Tell what can be seen of an enum, in the words that another one would be told of in."""
    values = [member.value for member in kind]
    return {
        "kind": (type(kind), kind.__name__, kind.__qualname__, kind.__module__, kind.__doc__, kind.__bases__, repr(kind), len(kind)),
        "members": [(name, member.name, member.value, type(member) is kind, kind[name] is member) for name, member in kind.__members__.items()],
        "in order": [repr(member) for member in kind] + [repr(member) for member in reversed(kind)],
        "by value": [(kind(value) is member, member in kind) for value, member in zip(values, kind, strict=True)],
        "as text": [(str(member), repr(member), format(member), f"{member:>9}", hash(member)) for member in kind],
        "in short": (dir(kind), [dir(member) for member in kind]),
        "stored": [(repr(member.__reduce_ex__(4)), vars(member) | {"__objclass__": member.__objclass__ is kind}) for member in kind],
        "of its own": {name: type(value).__name__ for name, value in vars(kind).items() if name not in INTERNAL},
        "documented": {name: value.__doc__ for name, value in vars(kind).items() if isinstance(value, property)},
    }


class AlikeTest(unittest.TestCase):
    maxDiff = None

    def test_finds_enums(self):
        self.assertTrue(MODULES)

    def test_looks_alike(self):
        for name in MODULES:
            with self.subTest(name):
                quick = described(enum_of(importlib.import_module(name)))
                for what, told in described(ordinary(name)).items():
                    self.assertEqual(quick[what], told, what)

    def test_strangers(self):
        for name in MODULES:
            with self.subTest(name):
                answers = []
                for kind in (enum_of(importlib.import_module(name)), ordinary(name)):
                    for value in (stranger_to(kind), None, 1.5, (), "nothing has this"):
                        try:
                            stranger = kind(value)
                        except ValueError as refused:
                            answers.append((kind, str(refused)))
                        else:
                            answers.append((kind, repr(stranger), stranger.name, stranger.is_known, stranger.phrase, len(kind)))
                half = len(answers) // 2
                self.assertEqual([a[1:] for a in answers[:half]], [a[1:] for a in answers[half:]])

    def test_strangers_are_stored_by_value(self):
        for name, kind in opens():
            value = stranger_to(kind)
            with self.subTest(name):
                for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
                    self.assertEqual(kind(value).__reduce_ex__(protocol), (kind, (value,)))
                for again in (copy.copy(kind(value)), copy.deepcopy(kind(value)), pickle.loads(pickle.dumps(kind(value)))):
                    self.assertEqual((type(again), again.value), (kind, value))

    def test_strangers_of_other_enums(self):
        """A code may come as a member of somebody else's enum, whose str is its name."""
        for name, kind in opens():
            value = stranger_to(kind)
            theirs = enum.Enum("Theirs", {"NEW": value}, type=type(value))
            with self.subTest(name):
                self.assertEqual(kind(theirs.NEW), value)
                self.assertEqual((type(kind(theirs.NEW).value), repr(kind(theirs.NEW))), (type(value), repr(kind(value))))

    def test_has_no_twin(self):
        """What an enum is made of is no class that anybody could meet."""
        kinds = {(kind.__module__, kind.__qualname__) for kind in (enum_of(importlib.import_module(name)) for name in MODULES)}
        for plain in object.__subclasses__():
            self.assertNotIn((plain.__module__, plain.__qualname__), kinds)

    def test_takes_no_more(self):
        for name in MODULES:
            with self.subTest(name):
                kind = enum_of(importlib.import_module(name))
                with self.assertRaises(TypeError):

                    class More(kind):
                        pass

                with self.assertRaises(AttributeError):
                    setattr(kind, next(iter(kind.__members__)), 1)
                with self.assertRaises(AttributeError):
                    delattr(kind, next(iter(kind.__members__)))


if __name__ == "__main__":
    unittest.main()
