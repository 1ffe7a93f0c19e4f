"""The questions that can be asked of a policy, one file each.

A question has `inputs(policy)` (the shapes of its facts), `applies(policy)` (whether the methodology knows it) and
`answer(case)`, a finding whose value holds the keys of the answer, `Missing` where facts are needed. Bad input raises
`Refused` with every fault.
"""
