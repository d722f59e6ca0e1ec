"""Pages by hand: what Markdown makes is finished as every page is, and gets of Material what it uses."""

import re

import pytest
from markdown import markdown  # type: ignore[import-untyped]

from tests.direct import configuration
from timeline.language import Language, language
from timeline.material import styles
from timeline.site.look import PLAIN, Look
from timeline.site.prose import markdown as settings
from timeline.site.prose.annotations import annotated
from timeline.site.prose.finishing import finished
from timeline.site.prose.page import Rendered, prose_page
from timeline.site.prose.sheet import sheet
from timeline.site.prose.tags import end_of, used

ARABIC, ENGLISH = language("ar"), language("en")

CODE = """``` yaml
id: x # (1)!
on: y # see (2)
```

1.  First, with a list:

    - within

2.  Second.
"""


def html(text: str) -> str:
    """Return what Markdown makes of a text, with the extensions of the tests' site."""
    names = configuration().markdown_extensions
    options = settings.options(names, configuration().mdx_configs)
    return str(markdown(text, extensions=names, extension_configs=options))


@pytest.mark.parametrize(
    ("made", "text"),
    [
        ('<th class="at-end">', "| a |\n| --: |\n| 1 |"),
        ('<th class="at-start">', "| a |\n| :-- |\n| 1 |"),
        ("😄", ":smile:"),
        ('disabled checked aria-label="Done">', "- [x] a"),
        ('disabled aria-label="Not done">', "- [ ] a"),
        ('aria-label="Back to the text">', "a[^1]\n\n[^1]: b"),
        ('<pre dir="ltr"><span></span><code tabindex="0">', "```\na\n```"),
        ('<pre dir="ltr"><code tabindex="0">', "<pre><code>a</code></pre>"),
        ('href="https://a.example/" rel="noopener noreferrer external">', "[a](https://a.example/){ .b }"),
        ('class="b" href="https://a.example/" rel="noopener noreferrer external">', "[a](https://a.example/){ .b }"),
        ('<div class="md-typeset__scrollwrap" tabindex="0"><div class="md-typeset__table"><table>', "|a|\n|-|\n|1|"),
        ('<bdi dir="rtl">محركات</bdi>', "x محركات"),
    ],
)
def test_finished(made: str, text: str) -> None:
    """What Markdown makes is what a page of the site may hold: no style, nothing from elsewhere, keys reach it."""
    assert made in finished(html(text), ENGLISH)


@pytest.mark.parametrize("text", ["| a |\n| --: |\n| 1 |", ":smile:", "``` py linenums='1'\na\n```"])
def test_nothing_that_the_policy_forbids(text: str) -> None:
    """No page has a style of its own, an anchor without words, or anything that is fetched from elsewhere."""
    made = finished(html(text), ENGLISH)
    assert [] == re.findall(r" style=|<img|https?://(?!www\.w3\.org)|<a [^>]*></a>", made)


@pytest.mark.parametrize(
    ("own", "title", "text"),
    [
        (ARABIC, "نصيحة", "!!! tip\n\n    a"),
        (ARABIC, "Tip-top", '!!! tip "Tip-top"\n\n    a'),
        (ARABIC, "تحذير", "??? warning\n\n    a"),
        (ENGLISH, "Quotation", "!!! quote\n\n    a"),
        (ENGLISH, "Strange", "!!! strange\n\n    a"),
    ],
)
def test_titles_of_boxes(own: Language, title: str, text: str) -> None:
    """A box without a title is called by its kind, in the language of the page, as far as the kind is known."""
    assert title in re.sub(r"<bdi[^>]*>|</bdi>", "", finished(html(text), own))


def test_annotations() -> None:
    """A number in a comment leads to its item of the list below; items of lists within that are none."""
    made = annotated(html(CODE))
    assert ["1", "2"] == re.findall(r'<a class="annotated" href="#__annotation_1_\d">(\d)</a>', made)
    assert ["__annotation_1_1", "__annotation_1_2"] == re.findall(r'<li id="(\w+)">', made)
    assert ('<span class="c1"># see </span>' in made, "# <a" in made) == (True, False)


@pytest.mark.parametrize("text", ["```\n# (1)\n```\n\nNo list.", "```\nplain\n```\n\n1. A list.", "1. A list."])
def test_no_annotations(text: str) -> None:
    """Code without numbers, or without a list right behind it, stays as it is."""
    assert html(text) == annotated(html(text))


def test_end_of_an_element() -> None:
    """An element ends where its own end is, though others of its name are in it."""
    assert "<div><div>a</div></div>" == "x<div><div>a</div></div>y"[1 : end_of("x<div><div>a</div></div>y", 1)]
    assert 6 == end_of("<div>a", 0)


