"""Tests of timeline/site/drawing."""
