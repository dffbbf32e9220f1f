"""What type checkers know of the generated modules.

A line that they have to refuse says so with `type: ignore`; both checkers
complain where there is nothing to ignore.
"""

from typing import Literal, assert_type

from statuscodes import grpc, http
from statuscodes.grpc import GRPCCode
from statuscodes.grpc import Code as GRPCNumber
from statuscodes.http import Class, Code, HTTPStatus, Lifecycle, Retry

not_found: Literal[404] = http.NOT_FOUND
alias: Literal[413] = http.PAYLOAD_TOO_LARGE
member: Literal[404] = HTTPStatus.NOT_FOUND.value
number: int = HTTPStatus.NOT_FOUND

codes: tuple[int, ...] = http.ALL
assert_type(http.ALL, tuple[Code, ...])
assert_type(http.phrase(404), str | None)
assert_type(http.reference(404), tuple[str, str | None] | None)
assert_type(http.parse("404"), int | None)
assert_type(http.ensure(404), Code)
assert_type(http.is_success(200), bool)
assert_type(http.retry(200), Literal["never", "conditional", "always"])
assert_type(http.grpc(200), int)
assert_type(grpc.http(2), int | None)
assert_type(grpc.class_of(2), str | None)

assert_type(HTTPStatus(499), HTTPStatus)
assert_type(HTTPStatus["NOT_FOUND"], HTTPStatus)
assert_type(HTTPStatus.NOT_FOUND.phrase, str)
assert_type(HTTPStatus.NOT_FOUND.description, str)
assert_type(HTTPStatus.NOT_FOUND.summary, str | None)
assert_type(HTTPStatus.NOT_FOUND.is_client_error, bool)
assert_type(HTTPStatus.NOT_FOUND.retry, Literal["never", "conditional", "always"])
assert_type(GRPCCode.OK.http, int | None)


def classify(code: int) -> Class | None:
    """Return what class_of knows."""
    return http.class_of(code)


def state(code: int) -> Lifecycle | None:
    """Return what lifecycle knows."""
    return http.lifecycle(code)


def patience(retry: Retry) -> int:
    """Return a number for each value of the property, and for no other."""
    match retry:
        case "never":
            return 0
        case "conditional":
            return 1
        case "always":
            return 2


def reply(code: Code) -> int:
    """Take the codes of the table, and no other."""
    return code


def explain(code: GRPCNumber) -> str:
    """Have an answer for every code of the table, which checkers prove."""
    match code:
        case 0:
            return "done"
        case 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16:
            return "failed"


reply(404)
reply(http.NOT_FOUND)
reply(http.ensure(int("404")))
reply(499)  # type: ignore[arg-type]
reply(int("404"))  # type: ignore[arg-type]
http.NOT_FOUNDD  # type: ignore[attr-defined]
http.phrase("404")  # type: ignore[arg-type]
patience(http.retry(404))
patience("sometimes")  # type: ignore[arg-type]
HTTPStatus.NOT_FOUND.retries  # type: ignore[attr-defined]
