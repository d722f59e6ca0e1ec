"""What went wrong, for whoever tunes: of the tuning half alone, for the other half is not looked at."""

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.search.asking import Answer


def report(base: Sequence[Answer], varied: Iterable[Answer]) -> Iterator[str]:
    """Yield what failed as it stands, what is found but not first, and what a variation spoilt."""
    yield from ("# As they stand", *failures(base), "", "# Found, but not first", *late(base), "")
    yield from ("# Varied by rule, of what is found as it stands", *failures(varied))


def failures(answers: Iterable[Answer]) -> Iterator[str]:
    """Yield a paragraph for each query of the tuning half that lacks an event, or has one where there is none."""
    for answer in answers:
        query = answer.query
        if query.half == "tuning" and (answer.recall < 1 if query.find else answer.found):
            yield (
                f"- {query.set}, {query.category}: `{query.query}` (of {answer.total})\n"
                f"  wanted: {', '.join(query.find) or 'nothing'}\n"
                f"  found: {', '.join(answer.ids[:5]) or 'nothing'}"
            )


def late(answers: Iterable[Answer]) -> Iterator[str]:
    """Yield a line for each query of the tuning half whose first wanted event is found, but not first."""
    for answer in answers:
        query = answer.query
        if query.half == "tuning" and 0 < answer.reciprocal_rank < 1:
            place = round(1 / answer.reciprocal_rank)
            wanted = f"{answer.ids[place - 1]} only at {place}, after {answer.ids[0]}"
            yield f"- {query.set}, {query.category}: `{query.query}` has {wanted}"
