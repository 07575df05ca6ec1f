#!/usr/bin/env python3
"""One file never takes the others along: damaged files in, a table of how the program ended on each out.

    .ci/damage.py BINARY COUNT [--seed N] [--keep FOLDER]

Takes files of samples/ and, when they are there, of ../shared/corpus, damages each by a step drawn from a fixed seed and
runs `BINARY check FILE` on it in a process of its own. An interrupt ends it with the table of what was done. Every run must end with a status of the contract (0 to 3), within
1 GiB of memory and 10 seconds of processor time. Ends with 1 when one does not; --keep keeps the file.
"""
import argparse
import collections
import io
import os
import random
import resource
import signal
import sys
import tempfile
import time
import warnings
import zipfile
import zlib

MOST_MB = 1024
MOST_SECONDS = 10
MOST_ADDRESSES = 12 << 30  # so that a run cannot take the machine along; what Go and PDFium reserve is not used
WALL_SECONDS = 120  # of a machine that does other things, too: only so that the run itself ends
LARGEST = 3 << 20  # bytes of a file that is damaged: most damage to larger ones lies in pictures
FORMATS = {"pdf", "xlsx", "xlsm", "xls", "docx", "doc", "html", "htm", "mht", "mhtml", "txt", "csv", "zip", "ofd", "rtf", "odt", "ods", "fods", "fodt", "wps", "et", "xml", "md", "7z", "rar", "tar", "tgz", "gz", "eml"}


def files(root):
    """The files to be damaged by format, in one order on every machine."""
    found = collections.defaultdict(list)
    for folder in ("samples", "../shared/corpus/hostile", "../shared/corpus/formats-hostile", "../shared/corpus/formats", "../shared/corpus/ofd", "../shared/cases/hostile"):
        for at, folders, names in os.walk(os.path.join(root, folder)):
            folders.sort()
            for name in sorted(names):
                path = os.path.join(at, name)
                kind = name.rsplit(".", 1)[-1].lower()
                if kind in FORMATS and 0 < os.path.getsize(path) <= LARGEST:
                    found[kind].append(path)
    return found


def pick(rng, found):
    """A file: every other time of a format drawn first, so that the rare ones come up."""
    if rng.random() < 0.5:
        return rng.choice(found[rng.choice(sorted(found))])
    return rng.choice([path for kind in sorted(found) for path in found[kind]])


def flip(rng, b):
    b = bytearray(b)
    for _ in range(rng.choice((1, 3, 10, 100))):
        b[rng.randrange(len(b))] = rng.randrange(256)
    return bytes(b)


def truncate(rng, b):
    return b[: rng.randrange(len(b))]


def delete(rng, b):
    at = rng.randrange(len(b))
    return b[:at] + b[at + rng.choice((1, 7, 100, 4096)) :]


def double(rng, b):
    at, n = rng.randrange(len(b)), rng.choice((1, 20, 500, 8192))
    return b[: at + n] + b[at:]


def move(rng, b):
    at, n, to = rng.randrange(len(b)), rng.choice((4, 64, 1024)), rng.randrange(len(b))
    piece, rest = b[at : at + n], b[:at] + b[at + n :]
    return rest[:to] + piece + rest[to:]


def number(rng, b):
    """Changes a run of digits: sizes, counts, places and references."""
    runs, at = [], 0
    while at < len(b):
        if 48 <= b[at] <= 57:
            end = at
            while end < len(b) and 48 <= b[end] <= 57:
                end += 1
            runs.append((at, end))
            at = end
        at += 1
    if not runs:
        return flip(rng, b)
    for at, end in sorted(rng.sample(runs, min(len(runs), rng.choice((1, 2, 8)))), reverse=True):
        new = rng.choice((b"0", b"-1", b"1", b"65536", b"2147483647", b"99999999999", b"%d" % rng.randrange(1000)))
        b = b[:at] + new + b[end:]
    return b


BYTES = (flip, truncate, delete, double, move, number)


def members(rng, b):
    """Damages a zip from inside, so that what is damaged is read: a member, or which member is which."""
    with zipfile.ZipFile(io.BytesIO(b)) as z:
        parts = [(i, z.read(i)) for i in z.infolist()[:200]]
    step = rng.choice(("inside", "inside", "inside", "swap", "twice", "drop"))
    at, other = rng.randrange(len(parts)), rng.randrange(len(parts))
    if step == "inside" and parts[at][1]:
        parts[at] = (parts[at][0], rng.choice(BYTES)(rng, parts[at][1]))
    elif step == "swap":
        (i, x), (j, y) = parts[at], parts[other]
        parts[at], parts[other] = (i, y), (j, x)
    elif step == "twice":
        parts.append(parts[at])
    elif step == "drop":
        del parts[at]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for info, content in parts:
            z.writestr(info.filename, content)
    return out.getvalue()


