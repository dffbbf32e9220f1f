"""Exceptions, what they carry and say, and the problems that they become."""

import copy
import inspect
import json
import pickle
import unittest

from errorcodes import exit_errors, shop, shop_errors, shop_messages_de, shop_messages_pt_br
from errorcodes.shop_errors import Hostile, PaymentCardDeclined, PaymentError, PaymentFailed, ShopError, StockEmpty

DECLINED = {"order_id": "7", "last4": "4242", "amount": "12.50", "attempt": 2, "final": True, "bank": "b"}
PROBLEM = {
    "type": "https://errors.example.com/shop/payment_card_declined",
    "title": "Card declined",
    "status": 402,
    "detail": "the card ending in 4242 was declined: 12.50 of order 7, attempt 2, final: true",
    "code": "payment_card_declined",
    **DECLINED,
}
HOSTILE = ("{0.__class__}", "{str}", "%s%(str)s", "{", "}}", "${x}", "\\N{DIGIT ONE}", '"""', "\n\r\0\u2028\u202e", "\ud800", "é😀")


def hostile(text):
    return Hostile(str=text, prototype=text, range=text, options=1, max=-2)


def every():
    """Make an error of each code, and of strangers."""
    return [
        PaymentFailed(order_id="7"),
        PaymentCardDeclined(**DECLINED, retry_after=30, fee="0.10", partial=False, sekrit_score="0.9"),
        shop_errors.PaymentIBANWrong(order_id="7", iban="DE00"),
        StockEmpty(),
        shop_errors.StockMoved(),
        hostile("{0.__class__}"),
        shop_errors.FraudSuspected(sekrit_customer="c"),
        shop_errors.StockSekrit(sekrit_shelf="s"),
        PaymentError("payment_new"),
        ShopError("new"),
        exit_errors.BadFlag(flag="-x"),
        exit_errors.BadRow(line=3),
        exit_errors.BadDate(line=3, date="now"),
    ]


class ExceptionTest(unittest.TestCase):
    def test_is_caught(self):
        for kind in (PaymentCardDeclined, PaymentError, ShopError, Exception, shop_errors.ALL):
            with self.subTest(kind), self.assertRaises(kind):
                raise PaymentCardDeclined(**DECLINED)
        for kind in (PaymentFailed, shop_errors.StockError, exit_errors.ExitError, exit_errors.ALL):
            self.assertNotIsInstance(PaymentCardDeclined(**DECLINED), kind)
        self.assertNotIsInstance(PaymentError("payment_new"), shop_errors.ALL)

    def test_has_other_names(self):
        self.assertIs(shop_errors.PaymentRefused, PaymentCardDeclined)
        self.assertIs(shop_errors.StockOut, StockEmpty)
        with self.assertRaises(shop_errors.StockOut):
            raise StockEmpty

    def test_has_a_cause(self):
        with self.assertRaises(ShopError) as caught:
            try:
                {}["no"]
            except KeyError as cause:
                raise StockEmpty from cause
        self.assertIsInstance(caught.exception.__cause__, KeyError)

    def test_carries(self):
        error = PaymentCardDeclined(**DECLINED, retry_after=0)
        for name, value in DECLINED.items():
            self.assertEqual(getattr(error, name), value)
        self.assertEqual((error.retry_after, error.fee), (0, None))
        self.assertEqual(error.params, {**DECLINED, "retry_after": 0})
        self.assertEqual(error.code, shop.PAYMENT_CARD_DECLINED)
        with self.assertRaises(AttributeError):
            error.code = "payment_failed"
        with self.assertRaises(TypeError):
            PaymentCardDeclined(order_id="7")

    def test_says(self):
        self.assertEqual(str(PaymentCardDeclined(**DECLINED)), PROBLEM["detail"])
        self.assertEqual([str(e) for e in every()[2:5]], ["DE00 is no IBAN", "Out of stock {sic}", "code stock_moved"])
        self.assertEqual([str(e) for e in every()[8:]], ["code payment_new", "code new", "there is no flag -x", "line 3 cannot be imported", "line 3 has the date now"])
        for error in every():
            self.assertEqual(error.args, (error.message,))

    def test_repr(self):
        self.assertEqual(repr(exit_errors.BadDate(line=3, date="now")), "BadDate(line=3, date='now')")
        self.assertEqual([repr(StockEmpty()), repr(PaymentError("payment_new"))], ["StockEmpty()", "PaymentError('payment_new')"])
        for error in every():
            again = eval(repr(error), vars(shop_errors) | vars(exit_errors))
            self.assertEqual((type(again), again.code, again.params), (type(error), error.code, error.params))

    def test_copies(self):
        copies = [copy.copy, copy.deepcopy]
        copies += [lambda e, p=p: pickle.loads(pickle.dumps(e, p)) for p in range(pickle.HIGHEST_PROTOCOL + 1)]
        for error in [*every(), shop_errors.parse_problem({**PROBLEM, "extra": [1]})]:
            error.add_note("seen")
            for duplicate in copies:
                again = duplicate(error)
                self.assertIs(type(again), type(error))
                self.assertEqual((again.args, vars(again), str(again)), (error.args, vars(error), str(error)))

    def test_hostile_values(self):
        for text in HOSTILE:
            with self.subTest(ascii(text)):
                error = hostile(text)
                words = f"{{{text}}} */ \"\"\" ''' ` \\ </script> <!-- ${{x}} %s %d %(str)s {text} \u2028\u202e\r\n\0 é 😀 {text}{text}1-2"
                self.assertEqual(str(error), words)
                self.assertEqual(error.message_in(shop_messages_de.MESSAGES), f"-21{text}{text} */ \"\"\" ''' ` \\ </script> ${{x}} %s {text} \u2028.")
                self.assertEqual(shop_errors.parse_problem(json.loads(json.dumps(error.problem()))).str, text)

    def test_documents_the_form_of_values(self):
        source = inspect.getsource(PaymentCardDeclined)
        self.assertIn('self.fee: _t.Final = fee\n        """A decimal number as a text, such as -12.50."""', source)
        self.assertIn('self.attempt: _t.Final = attempt\n        """An integer from -(2**53 - 1) to 2**53 - 1."""', source)

    def test_match(self):
        match PaymentCardDeclined(**DECLINED):
            case PaymentCardDeclined(last4="4242", order_id=order_id):
                self.assertEqual(order_id, "7")
            case _:
                self.fail("it did not match")


