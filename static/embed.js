// <readout-article>: shows the article inside it with its topics, quotes and tension, in a frame of
// its own. Without this script, and whenever the frame does not answer, the article stays as it is.
const HERE = new URL(".", import.meta.url);
const VERSION = 1;
const PATIENCE = 8000;
const NEAR = "400px";
const AT_ONCE = 2;
const VIEWS = ["reading", "quotes", "topics", "tension", "compare", "card", "quote"];
const COLORS = ["act", "paper", "sheet", "ink", "rule", "well"];
const BLOCKS = "address,article,blockquote,dd,dt,div,h1,h2,h3,h4,h5,h6,li,ol,p,pre,section,table,td,tr,ul";

let count = 0;
let starting = 0;
const queue = [];

// At most two frames start at a time.
function enter(start) {
  if (starting < AT_ONCE) {
    starting += 1;
    start();
  } else {
    queue.push(start);
  }
}

function leave() {
  starting -= 1;
  const next = queue.shift();
  if (next) enter(next);
}

// The words of an element: paragraphs with an empty line between them.
function wordsOf(element) {
  const parts = [""];
  (function walk(node) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) parts[parts.length - 1] += child.data;
      if (child.nodeType !== Node.ELEMENT_NODE) continue;
      if (child.matches("script,style,template,figure,nav,aside,form")) continue;
      const block = child.matches(BLOCKS) || child.matches("br,hr");
      if (block) parts.push("");
      walk(child);
      if (block) parts.push("");
    }
  })(element);
  return parts.map((part) => part.replace(/\s+/g, " ").trim()).filter(Boolean).join("\n\n");
}

