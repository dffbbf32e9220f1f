"""What type checkers know of the generated modules.

A line that they have to refuse says so with `type: ignore`; both checkers
complain where there is nothing to ignore.
"""

from typing import Literal, assert_type

from widecodes import facts, types
from widecodes.facts import Facts
from widecodes.types import Type, Types

invalid: Literal["invalid_token"] = facts.INVALID_TOKEN

assert_type(facts.class_of("x"), str | None)
assert_type(Facts.INVALID_TOKEN.class_, str | None)
assert_type(types.type(1), Literal["only_one"])
assert_type(Types.ONE.type, Literal["only_one"])
assert_type(Types.ONE.isinstance, bool)
assert_type(Types.ONE.super, str | None)


def same(value: Type) -> Type:
    """Return a value of the property that is called like a builtin."""
    return value


same("another")  # type: ignore[arg-type]
