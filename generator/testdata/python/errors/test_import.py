"""Who needs codes alone pays nothing for errors, and who needs one language for no other."""

import subprocess
import sys
import unittest
from pathlib import Path

import errorcodes


def loaded(statement):
    """Give the modules of the package that a statement loads."""
    program = [
        "import sys",
        f"sys.path.insert(0, {str(Path(errorcodes.__file__).parent.parent)!r})",
        statement,
        "print(*(m for m in sys.modules if m.startswith('errorcodes.')))",
    ]
    run = subprocess.run([sys.executable, "-I", "-S", "-B", "-W", "error", "-c", "\n".join(program)], check=True, capture_output=True, text=True)
    return {module.removeprefix("errorcodes.") for module in run.stdout.split()}


class ImportTest(unittest.TestCase):
    def test_codes_alone(self):
        self.assertEqual(loaded("from errorcodes import shop; shop.STOCK_EMPTY"), {"shop"})
        self.assertEqual(loaded("from errorcodes import shop; shop.phrase('stock_empty'); shop.http('stock_empty')"), {"shop", "_shop_facts"})

    def test_errors(self):
        self.assertEqual(loaded("from errorcodes import shop_errors; shop_errors.StockEmpty()"), {"shop", "shop_errors"})
        self.assertEqual(loaded("from errorcodes import shop_errors; shop_errors.StockEmpty().problem()"), {"shop", "_shop_facts", "shop_errors"})

    def test_languages(self):
        self.assertEqual(loaded("from errorcodes import shop_messages_de"), {"shop_messages_de"})


if __name__ == "__main__":
    unittest.main()
