// The list at the left, what goes to the program, keys, and files that are dropped.
"use strict";
const list = { forms: [], total: 0, offset: 0, at: -1, version: -1, form: null };

// ask gets something from the program; a body makes it a request that changes something.
async function ask(path, body) {
  const options = body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let answer;
  try { answer = await fetch(path, options); } catch (e) { tell(T.lost); throw e; }
  if (!answer.ok) { const why = await answer.text(); tell(why); throw Object.assign(new Error(why), { status: answer.status }); }
  return answer.status === 204 ? null : answer.json();
}

let telling = 0;
function tell(text) {
  $("message").textContent = text;
  $("message").hidden = false;
  clearTimeout(telling);
  telling = setTimeout(() => { $("message").hidden = true; }, 6000);
}

// The list.
function query() {
  const q = new URLSearchParams({ offset: list.offset });
  for (const id of ["severity", "rule", "unit", "verdict", "q"]) if ($(id).value) q.set(id, $(id).value);
  return q;
}

async function loadList() {
  const answer = await ask("/api/forms?" + query());
  Object.assign(list, { forms: answer.forms, total: answer.total, offset: answer.offset });
  fill($("rule"), answer.rules);
  fill($("unit"), answer.units);
  drawForms();
  if (!shown.form && list.forms.length) {
    const first = list.forms.findIndex(f => f.errors > 0);
    await open(Math.max(first, 0));
  }
}

function fill(select, facets) {
  const value = select.value;
  select.replaceChildren(make("option", { value: "" }, T.all), ...facets.map(f => make("option", { value: f.value }, `${f.label} (${f.count})`)));
  select.value = facets.some(f => f.value === value) ? value : "";
}

const isOpen = f => shown.form && f.doc === shown.form.doc && f.report === shown.form.report;

function drawForms() {
  const rows = list.forms.map((f, i) => make("li", {}, make("button", { type: "button", "aria-current": String(isOpen(f)), title: f.path, "data-doc": f.doc, "data-report": f.report, onclick: () => open(i) }, f.title,
    make("span", { class: "small" }, f.report < 0 && !(f.errors + f.warnings + f.notes) ? T[f.status] : counts(f), " ", [f.unit, f.year, short(f.path)].filter(Boolean).join(" · ")))));
  if (!rows.length) rows.push(make("li", { class: "small" }, T.nothing));
  $("forms").replaceChildren(...rows);
  $("less").hidden = list.offset === 0;
  $("more").hidden = list.offset + list.forms.length >= list.total;
  $("range").textContent = list.total ? `${list.offset + 1}–${list.offset + list.forms.length} / ${list.total}` : "";
}

function counts(f) {
  return [["error", f.errors], ["warning", f.warnings], ["note", f.notes]].filter(c => c[1]).map(([k, n]) => make("span", { class: "tag " + k }, `${T[k]} ${n}`)).concat(f.judged ? [make("span", { class: "tag" }, `✓ ${f.judged}`)] : []);
}

async function open(i) {
  const f = list.forms[i];
  if (!f) return;
  list.at = i;
  show(await ask(`/api/form/${f.doc}/${f.report}`), false);
  drawForms();
  document.querySelector("#forms [aria-current=true]")?.scrollIntoView({ block: "nearest" });
}

async function openForm(doc, report) {
  show(await ask(`/api/form/${doc}/${report}`), false);
  drawForms();
}

// Verdicts and readings.
// What is said goes to the file one after the other: a note that is left by pressing a button must not come after the button.
let saying = Promise.resolve();
function say(f, verdict) {
  const body = { sha256: shown.form.sha256, finding: f.id, verdict, by: $("by").value.trim(), note: $("note")?.value ?? f.verdict.note ?? "", feedback: $("feedback")?.value ?? "", rectification: $("rectification")?.value ?? "" };
  saying = saying.catch(() => { /* it was told */ }).then(() => put(f, body));
}

async function put(f, body) {
  const answer = await ask("/api/verdict", body);
  f.verdict = answer.verdict;
  drawList();
  for (const b of document.querySelectorAll("#detail [data-verdict]")) b.setAttribute("aria-pressed", String(b.dataset.verdict === f.verdict.verdict)); // not drawn anew: somebody may be pressing one
  tell(`${T.saved} ${list.review || ""}`);
  await loadList();
}

