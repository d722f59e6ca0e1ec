"""Where Material lies among what is installed."""

from importlib.util import find_spec
from pathlib import Path


class NoMaterial(LookupError):
    """Material has no such file, or is not installed."""


def templates() -> Path:
    """Return the folder of Material's templates, icons and assets; raises NoMaterial where it is not installed."""
    spec = find_spec("material")
    if spec is None or spec.origin is None:
        raise NoMaterial("material")
    return Path(spec.origin).parent / "templates"


def text(path: str) -> str:
    """Return the text of a file of Material, by its path below the templates, which may be a pattern for its name."""
    try:
        return next(templates().glob(path)).read_text("utf-8")
    except StopIteration:
        raise NoMaterial(path) from None
