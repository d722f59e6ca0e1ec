"""All that is drawn, as SVG at build time and by scripts beside it."""
