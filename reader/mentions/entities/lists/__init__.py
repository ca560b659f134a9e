"""What is known by lists: `gazetteer` of places, peoples, bodies and given names, `small_words` that are no names."""
