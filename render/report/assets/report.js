"use strict";
const list = document.getElementById("forms"), filter = document.getElementById("filter");
if (list) {
  filter.parentNode.hidden = false;
  const rows = [...list.tBodies[0].rows];
  filter.addEventListener("input", () => { const t = filter.value.trim().toLowerCase(); for (const r of rows) r.hidden = !r.textContent.toLowerCase().includes(t); });
  let by = -1, up = true;
  [...list.tHead.rows[0].cells].forEach((th, i) => {
    th.tabIndex = 0;
    const sort = () => {
      up = by === i ? !up : !th.classList.contains("n"); by = i;
      const key = r => { const t = r.cells[i].textContent.trim(), n = parseFloat(t.replace(/,/g, "")); return th.classList.contains("n") ? (isNaN(n) ? -Infinity : n) : t; };
      rows.sort((a, b) => { const x = key(a), y = key(b); return (x < y ? -1 : x > y ? 1 : 0) * (up ? 1 : -1); });
      list.tBodies[0].append(...rows);
      for (const o of list.tHead.rows[0].cells) o.removeAttribute("aria-sort");
      th.setAttribute("aria-sort", up ? "ascending" : "descending");
    };
    th.addEventListener("click", sort);
    th.addEventListener("keydown", e => { if (e.key === "Enter") sort(); });
  });
}
addEventListener("beforeprint", () => { for (const d of document.querySelectorAll("details")) d.open = true; });
