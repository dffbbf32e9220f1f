"""Sends orders."""

import json
import time
import urllib.error
import urllib.request
from typing import NamedTuple, assert_never

from codes import shop, shop_messages_de
from codes.http import HTTPStatus
from codes.shop_errors import (
    ALL,
    MEDIA_TYPE,
    CartEmpty,
    CartSoldOut,
    PaymentDeclined,
    PaymentUnavailable,
    ShopError,
    parse_problem,
)


class Outcome(NamedTuple):
    """How sending an order ended."""

    ordered: bool
    attempts: int
    trouble: str | None  # what was wrong last


def order(url: str) -> Outcome:
    """Send an order, again and again while the service says that it is worth it."""
    trouble = None
    attempts = 0
    while True:
        attempts += 1
        try:
            status = send(url)
        except ShopError as error:
            trouble, again = describe(error), shop.retry(error.code)
        else:
            if status.is_success:
                return Outcome(True, attempts, trouble)
            trouble, again = describe_status(status), status.retry == "always"
        if not again or attempts == 5:
            return Outcome(False, attempts, trouble)
        time.sleep(0.005 * 2**attempts)


def send(url: str) -> HTTPStatus:
    """Give the status of the answer. A problem that the service tells of is raised."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method="POST")) as answer:
            return HTTPStatus(answer.status)
    except urllib.error.HTTPError as answer:
        with answer:
            if answer.headers.get_content_type() != MEDIA_TYPE:
                return HTTPStatus(answer.code)
            raise parse_problem(json.load(answer)) from None


def describe(error: ShopError) -> str:
    """Describe an error, known or not."""
    german = error.message_in(shop_messages_de.MESSAGES)
    class_ = shop.class_of(error.code) or "no class"
    return f"{error.code}, {class_}: {error.message} | {german} | {advice(error)}"


def advice(error: ShopError) -> str:
    """Say what the customer can do."""
    if not isinstance(error, ALL):
        return "wait for a newer program"
    match error:
        case CartEmpty():
            return "put something in"
        case CartSoldOut():
            return f"take out {error.item}"
        case PaymentDeclined():
            return f"pay with another card than {error.last4}"
        case PaymentUnavailable():
            return f"pay {error.order} later"
        case _:
            assert_never(error)


def describe_status(status: HTTPStatus) -> str:
    """Describe a status, known or not."""
    return f"{status.value}, {status.class_ or 'no class'}: {status.phrase or 'not known here'}"
