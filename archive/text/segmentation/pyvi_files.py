"""What pyvi was trained to know: its weights and its word list, read from its own files.

pyvi itself is never imported: it would load scikit-learn and scipy to unpickle the weights.
"""

from __future__ import annotations

import pickletools
import struct
from collections import defaultdict
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from archive.errors import SettingsError

VERSION = "0.1.1"
_MODEL = ("models/pyvi3.pkl", "6cdd73aee04b6a4ad7320ca85d27d931a7ef870cfdd41beb148e86bdb8aca134")
_WORDS = ("models/words.txt", "517743d27e71d43343e4b8e9e89015cdc68d84ebe1d48106449e501d918ece4a")
"""Files of the package, and their sha256: another model would segment otherwise than the archive says."""

_PICKLED_MODEL = "__FILE_RESOURCE_DATA__"
"""The member of the pickled estimator whose value is the crfsuite file."""


class Weights(NamedTuple):
    """A linear-chain CRF of two labels: 0 begins a word (`B_W`), 1 goes on with it (`I_W`).

    Attributes:
        features: by name, how much more a feature speaks for label 1 than for label 0.
        transitions: weights of the pairs of labels 00, 01, 10, 11.
    """

    features: dict[str, float]
    transitions: tuple[float, float, float, float]


@cache
def word_list() -> tuple[str, ...]:
    """pyvi's words, syllables separated by single blanks.

    Raises:
        SettingsError: the installed pyvi has another list.
    """
    return tuple(_content(*_WORDS).decode("utf-8").split("\n"))


def weights() -> Weights:
    """pyvi's trained weights.

    Raises:
        SettingsError: the installed pyvi has another model.
    """
    return _crf(_crfsuite_file(_content(*_MODEL)))


def _content(file: str, digest: str) -> bytes:
    content = files("pyvi").joinpath(file).read_bytes()
    if sha256(content).hexdigest() != digest:
        raise SettingsError(
            "{file} is not that of pyvi {version}: run pip install --force-reinstall pyvi=={version}",
            file=f"pyvi/{file}",
            version=VERSION,
        )
    return content


def _crfsuite_file(pickled: bytes) -> bytes:
    """The model inside the pickled estimator, found without running the pickle."""
    strings = (value for _, value, _ in pickletools.genops(pickled) if isinstance(value, str))
    # Python 2 wrote its bytes as text.
    return next(value for name, value in pairwise(strings) if name == _PICKLED_MODEL).encode("latin-1")


def _crf(model: bytes) -> Weights:
    """Read a model file of crfsuite.

    Source of the format: `crf1d_model.c` and `cqdb.c` of CRFsuite 0.12. A header of `lCRF`, size, type and
    version, the numbers of features, labels and attributes, and the places of five chunks.
    """
    features_at, _, attributes_at = struct.unpack_from("<3I", model, 28)
    names = _names(model, attributes_at)
    count = struct.unpack_from("<I", model, features_at + 8)[0]
    features: dict[str, float] = defaultdict(float)
    transitions: dict[tuple[int, int], float] = {}
    first = features_at + 12
    for is_transition, source, label, weight in struct.iter_unpack("<3Id", model[first : first + 20 * count]):
        if is_transition:
            transitions[source, label] = weight
        else:
            features[names[source]] += weight if label else -weight
    return Weights(
        dict(features),
        (transitions[0, 0], transitions[0, 1], transitions[1, 0], transitions[1, 1]),
    )


def _names(model: bytes, database: int) -> list[str]:
    """The strings of a constant quark database, in the order of their numbers."""
    count, offsets_at = struct.unpack_from("<2I", model, database + 16)
    names = []
    for offset in struct.unpack_from(f"<{count}I", model, database + offsets_at):
        start = database + offset + 8
        size = struct.unpack_from("<I", model, start - 4)[0]
        # A zero byte ends each.
        names.append(model[start : start + size - 1].decode("utf-8"))
    return names
