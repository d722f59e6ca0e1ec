"""The words of a page's drawings, each painted beside the same words in HTML, so that two pictures can be compared.

An engine may lay out a text of a drawing by other rules than a line of a page: WebKit swaps the words of an Arabic one
where a part of it is moved aside.
"""

from io import BytesIO
from itertools import product

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from tests.browser.windows import Window

# The sheet on which the pairs are laid: a text as it is drawn, and beside it the same in HTML.
CELL, COLUMNS, ROWS = (460, 44), 4, 30

# How much of the ink may differ: the letters of an engine are the same in both, but for a breath of grey.
ALIKE = 0.05

LAID = """(width, height, columns, mended) => {
  const size = (one) => parseFloat(getComputedStyle(one).fontSize);
  const copied = (to, from, whole) => {
    const style = getComputedStyle(from);
    const { fontFamily, fontWeight, fontStyle, direction, unicodeBidi } = style;
    const fontSize = `${(20 * size(from)) / size(whole)}px`;
    Object.assign(to.style, { fontFamily, fontWeight, fontStyle, fontSize, direction, unicodeBidi });
    Object.assign(to.style, { fill: "#000", stroke: "none", opacity: 1 });
  };
  const styled = (to, from) => {
    const [made, given] = [to, from].map((one) => [one, ...one.querySelectorAll("*")]);
    given.forEach((one, place) => copied(made[place], one, from));
    return to;
  };
  const written = (from) => {
    const made = document.createElement("span");
    for (const node of from.childNodes) made.append(node instanceof Element ? written(node) : mended(node.data));
    return made;
  };
  const drawn = (text) => {
    const made = styled(text.cloneNode(true), text);
    for (const name of ["class", "transform"]) made.removeAttribute(name);
    made.setAttribute("x", width / 2);
    made.setAttribute("y", height * 0.7);
    made.style.textAnchor = "middle";
    return made;
  };
  const texts = new Map();
  for (const text of document.querySelectorAll("svg text")) {
    if (/[\\u0621-\\u064a]/.test(text.textContent)) texts.set(text.textContent, text);
  }
  const cells = [...texts.values()].flatMap((text) => {
    const cell = [document.createElementNS("http://www.w3.org/2000/svg", "svg"), document.createElement("div")];
    cell[0].append(drawn(text));
    cell[1].append(styled(written(text), text));
    cell[1].style.direction = getComputedStyle(text).direction;
    return cell;
  });
  cells.forEach((cell, place) => Object.assign(cell.style, {
    position: "absolute", left: `${(place % columns) * width}px`, top: `${Math.floor(place / columns) * height}px`,
    width: `${width}px`, height: `${height}px`, lineHeight: `${height}px`, textAlign: "center", whiteSpace: "nowrap",
  }));
  const sheet = document.createElement("div");
  Object.assign(sheet.style, { position: "fixed", inset: 0, background: "#fff", color: "#000", direction: "ltr" });
  sheet.append(...cells);
  document.body.replaceChildren(sheet);
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done([...texts.keys()]))));
}"""
AS_THEY_ARE, BACKWARDS = "words => words", "words => words.split(' ').reverse().join(' ')"


def out_of_order(window: Window, html: str = AS_THEY_ARE) -> dict[str, bool]:
    """Say of each Arabic text of a page's drawings whether it is painted otherwise than the same in HTML."""
    width, height = CELL
    window.resize(width * COLUMNS, height * ROWS)
    texts = window.ask(f"(...size) => ({LAID})(...size, {html})", width, height, COLUMNS)
    assert 2 * len(texts) <= COLUMNS * ROWS
    sheet = Image.open(BytesIO(window.picture())).convert("L")
    places = [(column * width, row * height) for row, column in product(range(ROWS), range(COLUMNS))]
    cells = [_ink(sheet.crop((x, y, x + width, y + height))) for x, y in places[: 2 * len(texts)]]
    return {
        text: _difference(drawn, written) > ALIKE
        for text, drawn, written in zip(texts, cells[::2], cells[1::2], strict=True)
    }


def _ink(cell: Image.Image) -> Image.Image:
    """Return the part of a picture in which something is painted, as light on dark."""
    light = ImageOps.invert(cell)
    return light.crop(light.point([255 if value > 60 else 0 for value in range(256)]).getbbox())


def _difference(one: Image.Image, other: Image.Image) -> float:
    """Return the part of a picture's ink that another one of the same words does not have."""
    soft = [picture.filter(ImageFilter.GaussianBlur(1.5)) for picture in (one, other.resize(one.size))]
    ink, differing = (ImageStat.Stat(picture).sum[0] for picture in (soft[0], ImageChops.difference(*soft)))
    return float(differing / ink)
