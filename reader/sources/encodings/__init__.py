"""The encoding of a text file: found by its marks and by how much what it decodes to looks like text (`scores`)."""
