// A frame of ours tells how high its widget wants to be; one that is already there is asked.
const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(BASE + "frame.html"));
globalThis.addEventListener?.("message", ({ data, source }) => {
  const height = data?.type === "migration-widget:height" && +data.height;
  const frame = height > 0 && height < 20000 && frames().find(({ contentWindow }) => contentWindow === source);
  if (frame) frame.style.height = `${height}px`;
});
// A frame cannot see in which language the page around it is, nor that this changes; one that is not there yet is told then.
const asked = ({ currentTarget: frame }) => {
  hear(frame);
  frame.contentWindow?.postMessage({ type: "migration-widget:height?", lang: language(frame).tag }, "*");
};
const askFrames = () => frames().forEach((frame) => {
  // The same listener is added once.
  frame.addEventListener("load", asked);
  asked({ currentTarget: frame });
});
globalThis.document?.addEventListener("DOMContentLoaded", askFrames);
globalThis.document && askFrames();
