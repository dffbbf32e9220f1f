"""Read problem details, and print the errors that they tell of.

The same program in another language prints the same bytes.

    python problems.py problems.json
"""

import json
import re
import sys
from pathlib import Path

from errorcodes import exit_errors, shop_errors, shop_messages_de, shop_messages_pt_br


def quoted(value):
    """Quote a value as all languages of this program quote it."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return str(value)
    return '"' + re.sub(r'["\\]|[^ -~]', lambda found: f"\\u{{{ord(found[0]):x}}}", value) + '"'


def told(table, problem):
    """Give what is printed of a problem."""
    try:
        error = (shop_errors if table == "shop" else exit_errors).parse_problem(problem)
    except ValueError:
        yield "none"
        return
    yield f"code {quoted(error.code)}"
    yield f"message {quoted(error.message)}"
    if isinstance(error, shop_errors.ShopError):
        yield f"known {quoted(isinstance(error, shop_errors.ALL))}"
        yield f"payment {quoted(isinstance(error, shop_errors.PaymentError))}"
        yield f"de {quoted(error.message_in(shop_messages_de.MESSAGES))}"
        yield f"pt-BR {quoted(error.message_in(shop_messages_pt_br.MESSAGES))}"
    yield f"status {quoted(error.problem().get('status', 'none'))}"
    for name, value in error.params.items():
        yield f"param {name} {quoted(value)}"


for i, case in enumerate(json.loads(Path(sys.argv[1]).read_text("utf-8"))):
    for line in told(case["table"], case["problem"]):
        print(i, case["table"], line)
