// The particulars of the working papers, typed into a dialog.
"use strict";
async function showPapers() {
  drawPapers(await ask("/api/papers"));
  if (!$("papers").open) $("papers").showModal();
  $("papers").querySelector("input").focus();
}

function drawPapers(p) {
  const fields = p.entries.map(e => {
    const input = make("input", { name: e.key, maxlength: 300, autocomplete: "off" });
    input.value = e.value;
    return make("label", {}, e.label, input);
  });
  const form = make("form", { onsubmit: async event => { event.preventDefault(); await savePapers(form, p.state); } }, make("h2", {}, T.papers), make("p", { class: "small" }, T.papersHint + " · " + p.path),
    make("div", { class: "papers" }, fields), make("p", { class: "verdicts" }, make("button", { type: "submit", id: "save-papers" }, T.save), make("button", { type: "button", onclick: () => $("papers").close() }, T.close)));
  $("papers").replaceChildren(form);
}

// savePapers saves what was typed. Where somebody changed it elsewhere meanwhile nothing is saved, and what is there now is shown.
async function savePapers(form, state) {
  const entries = Object.fromEntries([...form.querySelectorAll("input")].map(i => [i.name, i.value]));
  let saved;
  try { saved = await ask("/api/papers", { entries, state }); } catch (e) { if (e.status === 409) drawPapers(await ask("/api/papers")); return; }
  $("papers").close();
  tell(`${T.saved} ${saved.path}`);
}

$("show-papers").addEventListener("click", showPapers);
