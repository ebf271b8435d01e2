// The server's part: `node ssr/render.js` writes the markup into the built page.
import { readFileSync, writeFileSync } from "node:fs";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { App } from "./app.js";

const page = "dist/ssr/index.html";
writeFileSync(page, readFileSync(page, "utf8").replace("<!--rendered-->", renderToString(createElement(App))));
