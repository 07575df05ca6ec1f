// What is shown of one form: its pages with boxes or its table in the middle, its findings and figures at the right.
// Texts of documents only ever become text nodes.
"use strict";
const T = JSON.parse(document.body.dataset.words);
const $ = id => document.getElementById(id);

// make builds an element: attributes, then children; a string is a text.
function make(tag, attrs, ...children) {
  const svg = ["svg", "rect", "title", "text"].includes(tag);
  const e = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [k, v] of Object.entries(attrs || {})) {
    if (k.startsWith("on")) e.addEventListener(k.slice(2), v);
    else if (v !== null && v !== undefined && v !== false) e.setAttribute(k, v === true ? "" : v);
  }
  for (const c of children.flat()) if (c !== null && c !== undefined && c !== "") e.append(c);
  return e;
}

const shown = { form: null, finding: null, field: null, zoom: 1, table: false, tab: "findings", page: 0 };
const placeOf = at => [at.sheet, at.page, at.table, at.ref].join("!");
const boxKey = at => placeOf(at) + (at.box || "");

// show puts a form on the page; keep keeps what is looked at in it.
function show(form, keep) {
  shown.form = form;
  if (!keep) { shown.finding = gravest(form)?.id ?? null; shown.field = null; shown.page = 0; }
  $("form-title").textContent = form.title;
  $("form-about").replaceChildren(...about(form));
  drawStage();
  drawList();
  drawDetail();
  mark(true);
}

// gravest is the finding that is shown first.
function gravest(form) {
  const all = form.findings || [];
  return all.find(f => f.severity === "error" && !f.root) || all.find(f => f.severity === "warning") || all[0];
}

// short is the end of a path.
const short = path => path.length > 48 ? "…" + path.slice(-45) : path;

function about(form) {
  const parts = [make("span", { class: "small" }, [short(form.path), form.heading, form.year, form.unit].filter(Boolean).join(" · "))];
  if (form.profile?.id) parts.push(make("span", { class: "small" }, `${T.profile} ${form.profile.id} ${form.profile.because ? "(" + form.profile.because + ")" : ""}`));
  const c = form.coverage;
  if (c) parts.push(make("span", { class: "small" }, `${T.figureCount} ${c.figures}: ${T.agree} ${c.agree} · ${T.differ} ${c.differ} · ${T.judgement} ${c.judgement} · ${T.unchecked} ${c.unchecked}`));
  for (const u of form.unread || []) parts.push(make("span", { class: "small error" }, `${T.unread} ${u.at.page ? "p" + u.at.page + " " : ""}${u.reason}`));
  return parts;
}

// The middle.
function drawStage() {
  const form = shown.form, pages = form.pages || [];
  const asTable = shown.table || pages.length === 0;
  $("toggle").setAttribute("aria-pressed", String(asTable));
  $("toggle").disabled = pages.length === 0;
  $("stage").replaceChildren(...(asTable ? grid(form) : pages.map(p => pageOf(form, p))));
  sayPage();
}

// sayPage says which page is looked at, and which ones are shown.
function sayPage() {
  const pages = document.querySelectorAll(".page"), at = pages[shown.page]?.dataset.page;
  $("page-number").textContent = at ? at + (pages.length > 1 ? ` (${pages[0].dataset.page}–${pages[pages.length - 1].dataset.page})` : "") : "";
}

function pageOf(form, p) {
  const css = Math.min(2, ($("stage").clientWidth - 32) / p.width) * shown.zoom; // as wide as there is room
  const svg = make("svg", { viewBox: `0 0 ${p.width} ${p.height}`, role: "group", "aria-label": T.picture + " " + p.page });
  const drawn = new Set();
  for (const f of form.figures || []) {
    if (f.at.page !== p.page || !f.at.box || !f.class || drawn.has(boxKey(f.at))) continue;
    drawn.add(boxKey(f.at));
    svg.append(boxOf(f.at, f.class, () => pickFigure(f), f.label + " " + f.text));
  }
  for (const f of form.findings || []) {
    if (f.at.page !== p.page || !f.at.box || drawn.has(boxKey(f.at))) continue;
    drawn.add(boxKey(f.at));
    svg.append(boxOf(f.at, "place", () => pickPlace(f.at), f.label));
  }
  const picture = make("img", { loading: "lazy", src: `/picture/${form.doc}/${p.page}`, alt: `${form.path}, ${T.picture} ${p.page}`, onload: () => setUnseen(form, p.page, svg) });
  const sheet = make("div", { class: "page", "data-page": p.page }, picture, svg);
  sheet.style.width = p.width * css + "px";
  sheet.style.height = p.height * css + "px";
  return sheet;
}

