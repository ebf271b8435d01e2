// The promise of a widget that its figures are shown.

// A promise with its own ends; pages that do not wait for it are not to hear of its failure twice.
const deferred = () => {
  const ready = {};
  ready.promise = new Promise((resolve, reject) => {
    ready.resolve = () => resolve((ready.settled = true) && undefined);
    ready.reject = (fault) => reject((ready.settled = true) && fault);
  });
  ready.promise.catch(() => {});
  return ready;
};

const breathe = () => new Promise((resolve) => setTimeout(resolve));

// Until what was drawn is on the screen, which the frame after tells; a page that is not seen paints nothing.
const painted = () => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  setTimeout(resolve, 250);
});
