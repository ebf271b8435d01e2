// The same on the server and in the browser; without JSX, so that Node reads it as it is.
import { createElement as el, useState } from "react";
import "migration-widget";

export function App() {
  const [to, setTo] = useState("2023-03");
  return el("main", null,
    el("button", { id: "narrow", onClick: () => setTo("2023-02") }, "Two months"),
    el("migration-chart", { dataset: "darien-crossings", kind: "line", from: "2023-01", to, linked: true, loading: "eager" },
      el("p", { id: "mine" }, "early 2023")),
    el("p", null, "Below."));
}
