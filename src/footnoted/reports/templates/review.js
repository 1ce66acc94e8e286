"use strict";
// Keys for what the page can do without them: every answer is a button of a plain form.
(() => {
  const form = document.getElementById("judge");
  const told = document.getElementById("keys");
  const box = told?.querySelector("input");
  const note = document.getElementById("note");
  const buttons = form ? Array.from(form.querySelectorAll("button[data-key]")) : [];
  let chosen = null;
  let sent = false;

  const on = () => {
    try { return localStorage.getItem("keys") !== "off"; } catch { return true; }
  };
  const draw = () => {
    document.body.classList.toggle("no-keys", !on());
    if (box) box.checked = on();
  };
  const choose = (button) => {
    for (const one of buttons) one.classList.toggle("chosen", one === button);
    chosen = button;
    const ready = button.value === "accept" || note.value.trim();
    const field = button.value === "waive" && note.value.trim() ? document.getElementById("expires") : note;
    const next = ready && button.value !== "waive" ? button : field;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && chosen && form.contains(event.target)) {
      event.preventDefault();
      form.requestSubmit(chosen);
      return;
    }
    const writing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape" && writing) writing.blur();
    if (!on() || writing || event.altKey || event.ctrlKey || event.metaKey) return;
    const button = buttons.find((one) => one.dataset.key === event.key);
    const link = document.querySelector(`nav a[rel=${{ j: "next", k: "prev" }[event.key]}]`);
    if (button) { event.preventDefault(); choose(button); } else if (link) link.click();
  });
  form?.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener("pageshow", () => { sent = false; });
  box?.addEventListener("change", () => {
    try { localStorage.setItem("keys", box.checked ? "on" : "off"); } catch { /* not kept, then */ }
    draw();
  });
  if (told) told.hidden = false;
  draw();
})();