// setUnseen sets the texts that the picture lacks where they stand.
async function setUnseen(form, page, svg) {
  if (form.report < 0) return;
  const texts = await ask(`/api/unseen/${form.doc}/${form.report}/${page}`);
  if (!texts.length || !svg.isConnected) return;
  for (const t of texts) {
    const [x0, y0, x1, y1] = t.box, size = Math.min(10, (y1 - y0) * 0.7, 1.6 * (x1 - x0) / t.text.length + 2);
    svg.prepend(make("text", { x: x0 + 2, y: (y0 + y1) / 2 + size * 0.35, "font-size": size, class: "unseen" }, t.text));
  }
  if (!document.querySelector(".unseen-note")) $("stage").prepend(make("p", { class: "unseen-note", role: "status" }, T.unseen));
}

function boxOf(at, kind, click, label) {
  const [x0, y0, x1, y1] = at.box;
  return make("rect", { x: x0, y: y0, width: Math.max(x1 - x0, 2), height: Math.max(y1 - y0, 2), class: kind, "data-at": boxKey(at), onclick: click }, make("title", {}, label));
}

function grid(form) {
  if (!form.grid) return [make("p", {}, form.title)];
  const g = form.grid, by = new Map(), found = new Map();
  for (const f of form.figures) if (!by.has(placeOf(f.at)) || f.class) by.set(placeOf(f.at), f);
  for (const f of form.findings) if (!found.has(placeOf(f.at))) found.set(placeOf(f.at), f);
  const rows = (g.Rows || []).map(row => make("tr", {}, make("th", { scope: "row" }, String(row.Number)), (row.Cells || []).map(c => {
    const key = c.At ? placeOf(c.At) : "", figure = by.get(key), finding = found.get(key);
    const attrs = { rowspan: c.RowSpan, colspan: c.ColSpan, "data-at": c.At ? boxKey(c.At) : null };
    if (figure || finding) Object.assign(attrs, { class: figure?.class || (finding ? "judgement" : ""), "data-class": "1", tabindex: "0", onclick: () => figure ? pickFigure(figure) : pickPlace(finding.at),
      onkeydown: e => { if (e.key === "Enter") figure ? pickFigure(figure) : pickPlace(finding.at); } });
    return make("td", attrs, c.Text);
  })));
  const lines = list => (list || []).map(l => make("p", { class: "small" }, l));
  return [form.pages?.length ? null : make("p", { class: "small" }, T.noPicture), ...lines(g.Above), make("table", { class: "grid" }, make("tbody", {}, rows)), ...lines(g.Below)].filter(Boolean);
}

// mark frames what is looked at; scroll brings it into sight.
function mark(scroll) {
  for (const e of document.querySelectorAll(".mark-entry, .mark-term")) e.classList.remove("mark-entry", "mark-term");
  for (const e of document.querySelectorAll("rect.extra")) e.remove();
  const finding = current();
  const places = finding ? finding.places : figureAt(shown.field) ? [{ mark: "entry", at: figureAt(shown.field).at }] : [];
  let first = null;
  for (const p of places) {
    let e = document.querySelector(`#stage [data-at="${CSS.escape(boxKey(p.at))}"]`);
    if (!e && p.at.box) {
      const svg = document.querySelector(`.page[data-page="${p.at.page}"] svg`);
      if (svg) { e = boxOf(p.at, "extra", null, p.label || ""); svg.append(e); }
    }
    if (!e) continue;
    e.classList.add("mark-" + p.mark);
    if (p.mark === "entry") { e.parentNode.append === undefined || (e.tagName === "rect" && e.parentNode.append(e)); first = e; }
  }
  if (scroll && first) first.scrollIntoView({ block: "center", inline: "nearest" });
}

const current = () => (shown.form?.findings || []).find(f => f.id === shown.finding) || null;
const figureAt = field => field ? (shown.form?.figures || []).find(f => f.field === field) : null;

function pickFinding(id, scroll) {
  shown.finding = id; shown.field = null; shown.tab = "findings";
  drawList(); drawDetail(); mark(scroll);
}

// pickPlace takes the findings of a place in turn, the explaining one first.
function pickPlace(at) {
  const here = shown.form.findings.filter(f => placeOf(f.at) === placeOf(at));
  if (!here.length) return false;
  const i = here.findIndex(f => f.id === shown.finding);
  pickFinding(here[(i + 1) % here.length].id, false);
  return true;
}

function pickFigure(figure) {
  if (pickPlace(figure.at)) return;
  shown.finding = null; shown.field = figure.field;
  drawList(); drawDetail(); mark(false);
}