def test_rules_that_a_page_uses() -> None:
    """A sheet has the rules for what is on its page, in its direction, and no others."""
    table, tabs = (
        sheet(finished(html(text), ENGLISH), "ltr", PLAIN).content.decode() for text in ("|a|\n|-|\n|1|", TABS)
    )
    assert (True, False) == tuple(".md-typeset__table{" in one for one in (table, tabs))
    assert (False, True) == tuple(".tabbed-block{display:none}" in one for one in (table, tabs))
    assert (True, False) == tuple(f":nth-child({place}):checked" in tabs for place in (2, 3))
    assert [] == re.findall(r"\[dir=rtl\]|\.js\b|(?<![\w.])-?\d*\.?\d+rem\)?[^;]*var\(--md|#[0-9a-f]{6}\b", tabs)


TABS = '=== "A"\n\n    a\n\n=== "B"\n\n    b\n'


def test_both_directions() -> None:
    """The sheet of an Arabic page has the rules for lines from right to left, and those alone."""
    made = sheet(html("> a"), "rtl", PLAIN).content.decode()
    assert (True, False) == ("[dir=rtl] .md-typeset blockquote" in made, "[dir=ltr]" in made)


def test_properties_are_set() -> None:
    """Every custom property of Material's that a sheet asks for is set in it or by the site."""
    made = sheet(finished(html(CODE + TABS + "!!! tip\n\n    a"), ENGLISH), "ltr", PLAIN).content.decode()
    asked, known = set(re.findall(r"var\((--md-[\w-]+)", made)), set(re.findall(r"(--md-[\w-]+)\s*:", made))
    assert set() == asked - known


def test_same_rules_same_sheet() -> None:
    """Pages that are made of the same things share a sheet, and one that is not has another."""
    first, second, third = (sheet(html(text), "ltr", PLAIN).path for text in ("> a", "> b", "> a\n\n- b"))
    assert (True, False) == (first == second, first == third)


def test_what_is_used() -> None:
    """Of a page elements, classes and attributes are known, and the number of tabs of its largest set."""
    found = used(html(TABS + "\n- [x] a\n"))
    assert 2 == found.tabs
    assert {"tabbed-set", "tabbed-block", "task-list-item"} <= found.classes
    assert ({"input", "label"} <= found.elements, "checked" in found.attributes) == (True, True)


def test_script_where_it_helps() -> None:
    """The script comes to pages with code or tabs whose site asks for what it adds, and to no others."""
    look = Look(features=frozenset({"content.code.copy"}))
    cases = (CODE, look), ("a", look), (TABS, look), (CODE, PLAIN)
    pages = [prose_page(Rendered("a/", "A", "", html(text)), ENGLISH, one).page for text, one in cases]
    assert [True, False, False, False] == ["typeset.js" in page.files for page in pages]


@pytest.mark.parametrize(
    ("feature", "text", "made"),
    [
        ("content.code.annotate", CODE, 'class="annotations"'),
        ("content.code.copy", CODE, 'data-features="content.code.copy"'),
        ("content.tabs.link", TABS, 'data-features="content.tabs.link"'),
        ("content.tooltips", "AT\n\n*[AT]: A thing", '<abbr tabindex="0"'),
        ("content.action.edit", "a", 'href="https://code.example/a.md"'),
    ],
)
def test_features(feature: str, text: str, made: str) -> None:
    """A page has what each feature of Material's adds if the site asks for it, and does without it else."""
    rendered = Rendered("a/", "A", "", html(text), "https://code.example/a.md")
    looks = (Look(features=frozenset({feature}), edit="https://code.example/"), Look(edit="https://code.example/"))
    assert [True, False] == [made in prose_page(rendered, ENGLISH, look).page.body() for look in looks]


def test_colours_and_icons_of_the_site() -> None:
    """What a site sets of Material's colours and of the signs of boxes is in the sheet of a page that has them."""
    look = Look(primary="lane-1", icons={"admonition.note": "octicons/tag-16"})
    made = sheet(html("!!! note\n\n    a"), "ltr", look).content.decode()
    assert "--md-primary-fg-color:var(--lane-1)" in made
    assert 2 == made.count("--md-admonition-icon--note:url(")


@pytest.mark.parametrize("selector", [".md-typeset", ".md-typeset h1", ".md-typeset a", "body", "#x .md-typeset p"])
def test_what_the_page_says_itself(selector: str) -> None:
    """Rules for the text itself, its headings and its links are the site's own."""
    everything = styles.Used(frozenset({"h1", "a", "body", "p"}), frozenset({"md-typeset"}), frozenset())
    assert not styles._concerns(selector, everything, "ltr")
