// In a picture or table of many marks Tab stops once; the arrow keys go from mark to mark. Without this every mark is a stop.
"use strict";
(() => {
  document.querySelectorAll("[data-grid]").forEach((grid) => {
    const marks = [...grid.querySelectorAll("a")];
    marks.forEach((mark, number) => { if (number) mark.setAttribute("tabindex", "-1"); });
    const rows = [...grid.querySelectorAll("tr")].map((row) => [...row.children]);
    const beside = (mark, key) => {
      const at = marks.indexOf(mark);
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step) return marks[at + step];
      const down = { ArrowDown: 1, ArrowUp: -1 }[key];
      const row = rows.findIndex((cells) => cells.includes(mark.parentNode));
      if (!down) return null;
      if (row < 0) return marks[at + down];
      const column = rows[row].indexOf(mark.parentNode);
      for (let next = row + down; rows[next]; next += down) {
        const found = rows[next][column]?.querySelector("a");
        if (found) return found;
      }
      return null;
    };
    grid.addEventListener("keydown", (event) => {
      const mark = event.target.closest("a");
      if (!mark || !event.key.startsWith("Arrow")) return;
      const next = beside(mark, event.key);
      if (!next) return;
      event.preventDefault();
      marks.forEach((one) => one.setAttribute("tabindex", one === next ? "0" : "-1"));
      next.focus();
    });
  });
})();
