"""What can be seen of a class of status codes, by which two of them are compared."""

import copy
import json
import operator
import pickle

LIKE_INT = {
    "str": str, "format": format, "format >5": "{:>5}".format, "format x": "{:x}".format, "%s": "%s".__mod__, "%d": "%d".__mod__,
    "json": json.dumps, "hash": hash, "int": int, "index": operator.index, "bool": bool, "+ 1": (1).__add__, "== int": lambda m: m == int(m),
    "int ==": lambda m: int(m) == m, "< 400": lambda m: m < 400, "isinstance int": lambda m: isinstance(m, int),
    "as a key": {404: "found"}.get,
}


def attempt(function, *args):
    """Give what a function says, or the kind of its refusal."""
    try:
        return repr(function(*args))
    except Exception as error:
        return type(error).__name__


def of_member(status, name, guards):
    """Give what can be seen of one member, by its name or alias."""
    member = getattr(status, name)
    seen = {
        "name": member.name,
        "repr": repr(member),
        "phrase": member.phrase,
        "value": repr(member.value),
        "type of the value": type(member.value),
        "by name": status[name] is member,
        "by value": status(member.value) is member,
        "of itself": status(member) is member,
        "in": member in status,
        "in __members__": status.__members__[name] is member,
        "copied": copy.copy(member) is member and copy.deepcopy(member) is member,
        "pickled": all(pickle.loads(pickle.dumps(member, p)) is member for p in range(pickle.HIGHEST_PROTOCOL + 1)),
    }
    seen |= {what: show(member) for what, show in LIKE_INT.items()}
    seen |= {guard: getattr(member, guard) for guard in guards}
    return {f"{name}: {what}": value for what, value in seen.items()}


def of_class(status, codes):
    """Give what can be seen of the class, as far as it concerns some of its codes."""
    seen = {
        "module": status.__module__,
        "title": status.__name__,
        "bases": [base.__name__ for base in status.__mro__],
        "order": [int(m) for m in status if m in codes],
        "order reversed": [int(m) for m in reversed(status) if m in codes],
        "order sorted": [int(m) for m in sorted(status) if m in codes],
        "descriptions": [m.description for m in status if m in codes],
        "types of the descriptions": {type(m.description) for m in status},
        "attribute set": attempt(setattr, status, "NOT_FOUND", 1),
        "attribute deleted": attempt(delattr, status, "NOT_FOUND"),
    }
    for value in (499, 99, 600, -1):
        seen[f"call with {value}"] = attempt(status, value)
        seen[f"{value} in"] = attempt(status.__contains__, value)
    for value in ("404", "NOT_FOUND", None, True, 404.0, 499.5, b"404", [404]):
        seen[f"call with {value!r}"] = attempt(status, value)
    for name in ("NOT_THERE", "not_found", "499", "phrase"):
        seen[f"item {name!r}"] = attempt(status.__getitem__, name)
    return seen
