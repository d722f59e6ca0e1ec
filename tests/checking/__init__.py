"""Tests of timeline/checking."""
