"""What a page hands to its scripts is data and stays data."""

import json
import re

import pytest

from tests import hostile
from tests.built import name_of, parse, text_of
from timeline.site.parts.scripts import data


@pytest.mark.parametrize("text", ["</script><img src=x onerror=alert(1)>", "<!--<script>", "]]>", "\u2028", "a & b"])
def test_data_stay_in_their_element(text: str) -> None:
    """No text in data ends the element that holds it, and a script reads it as it was written."""
    (element,) = [one for one in parse(f"<p>{data('x', {'told': text})}</p>").iter() if name_of(one) == "script"]
    assert {"told": text} == json.loads(text_of(element))
    assert not re.search("<(?!/?(?:p|script))", f"<p>{data('x', text)}</p>")


def test_hostile_data() -> None:
    """All hostile texts at once are one element."""
    texts = hostile.fit(hostile.own())
    page = parse(str(data("x", texts)))
    assert ["script"] == [name_of(one) for one in page.iter() if name_of(one) not in ("html", "head", "body")]
    assert texts == json.loads(text_of(page))
