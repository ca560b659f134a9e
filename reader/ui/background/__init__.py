"""WORK THAT KEEPS NOBODY WAITING: in a process beside the window, in a thread, or in turns between its events.

`runner` runs plain functions in a spawned process (`worker_process` is that process seen from the window, `worker` its
loop, `pieces` how large values cross without a standstill); `turns` does work of the window itself bit by bit, and
`garbage` keeps the garbage collector out of it; `writing_behind` writes a file in a thread.
"""
