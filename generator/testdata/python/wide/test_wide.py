"""Names of sixty letters, names of Python's own, typographic texts."""

import inspect
import typing
import unittest

from widecodes import facts, types
from widecodes import of_the_first_kind_that_a_long_name_may_have_in_tables as long
from widecodes.facts import Facts
from widecodes.types import Types


class WideTest(unittest.TestCase):
    def test_long(self):
        [of_class] = [name for name in dir(long) if name.startswith("many_")]
        self.assertEqual([len(getattr(long, of_class)(code)) for code in (1, 2, 10)], [3, 2, 2])
        self.assertEqual(dir(long).index("Class"), 1 + dir(long).index("CODE_" + of_class[5:].upper()))

    def test_builtins(self):
        for code in (1, 2):
            self.assertEqual((types.type(code), types.isinstance(code)), ("only_one", True))
            self.assertEqual((Types(code).type, Types(code).isinstance), ("only_one", True))
        self.assertEqual((Types.ONE.super, Types(2).super), ("above", None))
        self.assertEqual((repr(Types.ONE), repr(Types(2))), ("<Types.ONE: 1>", "<Types: 2>"))

    def test_texts(self):
        self.assertEqual(facts.phrase("invalid_token"), "The token\u2019s wrong")
        self.assertIn("\u2013 or a \u201ctoken\u201d \u2013", facts.summary("invalid_token"))
        self.assertIs(facts.from_phrase("the TOKEN\u2019S wrong"), facts.INVALID_TOKEN)

    def test_no_classes(self):
        self.assertNotIn("Class", dir(facts))
        self.assertEqual(typing.get_type_hints(facts.class_of)["return"], str | None)
        self.assertEqual(inspect.signature(Facts.class_.fget).return_annotation, str | None)


if __name__ == "__main__":
    unittest.main()
