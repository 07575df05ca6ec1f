#!/usr/bin/env python3
"""Trains the second recogniser of figures: draws the characters of figures in the fonts of this machine, spoils them as
printers and scanners do, and fits a small network to them. Writes weights.bin: see weights.go for its layout.

    pip install numpy pillow; python3 train.py
"""
import io, multiprocessing, random, subprocess, sys
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

CLASSES = "0123456789.,%-"
OTHERS = "≥≤()（）:：;、/SBZNagbeqsz+=~二三十口日目元万个次项度年月人天件条中米处家户份批工年①"
SIDE_X, SIDE_Y = 12, 16     # pixels of a character
HIDDEN = 64
VARIANTS = 100
FAMILIES = ["AR PL UMing CN", "C059", "DejaVu Sans", "DejaVu Serif", "DejaVu Sans Mono", "Droid Sans Fallback", "Liberation Mono",
            "Liberation Sans", "Liberation Sans Narrow", "Liberation Serif", "Nimbus Mono PS", "Nimbus Roman", "Nimbus Sans",
            "Nimbus Sans Narrow", "Noto Sans CJK SC", "Noto Sans Mono", "Noto Sans Mono CJK SC", "Noto Serif CJK SC", "P052",
            "URW Bookman", "URW Gothic", "WenQuanYi Zen Hei", "WenQuanYi Zen Hei Mono"]


def fonts():
    out = []
    listed = subprocess.run(["fc-list", "-f", "%{family}|%{file}|%{index}|%{slant}\n"], capture_output=True, text=True, check=True).stdout
    for line in sorted(set(listed.splitlines())):
        family, path, index, slant = line.split("|")
        index = int(index)
        if "liberation2" in path:
            continue
        if slant == "0" and index < 100 and any(f in FAMILIES for f in family.split(",")) and not path.endswith((".t1", ".pfb")):
            out.append((path, index))
    return out


def spoil(page, rng):
    """page is a drawing at twice its size; what a scanner makes of it comes out, with its ink."""
    page = page.rotate(rng.uniform(-1.2, 1.2), resample=Image.BILINEAR, fillcolor=255)
    scale = rng.uniform(0.48, 0.62)
    page = page.filter(ImageFilter.GaussianBlur(rng.uniform(0.2, 1.4)))
    if rng.random() < 0.3:
        page = page.filter(rng.choice([ImageFilter.MinFilter(3), ImageFilter.MaxFilter(3)]))
    page = page.resize((max(8, int(page.width * scale)), max(8, int(page.height * scale))), Image.BILINEAR)
    grey = np.asarray(page, dtype=np.float32)
    grey = 255 - (255 - grey) * rng.uniform(0.6, 1.0)
    grey += np.random.normal(0, rng.uniform(0, 14), grey.shape)
    page = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    if rng.random() < 0.6:
        packed = io.BytesIO()
        page.save(packed, "JPEG", quality=rng.randint(30, 95))
        page = Image.open(packed).convert("L")
    return np.asarray(page, dtype=np.float32)


def cut(grey, rng):
    ink = grey < rng.uniform(120, 185)
    ys, xs = np.where(ink)
    if len(ys) == 0:
        return None
    return grey, xs.min(), ys.min(), xs.max() + 1, ys.max() + 1


def shaped(grey, box, top, high):
    """The character in its box as the network takes it: SIDE_X × SIDE_Y of how dark it is, its shape kept, and where and
    how large it is in its line."""
    x0, y0, x1, y1 = box
    w, h = x1 - x0, y1 - y0
    scale = min(SIDE_X / w, SIDE_Y / h)
    part = Image.fromarray(np.clip(255 - grey[y0:y1, x0:x1], 0, 255).astype(np.uint8))
    nw, nh = max(1, round(w * scale)), max(1, round(h * scale))
    part = part.resize((nw, nh), Image.BOX if scale < 1 else Image.BILINEAR)
    field = np.zeros((SIDE_Y, SIDE_X), np.float32)
    ox, oy = (SIDE_X - nw) // 2, (SIDE_Y - nh) // 2
    field[oy:oy + nh, ox:ox + nw] = np.asarray(part, np.float32)
    most = field.max()
    if most > 0:
        field /= most
    return np.concatenate([field.ravel(), [h / high, w / high, (y0 - top) / high, (y1 - top) / high]]).astype(np.float32)


