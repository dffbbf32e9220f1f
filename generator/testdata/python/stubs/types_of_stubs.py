"""The types that stubs declare are those that modules make: python types_of_stubs.py SOURCES.

Names those that are unions of literals, which mypy.stubtest knows only as what is no union.
"""

import ast
import importlib
import sys
import typing
from pathlib import Path


def declared(stub: Path) -> dict[str, object]:
    """Give the types that a stub declares."""
    aliases = {}
    for node in ast.parse(stub.read_text("utf-8")).body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias"), value=ast.expr() as value):
                aliases[name] = eval(ast.unparse(value), {"Literal": typing.Literal})
    return aliases


def made(module: object) -> dict[str, object]:
    """Give the types that a module makes."""
    return {name: getattr(module, name) for name in {*dir(module)} - {*module.__all__}}


sys.path.insert(0, sys.argv[1])
for stub in sorted(Path(sys.argv[1]).glob("*/*.pyi")):
    expected, found = declared(stub), made(importlib.import_module(f"{stub.parent.name}.{stub.stem}"))
    assert {"Code", "Lifecycle"} <= expected.keys(), stub
    # Unions that have the same members are equal, whatever their order.
    if [expected, {n: typing.get_args(t) for n, t in expected.items()}] != [found, {n: typing.get_args(t) for n, t in found.items()}]:
        sys.exit(f"{stub}: {expected} is declared, and {found} is made")
    print(*(f"{stub.parent.name}.{stub.stem}.{n}" for n, t in found.items() if typing.get_origin(t) is typing.Literal), sep="\n")
