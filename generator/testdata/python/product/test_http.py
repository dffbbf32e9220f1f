"""HTTPStatus keeps codes that it does not know."""

import copy
import inspect
import json
import pickle
import pydoc
import unittest
from typing import get_args, get_type_hints

from statuscodes import http
from statuscodes.http import HTTPStatus

STRANGERS = (-1, 0, 99, 299, 499, 599, 600, 999, 2**53, -(2**70))


class StrangerTest(unittest.TestCase):
    def test_refused(self):
        for value in ("404", "NOT_FOUND", None, True, 499.5, b"404", [404]):
            with self.subTest(value), self.assertRaises(ValueError):
                HTTPStatus(value)

    def test_is_its_value(self):
        for code in STRANGERS:
            stranger = HTTPStatus(code)
            self.assertEqual((stranger, hash(stranger), stranger.value), (code, hash(code), code))
            self.assertIsInstance(stranger, HTTPStatus)
            self.assertIs(type(stranger.value), int)
            self.assertEqual((f"{stranger}", str(stranger), json.dumps(stranger)), (str(code),) * 3)
            self.assertEqual(repr(stranger), f"<HTTPStatus: {code}>")
            self.assertEqual((stranger.name, stranger.phrase, stranger.description), ("", "", ""))
            self.assertIs(stranger.is_known, False)
            self.assertIsNone(stranger.lifecycle)

    def test_has_a_class(self):
        self.assertIs(HTTPStatus(499).is_client_error, True)
        self.assertEqual(HTTPStatus(599).class_, "server_error")
        self.assertEqual(HTTPStatus(599).retry, http.retry(500))
        self.assertIsNone(HTTPStatus(600).class_)

    def test_is_not_kept(self):
        members = list(HTTPStatus)
        self.assertIsNot(HTTPStatus(499), HTTPStatus(499))
        self.assertEqual(list(HTTPStatus), members)
        self.assertNotIn(499, HTTPStatus._value2member_map_)

    def test_copies(self):
        for code in (*STRANGERS, 404):
            for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
                self.assertEqual(repr(pickle.loads(pickle.dumps(HTTPStatus(code), protocol))), repr(HTTPStatus(code)))
            for duplicate in (copy.copy, copy.deepcopy):
                self.assertEqual(repr(duplicate(HTTPStatus(code))), repr(HTTPStatus(code)))
        self.assertIs(pickle.loads(pickle.dumps(HTTPStatus.OK)), HTTPStatus.OK)

    def test_has_a_public_home(self):
        self.assertIn(b"statuscodes.http", pickle.dumps(HTTPStatus.OK))
        self.assertNotIn(b"_http_enum", pickle.dumps(HTTPStatus.OK))
        with self.assertRaises(OSError):  # and not the lines of another file
            inspect.getsource(HTTPStatus)

    def test_takes_part(self):
        self.assertEqual({499: "known by its value"}[HTTPStatus(499)], "known by its value")
        self.assertLess(HTTPStatus(499), HTTPStatus.INTERNAL_SERVER_ERROR)
        self.assertEqual(HTTPStatus(HTTPStatus(499)), 499)


