// In a picture or table of many marks Tab stops once; the arrow keys go from mark to mark. Without this every mark is a stop.
// Over a density strip one may drag: the bars passed are the days asked for.
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
  document.querySelectorAll("[data-zoom]").forEach((strip) => {
    const bars = [...strip.querySelectorAll("a")];
    let from = null;
    let shade = null;
    const at = (event) => {
      const box = strip.getBoundingClientRect();
      return Math.max(0, Math.min(1000, (1000 * (event.clientX - box.left)) / box.width));
    };
    const over = (one, other) => bars.filter((bar) => {
      const room = bar.querySelector(".room");
      const left = Number(room.getAttribute("x"));
      return left < Math.max(one, other) && left + Number(room.getAttribute("width")) > Math.min(one, other);
    });
    const done = () => {
      if (shade) shade.remove();
      from = shade = null;
    };
    strip.addEventListener("dragstart", (event) => event.preventDefault());
    strip.addEventListener("pointerdown", (event) => { if (event.button === 0) from = at(event); });
    strip.addEventListener("pointermove", (event) => {
      if (from === null) return;
      const to = at(event);
      if (!shade && Math.abs(to - from) < 6) return;
      if (!shade) {
        shade = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        shade.setAttribute("class", "drag");
        shade.setAttribute("y", "0");
        shade.setAttribute("height", "56");
        strip.append(shade);
        strip.setPointerCapture(event.pointerId);
      }
      shade.setAttribute("x", String(Math.min(from, to)));
      shade.setAttribute("width", String(Math.abs(to - from)));
    });
    strip.addEventListener("pointerup", (event) => {
      const chosen = shade ? over(from, at(event)) : [];
      done();
      if (!chosen.length) return;
      const first = new URL(chosen[0].getAttribute("href"), location.href);
      const last = new URL(chosen[chosen.length - 1].getAttribute("href"), location.href);
      first.searchParams.set("to", last.searchParams.get("to"));
      location.assign(first);
    });
    strip.addEventListener("pointercancel", done);
  });
})();
