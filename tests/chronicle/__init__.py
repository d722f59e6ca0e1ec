"""Tests of timeline/chronicle."""
