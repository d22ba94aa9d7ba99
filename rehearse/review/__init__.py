"""Judging one take against one frozen rubric: judge, evidence, marks, ledger, decision, curve, one thing for next time.

`review` runs a judge (`offline.OfflineJudge`, `model.ModelJudge`) and assembles a `types.Review`.
"""
