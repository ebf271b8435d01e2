// A frame of ours tells how high its widget wants to be; one that is already there is asked.
const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(BASE + "frame.html"));
globalThis.addEventListener?.("message", ({ data, source }) => {
  const height = data?.type === "migration-widget:height" && +data.height;
  const frame = height > 0 && height < 20000 && frames().find(({ contentWindow }) => contentWindow === source);
  if (frame) frame.style.height = `${height}px`;
});
const askFrames = () => frames().forEach(({ contentWindow }) => contentWindow?.postMessage({ type: "migration-widget:height?" }, "*"));
globalThis.document?.addEventListener("DOMContentLoaded", askFrames);
globalThis.document && askFrames();
