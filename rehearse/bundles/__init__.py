"""Bundles: what mentor and mentee hand each other, one `.rehearse` file each. Read as hostile, signed, merged, never overwritten."""
