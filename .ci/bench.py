#!/usr/bin/env python3
"""Times fuhe against other readers of PDF, each as a whole process, in turn on the same files (files); one process over
a folder, against a process of pdftotext for each of its files (folder); reading alone, without the start of either
program (reading); one file of more and more pages (growth); and the start of the program (startup). Nothing passes or
fails here: a busy machine slows everyone, so look at the ratios, and at the processor time more than at the clock.

    bench.py files   FUHE [--rounds N] [--with pdfplumber] [--with pymupdf] [--every K] PDF|FOLDER...
    bench.py folder  FUHE [--files N] [--jobs N] PDF|FOLDER...
    bench.py reading FUHE [--rounds N] [--files N] PDF|FOLDER...
    bench.py growth  FUHE [--rounds N] [--jobs N] PDF
    bench.py startup FUHE [--rounds N]
"""
import argparse
import importlib.util
import math
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

# What other people use for this, in the shape they use it. -layout because without it the columns of a table are lost.
READERS = {
    "pdftotext": lambda path: ["pdftotext", "-layout", path, os.devnull],
    "pdfplumber": lambda path: [sys.executable, "-c",
                                "import sys, pdfplumber\nwith pdfplumber.open(sys.argv[1]) as d:\n [p.extract_tables() for p in d.pages]", path],
    "pymupdf": lambda path: [sys.executable, "-c",
                             "import sys, fitz\nfor p in fitz.open(sys.argv[1]): [t.extract() for t in p.find_tables()]", path],
}
MODULES = {"pdfplumber": "pdfplumber", "pymupdf": "fitz"}
# A PDF of one empty page: what pdftotext takes for it is its start.
BLANK = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n"
         b"0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n")
# fuhe: findings (1) and a page that was not read (3) are answers; anything else is no measurement.
STATUSES = {"fuhe": (0, 1, 3)}


def pdfs(paths):
    found = []
    for path in paths:
        if os.path.isdir(path):
            found += [os.path.join(top, f) for top, _, files in os.walk(path) for f in files if f.lower().endswith(".pdf")]
        else:
            found.append(path)
    if not found:
        sys.exit("no PDF among the files named")
    return sorted(found)


