"""Runs two builds of fuhe over the same inputs and counts where their answers differ: JSON, text, workbooks.

    python3 .ci/same.py OLD_BINARY NEW_BINARY [--invented FOLDER] [--workbooks N] [PATH...]

PATH defaults to the samples, the corpora and the cases beside the repository. FOLDER holds forms written by
`go run ./samples/invent/write FOLDER`; workbooks are written of N of them (default 300). What may differ between two
runs of one build is left out: seconds, started, version. Workbooks are compared part by part, unpacked.
"""
import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile
import zipfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(TOP, "..", "shared")
# cases/hostile is left out: it takes 14 GB in builds without budgets.
PATHS = [os.path.join(TOP, "samples")] + [os.path.join(SHARED, p) for p in (
    "corpus/generated", "corpus/real", "corpus/formats", "cases/inputs", "cases/real-kinds", "cases/rules", "cases/desk")]
SECONDS = 1800  # for one answer
# Parts of an answer that tell of the run and not of the form.
OF_THE_RUN = [
    (re.compile(rb'"(seconds|started|version|rules_sha256)": ?("[^"]*"|[0-9.e+-]+)'), rb'"\1":0'),
    (re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*<"), b"<"),
    (re.compile(rb'fuhe-(old|new)'), b"fuhe"),
]


def plain(raw):
    for pattern, to in OF_THE_RUN:
        raw = pattern.sub(to, raw)
    return raw


def run(binary, args, cwd):
    try:
        done = subprocess.run([binary] + args, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return b"no answer\n"
    if done.returncode < 0 or b"\ngoroutine " in done.stderr:
        return b"crashed\n"
    return b"exit %d\n" % done.returncode + plain(done.stdout) + plain(done.stderr)


def lines_apart(what, old, new):
    a, b = old.split(b"\n"), new.split(b"\n")
    apart = [(x, y) for x, y in zip(a, b) if x != y]
    count = len(apart) + abs(len(a) - len(b))
    if count:
        x, y = apart[0] if apart else (b"", b"")
        at = next((i for i, (p, q) in enumerate(zip(x, y)) if p != q), 0)
        show = lambda s: s[max(at - 150, 0):at + 150].decode("utf-8", "replace")
        print(f"{what}: {count} lines differ\n  old …{show(x)}\n  new …{show(y)}")
    return count


def parts(folder):
    """Every written file under a folder, workbooks part by part."""
    out = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            key = re.sub(r"\.fuhe-[A-Z0-9]+\.tmp", ".fuhe.tmp", os.path.relpath(path, folder))  # left behind
            if not zipfile.is_zipfile(path):
                out[key] = plain(open(path, "rb").read())
                continue
            with zipfile.ZipFile(path) as z:
                for part in z.namelist():
                    out[key + "!" + part] = plain(z.read(part))
    return out


def workbooks(binaries, verb, path):
    with tempfile.TemporaryDirectory() as tmp:
        written = []
        for k, binary in enumerate(binaries):
            os.mkdir(os.path.join(tmp, str(k)))
            run(binary, [verb, path, "-o", "out/"], os.path.join(tmp, str(k)))
            written.append(parts(os.path.join(tmp, str(k))))
        count = 0
        for key in sorted(set(written[0]) | set(written[1])):
            if written[0].get(key) != written[1].get(key):
                count += 1
                print(f"{verb} {path}: {key} {[len(w[key]) if key in w else 'missing' for w in written]}")
                lines_apart(f"{verb} {path}: {key}", written[0].get(key, b""), written[1].get(key, b""))
        return count, len(written[0])


def answers(binaries, path, formats):
    count = 0
    for args in formats:
        old, new = (run(b, ["check"] + args + [path], TOP) for b in binaries)
        count += lines_apart(f"check {' '.join(args)} {path}", old, new)
    return count, len(formats)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("old"), p.add_argument("new"), p.add_argument("paths", nargs="*")
    p.add_argument("--invented"), p.add_argument("--workbooks", type=int, default=300)
    o = p.parse_args()
    binaries = [os.path.abspath(o.old), os.path.abspath(o.new)]
    jobs = []
    pool = concurrent.futures.ThreadPoolExecutor(2)
    for path in o.paths or PATHS:
        if not os.path.exists(path):
            print("skipped, not here:", path)
            continue
        jobs.append(pool.submit(answers, binaries, path, [["--format", "json"], ["--lang", "zh"], ["--lang", "en"]]))
        jobs += [pool.submit(workbooks, binaries, verb, path) for verb in ("convert", "correct")]
    if o.invented:
        jobs.append(pool.submit(answers, binaries, o.invented, [["--format", "jsonl"], ["--lang", "zh"], ["--lang", "en"]]))
        names = sorted(os.listdir(o.invented))[:: max(len(os.listdir(o.invented)) // o.workbooks, 1)]
        some = tempfile.TemporaryDirectory()
        for name in names:
            os.symlink(os.path.join(os.path.abspath(o.invented), name), os.path.join(some.name, name))
        jobs += [pool.submit(workbooks, binaries, verb, some.name) for verb in ("convert", "correct")]
    differences = compared = 0
    for job in jobs:
        count, of = job.result()
        differences, compared = differences + count, compared + of
    print(f"{compared} answers and parts compared, {differences} differences")
    sys.exit(differences > 0)


if __name__ == "__main__":
    main()
