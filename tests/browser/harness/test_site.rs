//! The built site on a free port, also below a path, with pages of the test's own beside it, and the same on a second origin.

use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::browsing;
use crate::browsing::body::Network;
use crate::browsing::engine::Engine;
use crate::browsing::server::Server;
use crate::browsing::site::{LoggedRequest, PreparedResponse, Site};

use super::reader::PATIENCE;

/// `target/dist` at `/`, and whatever a test puts beside it.
pub struct TestSite {
    site: Arc<Site>,
    server: Server,
    other: Server,
    pages: Cell<u32>,
}

impl TestSite {
    /// Where the same files stand once more, as on a host that serves other things too.
    pub const BELOW: &str = "/cms/uploads/widget/";

    /// Serves what `cargo xtask dist` built.
    pub fn start() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let dist = root.join("target/dist");
        assert!(
            dist.is_dir(),
            "there is no target/dist: run the tests with `cargo xtask test --only browser`"
        );
        let mut site = Site::of(&dist)
            .with_folder(Self::BELOW, &dist)
            .with_folder("/hosts/", root.join("tests/hosts"))
            .with_folder("/wp-content/plugins/", root.join("target/wordpress"));
        if let Some(folder) = std::env::var_os(browsing::NPM_PAGES) {
            site = site.with_folder("/built/", Path::new(&folder).join("dist"));
        }
        if let Some(folder) = std::env::var_os(browsing::WORDPRESS) {
            site = site.with_folder("/wp-includes/", Path::new(&folder).join("wp-includes"));
        }
        // Chromium is told itself to write down what pages do.
        let site = if super::engine() == Engine::Chromium { site } else { site.recorded() };
        let site = Arc::new(site);
        let start = || Server::start(Arc::clone(&site), 0).expect("a free port");
        Self { server: start(), other: start(), pages: Cell::new(0), site: Arc::clone(&site) }
    }

    /// The address of a path that begins with `/`.
    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// The same path on another origin, which serves the same.
    pub fn other_url(&self, path: &str) -> String {
        self.other.url(path)
    }

    /// The path of a file of `pkg/`, such as `more.wasm`, by the name it has without the hash of its content.
    #[track_caller]
    pub fn pkg(name: &str) -> String {
        match Self::manifest()[format!("pkg/{name}")]["file"].as_str() {
            Some(file) => format!("/{file}"),
            None => panic!("there is no {name} in pkg/"),
        }
    }

    /// The bytes of a file of `pkg/`, by the same name.
    #[track_caller]
    pub fn pkg_bytes(name: &str) -> Vec<u8> {
        Self::built(&Self::pkg(name)[1..])
    }

    /// What `pkg/manifest.json` says: for each file its name in the site and its integrity.
    pub fn manifest() -> serde_json::Value {
        serde_json::from_slice(&Self::built("pkg/manifest.json")).expect("JSON")
    }

    /// The bytes of a file of the built site, such as `embed.js`.
    #[track_caller]
    pub fn built(name: &str) -> Vec<u8> {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/dist");
        std::fs::read(dist.join(name)).expect("the site is built")
    }

    /// Scheme, host and port of the site.
    pub fn origin(&self) -> String {
        self.server.origin()
    }

    /// Scheme, host and port of the second origin.
    pub fn other_origin(&self) -> String {
        self.other.origin()
    }

    /// Answers a path, such as `/broken.csv`, on both origins from now on; gives its address.
    pub fn put(&self, path: &str, answer: PreparedResponse) -> String {
        self.site.put(path, answer);
        self.url(path)
    }

    /// Sends every answer from now on slowly: bytes a second, milliseconds before each.
    pub fn set_network(&self, bytes_per_second: u32, latency_in_ms: u32) {
        let latency = Duration::from_millis(latency_in_ms.into());
        self.site.set_network(Network { bytes_per_second, latency });
    }

    /// Breaks every connection from now on, as where there is no network; or no longer.
    pub fn set_gone(&self, gone: bool) {
        self.site.set_gone(gone);
    }

    /// Breaks every connection that asks for a path, with its query, from now on; or none any more.
    pub fn refuse(&self, path: Option<&str>) {
        match path {
            Some(path) => self.site.gate().refuse(path),
            None => self.site.gate().refuse_nothing(),
        }
    }

    /// Holds back every answer, on both origins, to a path that begins so, such as `/pkg/map.`, until what this gives is
    /// let go or dropped.
    #[must_use = "what is not kept is let go at once"]
    pub fn hold(&self, beginning: &str) -> HeldAnswers<'_> {
        self.site.gate().hold(beginning);
        HeldAnswers { site: &self.site, beginning: beginning.to_owned() }
    }

    /// A page from its whole source; gives its address.
    pub fn page(&self, html: &str) -> String {
        self.page_with(PreparedResponse::html(html))
    }

    /// A page with headers of its own, such as a Content Security Policy; gives its address.
    pub fn page_with(&self, answer: PreparedResponse) -> String {
        let number = self.pages.get() + 1;
        self.pages.set(number);
        // Pages of tests have no icon, and the browser complains about that on the console.
        self.site.put("/favicon.ico", PreparedResponse::new("", "").status(204));
        self.put(&format!("/test-page-{number}.html"), answer)
    }

    /// A plain English page with the script tag and a body; gives its address.
    pub fn embed(&self, body: &str) -> String {
        self.page(&Self::embedding(body))
    }

    /// The source of the page that [`Self::embed`] gives.
    pub fn embedding(body: &str) -> String {
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>Test page</title>\n\
             <script async src=\"/embed.js\"></script>\n<body>\n{body}\n</body>\n</html>\n"
        )
    }

    /// Every request so far, on both origins, in order.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.site.requests()
    }

    /// How many requests of a path, with its query, there were so far, on both origins.
    pub fn count_of(&self, path: &str) -> usize {
        self.requests().iter().filter(|asked| asked.path == path).count()
    }

    /// Waits until a path has been asked for so many times.
    #[track_caller]
    pub fn wait_for_requests(&self, path: &str, count: usize) {
        let enough =
            |asked: &[LoggedRequest]| asked.iter().filter(|asked| asked.path == path).count() >= count;
        let came = self.site.wait_for_requests(enough, PATIENCE);
        assert!(came, "waited {PATIENCE:?} in vain for {count} requests of `{path}`");
    }
}

/// Answers that are held back: a part of the module, a table, a language that a page waits for.
pub struct HeldAnswers<'a> {
    site: &'a Site,
    beginning: String,
}

impl HeldAnswers<'_> {
    /// Waits until a page has asked for what is held back.
    #[track_caller]
    pub fn wait_until_requested(&self) {
        let is_it = |asked: &LoggedRequest| asked.path.starts_with(&self.beginning);
        let came = self.site.wait_for_requests(|asked| asked.iter().any(is_it), PATIENCE);
        assert!(came, "waited {PATIENCE:?} in vain for a request of `{}…`", self.beginning);
    }

    /// Lets the answers go.
    pub fn release(self) {}
}

impl Drop for HeldAnswers<'_> {
    fn drop(&mut self) {
        self.site.gate().release(&self.beginning);
    }
}
