"""Codes pickled by one interpreter are the same for another.

python pickles.py write DIRECTORY   pickles codes, as its version calls the file
python pickles.py read DIRECTORY    reads what all versions wrote
"""

import pickle
import sys
from pathlib import Path

from statuscodes.grpc import GRPCCode
from statuscodes.http import HTTPStatus
from statuscodes.sqlstate import SQLSTATE

CODES = (HTTPStatus.NOT_FOUND, HTTPStatus(499), HTTPStatus(-(2**70)), GRPCCode.OK, SQLSTATE.UNDEFINED_TABLE, SQLSTATE("42ZZZ"))


def write(directory):
    """Pickle the codes by every protocol there is."""
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        name = "{}.{}-{}.pickle".format(*sys.version_info[:2], protocol)
        directory.joinpath(name).write_bytes(pickle.dumps(CODES, protocol))


def read(directory):
    """Compare what was pickled with what was meant."""
    files = list(directory.glob("*.pickle"))
    assert files, "nothing was written"
    for file in files:
        codes = pickle.loads(file.read_bytes())
        assert repr(codes) == repr(CODES), f"{file.name}: {codes}"
        assert [type(code.value) for code in codes] == [type(code.value) for code in CODES], file.name
        assert codes[0] is HTTPStatus.NOT_FOUND, file.name


{"write": write, "read": read}[sys.argv[1]](Path(sys.argv[2]))
