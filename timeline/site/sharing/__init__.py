"""The pictures that show where a link is shared: laid out here, drawn with the site's marks and its own fonts."""
