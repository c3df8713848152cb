// <linked-card src="https://…/embed/card/…"></linked-card>: a small page of this site, whole and as high as it is, in a page of another.
customElements.define("linked-card", class extends HTMLElement {
  static observedAttributes = ["src"];
  async attributeChangedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const src = new URL(this.getAttribute("src"), document.baseURI);
    const own = new URL(import.meta.url).origin;
    if (src.origin !== own || !src.pathname.includes("/embed/")) return;
    const answer = await fetch(src, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const nodes = [...page.querySelectorAll("link[rel=stylesheet]"), page.querySelector("main")];
    root.replaceChildren(...nodes.filter(Boolean).map((node) => document.importNode(node, true)));
    this.lang = page.documentElement.lang;
  }
});
