"""The figures of DESIGN 11, measured: `make bench` prints them all, `python -m tests.benchmarks NAME...` some of them.

It reports and does not gate: a busy machine makes seconds long, so ratios are taken against a floor in the same run.
"""
