//! A reader at a window: opens pages, waits, looks.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use crate::browsing::emulation::Window;
use crate::browsing::engine::Engine;
use crate::browsing::session::Session;

use super::browser::Lease;

/// How long anything may take before a test gives up; generous, for a busy machine.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// A window as a new reader has it: with a profile of its own, or emptied of what another left.
pub struct Reader {
    pub(super) session: Arc<Session>,
    /// What the page wrote so far; the browser tells each line once.
    pub(super) console: RefCell<Vec<String>>,
    /// What the pages asked the network for so far.
    pub(super) requests: RefCell<Vec<String>>,
    /// After the session, so that the window is closed, or kept, when its driver is given back.
    pub(super) lease: Lease,
}

impl Reader {
    /// A reader at a window of 800 by 600 pixels.
    pub fn new() -> Self {
        Self::at(Window::default())
    }

    /// A reader at a window of a chosen kind: `Reader::at(Window { width: 320, dark: true, ..Window::default() })`.
    pub fn at(window: Window) -> Self {
        Self::with(Lease::take(false), window)
    }

    /// A reader at a window of 800 by 600 pixels while no other test runs: for what is measured in time.
    pub fn alone() -> Self {
        Self::with(Lease::take(true), Window::default())
    }

    fn with(mut lease: Lease, window: Window) -> Self {
        let session = lease.window(&window).unwrap_or_else(|why| panic!("{why}"));
        Self { session, console: RefCell::default(), requests: RefCell::default(), lease }
    }

    /// The same where the engine has such a window; else the test is named as skipped.
    pub fn try_at(window: Window) -> Option<Self> {
        match window.lacking_in(super::engine()) {
            Some(why) => {
                super::skip(why);
                None
            }
            None => Some(Self::at(window)),
        }
    }

    /// Changes the window: size, pixel ratio, preferences. Gives `false`, with the test named as skipped, where the engine
    /// has no such window.
    pub fn set_window(&self, window: &Window) -> bool {
        if let Some(why) = window.lacking_in(self.session.engine()) {
            super::skip(why);
            return false;
        }
        answer_of(self.session.set_window(window));
        true
    }

    /// Saves downloads in a folder; names the test as skipped, and gives `false`, where the engine cannot be told so.
    pub fn saves_downloads_in(&self, folder: &Path) -> bool {
        self.is_told(self.session.set_downloads(folder))
    }

    /// Whether the engine could be told something; names the test as skipped where WebKitGTK's driver cannot.
    fn is_told(&self, told: Result<(), String>) -> bool {
        if let (Err(why), Engine::WebKit) = (&told, self.session.engine()) {
            super::skip(why);
            return false;
        }
        answer_of(told);
        true
    }

    /// Makes Chromium's network slow: bytes a second, milliseconds before every answer. In every engine
    /// [`super::TestSite::set_network`] makes the answers slow.
    pub fn set_network(&self, bytes_per_second: u32, latency_in_ms: u32) {
        answer_of(self.session.set_network(bytes_per_second, latency_in_ms));
    }

    /// Runs a script at the start of every document from now on, before the page's own.
    pub fn script_at_start(&self, script: &str) {
        answer_of(self.session.script_at_start(script));
    }

    /// Shows the page as it prints from now on; names the test as skipped, and gives `false`, where the engine cannot be
    /// told so.
    pub fn looks_as_printed(&self) -> bool {
        self.is_told(self.session.set_medium("print"))
    }

    /// The page printed on paper, as PDF.
    pub fn printed(&self) -> Vec<u8> {
        answer_of(self.session.printed())
    }

    /// A command of the Chrome DevTools Protocol, which Chromium alone has: see [`super::skips_beyond_chromium`].
    pub fn cdp(&self, name: &str, parameters: Value) -> Value {
        answer_of(self.session.cdp(name, parameters))
    }

    /// Opens a page and waits for its own load event.
    pub fn go(&self, url: &str) {
        if self.session.engine() != Engine::Chromium {
            // The page that is left takes its own notes with it.
            self.collect();
        }
        answer_of(self.session.go(url));
    }

    /// Goes back to the page before, as with the browser's own button. A script that does so may be asked for an answer
    /// when its page is already put away, and WebKitGTK's driver then waits for ever.
    pub fn back(&self) {
        answer_of(self.session.command("back", Some(json!({}))));
    }

    /// Goes on inside the frame that a selector finds.
    pub fn enter_frame(&self, selector: &str) {
        let frame = self.eval_with("return document.querySelector(arguments[0])", &[json!(selector)]);
        answer_of(self.session.command("frame", Some(json!({ "id": frame }))));
    }

    /// Goes back to the page around all frames.
    pub fn leave_frame(&self) {
        answer_of(self.session.command("frame", Some(json!({ "id": null }))));
    }

    /// Runs the body of a function in the page; what it returns, awaited.
    pub fn eval(&self, body: &str) -> Value {
        self.eval_with(body, &[])
    }

    /// Runs the body of a function with `arguments`.
    pub fn eval_with(&self, body: &str, arguments: &[Value]) -> Value {
        answer_of(self.session.run(body, arguments))
    }

