"""The ground of a picture: what is put on it, from the side where reading begins, in the colours of the site."""

from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from timeline.language import Language
from timeline.site.colours import Colours, Token
from timeline.site.drawing import marks
from timeline.site.drawing.marks import number
from timeline.site.sharing.typesetting import FAMILIES, Name, Set, Style, drawable, width

WIDTH, HEIGHT = 1200, 630
MARGIN = 60

# Sets a whole line right to left, so that its quotation marks and its numbers stand where readers look for them.
_RIGHT_TO_LEFT = "\u202b{}\u202c"

# The pieces of marks that say that something is not known, or not so.
DASHED = frozenset({"unknown", "doubted"})

# The least size of type that can be read where a picture is small.
SMALL = 30


def mixed(first: str, second: str, share: float) -> str:
    """Return a colour that lies between two, by the share of the first."""
    pairs = ((int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)


@dataclass
class Sheet:
    """A picture in the making, in SVG; x counts from the side where the language begins to read."""

    language: Language
    colours: Colours
    parts: list[str] = field(default_factory=list)

    def colour(self, token: Token) -> str:
        """Return a colour on a light ground, on which all pictures are."""
        return self.colours[token].light

    def of_lane(self, lane: int, share: float = 1) -> str:
        """Return a lane's colour, or a tint of it; what is in no lane is ink."""
        tokens: dict[int, Token] = {0: "ink-2", 1: "lane-1", 2: "lane-2"}
        return mixed(self.colour(tokens[lane]), self.colour("bg"), share)

    @property
    def mirrored(self) -> bool:
        """Whether reading begins at the right."""
        return self.language.direction == "rtl"

    def x(self, x: float) -> float:
        """Return where a distance from the beginning lies in the picture."""
        return WIDTH - x if self.mirrored else x

    def path(self, data: str, fill: str, **attributes: str) -> None:
        """Add a path."""
        more = "".join(f" {name.replace('_', '-')}={quoteattr(value)}" for name, value in attributes.items())
        self.parts.append(f'<path d="{data}" fill="{fill}"{more}/>')

    def bar(self, x: float, y: float, wide: float, high: float) -> str:
        """Return the path of a bar with a corner at ``x`` and ``y``; heights below nothing go up."""
        left = self.x(x) - (wide if self.mirrored else 0)
        return f"M{number(left)} {number(y)}h{number(wide)}v{number(high)}h-{number(wide)}z"

    def rectangle(self, x: float, y: float, wide: float, high: float, fill: str) -> None:
        """Add a bar."""
        self.path(self.bar(x, y, wide, high), fill)

    def mark(self, shape: str, x: float, y: float, r: float, *, lane: int, way: int | None = None) -> None:
        """Add a mark as the site's axes have it."""
        colour = self.of_lane(lane) if shape != marks.STRUCK else self.colour("ink")
        name = marks.STRIPED_BAR if shape == marks.BAR and lane == 2 else shape
        for piece in marks.mark(name, self.x(x), y, r, marks.points_to(lane) if way is None else way):
            self._piece(piece, colour, r)

    def _piece(self, piece: marks.Piece, colour: str, r: float) -> None:
        stroke = {"stroke": colour, "stroke_width": number(max(2.0, r * 0.28)), "stroke_linejoin": "round"}
        dashed = {"stroke_dasharray": f"{number(r * 0.5)} {number(r * 0.4)}"} if piece.style in DASHED else {}
        if piece.style == "solid":
            self.path(piece.path, colour)
        else:
            fill = self.colour("bg") if piece.style == "hollow" else "none"
            self.path(piece.path, fill, **stroke, **dashed)

    def text(self, x: float, y: float, words: str, style: Style, *, fill: str = "", side: str = "start") -> None:
        """Add a line of text in the picture's language; ``y`` is its base line."""
        shown = drawable(words)
        at_start = (side == "start") != self.mirrored
        anchor = "middle" if side == "middle" else "start" if at_start else "end"
        line = _RIGHT_TO_LEFT.format(shown) if self.mirrored else shown
        self._line(self.x(x), y, line, style, fill or self.colour("ink"), anchor)

    def lines(self, x: float, y: float, made: Set, fill: str = "") -> float:
        """Add lines of text below one another and return the base line that would come next."""
        for at, line in enumerate(made.lines):
            self.text(x, y + at * made.step, line, made.style, fill=fill)
        return y + made.height

    def original(self, y: float, made: Set, fill: str, *, rtl: bool) -> None:
        """Add lines in another language than the picture's, from the side where that one begins."""
        for at, line in enumerate(made.lines):
            shown = _RIGHT_TO_LEFT.format(drawable(line)) if rtl else drawable(line)
            x, anchor = (WIDTH - MARGIN, "end") if rtl else (MARGIN, "start")
            self._line(x, y + at * made.step, shown, made.style, fill, anchor)

    def after(self, words: str, name: Name, size: float, gap: float = 14) -> float:
        """Return how much further something stands that follows a text."""
        return width(drawable(words), name, size) + gap

    def _line(self, x: float, y: float, line: str, style: Style, fill: str, anchor: str) -> None:
        name, size = style
        font = f'font-family="{FAMILIES[name]}" font-size="{number(size)}" text-anchor="{anchor}"'
        place = f'x="{number(x)}" y="{number(y)}" xml:space="preserve"'
        self.parts.append(f'<text {place} {font} fill="{fill}">{escape(line)}</text>')

    def svg(self) -> str:
        """Return the picture."""
        ground = f'<path d="M0 0h{WIDTH}v{HEIGHT}h-{WIDTH}z" fill="{self.colour("bg")}"/>'
        size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{ground}{"".join(self.parts)}</svg>'
