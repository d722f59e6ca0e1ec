"""Tests of timeline/starter."""
