"""Print the syntax trees of modules without the values of their literals."""

import ast
import sys

for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        tree = ast.parse(file.read(), name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            node.value = type(node.value).__name__
    print(ast.dump(tree))
