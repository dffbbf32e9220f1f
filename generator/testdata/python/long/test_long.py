"""Facts and errors of codes that leave no room beside them in a line."""

import unittest

from longcodes import codes, failures, failures_errors
from longcodes.codes import Codes

PROPERTIES = [
    *("integer", "boolean", "text", "choice", "choices", "code", "codes", "text_code", "text_codes"),
    *("given_integer", "given_boolean", "given_text", "given_choice", "given_choices"),
    *("given_code", "given_codes", "given_text_code", "given_text_codes"),
]


def facts(code: str) -> dict[str, object]:
    """Give what each property says of a code."""
    return {name: getattr(codes, name)(code) for name in PROPERTIES}


class LongTest(unittest.TestCase):
    def test_types(self) -> None:
        wanted = [int, bool, str, str, tuple, int, tuple, str, tuple]
        for code in codes.ALL:
            for name, value in facts(code).items():
                want = wanted[PROPERTIES.index(name) % len(wanted)]
                self.assertIs(type(value), want if value is not None else type(None), (name, code))
                self.assertEqual(getattr(Codes(code), name), value)

    def test_room_changes_nothing(self) -> None:
        for short, long in ((codes.A1, codes.A200), (codes.B80, codes.B83)):
            self.assertGreater(len(long), len(short))
        self.assertEqual(facts(codes.A1), facts(codes.A83))
        self.assertEqual(facts(codes.A83), facts(codes.A88))
        self.assertEqual(facts(codes.A88), facts(codes.A91))
        self.assertEqual(facts(codes.A91), facts(codes.A200))
        self.assertEqual(facts(codes.A80), facts(codes.A93))
        self.assertEqual(facts(codes.B1), facts(codes.B200))

    def test_errors(self) -> None:
        values = {"text": "5", "integer": 5, "boolean": True}
        for code, make in zip(failures.ALL, failures_errors.ALL, strict=True):
            error = make(**(values if make._message[0][1] else {}))
            problem = error.problem()
            self.assertEqual(problem["code"], code)
            for name, value in error.params.items():
                self.assertIs(type(problem[name]), type(values[name]), (name, value))
            again = failures_errors.parse_problem(problem)
            self.assertEqual((type(again), again.params), (make, error.params))


if __name__ == "__main__":
    unittest.main()
