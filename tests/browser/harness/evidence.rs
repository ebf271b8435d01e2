//! What a page did beside what it showed: console, requests, layout shifts; pictures and accessibility.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::reader::{Reader, answer_of};
use crate::browsing;
use crate::browsing::engine::Engine;
use crate::browsing::session::Area;

impl Reader {
    /// Everything the pages wrote to the console so far, and what Chromium wrote about them. In other engines what the
    /// pages themselves can know of it (`record::OBSERVED`), up to the last look before a page was left by itself.
    pub fn console(&self) -> Vec<String> {
        if self.session.engine() != Engine::Chromium {
            self.collect();
            return self.console.borrow().clone();
        }
        let entries = answer_of(self.session.log("browser"));
        let line = |entry: &Value| {
            format!(
                "{}: {}",
                entry["level"].as_str().unwrap_or_default(),
                entry["message"].as_str().unwrap_or_default()
            )
        };
        self.console.borrow_mut().extend(entries.iter().map(line));
        self.console.borrow().clone()
    }

    /// Takes over what the page that is shown has written down of itself.
    pub(super) fn collect(&self) {
        // A page that did not come from the test site, such as the first one, has written nothing.
        let notes = self.session.run(
            "if (!window.__flush) return [[], []];
             window.__flush();
             return [window.__said.splice(0), window.__asked.splice(0)];",
            &[],
        );
        let notes = answer_of(notes);
        let lines = |index: usize| {
            let list = notes[index].as_array().cloned().unwrap_or_default();
            list.into_iter().filter_map(|line| line.as_str().map(str::to_owned))
        };
        self.console.borrow_mut().extend(lines(0));
        self.requests.borrow_mut().extend(lines(1));
    }

    /// Fails if anything was written to the console.
    #[track_caller]
    pub fn assert_silent(&self) {
        let console = self.console();
        assert!(console.is_empty(), "the console is not empty:\n{}", console.join("\n"));
    }

    /// The address of every request of the pages so far.
    pub fn requests(&self) -> Vec<String> {
        if self.session.engine() != Engine::Chromium {
            self.collect();
            return self.requests.borrow().clone();
        }
        for entry in answer_of(self.session.log("performance")) {
            let message: Value =
                serde_json::from_str(entry["message"].as_str().unwrap_or_default()).unwrap_or_default();
            let message = &message["message"];
            if message["method"] == "Network.requestWillBeSent"
                && let Some(url) = message["params"]["request"]["url"].as_str()
            {
                self.requests.borrow_mut().push(url.to_owned());
            }
        }
        self.requests.borrow().clone()
    }

    /// The requests so far that went to another origin than this, such as `TestSite::origin()`.
    pub fn requests_leaving(&self, origin: &str) -> Vec<String> {
        let inside = |url: &str| {
            let rest = url.strip_prefix(origin);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) || url.starts_with("data:")
        };
        self.requests().into_iter().filter(|url| !inside(url)).collect()
    }

    /// The sum of the page's layout shifts that no input caused, as Chromium itself measures them; in other engines
    /// the ways of elements in the page as shares of the window.
    pub fn layout_shift(&self) -> f64 {
        // An entry comes with the frame after its shift.
        self.wait_for_rest();
        self.eval_number(
            "return window.__shifts.filter(s => !s.afterInput).reduce((sum, s) => sum + s.value, 0)",
        )
    }

    /// The layout shifts in words: what moved, and when.
    pub fn layout_shifts(&self) -> String {
        self.eval("return window.__shifts").to_string()
    }

    /// What axe-core finds in the page: the rule, its help, the first elements. Names the test as skipped where
    /// axe-core is absent.
    pub fn axe_violations(&self) -> Vec<String> {
        let Some(path) = std::env::var_os(browsing::AXE) else {
            super::skip("axe-core is absent, so nothing was checked with it");
            return Vec::new();
        };
        // Half a megabyte through the driver: once a page.
        if self.eval("return typeof axe === 'undefined'") == json!(true) {
            self.eval(&fs::read_to_string(&path).expect("the file that cargo xtask test names"));
        }
        let found = self.eval(
            "return axe.run(document, { resultTypes: ['violations'] }).then((result) =>
               result.violations.map((rule) => `${rule.id}: ${rule.help}: ` +
                 rule.nodes.slice(0, 3).map((node) => node.target.flat().join(' ') + ' ' +
                   (node.any[0]?.message ?? '')).join('; ')));",
        );
        let found = found.as_array().cloned().unwrap_or_default();
        found.iter().map(|rule| rule.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// A picture of what is in the window as `target/screenshots/NAME.png`.
    pub fn screenshot(&self, name: &str) -> PathBuf {
        self.try_screenshot(name).unwrap_or_else(|why| panic!("{why}"))
    }

    fn try_screenshot(&self, name: &str) -> Result<PathBuf, String> {
        let place = self.session.run("return [scrollX, scrollY, innerWidth, innerHeight]", &[])?;
        let number = |index: usize| place[index].as_f64().unwrap_or_default();
        let area = Area { x: number(0), y: number(1), width: number(2), height: number(3) };
        let picture = self.session.picture(area)?;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/screenshots/{name}.png"));
        fs::create_dir_all(path.parent().expect("a file is in a folder"))
            .and_then(|()| fs::write(&path, picture))
            .map_err(|problem| format!("cannot write {}: {problem}", path.display()))?;
        Ok(path)
    }

    /// The red, green, blue and alpha (0–255) of a place of the canvas in the shadow root of a host, in CSS pixels
    /// from the canvas's top left.
    pub fn canvas_pixel(&self, host: &str, x: f64, y: f64) -> [u8; 4] {
        let body = format!(
            "const canvas = found[0], box = canvas.getBoundingClientRect();
             const x = Math.floor({} * canvas.width / box.width), y = Math.floor({} * canvas.height / box.height);
             return [...canvas.getContext('2d').getImageData(x, y, 1, 1).data];",
            json!(x),
            json!(y)
        );
        let found = self.shadow_eval(host, "canvas", &body);
        [0, 1, 2, 3].map(|index| found[index].as_u64().unwrap_or_default() as u8)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return self.lease.keep(&self.session);
        }
        // A browser that is gone must not hide why the test failed.
        self.console.borrow().iter().for_each(|line| println!("console: {line}"));
        let rest = if self.session.engine() == Engine::Chromium {
            self.session
                .log("browser")
                .map(|entries| entries.iter().map(|entry| entry["message"].clone()).collect())
        } else {
            self.session
                .run("return window.__said", &[])
                .map(|lines| lines.as_array().cloned().unwrap_or_default())
        };
        rest.unwrap_or_else(|_| Vec::<Value>::new()).iter().for_each(|line| println!("console: {line}"));
        if let Ok(seen) = self.session.run(
            "return window.__seen.map(e => `${e.type} of ${e.target.localName} at ${Math.round(e.at)} ms: ` +
                                           JSON.stringify(e.detail))",
            &[],
        ) {
            seen.as_array().into_iter().flatten().for_each(|line| println!("event: {line}"));
        }
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        if let Ok(path) = self.try_screenshot(&format!("failed-{test}")) {
            println!("picture: {}", path.display());
        }
    }
}
