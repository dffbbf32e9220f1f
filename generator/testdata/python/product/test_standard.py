"""HTTPStatus stands in for http.HTTPStatus: every difference is in differences.toml."""

import enum
import http as standard
import sys
import tomllib
import unittest
from pathlib import Path

import observations
from statuscodes import http
from statuscodes.http import HTTPStatus

VERSION = "{}.{}".format(*sys.version_info)
THEIRS = standard.HTTPStatus


class Anything(enum.Enum):
    """Take every value, to see whether `in` asks it."""

    ONE = enum.auto()

    @classmethod
    def _missing_(cls, _value):
        return cls.ONE


ASKS = observations.attempt(lambda: "this" in Anything) == "True"


def differing():
    """Name all that can be seen to differ."""
    guards = [a for a in dir(THEIRS.OK) if a.startswith("is_") and a not in dir(int)]
    pairs = [[observations.of_class(status, set(THEIRS)) for status in (HTTPStatus, THEIRS)]]
    for name in THEIRS.__members__:
        pairs.append([observations.of_member(status, name, guards) for status in (HTTPStatus, THEIRS)])
    for ours, theirs in pairs:
        yield from (what for what in theirs if ours[what] != theirs[what])
    yield from (f"only ours: {name}" for name in HTTPStatus.__members__ if name not in THEIRS.__members__)


def listed():
    """Name all that is known to differ on this interpreter."""
    with Path(__file__).with_name("differences.toml").open("rb") as file:
        for difference in tomllib.load(file)["difference"]:
            if VERSION in difference.get("versions", [VERSION]) and difference.get("asks", ASKS) == ASKS:
                yield from difference["what"]


class StandardLibraryTest(unittest.TestCase):
    maxDiff = None

    def test_differences(self):
        self.assertEqual(sorted(differing()), sorted(listed()))

    def test_every_difference_has_a_reason(self):
        with Path(__file__).with_name("differences.toml").open("rb") as file:
            for difference in tomllib.load(file)["difference"]:
                self.assertTrue(difference["what"] and difference["reason"] and difference["reference"])

    def test_has_what_theirs_has(self):
        ours = set(dir(HTTPStatus.OK))
        self.assertLessEqual({a for a in dir(THEIRS.OK) if not a.startswith("_")}, ours)
        self.assertLessEqual(set(THEIRS.__members__), set(HTTPStatus.__members__))
        for name, member in THEIRS.__members__.items():
            self.assertEqual(getattr(http, name), member)

    def test_meets_theirs(self):
        for theirs in THEIRS:
            ours = HTTPStatus(theirs)
            self.assertEqual((ours, hash(ours), {ours}), (theirs, hash(theirs), {theirs}))
            self.assertIs(THEIRS(ours), theirs)
            self.assertIs(type(ours), HTTPStatus)
            self.assertIs(ours, HTTPStatus(int(theirs)))
            self.assertTrue(ours.description or not theirs.description)

    def test_is_described(self):
        for status in HTTPStatus:
            self.assertRegex(status.description, r"^[A-Z].*\.$")


if __name__ == "__main__":
    unittest.main()