    /// What the body of a function returns, as text.
    pub fn eval_text(&self, body: &str) -> String {
        let value = self.eval(body);
        value.as_str().unwrap_or_else(|| panic!("`{body}` gave {value}, no text")).to_owned()
    }

    /// What the body of a function returns, as a number.
    pub fn eval_number(&self, body: &str) -> f64 {
        let value = self.eval(body);
        value.as_f64().unwrap_or_else(|| panic!("`{body}` gave {value}, no number"))
    }

    /// Waits until the body of a function returns something true, and gives it.
    pub fn wait_until(&self, what: &str, body: &str) -> Value {
        self.wait_until_with(what, body, &[])
    }

    /// The same with `arguments`.
    pub fn wait_until_with(&self, what: &str, body: &str, arguments: &[Value]) -> Value {
        match answer_of(self.session.until(body, arguments, PATIENCE)) {
            Some(value) => value,
            None => panic!("waited {PATIENCE:?} in vain for {what}"),
        }
    }

    /// Waits until the page has been painted twice and has nothing left to do: what has not begun by then does not begin
    /// by itself. What is still on the network does not count.
    pub fn wait_for_rest(&self) {
        self.eval(
            "const idle = window.requestIdleCallback ?? setTimeout; // WebKitGTK has no idle callbacks.
             return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => idle(done))));",
        );
    }

    /// Waits for the first `load` event of the element a selector finds.
    pub fn wait_for_load(&self, selector: &str) {
        self.wait_for_event("load", selector);
    }

    /// Waits for the first event of a type from the element a selector finds; gives its detail.
    pub fn wait_for_event(&self, kind: &str, selector: &str) -> Value {
        self.wait_for_events(kind, selector, 1).pop().unwrap_or_default()
    }

    /// Waits until so many events of a type came from the element a selector finds; gives their details in order.
    pub fn wait_for_events(&self, kind: &str, selector: &str, count: usize) -> Vec<Value> {
        let what = format!("{count} `{kind}` of `{selector}`");
        let arguments = [json!(kind), json!(selector), json!(count)];
        let found = self.wait_until_with(
            &what,
            "const found = window.__seen.filter(e => e.type === arguments[0] && e.target.matches(arguments[1]));
             return found.length >= arguments[2] && found.map(e => e.detail ?? null);",
            &arguments,
        );
        found.as_array().cloned().unwrap_or_default()
    }

    /// The details of the events of a type that came so far from the elements a selector finds.
    pub fn events(&self, kind: &str, selector: &str) -> Vec<Value> {
        let found = self.eval_with(
            "return window.__seen.filter(e => e.type === arguments[0] && e.target.matches(arguments[1]))
                                 .map(e => e.detail ?? null);",
            &[json!(kind), json!(selector)],
        );
        found.as_array().cloned().unwrap_or_default()
    }

    /// The visible text of the first match of a selector in the page.
    pub fn text(&self, selector: &str) -> String {
        let found =
            self.eval_with("return document.querySelector(arguments[0])?.innerText", &[json!(selector)]);
        found.as_str().unwrap_or_else(|| panic!("nothing in the page matches `{selector}`")).to_owned()
    }

    /// The text of the first match of a selector in the shadow root of a host.
    pub fn shadow_text(&self, host: &str, selector: &str) -> String {
        let texts = self.shadow_texts(host, selector);
        texts.into_iter().next().unwrap_or_else(|| panic!("nothing in `{host}` matches `{selector}`"))
    }

    /// The texts of all matches of a selector in the shadow root of a host, hidden ones too.
    pub fn shadow_texts(&self, host: &str, selector: &str) -> Vec<String> {
        let texts = self.shadow_eval(host, selector, "return found.map(e => e.textContent.trim())");
        let texts = texts.as_array().cloned().unwrap_or_default();
        texts.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// How many elements in the shadow root of a host match a selector.
    pub fn shadow_count(&self, host: &str, selector: &str) -> usize {
        self.shadow_eval(host, selector, "return found.length").as_u64().unwrap_or(0) as usize
    }

    /// An attribute of the first match of a selector in the shadow root of a host.
    pub fn shadow_attribute(&self, host: &str, selector: &str, attribute: &str) -> Option<String> {
        let body = format!("return found[0]?.getAttribute({})", json!(attribute));
        self.shadow_eval(host, selector, &body).as_str().map(str::to_owned)
    }

    /// Runs the body of a function with `found`, all matches in the shadow root of a host, and `root`.
    pub fn shadow_eval(&self, host: &str, selector: &str, body: &str) -> Value {
        let script = format!(
            "const host = document.querySelector(arguments[0]);
             const root = host?.shadowRoot;
             if (!root) throw new Error(host ? 'the host has no shadow root' : 'there is no such host');
             const found = [...root.querySelectorAll(arguments[1])];
             {body}"
        );
        self.eval_with(&script, &[json!(host), json!(selector)])
    }
}

/// The answer, or a panic with the sentence: a test has nobody else to tell.
#[track_caller]
pub(super) fn answer_of<T>(answer: Result<T, String>) -> T {
    answer.unwrap_or_else(|why| panic!("{why}"))
}
