"""A file is parsed in a child process, with limits on time and memory and no way to the network.

`parent` starts the child and asks it, `child` answers, `transfer` is the form in which an article crosses between them.
"""
