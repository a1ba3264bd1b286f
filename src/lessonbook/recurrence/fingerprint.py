"""By what wordings are compared, as one short name: what was made by another is of no use."""

from functools import cache
from hashlib import blake2b
from importlib.resources import files

from lessonbook.meaning import MODEL

_LOGIC = "1"  # raise it when the same words are taken apart in another way
_READ = (
    ("lessonbook.recurrence", ("sameness.toml", "formulas.toml")),
    ("lessonbook.vocabulary.data", ("stopwords.toml", "variants.toml", "themes.toml", "abbreviations.toml")),
)


@cache
def fingerprint() -> str:
    """A hash of the model's name and of all data that comparing reads."""
    read = [files(package).joinpath(name).read_bytes() for package, names in _READ for name in names]
    return blake2b(b"\0".join([_LOGIC.encode(), MODEL.encode(), *read]), digest_size=16).hexdigest()
