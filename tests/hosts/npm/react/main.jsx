import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import "migration-widget";

function App() {
  const [to, setTo] = useState("2023-03");
  const [isShown, setShown] = useState(true);
  const [order, setOrder] = useState(["a", "b"]);
  const [rows, setRows] = useState([{ year: 2020, people: 5 }, { year: 2021, people: 7 }]);
  const [heard, setHeard] = useState("");
  const hear = (event) => setHeard((before) => `${before}${event.type} `);
  return (
    <>
      <button id="narrow" onClick={() => setTo("2023-02")}>Two months</button>
      <button id="turn" onClick={() => setOrder((before) => before.toReversed())}>Turn the list round</button>
      <button id="toggle" onClick={() => setShown((before) => !before)}>Show or take away</button>
      <button id="add" onClick={() => setRows((before) => [...before, { year: 2022, people: 11 }])}>Add a year</button>
      <output id="heard">{heard}</output>
      {isShown && (
        <migration-chart id="shown" dataset="darien-crossings" kind="line" from="2023-01" to={to} loading="eager"
          onload={hear} onchange={hear}>
          early 2023
        </migration-chart>
      )}
      <ol>
        {order.map((name) => (
          <li key={name}>
            <migration-chart id={name} dataset="darien-crossings-annual" kind="bar" loading="eager">the years</migration-chart>
          </li>
        ))}
      </ol>
      <migration-chart id="own" data={rows} kind="line" loading="eager">my own</migration-chart>
    </>
  );
}

const root = createRoot(document.querySelector("#root"));
root.render(<StrictMode><App /></StrictMode>);
window.leave = () => root.unmount();