class ModuleTest(unittest.TestCase):
    def test_constants(self):
        self.assertIs(type(http.NOT_FOUND), int)
        self.assertEqual(http.ALL, tuple(HTTPStatus))
        for name, member in HTTPStatus.__members__.items():
            self.assertEqual(getattr(http, name), member)
            self.assertIn(name, http.__all__)

    def test_aliases(self):
        self.assertIs(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.CONTENT_TOO_LARGE)
        self.assertEqual(HTTPStatus.REQUEST_ENTITY_TOO_LARGE.name, "CONTENT_TOO_LARGE")
        self.assertEqual(http.UNPROCESSABLE_ENTITY, http.UNPROCESSABLE_CONTENT)

    def test_match(self):
        def describe(code):
            match code:
                case http.NOT_FOUND:
                    return "constant"
                case HTTPStatus.OK:
                    return "member"
                case HTTPStatus():
                    return "stranger"
            return "number"

        self.assertEqual(
            [describe(c) for c in (404, HTTPStatus.NOT_FOUND, 200, HTTPStatus(499), 499)],
            ["constant", "constant", "member", "stranger", "number"],
        )

    def test_parse(self):
        for text, code in {
            "404": 404, "not_found": 404, "payload_too_large": 413, "499": 499, "999": 999, "-1": -1, "-0": 0,
            "9007199254740991": 2**53 - 1,
            "0404": None, " 404": None, "４０４": None, "٤٠٤": None, "0x194": None, "": None, "-": None, "+404": None, "4_04": None,
            "Not Found": None, "NOT_FOUND": None, "9007199254740992": None, "9" * 5000: None,
        }.items():
            with self.subTest(text[:20]):
                self.assertEqual(http.parse(text), code)

    def test_from_phrase(self):
        for text, code in {
            "Not Found": 404, " not \t\n found\r": 404, "Request Entity Too Large": 413,
            "not_found": None, "Not\u00a0Found": None, "": None, "\ud800": None, "\u212am used": None,
        }.items():
            with self.subTest(ascii(text)):
                self.assertEqual(http.from_phrase(text), code)

    def test_phrase(self):
        for code in (404, HTTPStatus.NOT_FOUND, HTTPStatus(404)):
            self.assertEqual(http.phrase(code), "Not Found")
        for code in (499, HTTPStatus(499), -1, "404", None):
            self.assertIsNone(http.phrase(code))
        self.assertEqual([copied(404) for copied in (pickle.loads(pickle.dumps(http.phrase)), copy.copy(http.phrase))], ["Not Found"] * 2)

    def test_ensure(self):
        self.assertEqual(http.ensure(404), 404)
        with self.assertRaisesRegex(ValueError, "^the table http has no code 499$"):
            http.ensure(499)

    def test_attributes(self):
        self.assertEqual(dir(http), sorted([*http.__all__, "Class", "Code", "Lifecycle", "Redirect", "Retry"]))
        self.assertEqual(get_args(http.Code), http.ALL)
        self.assertEqual(get_args(http.Class)[3:], ("client_error", "server_error"))
        for function in (http.class_of, http.ensure, http.lifecycle, http.redirect, http.retry):
            self.assertNotIsInstance(get_type_hints(function)["return"], str)
        with self.assertRaisesRegex(AttributeError, "'statuscodes.http' has no attribute 'NOT_FOUNDD'"):
            http.NOT_FOUNDD
        self.assertEqual(get_type_hints(http), {})

    def test_functions_have_a_public_home(self):
        for function in (http.is_known, http.retry, http.is_client_error, http.parse, http.summary, http.from_phrase):
            with self.subTest(function.__name__):
                self.assertEqual(function.__module__, "statuscodes.http")
                self.assertNotIn(b"_http_", pickle.dumps(function))
                self.assertIs(pickle.loads(pickle.dumps(function)), function)
                self.assertIs(inspect.getmodule(function), http)
                self.assertTrue(inspect.getsource(function).startswith(f"def {function.__name__}(") and function.__doc__)

    def test_help(self):
        text = pydoc.plain(pydoc.render_doc(http))
        for shown in (
            "HTTP status codes.", "NOT_FOUND = 404", "PAYLOAD_TOO_LARGE = 413", "class HTTPStatus(enum.IntEnum)", "ALL = (100, 101,",
            "is_known(code: int) -> bool\n        Tell whether the table lists a code.", "reference(code: int) -> tuple[str, str | None] | None",
        ):
            self.assertIn(shown, text)

    def test_star(self):
        names = {}
        exec("from statuscodes.http import *", names)
        del names["__builtins__"]
        self.assertEqual(sorted(names), sorted(http.__all__))
        self.assertEqual({name: names[name] for name in names}, {name: getattr(http, name) for name in http.__all__})


if __name__ == "__main__":
    unittest.main()
