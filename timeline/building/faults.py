"""What the system refuses, said in one line in the language asked for."""

import errno

from timeline.language import of_commands
from timeline.language.messages import Refusal, asked


def refusal_of(error: OSError) -> Refusal:
    """Return the refusal that a fault of the system comes to."""
    name = errno.errorcode.get(error.errno or 0, "")
    reason = of_commands(asked()).words.get(f"reasons.{name}", error.strerror or type(error).__name__)
    if error.filename is None:
        return Refusal("refused.system", reason=reason)
    return Refusal("refused.path", path=error.filename, reason=reason)