class MessagesTest(unittest.TestCase):
    def test_languages(self):
        error = PaymentFailed(order_id="7")
        self.assertEqual(error.message_in(shop_messages_de.MESSAGES), "Die Zahlung der Bestellung 7 ist fehlgeschlagen")
        self.assertEqual(error.message_in(shop_messages_pt_br.MESSAGES), "O pagamento do pedido 7 falhou")
        self.assertEqual((shop_messages_de.TAG, shop_messages_pt_br.TAG), ("de", "pt-BR"))
        self.assertEqual(str(error), "the payment of order 7 failed")

    def test_missing(self):
        self.assertEqual(StockEmpty().message_in(shop_messages_pt_br.MESSAGES), "Out of stock {sic}")
        self.assertEqual(StockEmpty().message_in(shop_messages_de.MESSAGES), "Nicht mehr da {}")
        self.assertEqual(ShopError("new").message_in(shop_messages_de.MESSAGES), "code new")
        self.assertEqual(ShopError("payment_failed").message_in(shop_messages_de.MESSAGES), "code payment_failed")

    def test_every_translation_can_be_filled(self):
        for error in every()[:8]:
            for messages in (shop_messages_de.MESSAGES, shop_messages_pt_br.MESSAGES):
                self.assertTrue(error.message_in(messages))


