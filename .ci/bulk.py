#!/usr/bin/env python3
"""A batch over many generated mixed files, disturbed and undisturbed: killed three times on the way, once a full disk (a small file system
of its own, where the system lets it be made), one child killed from outside. Both must hold the same, times aside.

    bulk.py FUHE [--files N] [--forms FOLDER] [--hostile FOLDER] [--keep FOLDER] [--jobs N]
"""
import argparse
import csv
import glob
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KINDS = ("pdf", "xlsx", "xls", "docx", "html", "txt")


def make(folder, n, forms, hostile):
    """N files: forms of all formats in turn, made different by a remark where the format lets it be; one of a hundred damaged; the hostile ones."""
    rng = random.Random(15)
    found = sorted(p for top in forms for p in glob.glob(f"{top}/**/*", recursive=True) if p.rsplit(".", 1)[-1] in KINDS and os.path.getsize(p) < 1 << 20)
    odd = sorted(p for p in glob.glob(f"{hostile}/**/*", recursive=True) if os.path.isfile(p)) if hostile else []
    for i in range(n):
        path = odd[i] if i < len(odd) else found[i % len(found)]
        with open(path, "rb") as f:
            content = bytearray(f.read())
        if i >= len(odd):
            if i % 100 == 7:
                content = content[: rng.randrange(len(content))] if i % 200 == 7 else content
                for _ in range(20):
                    if content:
                        content[rng.randrange(len(content))] = rng.randrange(256)
            elif path.endswith(".pdf"):
                content += b"\n%% %d\n" % i
            elif path.endswith(".html"):
                content += b"\n<!-- %d -->\n" % i
            elif path.endswith((".xlsx", ".docx")):
                remark = b"%d" % i  # the remark at the end of a zip
                content[-2:] = len(remark).to_bytes(2, "little")
                content += remark
        sub = os.path.join(folder, f"{i // 1000:03d}")
        os.makedirs(sub, exist_ok=True)
        with open(os.path.join(sub, f"{i:06d}-{os.path.basename(path)}"), "wb") as out:
            out.write(content)


def batch(options, source, out, stop_after=None, victim=False, limits=None):
    """One run: its status, seconds, peak of the parent in MiB; killed after a time when that is given."""
    began = time.time()
    process = subprocess.Popen([options.fuhe, "batch", "--quiet", "--lang", "en", "--jobs", str(options.jobs), source, "-o", out], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    said = []
    reader = threading.Thread(target=lambda: said.append(process.communicate()))
    reader.start()
    peak, struck = 0.0, False
    while reader.is_alive():
        try:
            peak = max(peak, int(open(f"/proc/{process.pid}/statm").read().split()[1]) * 4096 / 2**20)
        except (OSError, IndexError):
            pass  # it has just ended
        if victim and not struck and time.time() - began > 1:
            struck = kill_child(process.pid)
        if stop_after and time.time() - began > stop_after:
            process.send_signal(signal.SIGKILL)
            stop_after = None
        time.sleep(0.05)
    reader.join()
    return process.returncode, time.time() - began, peak, said[0][1].decode(errors="replace")


def kill_child(pid):
    for path in glob.glob(f"/proc/{pid}/task/*/children"):
        for child in open(path).read().split():
            os.kill(int(child), signal.SIGKILL)
            print("killed a child")
            return True
    return False


def tables(out):
    """The rows of all tables without times."""
    all_rows = {}
    for name in ("documents", "forms", "figures", "findings", "across", "unread"):
        with open(os.path.join(out, name + ".csv"), encoding="utf-8-sig", newline="") as f:
            rows = list(csv.reader(f))
        if "seconds" in rows[0]:
            at = rows[0].index("seconds")
            rows = [row[:at] + row[at + 1:] for row in rows]
        all_rows[name] = rows
    return all_rows


def full_disk(options, source, out):
    """A run whose folder lies on a file system of 3 MiB; what it made is moved to out, where the next run goes on."""
    with tempfile.TemporaryDirectory() as small:
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small], stderr=subprocess.DEVNULL).returncode:
            print("SKIPPED, no full disk: a small file system cannot be mounted here")
            return
        try:
            status, _, _, said = batch(options, source, os.path.join(small, "out"))
            print(f"full disk: status {status}, {said.strip().splitlines()[-1] if said.strip() else 'nothing said'}")
            if status != 3 or "disk is full" not in said:
                sys.exit("a full disk was not said")
            shutil.copytree(os.path.join(small, "out"), out)
        finally:
            subprocess.run(["umount", small], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fuhe")
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--forms", action="append", default=[], help="folders with forms; the samples when none is named")
    parser.add_argument("--hostile", default="")
    parser.add_argument("--keep", default="", help="a folder for the files and the results")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args()
    options.fuhe = os.path.abspath(options.fuhe)
    with tempfile.TemporaryDirectory() as temporary:
        top = options.keep or temporary
        source, calm, hunted = (os.path.join(top, name) for name in ("in", "calm", "hunted"))
        if not os.path.isdir(source):
            make(source, options.files, options.forms or [f"{TOP}/samples"], options.hostile)
        status, seconds, peak, said = batch(options, source, calm)
        print(f"undisturbed: status {status}, {options.files} files in {seconds:.0f} s, {options.files / seconds:.0f} a second, parent {peak:.0f} MiB at its peak")
        if status not in (0, 1, 3):
            sys.exit(said)
        full_disk(options, source, hunted)
        for k in range(3):
            status, spent, _, _ = batch(options, source, hunted, stop_after=max(seconds / 6, 0.5), victim=k == 1)
            print(f"killed: status {status} after {spent:.1f} s")
        status, spent, peak, said = batch(options, source, hunted)
        print(f"gone on: status {status} after {spent:.1f} s, parent {peak:.0f} MiB")
        a, b = tables(calm), tables(hunted)
        for name in a:
            print(f"{name}: {len(a[name]) - 1} rows and {len(b[name]) - 1}, {'equal' if a[name] == b[name] else 'DIFFERENT'}")
        paths = [row[0] for row in a["documents"][1:]]
        files = {path for path in glob.glob(f"{source}/*/*")}
        missing = files - {part for path in paths for part in (path, *(path[:i] for i, c in enumerate(path) if c == "/"))}  # an archive has a row for each of its files
        print(f"{len(files)} files, {len(paths)} documents, {len(missing)} files without any")
        if len(paths) != len(set(paths)) or missing or len(files) != options.files:
            sys.exit(f"{len(set(paths))} distinct documents; missing {sorted(missing)[:3]}")
        if a != b:
            for name in a:
                print(*[row for row in a[name] if row not in b[name]][:3], sep="\n")
                print(*[row for row in b[name] if row not in a[name]][:3], sep="\n")
            sys.exit(1)
        print("largest process:", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, "MiB")


if __name__ == "__main__":
    main()
