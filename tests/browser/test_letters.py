"""The widths that drawings reckon with are those of the letters that a browser draws."""

import pytest

from tests.browser.conftest import Open
from timeline.site.drawing.letters import Face, room_of, width_of

FONTS: dict[Face, str] = {"text": "text-{}-400", "strong": "text-{}-600", "head": "head-{}-600"}
TEXTS = (
    "Meta", "The feud between them", "5 Mar 2024 · about 2 h 19 min", "12:30",
    "ميتا", "إكس", "السجال بينهما", "بين الطرفين", "5 مارس 2024 · نحو ساعتين و19 دقيقة", "أعطالٌ لا تُعرف مدتها",
)  # fmt: skip

# Faces of their own, for those of the page may be given up by a browser that had to wait for them.
MEASURED = """async ([name, texts]) => {
  for (const script of ["latin", "arabic"]) {
    const address = new URL(`../assets/fonts/${name.replace("{}", script)}.woff2`, document.baseURI);
    document.fonts.add(await new FontFace(`own-${script}`, `url("${address}")`).load());
  }
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = '100px own-latin, own-arabic';
  return texts.map((text) => pen.measureText(text).width);
}"""


@pytest.mark.parametrize("face", FONTS)
def test_widths(opened: Open, face: Face) -> None:
    """A text, in either script and in letters that join, is as wide as it is reckoned, to a sixteenth."""
    page = opened().go("ar/")
    measured = page.evaluate(MEASURED, [FONTS[face], TEXTS])
    assert [width_of(text, face, 100) for text in TEXTS] == [pytest.approx(width, rel=0.06) for width in measured]
    assert [] == [text for text, width in zip(TEXTS, measured, strict=True) if width > room_of(text, face, 100)]
