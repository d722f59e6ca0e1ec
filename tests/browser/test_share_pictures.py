"""The words of a picture are set as a browser sets them, from right to left where they run so."""

import base64
import io

import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser

from timeline.language import language
from timeline.site.colours import DEFAULTS
from timeline.site.sharing.pictures import Press
from timeline.site.sharing.sheet import HEIGHT, WIDTH, Sheet
from timeline.site.sharing.typesetting import FAMILIES, FONTS, Name
from timeline.values.bilingual import LanguageCode

pytestmark = pytest.mark.browser

LINES: list[tuple[LanguageCode, Name, str]] = [
    ("ar", "head", "«أظن أن إيلون ليس جادًّا، وأن وقت طيّ الصفحة قد حان.»"),
    ("ar", "text", "5 مارس/آذار 2024 · 16:12 بالتوقيت العالمي (CBS News)"),
    ("ar", "head", "نحو ساعتين و19 دقيقة"),
    ("ar", "bold", "جدًّا وحقًّا وكلٌّ"),
    ("en", "head", "“If you’re reading this post, it’s because our servers are working”"),
]


@pytest.mark.parametrize(("code", "name", "words"), LINES)
def test_as_a_browser_sets_it(browser: Browser, code: LanguageCode, name: Name, words: str) -> None:
    """A line of a picture covers what the browser's line of the same words in the same font covers."""
    own, size = language(code), 40
    sheet = Sheet(own, DEFAULTS)
    sheet.text(60, 320, words, (name, size))
    ours = ink(Press().png(sheet.svg()))
    font = base64.b64encode((FONTS / f"{name}.ttf").read_bytes()).decode()
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.set_content(
        f"<style>@font-face{{font-family:'{FAMILIES[name]}';src:url(data:font/ttf;base64,{font})}}"
        f"body{{margin:280px 60px;font:{size}px/1 '{FAMILIES[name]}';color:#14181b;background:#f5f7f6}}"
        f"p{{margin:0;text-rendering:geometricPrecision}}</style><p dir={own.direction} lang={code}>{words}</p>"
    )
    page.evaluate("document.fonts.ready")
    theirs = ink(page.screenshot())
    page.close()
    wide, high = (abs(one - other) for one, other in zip(ours.size, theirs.size, strict=True))
    assert wide <= theirs.size[0] / 100  # the browser rounds the width of each letter
    assert high <= 3
    theirs = theirs.resize(ours.size)
    assert min(share_near(ours, theirs), share_near(theirs, ours)) > 0.97


def ink(content: bytes) -> "Image.Image":
    """Return where a picture is dark, cut to what is drawn on it."""
    with Image.open(io.BytesIO(content)) as picture:
        dark = picture.convert("L").point(lambda value: 255 if value < 128 else 0)
    return dark.crop(dark.getbbox())


def share_near(one: "Image.Image", other: "Image.Image") -> float:
    """Return how much of what is dark in one picture is dark in another too, or two pixels away."""
    both = ImageChops.darker(one, other.filter(ImageFilter.MaxFilter(5)))
    return sum(both.histogram()[128:]) / sum(one.histogram()[128:])


def test_a_wrong_order_is_found() -> None:
    """The same words set from left to right are not taken for the same, so that the test above means something."""
    sheet = Sheet(language("en"), DEFAULTS)
    sheet.text(60, 320, LINES[1][2], ("text", 40))
    other = Sheet(language("ar"), DEFAULTS)
    other.text(60, 320, LINES[1][2], ("text", 40))
    first, second = (ink(Press().png(one.svg())) for one in (sheet, other))
    assert share_near(first.resize(second.size), second) < 0.9
