// Makes /sparql easier where scripts run; without it the page has all but what stands here: proposals of the words that the data hold,
// the way from an error to its place, and the queries asked before, which this browser alone remembers.
const query = document.getElementById("query");
const words = document.getElementById("plain").dataset;
const said = document.getElementById("said");
const language = document.documentElement.lang;
const MOST_PROPOSED = 8;

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

let held;
/** The words of the release, asked for when they are needed first; none if there is no answer. */
function terms() {
  held ??= fetch("/sparql/terms")
    .then((answer) => (answer.ok ? answer.json() : { prefixes: {}, terms: [] }))
    .catch(() => ({ prefixes: {}, terms: [] }));
  return held;
}

/** The terms whose prefixed name, local name or name in either language has a word that begins so. */
function matching({ terms }, typed) {
  const sought = plain(typed);
  const rank = (term) => {
    const name = plain(term.name);
    if (name.startsWith(sought)) return 0;
    if (sought.includes(":")) return 9;
    if (name.slice(name.indexOf(":") + 1).startsWith(sought)) return 1;
    const names = [term.fr, term.en].filter(Boolean).map(plain);
    if (names.some((each) => each.startsWith(sought))) return 2;
    return names.some((each) => each.split(/[\s'’-]+/).some((word) => word.startsWith(sought))) ? 3 : 9;
  };
  return terms
    .map((term) => ({ term, rank: rank(term) }))
    .filter((each) => each.rank < 9)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_PROPOSED)
    .map(({ term }) => ({
      text: term.name,
      note: [term[language] ?? term.fr ?? term.en, words[term.kind], term.uses.toLocaleString(language)].filter(Boolean).join(" · "),
    }));
}

/**
 * A list of proposals below a field, by the combobox pattern of ARIA's practices: arrows choose, Enter takes what is chosen, Escape closes,
 * the focus stays in the field. A field that is no combobox (a text of several lines may not be one) has the same but for that role.
 */
class Proposals {
  constructor(field, propose, take) {
    Object.assign(this, { field, propose, take, options: [], active: -1 });
    this.list = document.createElement("ul");
    Object.assign(this.list, { id: field.id + "-proposals", className: "proposals", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", words.proposals);
    field.after(this.list);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-haspopup", "listbox");
    field.setAttribute("aria-controls", this.list.id);
    field.addEventListener("input", () => this.update());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.choose([...this.list.children].indexOf(event.target.closest("li"))));
  }

  async update() {
    const at = this.field.value;
    const options = await this.propose(this.field);
    if (at !== this.field.value) return;
    if (options.length === 0 || document.activeElement !== this.field) return this.close();
    this.options = options;
    this.list.replaceChildren(...options.map((option, i) => {
      const item = document.createElement("li");
      item.id = this.list.id + i;
      item.setAttribute("role", "option");
      const code = document.createElement("code");
      code.textContent = option.text;
      item.append(code, " ", option.note);
      return item;
    }));
    this.show(-1);
    said.textContent = words.count.replace("#", options.length);
  }

  show(active) {
    this.active = active;
    this.list.hidden = false;
    if (this.field.getAttribute("role") === "combobox") this.field.setAttribute("aria-expanded", "true");
    [...this.list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
    if (active < 0) this.field.removeAttribute("aria-activedescendant");
    else {
      this.field.setAttribute("aria-activedescendant", this.list.children[active].id);
      this.list.children[active].scrollIntoView({ block: "nearest" });
    }
  }

  close() {
    this.list.hidden = true;
    this.options = [];
    this.active = -1;
    this.field.removeAttribute("aria-activedescendant");
    if (this.field.getAttribute("role") === "combobox") this.field.setAttribute("aria-expanded", "false");
  }

  choose(which) {
    const option = this.options[which];
    this.close();
    if (option) this.take(this.field, option);
  }

  key(event) {
    const last = this.options.length - 1;
    if (event.key === " " && event.ctrlKey) this.update();
    else if (this.list.hidden) return;
    else if (event.key === "ArrowDown") this.show(this.active < last ? this.active + 1 : 0);
    else if (event.key === "ArrowUp") this.show(this.active > 0 ? this.active - 1 : last);
    else if (event.key === "Enter" && this.active >= 0) this.choose(this.active);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }
}

/** Writes as if it were typed, so that it can be undone. */
function write(start, end, text) {
  query.focus();
  query.setSelectionRange(start, end);
  if (!document.execCommand("insertText", false, text)) query.setRangeText(text, start, end, "end");
}

/** What is being typed at the place of the caret: `{typed, start}`; nothing in a text, a comment, or of a variable. */
function typedNow() {
  const before = query.value.slice(0, query.selectionStart);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const isText = (line.replace(/\\./g, "").match(/"/g) ?? []).length % 2 === 1;
  const token = /(?:^|[\s({};,|/^![.])([\p{L}][\p{L}\p{N}_-]*:?[\p{L}\p{N}_-]*)$/u.exec(before);
  if (isText || /(^|\s)#/.test(line) || !token || token[1].length < 2 || /^[A-Z]+$/.test(token[1])) return undefined;
  return { typed: token[1], start: before.length - token[1].length, isPrefix: /\bPREFIX\s+[\p{L}\p{N}_-]*:?$/iu.test(before) };
}

async function declare(name) {
  const { prefixes } = await terms();
  const prefix = /^([^<:]*):/.exec(name)?.[1];
  if (prefix === undefined || !prefixes[prefix] || new RegExp(`\\bPREFIX\\s+${prefix}:`, "i").test(query.value)) return;
  const caret = query.selectionStart;
  const line = `PREFIX ${prefix}: <${prefixes[prefix]}>\n`;
  write(0, 0, line);
  query.setSelectionRange(caret + line.length, caret + line.length);
}

new Proposals(
  query,
  async () => {
    const now = typedNow();
    if (!now) return [];
    const release = await terms();
    if (!now.isPrefix) return matching(release, now.typed);
    const sought = now.typed.replace(":", "").toLowerCase();
    return Object.entries(release.prefixes)
      .filter(([prefix]) => prefix.startsWith(sought))
      .slice(0, MOST_PROPOSED)
      .map(([prefix, namespace]) => ({ text: prefix + ":", note: namespace, whole: `${prefix}: <${namespace}>\n` }));
  },
  async (field, option) => {
    const now = typedNow();
    if (!now) return;
    write(now.start, field.selectionStart, option.whole ?? option.text);
    if (!option.whole) await declare(option.text);
  });

const find = document.getElementById("find");
find.setAttribute("role", "combobox");
find.setAttribute("aria-expanded", "false");
document.getElementById("finding").hidden = false;
new Proposals(
  find,
  async () => (find.value.trim().length < 2 ? [] : matching(await terms(), find.value.trim())),
  async (field, option) => {
    field.value = "";
    const caret = query.selectionStart;
    const space = caret > 0 && !/[\s(]$/.test(query.value.slice(0, caret)) ? " " : "";
    write(caret, query.selectionEnd, space + option.text + " ");
    await declare(option.text);
  });

const place = document.getElementById("place");
place?.addEventListener("click", (event) => {
  event.preventDefault();
  const lines = query.value.split("\n");
  const at = lines.slice(0, place.dataset.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + Number(place.dataset.column) - 1;
  query.focus();
  query.setSelectionRange(at, Math.min(query.value.length, at + 1));
});

const copy = document.getElementById("copy");
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    said.textContent = words.copied;
  });
}

/** The queries asked before, the latest first, in this browser's own store, which nobody is sent. */
const kept = {
  KEY: "pleiade.queries",
  MOST: 20,
  LONGEST: 8000,
  read() {
    try {
      const all = JSON.parse(localStorage.getItem(this.KEY) ?? "[]");
      return Array.isArray(all) ? all.filter((each) => typeof each === "string") : [];
    } catch {
      return [];
    }
  },
  write(all) {
    try {
      if (all.length === 0) localStorage.removeItem(this.KEY);
      else localStorage.setItem(this.KEY, JSON.stringify(all));
    } catch {
      // a browser that keeps nothing has no history
    }
  },
  add(text) {
    if (text.trim() && text.length <= this.LONGEST) {
      this.write([text, ...this.read().filter((each) => each !== text)].slice(0, this.MOST));
    }
  },
  show() {
    const all = this.read();
    document.getElementById("kept").hidden = all.length === 0;
    document.getElementById("kept-list").replaceChildren(...all.map((text) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = "/sparql?query=" + encodeURIComponent(text);
      link.rel = "nofollow";
      link.textContent = text.replace(/^\s*(PREFIX|BASE)\b.*$/gim, "").replace(/\s+/g, " ").trim().slice(0, 120) || text.slice(0, 120);
      item.append(link);
      return item;
    }));
  },
};
if (document.getElementById("result")) kept.add(query.value);
document.getElementById("forget").addEventListener("click", () => {
  kept.write([]);
  kept.show();
  said.textContent = words.forgotten;
  query.focus();
});
kept.show();
