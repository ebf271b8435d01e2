// The language of a reader, and what it costs a browser to speak it.

// The reader's language: the nearest `lang` of the page (through shadow roots), else the browser's.
const language = (element) => {
  let tag;
  for (let node = element; node && !tag; node = node.parentElement ?? node.getRootNode().host) tag = node.getAttribute("lang");
  for (const wanted of [tag, ...(tag ? [] : navigator.languages), "en"]) {
    try {
      const locale = new Intl.Locale(wanted);
      // Spanish without a country: "81,946" in Mexico is "81.946" in Spain, and the browser knows where its reader is.
      const own = /^(es|pt)$/i.test(wanted) && navigator.languages.find((known) => known.toLowerCase().startsWith(locale.language + "-"));
      if (locale.language in CANNOT_RUN) return { tag: own || locale.toString(), file: locale.language };
    } catch {
      // Not a language tag: the next one.
    }
  }
};

// One observer hears for all widgets and frames of a page that a `lang` around them has changed, and is given back with the
// last.
let hearing;
const hear = (element) => {
  hearing ??= new MutationObserver(() => {
    for (const host of living) host.hears();
    askFrames();
  });
  for (let root = element; (root = root?.getRootNode()); root = root.host) hearing.observe(root, { subtree: true, attributeFilter: ["lang"] });
};
const unhear = () => {
  if (!living.size && !frames().length) hearing = hearing?.disconnect();
};

let warmed;

// The first date, number, name and text of a page cost the browser a tenth of a second on a phone. While the module is on
// its way the processor idles: it can pay for them then, one after the other, so that the page has its breath between.
const warm = (tag) => {
  if (warmed) return;
  warmed = true;
  const month = (month, year) => new Intl.DateTimeFormat(tag, { month, year, timeZone: "UTC", calendar: "gregory" }).format(0);
  const text = () => {
    const context = document.createElement("canvas").getContext("2d");
    context.font = "13px system-ui, sans-serif";
    context.measureText("0");
  };
  for (const one of [text, () => month("short"), () => month("long", "numeric"), () => new Intl.NumberFormat(tag).format(1e4), () => new Intl.DisplayNames(tag, { type: "region" }).of("VE")]) {
    setTimeout(one);
  }
};
