"""Tests of timeline/site/parts."""
