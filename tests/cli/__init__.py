"""Tests of timeline/cli."""
