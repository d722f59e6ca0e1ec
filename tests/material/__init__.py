"""Tests of timeline/building."""
