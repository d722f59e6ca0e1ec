"""Tests of the pictures that show where links are shared."""