def streams(rng, b):
    """Damages what a stream of a PDF unpacks to."""
    places = []
    at = b.find(b"FlateDecode")
    while at >= 0:
        begin = b.find(b"stream", at)
        end = b.find(b"endstream", begin)
        if begin < 0 or end < 0:
            break
        begin += 8 if b[begin + 6 : begin + 8] == b"\r\n" else 7
        places.append((begin, end))
        at = b.find(b"FlateDecode", end)
    rng.shuffle(places)
    for begin, end in places[:5]:
        try:
            content = zlib.decompress(b[begin:end].rstrip(b"\r\n"))
        except zlib.error:
            continue
        if content:
            return b[:begin] + zlib.compress(rng.choice(BYTES)(rng, content)) + b"\n" + b[end:]
    return number(rng, b)


def damage(rng, b):
    steps = list(BYTES)
    if b[:4] == b"PK\x03\x04":
        steps += [members] * 8
    if b[:5] == b"%PDF-":
        steps += [streams] * 4 + [number] * 2
    step = rng.choice(steps)
    try:
        return step.__name__, step(rng, b) or b"x"
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error, ValueError, IndexError, OSError):
        return "flip", flip(rng, b)  # a member that is damaged already


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(binary, path, said):
    """Status (negative: the signal that ended it), processor seconds, peak MB."""
    said.seek(0)
    said.truncate()
    pid = os.fork()
    if pid == 0:
        limits()
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)
        os.execv(binary, [binary, "check", path])
    until = time.time() + WALL_SECONDS
    while True:
        done, status, used = os.wait4(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss >> 10
        if time.time() > until:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.002)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("binary")
    p.add_argument("count", type=int)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--keep", help="a folder for the files that a run failed on")
    o = p.parse_args()
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    found = files(root)
    rng = random.Random(o.seed)
    warnings.filterwarnings("ignore", message="Duplicate name")
    table = collections.defaultdict(lambda: collections.Counter())
    worst = collections.defaultdict(lambda: [0.0, 0])
    failed = 0
    with tempfile.TemporaryDirectory() as tmp, open(os.path.join(tmp, "said"), "w+b") as said:
        stopped = []
        signal.signal(signal.SIGINT, lambda *_: stopped.append(True))
        for n in range(o.count):
            if stopped:
                break
            source = pick(rng, found)
            with open(source, "rb") as f:
                step, b = damage(rng, f.read())
            kind = source.rsplit(".", 1)[-1].lower()
            path = os.path.join(tmp, "damaged." + kind)
            with open(path, "wb") as f:
                f.write(b)
            status, seconds, mb = run(os.path.abspath(o.binary), path, said)
            said.seek(0)
            text = said.read()
            row = table[kind]
            row["files"] += 1
            row[status] += 1
            worst[kind] = [max(worst[kind][0], seconds), max(worst[kind][1], mb)]
            wrong = status not in (0, 1, 2, 3) or seconds > MOST_SECONDS or mb > MOST_MB or b"goroutine " in text
            if b"please report it" in text:
                row["recovered"] += 1
            if wrong or b"please report it" in text:
                print(f"{'FAILED' if wrong else 'recovered'}: #{n} {step} of {os.path.relpath(source, root)}: status {status}, {seconds:.1f} s, {mb} MB: {text[:300]!r}", flush=True)
                if o.keep:
                    os.makedirs(o.keep, exist_ok=True)
                    with open(os.path.join(o.keep, f"{o.seed}-{n}.{kind}"), "wb") as f:
                        f.write(b)
            if wrong:
                failed += 1
                row["failed"] += 1
    print(f"{'format':8}{'files':>7}" + "".join(f"{'status ' + str(s):>10}" for s in range(4)) + f"{'recovered':>11}{'failed':>8}{'most s':>8}{'most MB':>9}")
    for kind in sorted(table) + ["all"]:
        row = table[kind] if kind != "all" else sum(table.values(), collections.Counter())
        most = worst[kind] if kind != "all" else [max(w[0] for w in worst.values()), max(w[1] for w in worst.values())]
        print(f"{kind:8}{row['files']:>7}" + "".join(f"{row[s]:>10}" for s in range(4)) + f"{row['recovered']:>11}{row['failed']:>8}{most[0]:>8.1f}{most[1]:>9}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
