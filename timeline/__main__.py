"""Lets ``python -m timeline`` do what the ``timeline`` command does."""

from timeline.cli import main

main(prog_name="timeline")
