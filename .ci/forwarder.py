#!/usr/bin/env python3
"""Writes bcryptprimitives.dll for a wine older than 9, which has none and without it no Go program starts.

    .ci/forwarder.py FILE

A library of one section, .edata, whose only function is forwarded to the one of advapi32 that does the same; no code is in it.
"""
import struct
import sys

BASE = 0x1000  # where the section lies
ALIGN = 0x200  # of the file


def exports(library, name, target):
    """The export directory of a library with one forwarded function."""
    out = bytearray(40)

    def put(raw):
        at = BASE + len(out)
        out.extend(raw)
        return at

    library, text, forward = put(library + b"\0"), put(name + b"\0"), put(target + b"\0")
    out.extend(b"\0" * (-len(out) % 4))
    functions, names, ordinals = put(struct.pack("<I", forward)), put(struct.pack("<I", text)), put(struct.pack("<H", 0))
    struct.pack_into("<IIHHIIIIIII", out, 0, 0, 0, 0, 0, library, 1, 1, 1, functions, names, ordinals)
    return bytes(out)


def dll(directory):
    """A 64-bit library that holds nothing but an export directory."""
    raw = directory + b"\0" * (-len(directory) % ALIGN)
    dos = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64)
    coff = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 240, 0x2022)
    optional = struct.pack("<HBBIIIII", 0x20B, 14, 0, 0, len(raw), 0, 0, BASE)
    optional += struct.pack("<QIIHHHHHHIIIIHHQQQQII", 0x180000000, 0x1000, ALIGN, 6, 0, 0, 0, 6, 0, 0, 0x2000, ALIGN, 0, 3, 0x160, 1 << 20, 1 << 12, 1 << 20, 1 << 12, 0, 16)
    optional += struct.pack("<II", BASE, len(directory)) + b"\0" * 8 * 15
    section = b".edata\0\0" + struct.pack("<IIIIIIHHI", len(directory), BASE, len(raw), ALIGN, 0, 0, 0, 0, 0x40000040)
    return (dos + coff + optional + section).ljust(ALIGN, b"\0") + raw


with open(sys.argv[1], "wb") as f:
    f.write(dll(exports(b"bcryptprimitives.dll", b"ProcessPrng", b"advapi32.SystemFunction036")))
