// One widget alone on a page, for an <iframe>: its attributes are the parameters of the address. It fills whatever height
// the frame has, and tells the page around it which height would suit its width.
(() => {
  const parameters = new URLSearchParams(location.search);
  const name = parameters.get("widget") ?? "migration-chart";
  // An address is anybody's: nothing is taken from it but what the widget knows, no handler, no style, nothing that hides it.
  const attributes = { "migration-chart": __CONTRACT_CHART_ATTRIBUTES__, "pillar-explorer": __CONTRACT_EXPLORER_ATTRIBUTES__ };
  // The language that is asked for, else that of the page around the frame where this can be seen, or is told by the script
  // on it, else the reader's.
  const known = __CONTRACT_LANGUAGES__;
  const speaks = (tag) => known.includes(`${tag}`.toLowerCase().split("-")[0]);
  const lang = parameters.get("lang");
  document.documentElement.lang = lang || [window.frameElement?.closest("[lang]")?.lang, ...navigator.languages].find(speaks) || known[0];
  if (["light", "dark"].includes(parameters.get("theme"))) document.documentElement.style.colorScheme = parameters.get("theme");

  // The proportions of the snippets: 16 to 10, but never below thirty lines; an explorer is read rather than looked at.
  const LEAST = { "migration-chart": 480, "pillar-explorer": 704 };
  const height = () =>
    Math.ceil(Math.max(LEAST[name], name === "migration-chart" ? (innerWidth * 10) / 16 : 0));
  const tell = () => {
    if (parent === window || !innerWidth) return;
    parent.postMessage({ type: "migration-widget:height", height: height() }, "*");
    // What AMP listens to, from a frame that its page calls `resizable`.
    parent.postMessage({ sentinel: "amp", type: "embed-size", height: height() }, "*");
  };

  document.addEventListener("DOMContentLoaded", () => {
    if (!Object.hasOwn(LEAST, name)) {
      document.body.textContent = `frame.html: there is no widget “${name}”: there are ${Object.keys(LEAST).join(", ")}`;
      return;
    }
    const widget = document.createElement(name);
    for (const [key, value] of parameters) if (attributes[name].includes(key)) widget.setAttribute(key, value);
    // A frame is loaded when its page wants it (`loading="lazy"`): what is in it need not wait again.
    if (!widget.hasAttribute("loading")) widget.setAttribute("loading", "eager");
    widget.addEventListener("load", () => {
      const title = widget.summary || parameters.get("heading");
      if (title) document.title = title.slice(0, 120);
    });
    document.body.append(widget);
    tell();
  });
  addEventListener("load", tell);
  addEventListener("resize", tell);
  addEventListener("message", ({ data, source }) => {
    if (source !== parent || data?.type !== "migration-widget:height?") return;
    if (!lang && speaks(data.lang)) document.documentElement.lang = data.lang;
    tell();
  });
})();
