"""Checks a record of events kept as YAML files and renders it into a static, bilingual site."""

__version__ = "0.1.0"
