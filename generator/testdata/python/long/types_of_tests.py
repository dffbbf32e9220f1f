"""What type checkers know of facts that are written over several lines."""

from typing import assert_type

from longcodes import codes
from longcodes.codes import Choices, Codes

assert_type(codes.integer(codes.A200), int | None)
assert_type(codes.given_boolean(codes.A200), bool)
assert_type(codes.given_text(codes.A200), str)
assert_type(codes.choices(codes.A200), tuple[Choices, ...])
assert_type(Codes.A200.given_codes, tuple[int, ...])
assert_type(Codes.A200.text_codes, tuple[str, ...])
