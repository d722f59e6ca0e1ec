"""Tests of timeline/values."""