// The right.
function drawList() {
  $("tab-findings").setAttribute("aria-selected", String(shown.tab === "findings"));
  $("tab-readings").setAttribute("aria-selected", String(shown.tab === "readings"));
  $("list").setAttribute("aria-labelledby", "tab-" + shown.tab);
  const form = shown.form;
  const rows = shown.tab === "findings"
    ? (form.findings || []).map(f => make("li", {}, make("button", { class: "row" + (f.root ? " follows" : ""), type: "button", "data-finding": f.id, "aria-current": String(f.id === shown.finding), onclick: () => pickFinding(f.id, true) },
        make("span", { class: "tag " + f.severity }, `${f.level} ${f.rule}`), f.label, make("span", { class: "small" }, verdictText(f), f.published ? `${f.published}${f.recomputed ? " → " + f.recomputed : ""} ` : "", f.message))))
    : (form.figures || []).filter(f => f.text !== "").map(f => make("li", {}, make("button", { class: "row", type: "button", "data-field": f.field, "aria-current": String(f.field === shown.field), onclick: () => { shown.finding = null; shown.field = f.field; drawList(); drawDetail(); mark(true); } },
        make("span", { class: "small" }, f.label, f.class ? ` · ${T[f.class]}` : "", f.read != null ? ` · ${T.readAs} “${f.read}”` : ""), f.text)));
  if (!rows.length) rows.push(make("li", { class: "small" }, T.noFindings));
  $("list").replaceChildren(...rows);
  $("list").querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
}

const verdictText = f => f.verdict.verdict ? `【${T[f.verdict.verdict]}】` : "";

function pairs(list) {
  return make("dl", {}, list.filter(p => p[1]).flatMap(([k, v]) => [make("dt", {}, k), make("dd", {}, v)]));
}

function drawDetail() {
  const finding = current(), figure = figureAt(shown.field);
  $("detail").replaceChildren(...(finding ? findingDetail(finding) : figure ? figureDetail(figure) : []));
}

function findingDetail(f) {
  const terms = f.places.filter(p => p.mark === "term");
  const causes = [f.cause, ...(f.causes || [])].filter(Boolean).map(c => c.text).join(" / ");
  const root = f.root ? make("button", { type: "button", onclick: () => pickFinding(f.root, true) }, T.root) : null;
  const out = [make("strong", {}, make("span", { class: "tag " + f.severity }, `${f.level} ${f.rule}`), f.title), make("div", {}, f.label), make("div", {}, f.message, f.changes ? " " + f.changes : ""),
    pairs([[T.published, f.published], [T.recomputed, f.recomputed], [T.working, f.working], [T.cause, causes], [T.basis, f.basis], [" ", root]])];
  if (terms.length) out.push(make("div", { class: "terms" }, T.terms + " ", terms.map(p => make("button", { type: "button", onclick: () => flash(p.at) }, `${p.label} ${p.text}`))));
  const v = f.verdict;
  const set = judgement => say(f, judgement);
  const pressed = j => ({ type: "button", "data-verdict": j, "aria-pressed": String(v.verdict === j), onclick: () => set(j) });
  out.splice(1, 0, make("div", { class: "verdicts" }, make("button", pressed("confirmed"), T.confirm), make("button", pressed("rejected"), T.reject), make("button", pressed("open"), T.leave)));
  const keep = () => say(f, f.verdict.verdict || "open");
  const state = make("select", { id: "rectification", onchange: keep }, ["", "未整改", "持续整改", "已整改"].map(s => make("option", { value: s, selected: s === (v.rectification || "") }, s || "—")));
  out.push(make("div", { class: "fields" }, make("label", {}, T.noteLabel, area("note", v.note, keep)), make("label", {}, T.feedback, area("feedback", v.feedback, keep)), make("label", {}, T.rectification, state)));
  const own = figureAt(f.field);
  if (own?.entry) out.push(editor(own));
  return out;
}

function area(id, value, keep) {
  const e = make("textarea", { id, rows: 2, onchange: keep });
  e.value = value || "";
  return e;
}

function figureDetail(f) {
  const out = [make("strong", {}, f.label), make("div", {}, f.text),
    pairs([[f.class ? T[f.class] : T.entry, " "], [T.checkedBy, f.by.join("; ")], [T.interval, f.class ? f.interval : ""], [T.because, f.class === "unchecked" ? f.because : ""]])];
  if (f.entry) out.push(editor(f));
  return out;
}

// editor lets a person read an entry.
function editor(f) {
  const input = make("input", { value: f.text, "aria-label": T.correctReading, id: "reading" });
  const box = make("details", {}, make("summary", { class: "small" }, f.read != null ? `${T.readAs} “${f.read}”` : T.correctReading), input,
    make("button", { type: "button", id: "apply-reading", onclick: () => readAs(f, input.value, false) }, T.apply));
  if (f.read != null) box.append(make("button", { type: "button", onclick: () => readAs(f, "", true) }, T.undo));
  return box;
}

// flash brings a place into sight.
function flash(at) {
  const e = document.querySelector(`#stage [data-at="${CSS.escape(boxKey(at))}"]`);
  if (e) e.scrollIntoView({ block: "center", inline: "center" });
}
