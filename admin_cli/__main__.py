"""The console script `otcdesk`: runs one command; every expected trouble becomes one line and a stable exit code."""

import gc
import os
import sys
from typing import Final

INTERRUPTED: Final = 130


def main() -> None:
    """Ends the process with the command's exit code; see docs/operations.md for what each one means."""
    # Databases, proofs and saved chats are this user's alone, whichever library makes the file.
    os.umask(0o077)
    # What is imported lives as long as the process: walking over it while it grows costs a third of the start.
    gc.disable()
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        _end_output()


def _run() -> int:
    """Imports inside, so that Ctrl-C counts from the first moment on."""
    from admin_cli.application import app

    try:
        app(prog_name="otcdesk")
    except Exception as error:
        from admin_cli.failures import explain

        known = explain(error)
        if known is None:
            raise
        sys.stderr.write(f"otcdesk: {known.line}\n")
        return known.code
    return 0


def _end_output() -> None:
    """A reader who has seen enough (`| head`) is no trouble, also when Python flushes for the last time."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
