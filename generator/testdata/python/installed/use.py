"""The installed package is typed, says what it is, and has a README that tells the truth."""

import importlib.metadata
import importlib.resources
import re
import sys

import statuscodes

assert sys.prefix in statuscodes.__file__, statuscodes.__file__
assert importlib.resources.files(statuscodes).joinpath("py.typed").is_file()

about = importlib.metadata.metadata("statusgen-codes")
assert about["Requires-Python"] == ">=3.11"
assert "Typing :: Typed" in about.get_all("Classifier")
assert "Programming Language :: Python :: {}.{}".format(*sys.version_info) in about.get_all("Classifier")
assert about["License-File"] == "LICENSE"
assert about.get_all("Requires-Dist") is None
assert about["Description-Content-Type"] == "text/markdown"

readme = about.get_payload()
[example] = re.findall("```python\n(.*?)```", readme, re.DOTALL)
exec(example)
for module in re.findall(r"^- `(\S+)`", readme, re.MULTILINE):
    __import__(module)
