// Small islands of script. Reading and searching work without any of it.
import { initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

const island = (name) => document.querySelector(`[data-island="${name}"]`);

// A task: asks how far it is until it has ended.
const task = island("task");
if (task && ["waiting", "working"].includes(task.dataset.state)) {
  const look = async () => {
    const told = await fetch(task.dataset.address).then((answer) => answer.json()).catch(() => null);
    if (told && !["waiting", "working"].includes(told.state)) return window.location.reload();
    if (told) {
      task.querySelector("[data-step]").textContent = told.step;
      const bar = task.querySelector("progress");
      bar.max = told.total;
      bar.value = told.done;
    }
    window.setTimeout(look, 1500);
  };
  window.setTimeout(look, 1000);
}

// Files dropped anywhere on the form.
const drop = island("drop");
if (drop) {
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) drop.querySelector("input[type=file]").files = event.dataTransfer.files;
  });
}

// Check: shows the words of a field or statement beside it, takes words chosen in the source as evidence, keys.
const check = island("check");
if (check) {
  const source = check.querySelector("[data-source]");

  const show = async (address) => {
    const page = await fetch(address).then((answer) => answer.text());
    const found = new DOMParser().parseFromString(page, "text/html").querySelector("[data-source]");
    if (!found) return;
    source.replaceChildren(...found.childNodes);
    source.querySelector("mark, .lb-page__mark")?.scrollIntoView({ block: "center" });
  };

  check.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-show]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(null, "", link.href);
    for (const other of check.querySelectorAll(".lb-field--at")) other.classList.remove("lb-field--at");
    link.closest("[data-stop]")?.classList.add("lb-field--at");
    show(link.href);
  });

  const around = (range, where) => {
    const beside = document.createRange();
    beside.selectNodeContents(where);
    beside.setEnd(range.startContainer, range.startOffset);
    const before = beside.toString().slice(-120);
    beside.selectNodeContents(where);
    beside.setStart(range.endContainer, range.endOffset);
    return [before, beside.toString().slice(0, 120)];
  };

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const where = (range.commonAncestorContainer.nodeType === 1 ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement)?.closest("[data-document]");
    if (!where || !source.contains(where)) return;
    const quote = selection.toString().replace(/\s+/g, " ").trim();
    if (!quote) return;
    const [before, after] = around(range, where);
    const words = { quote, document: where.dataset.document, page: where.dataset.page ?? "", before, after };
    const open = check.querySelector("details[open] form") ?? check.querySelector("form[data-new]");
    for (const form of [open]) {
      for (const [name, value] of Object.entries(words)) form.querySelector(`[data-words="${name}"]`).value = value;
      const chosen = form.querySelector("[data-chosen]");
      if (chosen) {
        chosen.hidden = false;
        chosen.textContent = `“${quote}”`;
      }
      const fill = form.querySelector("[data-fill]");
      if (fill && (form.matches("[data-new]") || !fill.dataset.typed)) fill.value = quote;
    }
  });

  for (const fill of check.querySelectorAll("[data-fill]")) {
    fill.addEventListener("input", () => { fill.dataset.typed = "1"; });
  }

  const keys = island("keys");
  if (keys) keys.hidden = false;
  const stops = [...check.querySelectorAll("[data-stop]")];
  let at = stops.findIndex((stop) => stop.classList.contains("lb-field--at"));
  const go = (step) => {
    at = Math.min(Math.max(at + step, 0), stops.length - 1);
    const link = stops[at].querySelector("a[data-show]") ?? stops[at].querySelector("summary");
    stops[at].scrollIntoView({ block: "center" });
    link?.focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "w" && at >= 0) stops[at].querySelector("a[data-show]")?.click();
    else document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
  });
}
