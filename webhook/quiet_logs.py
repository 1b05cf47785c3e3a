"""Logging set up once: our events as one line each, the libraries silenced where they would tell secrets."""

import logging
import sys

# httpx writes whole addresses at INFO, the bot's token among them; the others can write bodies at DEBUG
_TALKATIVE = ("httpx", "httpcore", "telegram", "twilio", "asyncio", "multipart", "python_multipart", "PIL", "hpack")
_OURS = frozenset({"bot", "flows", "storage", "webhook"})
# its warnings name ports and faults of HTTP, never a body; an operator needs to read that a port is taken
_PLAIN_SPOKEN = frozenset({"uvicorn"})
_OWN_FIELDS = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


class EventFormatter(logging.Formatter):
    """One event a line: time, level, room, event, and the fields that our code named."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the record; a traceback shows where, never the words of the exception.

        Of a library's record only the place is written: python-telegram-bot quotes whole answers of Telegram at ERROR,
        with the names and words of the chat in them, when one is cut off.
        """
        room = record.name.partition(".")[0]
        fields = " ".join(f"{key}={value}" for key, value in record.__dict__.items() if key not in _OWN_FIELDS)
        said = f"{record.getMessage()} {fields}" if room in _OURS | _PLAIN_SPOKEN else f"at {_place(record)}"
        line = f"{self.formatTime(record)} {record.levelname:<7} {record.name}: {said}".rstrip()
        if record.exc_info and record.exc_info[2]:
            line += _where(record)
        return line


def is_fit_to_print(record: logging.LogRecord) -> bool:
    """Keep what libraries tell below a warning out of the log, whatever level somebody gave their loggers."""
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] in _OURS


def set_up_logging(level: int = logging.INFO) -> None:
    """Log to standard error; safe to call again."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(EventFormatter())
    handler.addFilter(is_fit_to_print)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def _place(record: logging.LogRecord) -> str:
    return f"{record.filename}:{record.lineno} {record.funcName}"


def _where(record: logging.LogRecord) -> str:
    # an exception's own words may quote what a citizen wrote: only its class and the places go into the log
    kind, _, trace = record.exc_info or (None, None, None)
    places: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return f" [{kind.__name__ if kind else '?'} at {' < '.join(reversed(places[-6:]))}]"
