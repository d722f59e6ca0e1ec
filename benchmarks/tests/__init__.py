"""Tests of the benchmarks: a wrong yardstick measures wrong."""
