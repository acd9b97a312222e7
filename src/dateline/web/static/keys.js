// Keys on every page: j k rows, Enter open, o open in place, n p pages, / search, ? help. Pages work without them.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("[data-row]")];
  let here = null;
  const go = (step) => {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(here);
    const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + step))];
    if (here) here.classList.remove("here");
    here = next;
    here.classList.add("here");
    const link = here.querySelector("[data-open]") || here.querySelector("a");
    if (link) link.focus({ preventScroll: true });
    here.scrollIntoView({ block: "nearest" });
  };
  const press = (selector, root) => {
    const found = (root || document).querySelector(selector);
    if (found) found.click();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inside = event.target.closest("input, textarea, select, [contenteditable]");
    if (inside) {
      if (event.key === "Escape") inside.blur();
      return;
    }
    const keys = {
      j: () => go(1),
      k: () => go(-1),
      o: () => here && press("[data-more]", here),
      n: () => press("a[rel=next]"),
      p: () => press("a[rel=prev]"),
      "/": () => document.getElementById("find")?.focus(),
      "?": () => document.getElementById("help")?.showModal(),
    };
    const action = keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
  // A row that was opened in place closes again at the second press.
  document.addEventListener("click", (event) => {
    const more = event.target.closest("[data-more]");
    if (!more) return;
    const inside = document.getElementById("in-" + more.getAttribute("href").split("/").pop());
    if (inside && inside.childElementCount) {
      event.preventDefault();
      event.stopImmediatePropagation();
      inside.replaceChildren();
      more.setAttribute("aria-expanded", "false");
    } else {
      more.setAttribute("aria-expanded", "true");
    }
  }, true);
  // On a narrow screen filters start folded.
  if (window.matchMedia("(max-width: 46rem)").matches) {
    document.querySelectorAll("details.narrow").forEach((one) => one.removeAttribute("open"));
  }
})();