async function readAs(f, text, undo) {
  const form = await ask("/api/reading", { doc: shown.form.doc, report: shown.form.report, field: f.field, text, undo, by: $("by").value.trim() });
  shown.finding = null; shown.field = f.field;
  show(form, true);
  await loadList();
}

async function showGroups() {
  const groups = await ask("/api/groups");
  const judge = (g, verdict) => async () => { await ask("/api/verdict", { group: { rule: g.rule, message: g.message }, verdict, by: $("by").value.trim() }); $("groups").close(); await refresh(); };
  $("groups").replaceChildren(make("h2", {}, T.groups), make("ul", {}, groups.map(g => make("li", {}, make("span", { class: "tag " + g.severity }, `${g.rule} ${g.title}`), `${g.count} ${T.count} (${T.none} ${g.open}) `, make("div", {}, g.message),
    make("div", { class: "verdicts" }, make("button", { type: "button", onclick: judge(g, "confirmed") }, T.confirmed), make("button", { type: "button", onclick: judge(g, "rejected") }, T.rejected), make("button", { type: "button", onclick: judge(g, "open") }, T.open),
      g.forms.map(([d, r]) => make("button", { type: "button", onclick: () => { $("groups").close(); openForm(d, r); } }, `${T.forms} ${d + 1}.${r + 1}`)))))), make("button", { type: "button", onclick: () => $("groups").close() }, T.close));
  $("groups").showModal();
}

async function refresh() {
  await loadList();
  if (shown.form) show(await ask(`/api/form/${shown.form.doc}/${shown.form.report}`), true);
}

// Progress: asked for while files are read.
async function watch() {
  const s = await ask("/api/state");
  list.review = s.review;
  const t = s.tally;
  const parts = [s.done ? "" : `${T.reading} ${s.read}/${s.expected}`, `${T.files} ${s.read}`, `${T.formCount} ${t.reports}`, `${T.error} ${t.errors}`, `${T.warning} ${t.warnings}`, `${T.note} ${t.notes}`];
  $("show-unread").hidden = t.unread === 0;
  $("show-unread").textContent = `${T.unread} ${t.unread} · ${T.look}`;
  if (s.gone.length) parts.push(T.gone.replace("%d", s.gone.length));
  if (s.elsewhere.length) parts.push(T.elsewhere.replace("%d", s.elsewhere.length));
  $("progress").textContent = parts.concat(s.problems).filter(Boolean).join(" · ");
  document.body.dataset.done = s.done;
  if (s.version !== list.version) { list.version = s.version; await loadList(); }
  if (!s.done) setTimeout(watch, 400);
}

// Keys.
function step(by) {
  const all = shown.form?.findings || [];
  if (!all.length) return;
  const i = all.findIndex(f => f.id === shown.finding);
  pickFinding(all[Math.min(Math.max(i + by, 0), all.length - 1)].id, true);
}

function scale(by) {
  shown.zoom = Math.min(Math.max(shown.zoom * by, 0.4), 4);
  drawStage();
  mark(true);
}

function turn(by) {
  if (!document.querySelector(".page")) return;
  const pages = shown.form.pages, beyond = shown.page + by < 0 || shown.page + by >= pages.length;
  const around = shown.form.document_pages || [], edge = pages[shown.page].page, next = beyond && (by > 0 ? around.find(p => p.page > edge) : around.findLast(p => p.page < edge));
  if (next) { // the document goes on where the form ends
    pages.splice(by > 0 ? pages.length : 0, 0, next);
    if (by < 0) shown.page++;
    drawStage();
    mark(false);
  }
  shown.page = Math.min(Math.max(shown.page + by, 0), pages.length - 1);
  document.querySelectorAll(".page")[shown.page].scrollIntoView({ block: "start" });
  sayPage();
}

