// migration-widget: the one script tag. It defines <migration-chart> and <pillar-explorer>, fetches what they ask for, and
// hands it to the WebAssembly module, which decides everything else. It stores nothing and asks no other host.
//
// `cargo xtask dist` puts the files of embed/ in the place of their names, and makes index.js, the ES module, out of the
// whole by its other "dist:" comments.

// dist: classic
(() => {
// A picture named so in the page would stand for it, and our files would come from where that comes from.
const script = Reflect.get(Document.prototype, "currentScript", document);
// dist: end
// dist: piece addresses
// dist: piece attributes
// dist: piece files
// dist: piece tiers
// dist: piece language
// dist: piece standing
// dist: piece failing
// dist: piece ready
// dist: piece neighbours
// dist: piece host
// dist: piece glimpse
// dist: piece chart
// dist: piece explorer
// dist: piece page
// dist: piece frames
// dist: classic
// dist: piece tag
})();
// dist: end
// dist: module export { MigrationChart, PillarExplorer };