def sample(font, character, rng):
    """A character in a line: the height of the line is that of its digits."""
    page = Image.new("L", (font.size * 3 // 2, font.size * 3 // 2), 255)
    draw = ImageDraw.Draw(page)
    at = (font.size // 4, font.size // 6)
    box = draw.textbbox(at, "0", font=font)
    one = draw.textbbox(at, character, font=font)
    if one[2] <= one[0] or one[3] <= one[1]:
        return None
    draw.text(at, character, font=font, fill=rng.randint(0, 60))
    grey = spoil(page, rng)
    found = cut(grey, rng)
    if found is None:
        return None
    grey, x0, y0, x1, y1 = found
    scale = grey.shape[0] / page.height
    top, high = box[1] * scale, (box[3] - box[1]) * scale
    top += rng.uniform(-0.06, 0.06) * high
    high *= rng.uniform(0.94, 1.06)
    return shaped(grey, (x0, y0, x1, y1), top, high)


def of_font(task):
    (path, index), seed = task
    rng = random.Random(seed)
    np.random.seed(seed)
    xs, ys = [], []
    for _ in range(VARIANTS):
        font = ImageFont.truetype(path, rng.choice([44, 52, 60, 76, 92]), index=index)
        for k, character in enumerate(list(CLASSES) + rng.sample(OTHERS, 4)):
            x = sample(font, character, rng)
            if x is not None:
                xs.append(x)
                ys.append(min(k, len(CLASSES)))
    return xs, ys


def samples():
    with multiprocessing.Pool(4) as pool:
        made = pool.map(of_font, [(font, seed) for seed, font in enumerate(fonts())], chunksize=1)
    np.random.seed(1)
    return np.stack([x for xs, _ in made for x in xs]), np.array([y for _, ys in made for y in ys])


def train(x, y, epochs=30):
    n, classes = x.shape[1], len(CLASSES) + 1
    w1 = np.random.normal(0, np.sqrt(2 / n), (n, HIDDEN)).astype(np.float32)
    b1 = np.zeros(HIDDEN, np.float32)
    w2 = np.random.normal(0, np.sqrt(1 / HIDDEN), (HIDDEN, classes)).astype(np.float32)
    b2 = np.zeros(classes, np.float32)
    params = [w1, b1, w2, b2]
    m, v, t = [np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params], 0
    for epoch in range(epochs):
        order = np.random.permutation(len(x))
        rate = 2e-3 * 0.5 * (1 + np.cos(np.pi * epoch / epochs)) + 1e-5
        for i in range(0, len(order), 256):
            b = order[i:i + 256]
            h = x[b] @ w1 + b1
            r = np.maximum(h, 0)
            z = r @ w2 + b2
            p = np.exp(z - z.max(1, keepdims=True))
            p /= p.sum(1, keepdims=True)
            p[np.arange(len(b)), y[b]] -= 1
            p /= len(b)
            dr = (p @ w2.T) * (h > 0)
            grads = [x[b].T @ dr, dr.sum(0), r.T @ p, p.sum(0)]
            t += 1
            for k, (w, g) in enumerate(zip(params, grads)):
                g = g + 1e-5 * w
                m[k] = 0.9 * m[k] + 0.1 * g
                v[k] = 0.999 * v[k] + 0.001 * g * g
                w -= rate * (m[k] / (1 - 0.9 ** t)) / (np.sqrt(v[k] / (1 - 0.999 ** t)) + 1e-8)
    return params


def main():
    x, y = samples()
    held = np.random.RandomState(2).rand(len(x)) < 0.04
    params = train(x[~held], y[~held])
    w1, b1, w2, b2 = params
    z = np.maximum(x[held] @ w1 + b1, 0) @ w2 + b2
    print(len(x), "characters, right of those held back:", (z.argmax(1) == y[held]).mean(), file=sys.stderr)
    with open("weights.bin", "wb") as out:
        for p in params:
            p.astype("<f4").tofile(out)


if __name__ == "__main__":
    main()
