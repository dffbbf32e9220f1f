"""What type checkers know of generated exceptions.

A line that they have to refuse says so with `type: ignore`; both checkers
complain where there is nothing to ignore.
"""

from typing import Literal, assert_never, assert_type

from errorcodes import exit_errors, shop, shop_errors, shop_messages_de
from errorcodes.exit_errors import BadDate, BadFlag, BadRow
from errorcodes.shop_errors import (
    FraudSuspected,
    Hostile,
    Known,
    PaymentCardDeclined,
    PaymentError,
    PaymentFailed,
    PaymentIBANWrong,
    Problem,
    ShopError,
    StockEmpty,
    StockMoved,
    StockSekrit,
)


def declined() -> PaymentCardDeclined:
    """Make an error with all that it has to have."""
    return PaymentCardDeclined(order_id="1", last4="4242", amount="1.50", attempt=1, final=False, bank="b")


assert_type(declined().order_id, str)
assert_type(declined().attempt, int)
assert_type(declined().final, bool)
assert_type(declined().retry_after, int | None)
assert_type(declined().fee, str | None)
assert_type(declined().code, Literal["payment_card_declined"])
assert_type(declined().message, str)
assert_type(declined().message_in(shop_messages_de.MESSAGES), str)
assert_type(declined().status, int | None)
assert_type(declined().problem(), Problem)
assert_type(declined().problem()["code"], str)
assert_type(shop_errors.parse_problem({}), ShopError)
assert_type(exit_errors.BadRow(line=1).code, Literal[64])
code: shop.Code = declined().code
base: ShopError = PaymentError("payment_new")


def advise(error: Known) -> str:
    """Have an answer for every exception, which checkers prove."""
    match error:
        case PaymentCardDeclined(last4=last4, retry_after=retry_after):
            assert_type(last4, str)
            assert_type(retry_after, int | None)
            return last4
        case PaymentFailed() | PaymentIBANWrong():
            assert_type(error, PaymentFailed | PaymentIBANWrong)
            return error.order_id
        case StockEmpty() | StockMoved() | StockSekrit():
            return "wait"
        case Hostile():
            return error.prototype
        case FraudSuspected():
            return error.sekrit_customer
        case _:
            assert_never(error)


def incomplete(error: exit_errors.Known) -> str:
    """Forget one of the exceptions."""
    match error:
        case BadFlag():
            return error.flag
        case BadDate():
            return error.date
        case _:
            assert_never(error)  # type: ignore[arg-type]


def by_code(error: exit_errors.Known) -> str:
    """Have an answer for every code, which checkers prove."""
    match error.code:
        case 1:
            return "flag"
        case 64 | 65:
            return "data"


def caught() -> str:
    """Catch all exceptions of codes at once, and nothing else."""
    try:
        raise BadRow(line=1)
    except exit_errors.ALL as error:
        assert_type(error, BadFlag | BadRow | BadDate)
        return by_code(error)


def narrowed(error: Exception) -> int:
    """Know what is left when an exception is of a table, a class or a code."""
    if isinstance(error, exit_errors.ALL):
        assert_type(error, BadFlag | BadRow | BadDate)
        return error.code
    if isinstance(error, ShopError):
        return len(error.code)
    return 0


advise(declined())
PaymentCardDeclined(order_id="1")  # type: ignore[call-arg]
BadFlag("verbose")  # type: ignore[call-arg]
BadFlag(flag=1)  # type: ignore[arg-type]
declined().code = "payment_failed"  # type: ignore[assignment, misc]
declined().last5  # type: ignore[attr-defined]
advise(base)  # type: ignore[arg-type]
