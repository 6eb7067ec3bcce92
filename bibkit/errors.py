"""Every error that bibkit raises on purpose.

A `BibkitError` is a fault of the world (a file, a setting, a service): its text names the thing and the way out, and
the command line prints it as one line with exit code 2. Faults of the user's data are findings: values, not errors.
"""


class BibkitError(Exception):
    """Something outside bibkit is wrong; the text is one line that names the thing and the way out."""


class UsageError(BibkitError):
    """The command line asks for something that can't be done as written."""


class ConfigError(BibkitError):
    """A setting is unknown, ill-typed or unreadable."""


class FileError(BibkitError):
    """A file can't be read, decoded or written."""


class DataError(BibkitError):
    """A file was read, but holds something that bibkit can't take: it names file, line and column."""


class LockedError(BibkitError):
    """Another bibkit process is writing the same catalog."""


class CheckFailed(BibkitError):
    """What was about to be written does not read back as what was meant, so nothing was written."""


class SourceError(BibkitError):
    """A source of metadata did not give a usable answer."""


class NotFound(SourceError):
    """The source answered, and knows no such thing."""


class Unavailable(SourceError):
    """The source did not answer in time, refused, or its circuit breaker is open: nothing is known either way."""


class BadPayload(SourceError):
    """The source answered something that is not what its documentation promises."""
