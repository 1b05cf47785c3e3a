"""Logging set up once: our events as one line each, the libraries silenced where they would tell secrets."""

import logging
import sys

# httpx writes whole addresses at INFO, the bot's token among them; the others can write bodies at DEBUG
_TALKATIVE = ("httpx", "httpcore", "telegram", "twilio", "asyncio", "multipart", "python_multipart", "PIL", "hpack")
_OWN_FIELDS = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


class EventFormatter(logging.Formatter):
    """One event a line: time, level, room, event, and the fields that our code named."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the record; a traceback shows where, never the words of the exception."""
        fields = " ".join(f"{key}={value}" for key, value in record.__dict__.items() if key not in _OWN_FIELDS)
        line = f"{self.formatTime(record)} {record.levelname:<7} {record.name}: {record.getMessage()} {fields}".rstrip()
        if record.exc_info and record.exc_info[2]:
            line += _where(record)
        return line


def set_up_logging(level: int = logging.INFO) -> None:
    """Log to standard error; safe to call again."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(EventFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def _where(record: logging.LogRecord) -> str:
    # an exception's own words may quote what a citizen wrote: only its class and the places go into the log
    kind, _, trace = record.exc_info or (None, None, None)
    places: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return f" [{kind.__name__ if kind else '?'} at {' < '.join(reversed(places[-6:]))}]"
