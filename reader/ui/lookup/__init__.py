"""A COMPARISON LOOKED UP: by place, by mention, by entity and by row, without a walk through all of it.

`comparison_index` is what widgets ask; `span_index`, `mention_lookup` and `origin_index` are its parts; `likeness`
tells which entities may be one.
"""
