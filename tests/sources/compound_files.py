"""Write compound files ([MS-CFB]) as old Office programs and Outlook do, small enough for tests."""

from __future__ import annotations

import itertools
import struct

_SECTOR, _MINI = 512, 64
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5


def compound_file(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams, "folder/name" or "name"; each is kept among the small ones."""
    mini, starts = b"", {}
    chains: list[int] = []
    for path, data in streams.items():
        starts[path] = len(mini) // _MINI if data else _END
        count = -(-len(data) // _MINI)
        chains += [*range(len(chains) + 1, len(chains) + count), _END][:count]
        mini += data.ljust(count * _MINI, b"\0")
    tree: dict[str, list[str]] = {"": []}
    for path in streams:
        folder, _, _name = path.rpartition("/")
        if folder and folder not in tree:
            tree[folder] = []
            tree[""].append(folder)
        tree[folder].append(path)
    order = ["", *tree[""], *(path for folder in tree[""] if folder in tree for path in tree[folder])]
    follows = {a: order.index(b) for held in tree.values() for a, b in itertools.pairwise(held)}
    entries = []
    for path in order:
        kind = _ROOT if not path else _STORAGE if path in tree else _STREAM
        child = order.index(tree[path][0]) if tree.get(path) else _NONE
        first, size = (0, len(mini)) if not path else (starts.get(path, 0), len(streams.get(path, b"")))
        name = (path.rpartition("/")[2] or "Root Entry").encode("utf-16-le")
        links = struct.pack("<III", _NONE, follows.get(path, _NONE), child)
        entries.append(
            name.ljust(64, b"\0") + struct.pack("<HBB", len(name) + 2, kind, 1) + links + bytes(36)
            + struct.pack("<IQ", first, size)
        )  # fmt: skip
    parts = [mini, struct.pack(f"<{len(chains)}I", *chains), b"".join(entries)]
    return _laid_out([part.ljust(-(-len(part) // _SECTOR) * _SECTOR, b"\0") for part in parts])


def _laid_out(parts: list[bytes]) -> bytes:
    """The file: the small streams, the table of their chains and the folder one after the other, then the table of
    sectors."""
    sizes = [len(part) // _SECTOR for part in parts]
    begins = [sum(sizes[:n]) for n in range(len(parts))]
    table: list[int] = []
    for begin, size in zip(begins, sizes, strict=True):
        table += [*range(begin + 1, begin + size), _END]
    place = len(table)
    table += [_FAT]
    assert len(table) <= _SECTOR // 4, "one sector of allocation table is enough for a test"
    table += [_FREE] * (_SECTOR // 4 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, begins[2], 0, 4096, begins[1], sizes[1], _END, 0)
    header += struct.pack("<109I", place, *[_FREE] * 108)
    return header + b"".join(parts) + struct.pack(f"<{_SECTOR // 4}I", *table)
