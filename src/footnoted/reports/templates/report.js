"use strict";
// The address is the state: everything shown follows from what stands behind its "#".
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const NAMES = ["claim", "at", "verdict", "source", "section", "new", "q", "keys"];
  const CHOSEN = ["verdict", "source", "section", "new", "q"];
  const all = (css, root = document) => Array.from(root.querySelectorAll(css));
  const decoded = (text) => {
    try { return decodeURIComponent(text); } catch { return text; }
  };
  const cards = all("article.card");
  const byName = new Map(cards.map((card) => [decoded(card.id.slice(6)), card]));
  const status = document.getElementById("shown");
  const partial = document.getElementById("partial");
  const chip = document.getElementById("chip");
  const chunks = all(".chunk").filter((one) => one.querySelector(":scope > noscript"));
  const toggles = all("button[data-verdict]", form);
  let state = Object.fromEntries(NAMES.map((name) => [name, ""]));
  let drawn = null;
  let current = null;

  const read = () => {
    const raw = location.hash.slice(1);
    const now = Object.fromEntries(NAMES.map((name) => [name, ""]));
    if (!raw.includes("=")) {
      if (raw.startsWith("claim-")) now.claim = decoded(decoded(raw.slice(6)));
      else now.at = raw;
      return now;
    }
    for (const pair of raw.split("&")) {
      const [name, ...rest] = pair.split("=");
      if (NAMES.includes(name)) now[name] = decoded(rest.join("=").replaceAll("+", " "));
    }
    return now;
  };
  const written = (now) => {
    const pairs = NAMES.filter((name) => now[name]);
    if (pairs.length === 1 && pairs[0] === "at") return now.at;
    return pairs.map((name) =>
      `${name}=${encodeURIComponent(now[name]).replaceAll("%2C", ",").replaceAll("%20", "+")}`
    ).join("&");
  };
  const chosen = (now) => CHOSEN.some((name) => now[name]);
  const cleared = (now) => ({ ...now, verdict: "", source: "", section: "", new: "", q: "" });

  const go = (now, replace = false) => {
    const address = `${location.href.split("#")[0]}#${written(now)}`;
    if (address !== location.href) history[replace ? "replaceState" : "pushState"](null, "", address);
    draw();
  };

  // Of a large report the folded evidence is text, for which a browser needs no time, until it
  // is asked for. It is this page's own markup, and its policy lets none of it run.
  const unpack = (kept) => {
    if (!kept) return;
    const parsed = new DOMParser().parseFromString(kept.textContent, "text/html");
    kept.replaceWith(...parsed.body.childNodes);
  };
  const fill = (card) => unpack(card.querySelector("details > noscript"));
  const fillChunk = (chunk) => {
    const kept = chunk.querySelector(":scope > noscript");
    unpack(kept);
    if (kept && chunk.closest("#by-note")) siftNotes(chunk);
  };
  const find = (id) => {
    if (!document.getElementById(id)) chunks.forEach(fillChunk);
    return document.getElementById(id);
  };
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
  const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#39;": "'", "&#34;": '"' };
  const textOf = (element) => {
    const kept = element.querySelector("noscript");
    const rest = kept ? kept.textContent.replace(/<[^>]*>/g, " ")
      .replace(/&(?:amp|lt|gt|#39|#34);/g, (name) => ENTITIES[name]) : "";
    return kept ? `${element.querySelector(".head")?.textContent} ${rest}` : element.textContent;
  };
  const wordsOf = (now) => folded(now.q).split(" ").filter(Boolean);
  const texts = new Map();
  const has = (element, words) => {
    if (!words.length) return true;
    if (!texts.has(element)) texts.set(element, folded(textOf(element)));
    const text = texts.get(element);
    return words.every((word) => text.includes(word));
  };

  const sift = () => {
    const verdicts = state.verdict ? state.verdict.split(",") : [];
    const words = wordsOf(state);
    const fits = (card) =>
      (!verdicts.length || verdicts.includes(card.dataset.verdict)) &&
      (!state.section || card.dataset.section === state.section) &&
      (!state.source || card.dataset.sources.split("\n").includes(state.source)) &&
      (!state.new || "new" in card.dataset) && has(card, words);
    let count = 0;
    for (const card of cards) {
      const shown = fits(card);
      card.hidden = !shown;
      if (shown) count += 1;
    }
    const active = chosen(state);
    for (const heap of all("#worst-first .heap, #worst-first .group")) {
      const left = all("article.card:not([hidden])", heap).length;
      heap.hidden = active && !left;
      const told = heap.querySelector(".count");
      told.dataset.all ??= told.textContent;
      told.textContent = active ? `${left.toLocaleString("en")} of ${told.dataset.all}` : told.dataset.all;
      if (active && heap.localName === "details" && !heap.hidden) heap.open = true;
    }
    siftNotes(document.getElementById("by-note"));
    const told = `${count.toLocaleString("en")} of ${cards.length.toLocaleString("en")} claims`;
    status.textContent = active ? `${told} shown` : "";
    document.getElementById("none").hidden = !active || count > 0;
    partial.hidden = !active;
    partial.textContent = `Only what was chosen is shown here: ${told}.`;
    chip.hidden = !active;
    chip.firstElementChild.textContent = `Filtered: ${told}`;
    document.getElementById("reset").hidden = !active;
  };

  const siftNotes = (root) => {
    const words = wordsOf(state);
    const active = chosen(state);
    const wordsAlone = active && CHOSEN.every((name) => name === "q" || !state[name]);
    const shown = (name) => byName.has(name) && !byName.get(name).hidden;
    const fits = (one) => !active || (wordsAlone && has(one, words)) ||
      one.dataset.claims.split("\n").some(shown);
    for (const row of all("tbody tr[data-claims]", root)) row.hidden = !fits(row);
    for (const chunk of all("#by-note .chunk")) {
      const rows = all("tbody tr", chunk);
      chunk.hidden = rows.length ? rows.every((row) => row.hidden) : !fits(chunk);
    }
  };

  const reach = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "start" });
  };

  const draw = () => {
    if (location.hash === drawn) return;
    drawn = location.hash;
    const before = CHOSEN.map((name) => state[name]);
    state = read();
    if (CHOSEN.some((name, place) => state[name] !== before[place])) sift();
    const verdicts = state.verdict.split(",");
    for (const one of toggles) {
      one.setAttribute("aria-pressed", String(verdicts.includes(one.dataset.verdict)));
    }
    for (const name of ["source", "section"]) form.elements[name].value = state[name];
    form.elements.new.checked = Boolean(state.new);
    form.elements.keys.checked = state.keys !== "off";
    if (document.activeElement !== form.elements.q) form.elements.q.value = state.q;
    if (current) current.classList.remove("current");
    current = byName.get(state.claim) || null;
    if (current) {
      current.classList.add("current");
      fill(current);
      current.querySelector("details").open = true;
      reach(current);
      return;
    }
    const place = state.at && find(state.at);
    if (place) reach(place);
  };

  const choose = (changes, replace = false) => {
    go({ ...state, claim: "", at: "", ...changes }, replace);
  };
  for (const one of toggles) {
    one.addEventListener("click", () => {
      const now = new Set(state.verdict ? state.verdict.split(",") : []);
      if (!now.delete(one.dataset.verdict)) now.add(one.dataset.verdict);
      choose({ verdict: Array.from(now).join(",") });
    });
  }
  for (const name of ["source", "section"]) {
    form.elements[name].addEventListener("change", (event) => choose({ [name]: event.target.value }));
  }
  form.elements.new.addEventListener("change", (event) => choose({ new: event.target.checked ? "1" : "" }));
  form.elements.keys.addEventListener("change", (event) => {
    go({ ...state, keys: event.target.checked ? "" : "off" }, true);
  });
  let waiting = 0;
  let typing = false;
  form.elements.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      choose({ q: form.elements.q.value.trim() }, typing);
      typing = true;
    }, 150);
  });
  form.elements.q.addEventListener("blur", () => { typing = false; });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("reset").addEventListener("click", () => {
    form.elements.q.value = "";
    choose(cleared(state));
    form.elements.q.focus();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const id = link.getAttribute("href").slice(1);
    const name = id.startsWith("claim-") ? decoded(id.slice(6)) : "";
    const card = byName.get(name);
    if (card) {
      event.preventDefault();
      const now = card.hidden ? cleared(state) : state;
      drawn = null;
      go({ ...now, at: "", claim: name });
      return;
    }
    const place = find(id);
    if (!place || !(chosen(state) || state.keys)) return;
    event.preventDefault();
    const now = place.closest("[hidden]") ? cleared(state) : state;
    drawn = null;
    go({ ...now, claim: "", at: id });
  });

  document.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.parentElement.matches("article.card")) fill(event.target.parentElement);
  }, true);
  addEventListener("beforeprint", () => {
    chunks.forEach(fillChunk);
    cards.filter((card) => !card.hidden).forEach(fill);
  });
  const near = new IntersectionObserver((seen) => {
    for (const one of seen) if (one.isIntersecting) fillChunk(one.target);
  }, { rootMargin: "50%" });
  chunks.forEach((one) => near.observe(one));
  addEventListener("popstate", draw);
  addEventListener("hashchange", draw);

  const step = (by) => {
    const shown = cards.filter((card) => !card.hidden);
    const at = shown.indexOf(current);
    const next = at < 0 ? shown[by > 0 ? 0 : shown.length - 1] : shown[at + by];
    if (next) go({ ...state, at: "", claim: decoded(next.id.slice(6)) }, Boolean(current));
  };
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (state.keys === "off" || writing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "/") { event.preventDefault(); form.elements.q.focus(); form.scrollIntoView(); }
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });

  form.hidden = false;
  draw();
})();
