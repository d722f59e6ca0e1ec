"""Tests of timeline/site."""
