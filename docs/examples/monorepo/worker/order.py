"""Sends orders."""

import json
import time
import urllib.error
import urllib.request
from typing import NamedTuple

from codes.http import HTTPStatus
from codes.shop_error import ShopError


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
        status, code = send(url)
        if status.is_success:
            return Outcome(True, attempts, trouble)
        trouble = describe(status if code is None else code)
        again = status.retry == "always" if code is None else code.retry
        if not again or attempts == 5:
            return Outcome(False, attempts, trouble)
        time.sleep(0.005 * 2**attempts)


def send(url: str) -> tuple[HTTPStatus, ShopError | None]:
    """Give the status of the answer, and the code where the body is the service's own."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method="POST")) as answer:
            return HTTPStatus(answer.status), None
    except urllib.error.HTTPError as answer:
        with answer:
            if answer.headers.get_content_type() != "application/json":
                return HTTPStatus(answer.code), None
            return HTTPStatus(answer.code), ShopError(json.load(answer)["code"])


def describe(code: HTTPStatus | ShopError) -> str:
    """Describe a code, known or not."""
    return f"{code.value}, {code.phrase or 'not known here'}, {code.class_ or 'no class'}"
