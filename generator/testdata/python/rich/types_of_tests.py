"""What type checkers know of the generated modules.

A line that they have to refuse says so with `type: ignore`; both checkers
complain where there is nothing to ignore.
"""

from typing import Literal, assert_type

from examplecodes import io_fault, os_exit
from examplecodes.io_fault import IOFault
from examplecodes.os_exit import OSExit

text: Literal["user_not_found"] = io_fault.USER_NOT_FOUND
member: str = IOFault.USER_NOT_FOUND

codes: tuple[str, ...] = io_fault.ALL
assert_type(io_fault.ALL, tuple[io_fault.Code, ...])
assert_type(io_fault.parse("x"), str | None)
assert_type(io_fault.weight("x"), int | None)
assert_type(io_fault.tags("x"), tuple[Literal["a", "b", "c"], ...])
assert_type(io_fault.exit("x"), int)
assert_type(IOFault("x").tags, tuple[Literal["a", "b", "c"], ...])

assert_type(os_exit.retried(0), bool)
assert_type(os_exit.flagged(0), bool | None)
assert_type(os_exit.weight(0), int)
assert_type(os_exit.word(0), str)
assert_type(os_exit.unset(0), str | None)
assert_type(os_exit.mirrors(0), tuple[int, ...])
assert_type(os_exit.fault(0), str | None)
assert_type(os_exit.origin(0), Literal["class", "default", "new"] | None)
assert_type(OSExit.DONE.origin, Literal["class", "default", "new"] | None)
assert_type(OSExit(0), OSExit)

os_exit.phrase("0")  # type: ignore[arg-type]
