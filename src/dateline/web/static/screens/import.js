// Files and folders dropped on the form are sent with their paths, with a word on how far the sending is; the page reloads
// when an import that ran has ended. Without this the form's own two fields do.
"use strict";
(() => {
  const form = document.getElementById("drop");
  const progress = document.getElementById("progress");
  if (progress && progress.hasAttribute("hx-get")) {
    const watch = new MutationObserver(() => {
      const now = document.getElementById("progress");
      if (now && !now.hasAttribute("hx-get")) location.reload();
    });
    watch.observe(progress.parentNode, { childList: true });
  }
  if (!form) return;
  const said = document.getElementById("sending");

  const walk = async (entry, into) => {
    if (entry.isFile) {
      const file = await new Promise((done, fail) => entry.file(done, fail));
      into.push([file, entry.fullPath.replace(/^\//, "")]);
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (!some.length) return;
      for (const one of some) await walk(one, into);
    }
  };

  const send = (files) => {
    const bytes = files.reduce((sum, [file]) => sum + file.size, 0);
    if (!files.length) { said.textContent = "There is no file in that."; return; }
    if (files.length > Number(form.dataset.most) || bytes > Number(form.dataset.bytes)) {
      said.textContent = `${files.length} files, ${Math.round(bytes / 1e6)} MB: too much at once. Put them into a .zip, or use dateline build.`;
      return;
    }
    const body = new FormData();
    body.append("token", form.querySelector("[name=token]").value);
    files.forEach(([file, path]) => body.append("files", file, path));
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => {
      said.textContent = event.lengthComputable ? `sending: ${Math.round((100 * event.loaded) / event.total)} %` : "sending";
    };
    request.onload = () => {
      if (request.status < 400) { location.assign("/import"); return; }
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      said.textContent = page.body.textContent.trim();
    };
    request.onerror = () => { said.textContent = "The server does not answer. Is it still running?"; };
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.send(body);
  };

  const chosen = () => [...form.querySelectorAll("input[type=file]")].flatMap((field) =>
    [...field.files].map((file) => [file, file.webkitRelativePath || file.name]));

  form.addEventListener("submit", (event) => { event.preventDefault(); send(chosen()); });
  const over = (on) => (event) => { event.preventDefault(); form.classList.toggle("over", on); };
  form.addEventListener("dragover", over(true));
  form.addEventListener("dragleave", over(false));
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    const files = entries.length ? [] : [...event.dataTransfer.files].map((file) => [file, file.name]);
    try {
      for (const entry of entries) await walk(entry, files);
    } catch (error) {
      said.textContent = "That cannot be read here; choose it with the fields instead.";
      return;
    }
    send(files);
  });
})();