def run(command):
    """Wall milliseconds, processor milliseconds and peak megabytes of one process, and its exit status."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return wall * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024, process.returncode


def geometric(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else math.nan


def files(options):
    names = ["fuhe", "pdftotext"]
    for extra in options.others:
        if importlib.util.find_spec(MODULES[extra]):
            names.append(extra)
        else:
            print(f"{extra} left out: not installed")
    readers = dict(READERS, fuhe=lambda path: [options.fuhe, "check", "--quiet", path])
    ratios = {name: ([], []) for name in names[1:]}
    print("milliseconds, medians of", options.rounds, "rounds:", " ".join(names))
    for path in pdfs(options.paths)[::options.every]:
        walls, cpus, failed = {n: [] for n in names}, {n: [] for n in names}, set()
        for turn in range(options.rounds + 1):
            for name in names[turn % len(names):] + names[:turn % len(names)]:
                wall, cpu, _, status = run(readers[name](path))
                if status not in STATUSES.get(name, (0,)):
                    failed.add(f"{name} ended with {status}")
                if turn:  # the first turn brings the file and the programs into the cache
                    walls[name].append(wall)
                    cpus[name].append(max(cpu, 0.1))
        if failed:
            print(f"{os.path.basename(path)}: left out, {', '.join(sorted(failed))}")
            continue
        mine = statistics.median(walls["fuhe"])
        line = [f"{mine:8.1f}"]
        for name in names[1:]:
            other = statistics.median(walls[name])
            ratios[name][0].append(mine / other)
            ratios[name][1].append(statistics.median(cpus["fuhe"]) / statistics.median(cpus[name]))
            line.append(f"{other:8.1f} ({mine / other:.2f})")
        print(*line, os.path.basename(path))
    for name, (wall, cpu) in ratios.items():
        print(f"fuhe / {name}: {geometric(wall):.2f} of the time, {geometric(cpu):.2f} of the processor time "
              f"(geometric mean of {len(wall)} files; worst {max(wall, default=math.nan):.2f})")


def pages(path):
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, errors="replace").stdout
    return next((int(line.split()[1]) for line in info.splitlines() if line.startswith("Pages:")), 0)


def folder(options):
    sources = [(path, pages(path)) for path in pdfs(options.paths)]
    with tempfile.TemporaryDirectory() as top:
        total = 0
        for i in range(options.files):
            path, n = sources[i % len(sources)]
            shutil.copyfile(path, os.path.join(top, f"{i:05d}-{os.path.basename(path)}"))
            total += n
        run([options.fuhe, "--version"])
        command = [options.fuhe, "check", "--quiet", "--format", "jsonl", "--jobs", str(options.jobs), top]
        wall, cpu, peak, status = run(command)
        if status not in STATUSES["fuhe"]:
            sys.exit(f"fuhe ended with {status}")
        print(f"{options.files} files, {total} pages, {options.jobs} jobs: {total / wall * 1000:.0f} pages/s, "
              f"{cpu / total:.2f} ms of processor time a page, {peak:.0f} MiB at the peak")


        other = [run(READERS["pdftotext"](os.path.join(top, name)))[:2] for name in sorted(os.listdir(top))]
        print(f"fuhe / all pdftotext processes together: {wall / sum(t[0] for t in other):.2f} of the time, "
              f"{cpu / sum(t[1] for t in other):.2f} of the processor time")


def reading(options):
    """What one more copy of a file costs a process that runs already, against pdftotext less its start. Its start is what
    it takes for an empty page."""
    with tempfile.TemporaryDirectory() as top:
        blank = os.path.join(top, "blank.pdf")
        with open(blank, "wb") as f:
            f.write(BLANK)
        start = statistics.median(run(READERS["pdftotext"](blank))[1] for _ in range(5 * options.rounds))
        print(f"processor milliseconds, medians of {options.rounds} rounds: fuhe pdftotext less {start:.1f} of its start")
        ratios = []
        for path in pdfs(options.paths):
            copies = os.path.join(top, "copies")
            os.mkdir(copies)
            for i in range(options.files):
                shutil.copyfile(path, os.path.join(copies, f"{i:04d}.pdf"))
            one, all_, other = [], [], []
            for _ in range(options.rounds):
                command = [options.fuhe, "check", "--quiet", "--jobs", "1"]
                one.append(run(command + [path])[1])
                all_.append(run(command + [copies])[1])
                other.append(run(READERS["pdftotext"](path))[1])
            shutil.rmtree(copies)
            mine = (statistics.median(all_) - statistics.median(one)) / (options.files - 1)
            theirs = max(statistics.median(other) - start, 0.1)
            ratios.append(mine / theirs)
            print(f"{mine:8.1f} {theirs:8.1f} ({mine / theirs:.2f}) {os.path.basename(path)}")
        print(f"fuhe / pdftotext, reading alone: {geometric(ratios):.2f} of the processor time (geometric mean of {len(ratios)} files)")


def growth(options):
    """The pages of one file again and again, joined by qpdf: what a page takes must not depend on how many there are."""
    path, = pdfs(options.paths)
    n = pages(path)
    with tempfile.TemporaryDirectory() as top:
        for most in (50, 100, 200, 500, 1000):
            joined = os.path.join(top, f"{most}.pdf")
            times = -(-most // n)
            subprocess.run(["qpdf", "--empty", "--pages"] + [path, "1-z"] * times + ["--", joined], check=True)
            command = [options.fuhe, "check", "--quiet", "--jobs", str(options.jobs), joined]
            took = [run(command) for _ in range(options.rounds)]
            if any(t[3] not in STATUSES["fuhe"] for t in took):
                sys.exit(f"fuhe ended with {took[0][3]}")
            print(f"{n * times:5d} pages: {statistics.median(t[0] for t in took) / (n * times):.2f} ms a page, "
                  f"{statistics.median(t[1] for t in took) / (n * times):.2f} ms of processor time, {max(t[2] for t in took):.0f} MiB")


def startup(options):
    run([options.fuhe, "--version"])
    took = sorted(run([options.fuhe, "--version"])[:2] for _ in range(options.rounds))
    print(f"start-up: median {statistics.median(t[0] for t in took):.1f} ms, least {took[0][0]:.1f} ms, "
          f"processor time {statistics.median(t[1] for t in took):.1f} ms ({options.rounds} runs)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    modes = parser.add_subparsers(required=True)
    for mode, rounds in ((files, 5), (folder, 1), (reading, 5), (growth, 3), (startup, 40)):
        sub = modes.add_parser(mode.__name__)
        sub.set_defaults(mode=mode)
        sub.add_argument("fuhe")
        sub.add_argument("--rounds", type=int, default=rounds)
        if mode is startup:
            continue
        sub.add_argument("paths", nargs="+")
        if mode is files:
            sub.add_argument("--with", dest="others", action="append", default=[], choices=sorted(MODULES))
            sub.add_argument("--every", type=int, default=1, help="take each K-th file only")
        else:
            if mode in (folder, reading):
                sub.add_argument("--files", type=int, default=400 if mode is folder else 40)
            sub.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args()
    options.fuhe = os.path.abspath(options.fuhe)
    options.mode(options)


if __name__ == "__main__":
    main()
