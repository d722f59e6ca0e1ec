"""Charts, drawn at build time as SVG: of plain numbers and texts, in every size and for either direction."""
