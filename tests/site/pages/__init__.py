"""Tests of timeline/site/pages."""
