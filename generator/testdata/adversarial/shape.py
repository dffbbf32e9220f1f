"""Answer each line of the input, {"name": …, "text": …}, with the shape of that file.

That is the syntax tree of a module without the values of its texts, and the values
in their order. Documentation is left out of these: it is shown, not kept.
"""

import ast
import json
import sys
import tomllib
import warnings

warnings.simplefilter("error")
sys.setrecursionlimit(10_000)  # a union of classes is as deep as it is long


def module(name: str, source: str) -> dict:
    """Give the shape of a module."""
    # From bytes, as an import reads it: its first lines may name an encoding.
    tree = ast.parse(source.encode(), name)
    compile(tree, name, "exec")
    documentation = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
    }
    texts = []

    class Shape(ast.NodeVisitor):
        def visit_Constant(self, node: ast.Constant) -> None:
            if isinstance(node.value, str):
                if id(node) not in documentation:
                    texts.append(node.value)
                node.value = "text"

    Shape().visit(tree)
    return {"tree": ast.dump(tree), "texts": texts}


def settings(source: str) -> dict:
    """Give the shape of a file of settings."""
    return {"tree": json.dumps(tomllib.loads(source)), "texts": []}


for line in sys.stdin:
    file = json.loads(line)
    try:
        if file["name"].endswith(".toml"):
            answer = settings(file["text"])
        else:
            answer = module(file["name"], file["text"])
    except (SyntaxError, ValueError, Warning) as fault:
        answer = {"fault": repr(fault)}
    print(json.dumps(answer), flush=True)
