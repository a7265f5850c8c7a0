"use strict";
// Suggestions under the search box: an editable combobox with a list, after the ARIA Authoring Practices.
// Without this file the box is a plain search box.

const PAUSE_MS = 120;

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

class Suggestions {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.list = element("div", { id: "suggestions", class: "suggestions", role: "listbox", "aria-label": form.dataset.label, hidden: "" });
    this.status = element("p", { class: "hidden", role: "status" });
    const holder = element("div", { class: "typing" });
    this.input.before(holder);
    holder.append(this.input, this.list, this.status);
    const combobox = { role: "combobox", "aria-expanded": "false", "aria-controls": "suggestions", "aria-autocomplete": "list", "aria-haspopup": "listbox" };
    for (const [key, value] of Object.entries(combobox)) this.input.setAttribute(key, value);
    this.options = [];
    this.chosen = -1;
    this.typed = this.input.value;
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    // The box keeps the focus, so that a click is no blur.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.take(this.options.findIndex((option) => option.shown.contains(event.target))));
  }

  later() {
    clearTimeout(this.timer);
    this.typed = this.input.value;
    this.timer = setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    this.request?.abort();
    if (!this.typed.trim()) return this.close();
    this.request = new AbortController();
    const asked = new URLSearchParams(new FormData(this.form));
    asked.set("q", this.typed);
    asked.set("collection", this.form.dataset.collection);
    try {
      const answer = await fetch(`${this.form.dataset.suggest}?${asked}`, { signal: this.request.signal });
      if (answer.ok) this.show(await answer.json());
      else this.close();
    } catch (error) {
      if (error.name !== "AbortError") this.close();
    }
  }

  show({ groups, said }) {
    this.options = [];
    this.list.replaceChildren(...groups.map((group, number) => this.group(group, number)));
    this.mark(-1);
    this.open(this.options.length > 0);
    this.status.textContent = said;
  }

  group({ label, suggestions }, number) {
    const title = `suggested-${number}`;
    const group = element("div", { role: "group", "aria-labelledby": title }, element("div", { id: title, role: "presentation" }, label));
    for (const suggestion of suggestions) {
      const shown = element("div", { role: "option", id: `suggestion-${this.options.length}`, "aria-selected": "false" }, element("span", {}, suggestion.text));
      if (suggestion.about) shown.append(element("span", { class: "note" }, suggestion.about));
      if (suggestion.documents) shown.append(element("span", { class: "count" }, suggestion.documents.toLocaleString(document.documentElement.lang)));
      group.append(shown);
      this.options.push({ ...suggestion, shown });
    }
    return group;
  }

  key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    // These keys belong to the input method while it composes a syllable.
    if (event.isComposing) return;
    if (event.key === "Escape" && !this.list.hidden) {
      this.input.value = this.typed;
      this.close();
      event.preventDefault();
    } else if (event.key in steps) {
      event.preventDefault();
      if (this.list.hidden) return this.options.length ? this.open(true) : this.ask();
      // One place more than there are options: the box itself.
      const places = this.options.length + 1;
      this.mark(((this.chosen + 1 + steps[event.key] + places) % places) - 1);
    } else if (event.key === "Enter" && !this.list.hidden && this.chosen >= 0) {
      event.preventDefault();
      this.take(this.chosen);
    }
  }

  mark(number) {
    this.chosen = number;
    this.options.forEach((option, place) => option.shown.setAttribute("aria-selected", String(place === number)));
    const option = this.options[number];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", option.shown.id);
    option.shown.scrollIntoView({ block: "nearest" });
  }

  take(number) {
    const option = this.options[number];
    if (option) location.assign(option.url);
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.options = [];
    this.list.replaceChildren();
    this.mark(-1);
    this.open(false);
    this.status.textContent = "";
  }
}

for (const form of document.querySelectorAll("form[data-suggest]")) new Suggestions(form);
