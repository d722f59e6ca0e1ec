"""Starts the ``timeline`` command, however it is called."""

import sys


def run() -> None:
    """Run the command; whoever interrupts it while it is being loaded is not told where it was."""
    try:
        from timeline.cli import main
    except KeyboardInterrupt:
        sys.exit(130)
    main(prog_name="timeline")


if __name__ == "__main__":
    run()