const judge = verdict => { const f = current(); if (f) say(f, verdict); };
const keys = {
  j: () => step(1), k: () => step(-1), J: () => open(Math.min(list.at + 1, list.forms.length - 1)), K: () => open(Math.max(list.at - 1, 0)),
  c: () => judge("confirmed"), x: () => judge("rejected"), o: () => judge("open"), n: () => $("note")?.focus(), t: () => $("toggle").click(),
  "+": () => scale(1.2), "=": () => scale(1.2), "-": () => scale(1 / 1.2), "[": () => turn(-1), "]": () => turn(1), "/": () => $("q").focus(),
};
document.addEventListener("keydown", e => {
  if (e.key === "Escape") document.activeElement.blur();
  if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) || document.querySelector("dialog[open]") || !keys[e.key]) return;
  e.preventDefault();
  keys[e.key]();
});

// Dropped files and folders.
async function filesOf(entry) {
  if (entry.isFile) return [await new Promise((ok, no) => entry.file(ok, no))];
  const reader = entry.createReader(), all = [];
  for (;;) {
    const some = await new Promise((ok, no) => reader.readEntries(ok, no));
    if (!some.length) return all;
    for (const s of some) if (!s.name.startsWith(".")) all.push(...await filesOf(s));
  }
}

async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
  return btoa(text);
}

// mostBytes is the largest file that a request holds; a text cannot be much longer than such a one in base64.
const mostBytes = 384 * 1024 * 1024 - 4096;

// take sends files one by one; what becomes of one costs no other, and each that is not taken is named.
async function take(files) {
  const refused = [];
  for (const f of files) {
    try {
      if (f.size > mostBytes) throw new Error(T.tooLarge);
      await ask("/api/drop", { files: [{ name: f.name, content: await base64(f) }] });
    } catch (e) { refused.push(`${f.name}: ${e.message}`); }
  }
  if (refused.length) tell(refused.slice(0, 5).join(" · ") + (refused.length > 5 ? ` … (${refused.length})` : ""));
  watch();
}

let inside = 0;
document.addEventListener("dragenter", e => { if (e.dataTransfer?.types.includes("Files")) { inside++; $("dropping").hidden = false; } });
document.addEventListener("dragleave", () => { if (--inside <= 0) { inside = 0; $("dropping").hidden = true; } });
document.addEventListener("dragover", e => e.preventDefault());
document.addEventListener("drop", async e => {
  e.preventDefault();
  inside = 0;
  $("dropping").hidden = true;
  const entries = [...e.dataTransfer.items].map(i => i.webkitGetAsEntry?.()).filter(Boolean);
  const files = entries.length ? (await Promise.all(entries.map(filesOf))).flat() : [...e.dataTransfer.files];
  await take(files);
});

for (const id of ["severity", "rule", "unit", "verdict"]) $(id).addEventListener("change", () => { list.offset = 0; loadList(); });
let typing = 0;
$("q").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => { list.offset = 0; loadList(); }, 200); });
$("more").addEventListener("click", () => { list.offset += 100; loadList(); });
$("less").addEventListener("click", () => { list.offset = Math.max(0, list.offset - 100); loadList(); });
$("zoom-in").addEventListener("click", () => scale(1.2));
$("zoom-out").addEventListener("click", () => scale(1 / 1.2));
$("previous-page").addEventListener("click", () => turn(-1));
$("next-page").addEventListener("click", () => turn(1));
$("toggle").addEventListener("click", () => { shown.table = !shown.table; drawStage(); mark(true); });
$("tab-findings").addEventListener("click", () => { shown.tab = "findings"; drawList(); });
$("tab-readings").addEventListener("click", () => { shown.tab = "readings"; drawList(); });
$("show-groups").addEventListener("click", showGroups);
$("show-unread").addEventListener("click", () => { $("severity").value = "unread"; list.offset = 0; loadList(); });
$("quit").addEventListener("click", async () => { await ask("/api/quit", {}); document.body.replaceChildren(make("p", {}, T.ended)); });
try { $("by").value = localStorage.getItem("by") || ""; } catch { /* without storage the name is typed again */ }
$("by").addEventListener("change", () => { try { localStorage.setItem("by", $("by").value); } catch { /* as above */ } });
watch();
