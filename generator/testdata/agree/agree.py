"""Print every fact of every code, and what the generated code does with every input.

    python agree.py export.json inputs.json manifest.json [module]

The export only says which tables, classes and properties there are, and in
which order; every answer comes from the generated code. Without a module the
manifest says which package holds the tables.
"""

import importlib
import json
import sys
from pathlib import Path, PurePosixPath


def q(text):
    """Quote a text as all languages do; what is absent is a dash."""
    if text is None:
        return "-"
    if type(text) is not str:
        sys.exit(f"{text!r} is no text")
    inner = (c if " " <= c <= "~" and c not in '"\\' else f"\\u{{{ord(c):x}}}" for c in text)
    return f'"{"".join(inner)}"'


def shown(value):
    """Show a code or the value of a property."""
    if type(value) is bool:
        return str(value).lower()
    if type(value) is int:
        return str(value)
    if type(value) is tuple:
        return f"[{' '.join(map(shown, value))}]"
    return q(value)


def agreed(what, function, enum):
    """Give what both say, the function and the enum."""
    if function != enum or type(function) is not type(enum):
        sys.exit(f"{what}: the function says {function!r}, the enum {enum!r}")
    return function


def facts(table, module, enum, code, prefix):
    """Print every fact of a code, known or not."""
    member = enum(code)
    if member != code or hash(member) != hash(code) or member.value != code:
        sys.exit(f"{prefix}: the enum makes {member!r} of it")

    def fact(function, attribute):
        return agreed(prefix, getattr(module, function)(code), getattr(member, attribute))

    def line(*words):
        print(prefix, *words)

    line("name", q(module.name(code)))
    line("phrase", q(agreed(prefix, module.phrase(code), member.phrase or None)))
    summary = fact("summary", "summary")
    line("summary", q(agreed(prefix, summary, member.description or None)))
    line("action", q(fact("action", "action")))
    line("reference", *map(q, fact("reference", "reference") or [None]))
    line("lifecycle", q(fact("lifecycle", "lifecycle")))
    line("class", q(fact("class_of", "class_")))
    line("known", shown(fact("is_known", "is_known")))
    for class_ in table["classes"]:
        guard = f"is_{class_['name']}"
        line(guard, shown(fact(guard, guard)))
    for name in table["properties"]:
        line("property", name, shown(fact(name, name)))


def decode(module, enum, table, code):
    """Take a code off the wire: one that a closed table lacks is refused."""
    answers = []
    for take in (module.ensure, enum):
        try:
            answers.append(take(code) == code)
        except ValueError:
            answers.append(False)
    if table["unknown"] == "open":
        return answers[1]
    return agreed(code, *answers)


def exports(module, enum, identifiers):
    """Check that each identifier is exported with its value, and in the enum."""
    for identifier, code in identifiers.items():
        agreed(identifier, code, getattr(module, identifier))
        agreed(identifier, code, enum[identifier].value)
        if identifier not in module.__all__:
            sys.exit(f"{identifier} is not in __all__")
    agreed("the members", sorted(identifiers), sorted(enum.__members__))
    agreed("the codes", module.ALL, tuple(member.value for member in enum))


def main(export, inputs, manifest, package=None):
    """Print what the generated package says."""
    export, inputs, manifest = (json.loads(Path(name).read_text("utf-8")) for name in (export, inputs, manifest))
    marker = next(file["path"] for file in manifest["files"] if file["path"].endswith("py.typed"))
    package = package or PurePosixPath(marker).parent.name
    for table in export["tables"]:
        name = table["name"]
        module = importlib.import_module(f"{package}.{name}")
        [enum] = (getattr(module, x) for x in module.__all__ if isinstance(getattr(module, x), type))
        exports(module, enum, manifest["identifiers"][name])
        print(name, "fingerprint", q(module.FINGERPRINT))
        for code in module.ALL:
            facts(table, module, enum, code, f"{name} {shown(code)}")
        for kind, find in (("parse", module.parse), ("phrase", module.from_phrase)):
            for text in inputs[name][kind]:
                found = find(text)
                print(name, kind, q(text), "none" if found is None else shown(found))
        for code in inputs[name]["wire"]:
            prefix = f"{name} wire {shown(code)}"
            if decode(module, enum, table, code):
                print(prefix, "ok")
                facts(table, module, enum, code, prefix)
            else:
                print(prefix, "error")


sys.stdout.reconfigure(encoding="utf-8", newline="\n")
main(*sys.argv[1:])
