"""A code, known or not, survives what programs do with it."""

import argparse
import copy
import dataclasses
import enum
import json
import operator
import pprint
import sqlite3
import unittest

from statuscodes import grpc, http, sqlstate
from statuscodes.grpc import GRPCCode
from statuscodes.http import HTTPStatus
from statuscodes.sqlstate import SQLSTATE

STATUSES = (HTTPStatus.NOT_FOUND, HTTPStatus(499), GRPCCode.UNAVAILABLE, GRPCCode(99))
STATES = (SQLSTATE.UNDEFINED_TABLE, SQLSTATE("42ZZZ"))


@dataclasses.dataclass(frozen=True, order=True)
class Answer:
    """What a program may keep of a response."""

    status: HTTPStatus
    grpc: GRPCCode = GRPCCode.OK


class StorageTest(unittest.TestCase):
    def test_json(self):
        for code in (*STATUSES, *STATES):
            again = json.loads(json.dumps({"code": code, "list": [code]}))
            self.assertEqual(again, {"code": code, "list": [code]})
            self.assertEqual(repr(type(code)(again["code"])), repr(code))
        self.assertEqual(json.dumps({HTTPStatus.OK: 1, HTTPStatus(299): 2}), '{"200": 1, "299": 2}')

    def test_sqlite(self):
        with sqlite3.connect(":memory:") as database:
            self.addCleanup(database.close)
            database.execute("create table answers (code)")
            for code in (*STATUSES, *STATES):
                with self.subTest(code):
                    database.execute("insert into answers values (?)", (code,))
                    [[stored]] = database.execute("select code from answers where code = ?", (code,))
                    self.assertEqual(stored, code)
                    self.assertEqual(repr(type(code)(stored)), repr(code))
                    database.execute("delete from answers")

    def test_dataclass(self):
        answer = Answer(HTTPStatus(499))
        self.assertEqual(dataclasses.asdict(answer), {"status": 499, "grpc": 0})
        for again in (copy.copy(answer), copy.deepcopy(answer), dataclasses.replace(answer)):
            self.assertEqual(repr(again), "Answer(status=<HTTPStatus: 499>, grpc=<GRPCCode.OK: 0>)")
        self.assertLess(Answer(HTTPStatus.OK), answer)
        self.assertEqual(len({answer, copy.deepcopy(answer)}), 1)


class TextTest(unittest.TestCase):
    def test_format(self):
        for code in STATUSES:
            number = int(code)
            for spec in ("", "d", "5", "05d", "<6", ">6", "^6", "x", "#x", "e", "n", ",", "+"):
                self.assertEqual(format(code, spec), format(number, spec))
            for pattern in ("%s", "%d", "%5d", "%x"):
                self.assertEqual(pattern % code, pattern % number)
            self.assertEqual((f"{code}", f"{code!s}", str(code)), (str(number),) * 3)
        for code in STATES:
            self.assertEqual((f"{code}", f"{code:>7}", str(code)), (code.value, f"  {code.value}", code.value))
        self.assertEqual(f"{HTTPStatus.NOT_FOUND!r} {HTTPStatus(499)!r}", "<HTTPStatus.NOT_FOUND: 404> <HTTPStatus: 499>")
        self.assertEqual(pprint.pformat([HTTPStatus.OK, HTTPStatus(299)]), "[<HTTPStatus.OK: 200>, <HTTPStatus: 299>]")

    def test_argparse(self):
        parser = argparse.ArgumentParser(exit_on_error=False)
        parser.add_argument("--code", type=http.parse)
        parser.add_argument("--status", type=lambda text: HTTPStatus(int(text)))
        found = parser.parse_args(["--code", "not_found", "--status", "499"])
        self.assertEqual((found.code, repr(found.status)), (404, "<HTTPStatus: 499>"))


class ControlTest(unittest.TestCase):
    def test_match(self):
        def describe(code):
            match code:
                case HTTPStatus.OK | http.CREATED:
                    return "done"
                case HTTPStatus(is_client_error=True, value=value):
                    return f"client error {value}"
                case HTTPStatus(is_known=False):
                    return "stranger"
                case HTTPStatus():
                    return "member"
                case int(number):
                    return f"number {number}"
            return "text"

        self.assertEqual(
            [describe(c) for c in (200, HTTPStatus.CREATED, HTTPStatus(499), HTTPStatus(299), HTTPStatus.FOUND, 404, "404")],
            ["done", "done", "client error 499", "stranger", "member", "number 404", "text"],
        )

    def test_order_and_hash(self):
        shuffled = [HTTPStatus(599), HTTPStatus.NOT_FOUND, HTTPStatus(1), HTTPStatus.OK]
        self.assertEqual(sorted(shuffled), [1, 200, 404, 599])
        self.assertEqual(max(shuffled).value, 599)
        self.assertEqual({404: "a", 499: "b"}[HTTPStatus(499)], "b")
        self.assertEqual(len({HTTPStatus(499), HTTPStatus(499), 499}), 1)
        self.assertEqual(operator.index(HTTPStatus(499)), 499)
        self.assertEqual(sorted([*STATES, "00000"]), ["00000", "42P01", "42ZZZ"])


class IntrospectionTest(unittest.TestCase):
    def test_enum(self):
        for module, status, base in ((http, HTTPStatus, enum.IntEnum), (grpc, GRPCCode, enum.IntEnum), (sqlstate, SQLSTATE, enum.StrEnum)):
            with self.subTest(status.__name__):
                self.assertEqual(status.__mro__[1], base)
                self.assertEqual(tuple(status), module.ALL)
                self.assertEqual(len(status), len(module.ALL))
                self.assertTrue(status)
                self.assertIs(enum.unique(enum.Enum("Copy", {m.name: m.value for m in status})).__class__, enum.EnumType)
                self.assertEqual([m.name for m in status], [n for n, m in status.__members__.items() if n == m.name])
                for member in status:
                    self.assertIs(status[member.name], member)
                    self.assertIs(getattr(status, member.name), member)
                    self.assertIn(member, status)
                    self.assertEqual(module.name(member), module.name(member.value))

    def test_a_stranger_stays_out(self):
        before = list(HTTPStatus)
        stranger = HTTPStatus(499)
        self.assertIsInstance(stranger, HTTPStatus)
        self.assertEqual(list(HTTPStatus), before)
        with self.assertRaises(KeyError):
            HTTPStatus[stranger.name]
        with self.assertRaises(TypeError):

            class _More(HTTPStatus):
                """An enum with members cannot be extended."""


if __name__ == "__main__":
    unittest.main()
