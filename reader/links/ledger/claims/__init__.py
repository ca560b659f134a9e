"""The claims of one source: each number, date or quotation with what stands around it.

`contexts` is the way through: `scenes` and `windows` read the sentences around a mention, `counting/` what is counted
and what befell it, `ages` whose age a number is, `sides` whose losses. `asides` are dates outside the account,
`records` years since which something had not been so, `ellipses` units that are left out, `corrections` what a source
takes back itself.
"""