class ProblemTest(unittest.TestCase):
    maxDiff = None

    def test_members(self):
        problem = PaymentCardDeclined(**DECLINED, sekrit_score="0.9").problem()
        self.assertEqual(list(problem.items()), list(PROBLEM.items()))
        self.assertEqual(list(PaymentFailed(order_id="7").problem(instance="/7"))[3:], ["detail", "instance", "code", "order_id"])
        self.assertEqual(shop_errors.MEDIA_TYPE, "application/problem+json")

    def test_is_what_there_is(self):
        self.assertEqual(exit_errors.BadRow(line=3).problem(), {"title": "Bad row", "detail": "line 3 cannot be imported", "code": 64, "line": 3})
        self.assertEqual([e.status for e in every()], [402, 402, 400, 409, 499, 599, 403, 500, 500, 500, None, None, None])

    def test_round_trip(self):
        problems = [json.dumps(e.problem()) for e in every()[:10]]
        problems.append(json.dumps({"zebra": None, **PROBLEM, "instance": "/7", "trace": {"id": [1.5, None]}, "sekrit_score": 5}))
        problems.append(json.dumps({**PROBLEM, "status": 418, "detail": "Die Karte", "title": "Karte"}))
        problems.append('{"code": "payment_new", "detail": "new words", "status": 451, "order_id": 7}')
        problems.append('{"code": "new", "status": 402.0, "attempt": 2.0}')
        for text in problems:
            with self.subTest(text):
                error = shop_errors.parse_problem(json.loads(text))
                self.assertEqual(json.dumps(error.problem()), text)
                self.assertEqual(shop_errors.parse_problem(error.problem()).params, error.params)

    def test_received(self):
        error = shop_errors.parse_problem({**PROBLEM, "detail": "Die Karte", "status": 418, "extra": 1, "sekrit_score": "1"})
        self.assertIs(type(error), PaymentCardDeclined)
        self.assertEqual((error.last4, str(error), error.args, error.status), ("4242", PROBLEM["detail"], (PROBLEM["detail"],), 418))
        self.assertEqual((error.received["detail"], error.received["extra"], error.sekrit_score), ("Die Karte", 1, None))
        self.assertIn("4242", error.message_in(shop_messages_pt_br.MESSAGES))
        self.assertEqual(error.problem(instance="/7")["instance"], "/7")
        self.assertNotIn("instance", error.problem())

    def test_status_that_did_not_come(self):
        for problem, status in (
            ({"code": "stock_empty"}, 409),
            ({"code": "stock_empty", "status": 418}, 418),
            ({"code": "payment_new"}, None),
        ):
            error = shop_errors.parse_problem(problem)
            self.assertEqual(error.status, status)
            self.assertEqual(error.problem(), problem, "what is written back is what came")
        self.assertIsNone(exit_errors.parse_problem({"code": 1, "flag": "x"}).status)

    def test_integers_of_other_languages(self):
        error = shop_errors.parse_problem({**PROBLEM, "attempt": 2.0, "status": 402.0})
        self.assertEqual([repr(error.attempt), repr(error.status)], ["2", "402"])
        self.assertEqual(exit_errors.parse_problem({"code": 64.0, "line": 3}).code, 64)

    def test_strangers(self):
        for code, kind in {"payment_new": PaymentError, "stock_": shop_errors.StockError, "E-9": shop_errors.GeneralError, "new": ShopError}.items():
            error = shop_errors.parse_problem({"code": code, "detail": "d", "status": 451, "last4": 4242})
            self.assertEqual((type(error), error.code, str(error), error.status), (kind, code, "d", 451))
        self.assertEqual(str(shop_errors.parse_problem({"code": "new", "title": "t"})), "t")
        with self.assertRaisesRegex(ValueError, "^the table exit has no code 7$"):
            exit_errors.parse_problem({"code": 7})

    def test_refuses(self):
        for change, fault in (
            ({"code": 1}, "the code of the problem is 1 and not a text"),
            ({"status": "402"}, "the status of the problem is '402' and not an integer"),
            ({"status": True}, "the status of the problem is True and not an integer"),
            ({"title": None}, "the title of the problem is None and not a text"),
            ({"detail": ["x" * 99]}, "the detail of the problem is ['" + "x" * 38 + " and not a text"),
            ({"last4": 4242}, "the last4 of the problem is 4242 and not a text"),
            ({"attempt": 1.5}, "the attempt of the problem is 1.5 and not an integer"),
            ({"attempt": float("inf")}, "the attempt of the problem is inf and not an integer"),
            ({"attempt": float("nan")}, "the attempt of the problem is nan and not an integer"),
            ({"code": ""}, "the code of the problem is '' and not a code"),
            ({"status": 99}, "the status of the problem is 99 and not an HTTP status"),
            ({"status": 600}, "the status of the problem is 600 and not an HTTP status"),
            ({"attempt": 2**53}, f"the attempt of the problem is {2**53} and not an integer"),
            ({"final": 1}, "the final of the problem is 1 and not a boolean"),
            ({"amount": "1,50"}, "the amount of the problem is '1,50' and not a decimal number as a text"),
            ({"amount": "01"}, "the amount of the problem is '01' and not a decimal number as a text"),
            ({"amount": "1\n"}, "the amount of the problem is '1\\n' and not a decimal number as a text"),
            ({"amount": "١"}, "the amount of the problem is '١' and not a decimal number as a text"),
            ({"retry_after": None}, "the retry_after of the problem is None and not an integer"),
        ):
            with self.subTest(fault), self.assertRaises(ValueError) as caught:
                shop_errors.parse_problem({**PROBLEM, **change})
            self.assertEqual(str(caught.exception), fault)
        for name in ("code", "last4", "final"):
            with self.assertRaisesRegex(ValueError, f"^the problem has no {name}$"):
                shop_errors.parse_problem({n: v for n, v in PROBLEM.items() if n != name})
        for value in (None, [], "{}", 1):
            with self.assertRaisesRegex(ValueError, "and not an object$"):
                shop_errors.parse_problem(value)


if __name__ == "__main__":
    unittest.main()