// WCAG contrast of two colors in `#rrggbb`.
function contrast(one, other) {
  const light = (color) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

class ReadoutArticle extends HTMLElement {
  static observedAttributes = ["view", "theme", "accent", "max-height", "label", "anchor"];

  #frame = null;
  #port = null;
  #id = `readout-${(count += 1)}`;
  #timer = 0;
  #busy = false;
  #watcher = null;
  #hear = (event) => this.#message(event);
  #print = (event) => this.#live && this.#reveal(event.type === "beforeprint");
  #live = false;

  connectedCallback() {
    if (this.#frame || this.#watcher) return;
    window.addEventListener("message", this.#hear);
    for (const name of ["beforeprint", "afterprint"]) window.addEventListener(name, this.#print);
    const start = this.getAttribute("start");
    if (start === "now") {
      this.#queue();
    } else if (start === "click") {
      this.addEventListener("click", () => this.#queue(), { once: true });
    } else {
      this.#watcher = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#queue(),
        { rootMargin: NEAR },
      );
      this.#watcher.observe(this);
    }
  }

  disconnectedCallback() {
    window.removeEventListener("message", this.#hear);
    for (const name of ["beforeprint", "afterprint"]) window.removeEventListener(name, this.#print);
    this.#live = false;
    this.#watcher?.disconnect();
    this.#watcher = null;
    this.#settle();
    this.#port?.close();
    this.#frame?.remove();
    this.#frame = this.#port = null;
    this.#reveal(true);
  }

  attributeChangedCallback(name) {
    if (this.#frame) this.#frame.title = this.#label();
    if (name === "anchor") this.focusOn(this.getAttribute("anchor"));
    else this.#settings();
  }

  /** Goes to a place, as in a link: `c462-644` or `t.taiwan`. */
  focusOn(anchor) {
    if (anchor) this.#send({ type: "focus", anchor: String(anchor) });
  }

  #queue() {
    this.#watcher?.disconnect();
    if (this.#frame || this.#busy) return;
    this.#busy = true;
    enter(() => (this.isConnected ? this.#mount() : this.#settle()));
  }

  // Starting is over, well or not: the next may start.
  #settle() {
    clearTimeout(this.#timer);
    if (this.#busy) leave();
    this.#busy = false;
  }

  #label() {
    const heading = this.querySelector("h1,h2,h3,h4,h5,h6");
    return this.getAttribute("label") || heading?.textContent.trim() || "Annotated article";
  }

  #address() {
    const page = new URL("embed.html", HERE);
    const link = this.getAttribute("link");
    const fragment = link && link.includes("#") ? link.slice(link.indexOf("#")) : "";
    if (fragment.startsWith("#v1/")) page.hash = fragment;
    return page;
  }

  #mount() {
    const frame = document.createElement("iframe");
    // On the page's own site, scripts and origin together would undo the sandbox.
    const apart = HERE.origin !== window.location.origin;
    frame.sandbox.add("allow-scripts", "allow-popups", "allow-popups-to-escape-sandbox", "allow-downloads");
    if (apart) frame.sandbox.add("allow-same-origin");
    frame.allow = "clipboard-write";
    frame.referrerPolicy = "no-referrer";
    frame.name = this.#id;
    frame.title = this.#label();
    frame.width = "100%";
    frame.height = "0";
    frame.style.cssText = "border:0;display:block;width:100%;color-scheme:normal";
    frame.src = this.#address().href;
    this.#timer = setTimeout(() => this.#fail(), PATIENCE);
    this.#frame = frame;
    this.append(frame);
  }

  #message(event) {
    const data = event.data;
    if (!this.#frame || event.source !== this.#frame.contentWindow) return;
    if (typeof data !== "object" || data === null || data.de !== VERSION || data.id !== this.#id) return;
    if (data.type === "ready" && !this.#port) this.#open();
    else if (data.type === "height") this.#resize(data.height);
    else if (data.type === "read") this.#shown();
    else if (data.type === "select") this.#event("select");
    else if (data.type === "problem") this.#fail();
  }

  async #open() {
    const channel = new MessageChannel();
    this.#port = channel.port1;
    this.#frame.contentWindow.postMessage({ de: VERSION, type: "port" }, "*", [channel.port2]);
    this.#settings();
    if (this.#address().hash) return;
    const source = this.getAttribute("src");
    const article = this.#inner();
    const heading = article.querySelector("h1,h2,h3,h4,h5,h6");
    const title = heading?.textContent.trim();
    heading?.remove();
    let text = wordsOf(article);
    if (source) {
      try {
        const answer = await fetch(new URL(source, document.baseURI), { mode: "same-origin" });
        if (answer.ok) text = await answer.text();
      } catch {
        // The inner text, if there is one, is read instead.
      }
    }
    this.#send({ type: "text", text, title, source: document.title || undefined });
  }

  // The article, without the frame and the line below it.
  #inner() {
    const copy = document.createElement("div");
    for (const child of this.childNodes) {
      if (child !== this.#frame && !child.dataset?.readout) copy.append(child.cloneNode(true));
    }
    return copy;
  }

  #settings() {
    const view = this.getAttribute("view");
    this.#send({
      type: "settings",
      view: VIEWS.includes(view) ? view : "reading",
      theme: this.getAttribute("theme") || "auto",
      colors: this.#colors(),
    });
    if (this.#frame) {
      const most = parseInt(this.getAttribute("max-height"), 10);
      this.#frame.style.maxHeight = most > 0 ? `${most}px` : "";
    }
  }

  // Six colors, from attributes or CSS variables; a pair that cannot be read is refused.
  #colors() {
    const style = getComputedStyle(this);
    const colors = {};
    for (const name of COLORS) {
      const given = name === "act" ? this.getAttribute("accent") : null;
      const value = (given || style.getPropertyValue(`--readout-${name}`)).trim().toLowerCase();
      if (/^#[0-9a-f]{6}$/.test(value)) colors[name] = value;
    }
    const paper = colors.sheet || colors.paper;
    for (const name of ["ink", "act"]) {
      const pair = paper || (name === "act" && !this.#dark() ? "#ffffff" : null);
      if (colors[name] && pair && contrast(colors[name], pair) < 4.5) {
        console.warn(`readout-article: ${name} ${colors[name]} on ${pair} is too faint; the default is used`);
        delete colors[name];
      }
    }
    return colors;
  }

  #dark() {
    const theme = this.getAttribute("theme");
    return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  }

  #send(message) {
    this.#port?.postMessage({ de: VERSION, ...message });
  }

  #resize(height) {
    if (!Number.isSafeInteger(height) || height < 0 || height > 100000) return;
    this.#frame.height = String(height);
    this.#event("resize", { height });
  }

  #shown() {
    if (!this.#busy) return;
    this.#settle();
    this.#live = true;
    this.#reveal(false);
    const anchor = this.getAttribute("anchor");
    if (anchor) this.focusOn(anchor);
    this.#event("ready");
  }

  // The article in words, or the frame; both are printed as the article.
  #reveal(words) {
    for (const child of this.children) {
      if (child === this.#frame) child.hidden = words;
      else if (!child.dataset.readout) child.hidden = !words;
    }
  }

  #fail() {
    if (!this.#frame) return;
    const page = new URL("./", HERE);
    this.#live = false;
    page.hash = this.#address().hash;
    this.#settle();
    this.#port?.close();
    this.#frame.remove();
    this.#frame = this.#port = null;
    this.#reveal(true);
    const line = document.createElement("p");
    const link = document.createElement("a");
    line.dataset.readout = "line";
    link.href = page.href;
    link.textContent = "Open with highlights";
    line.append(link);
    this.append(line);
    this.#event("problem");
  }

  #event(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: false }));
  }
}

customElements.define("readout-article", ReadoutArticle);
