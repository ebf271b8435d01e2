//! One browser window through W3C WebDriver, from code that waits for each answer.

use std::path::Path;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use tokio::time::timeout;

use super::emulation::{self, Window};
use super::engine::{Browser, Engine};
use super::record;

/// How long a command may take; a page has a minute to load, and a script to end.
const PATIENCE: Duration = Duration::from_secs(90);

/// One window with a profile of its own; closed when dropped, also by a panic.
pub struct Session {
    engine: Engine,
    runtime: Runtime,
    client: Option<Client>,
}

impl Session {
    /// Opens a window of a browser; what its pages do is written down, in other engines than Chromium by pages from a
    /// server that is [`recorded`](super::site::Site::recorded).
    pub fn open(browser: &Browser, window: &Window) -> Result<Self, String> {
        let session = Self::connect(browser, window, true)?;
        if browser.engine == Engine::Chromium {
            session.script_at_start(&[record::EVENTS, record::SHIFTS].concat())?;
        }
        session.set_window(window)?;
        Ok(session)
    }

    /// Opens a window in which nothing but the page takes time.
    pub fn open_unobserved(browser: &Browser, window: &Window) -> Result<Self, String> {
        let session = Self::connect(browser, window, false)?;
        session.set_window(window)?;
        Ok(session)
    }

    fn connect(browser: &Browser, window: &Window, logs: bool) -> Result<Self, String> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|problem| format!("no runtime for the browser: {problem}"))?;
        let mut capabilities = emulation::capabilities(browser, window, logs);
        capabilities.insert("timeouts".into(), json!({ "script": 60_000, "pageLoad": 60_000 }));
        let client = runtime
            .block_on(
                ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&browser.driver),
            )
            .map_err(|problem| format!("{} does not open a window: {problem}", browser.engine))?;
        Ok(Self { engine: browser.engine, runtime, client: Some(client) })
    }

    /// The engine of the window.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Gives Firefox's window to another reader: a new page in it, nothing of what was set or kept for the old one. Firefox
    /// takes three seconds to start; what it has for an address is that address's alone, and each test has its own.
    pub fn renew(&self, window: &Window) -> Result<(), String> {
        // No key and no button stays pressed.
        self.issue(http::Method::DELETE, "actions", None)?;
        let left = self.command("window/handles", None)?;
        let page = self.command("window/new", Some(json!({ "type": "tab" })))?;
        for handle in left.as_array().into_iter().flatten() {
            self.command("window", Some(json!({ "handle": handle })))?;
            self.issue(http::Method::DELETE, "window", None)?;
        }
        self.command("window", Some(json!({ "handle": page["handle"] })))?;
        self.run_in_firefox(
            "for (const name of ['dir', 'folderList']) Services.prefs.clearUserPref(`browser.download.${name}`);
             Services.cookies.removeAll();
             Services.cache2.clear();",
            &[],
        )?;
        self.set_window(window)
    }

    /// Gives the window another size, pixel ratio or another reader's preferences.
    pub fn set_window(&self, window: &Window) -> Result<(), String> {
        emulation::set_window(self, window)
    }

    /// Runs a script at the start of every document from now on, before the page's own.
    pub fn script_at_start(&self, script: &str) -> Result<(), String> {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).map(drop)
    }

    /// A WebDriver command below the session: method, path and, for `POST`, its parameters.
    pub fn command(&self, path: &str, parameters: Option<Value>) -> Result<Value, String> {
        let method = if parameters.is_some() { http::Method::POST } else { http::Method::GET };
        self.issue(method, path, parameters)
    }

    fn issue(&self, method: http::Method, path: &str, parameters: Option<Value>) -> Result<Value, String> {
        let client = self.client.as_ref().expect("only drop takes the client");
        let command = client.issue_cmd(DriverCommand { method, path: path.to_owned(), parameters });
        // A timer belongs to a runtime, so it is made inside.
        match self.runtime.block_on(async { timeout(PATIENCE, command).await }) {
            Ok(answer) => answer.map_err(|problem| format!("the browser refused `{path}`: {problem}")),
            // WebKitGTK's driver does not notice that its browser has ended.
            Err(_) => Err(format!(
                "{} has not answered `{path}` for {PATIENCE:?}: it may have crashed",
                self.engine
            )),
        }
    }

    /// A command of the Chrome DevTools Protocol, which Chromium alone has.
    pub fn cdp(&self, name: &str, parameters: Value) -> Result<Value, String> {
        if self.engine != Engine::Chromium {
            return Err(format!("{name}: {} has no Chrome DevTools Protocol", self.engine));
        }
        self.command("goog/cdp/execute", Some(json!({ "cmd": name, "params": parameters })))
            .map_err(|problem| format!("{name}: {problem}"))
    }

    /// Opens a page and waits for its own load event.
    pub fn go(&self, url: &str) -> Result<(), String> {
        self.command("url", Some(json!({ "url": url }))).map(drop)
    }

    /// Runs the body of a function in the page, with `arguments`, and waits for its promise if it returns one.
    pub fn run(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        self.command("execute/sync", Some(json!({ "script": body, "args": arguments })))
    }

    /// Runs the body of a function until it returns something true; `None` when it did not in time.
    pub fn until(
        &self,
        body: &str,
        arguments: &[Value],
        patience: Duration,
    ) -> Result<Option<Value>, String> {
        let started = Instant::now();
        loop {
            let value = match self.run(body, arguments) {
                // WebKitGTK says so of a page that is being left; the next one may have what is waited for.
                Err(why) if why.contains("before the unload event") => Value::Null,
                answer => answer?,
            };
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return Ok(Some(value));
            }
            if started.elapsed() > patience {
                return Ok(None);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Runs the body of a function in Firefox's own window, where its settings can be reached.
    pub fn run_in_firefox(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        self.command("moz/context", Some(json!({ "context": "chrome" })))?;
        let answer = self.run(body, arguments);
        self.command("moz/context", Some(json!({ "context": "content" })))?;
        answer
    }

    /// Makes Chromium's network as slow as asked: bytes a second, and milliseconds before every answer.
    pub fn set_network(&self, bytes_per_second: u32, latency_in_ms: u32) -> Result<(), String> {
        self.cdp("Network.enable", json!({}))?;
        let conditions = json!({ "offline": false, "latency": latency_in_ms,
                                 "downloadThroughput": bytes_per_second, "uploadThroughput": bytes_per_second });
        self.cdp("Network.emulateNetworkConditions", conditions).map(drop)
    }

    /// Shows pages as they look in a medium, such as `print`.
    pub fn set_medium(&self, medium: &str) -> Result<(), String> {
        match self.engine {
            Engine::Chromium => self.cdp("Emulation.setEmulatedMedia", json!({ "media": medium })).map(drop),
            Engine::Firefox => {
                let body = "gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0]";
                self.run_in_firefox(body, &[json!(medium)]).map(drop)
            }
            Engine::WebKit => Err("WebKitGTK's driver cannot show how a page prints".into()),
        }
    }

    /// The page printed on paper, as PDF.
    pub fn printed(&self) -> Result<Vec<u8>, String> {
        decoded(&self.command("print", Some(json!({})))?, "print")
    }

    /// Saves what a page offers for download in a folder, without a question.
    pub fn set_downloads(&self, folder: &Path) -> Result<(), String> {
        let folder = folder.to_string_lossy();
        match self.engine {
            Engine::Chromium => {
                let behavior = json!({ "behavior": "allow", "downloadPath": folder });
                self.cdp("Browser.setDownloadBehavior", behavior).map(drop)
            }
            Engine::Firefox => {
                let body = "Services.prefs.setStringPref('browser.download.dir', arguments[0]);
                            Services.prefs.setIntPref('browser.download.folderList', 2);";
                self.run_in_firefox(body, &[json!(folder)]).map(drop)
            }
            Engine::WebKit => Err("WebKitGTK's driver cannot be told where to save downloads".into()),
        }
    }

    /// What Chromium wrote since the last call: `browser` for the console, `performance` for the protocol's events.
    pub fn log(&self, kind: &str) -> Result<Vec<Value>, String> {
        let entries = self.command("se/log", Some(json!({ "type": kind })))?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }

    /// A picture of a part of the page, in CSS pixels from its top left, as PNG; in other engines than Chromium of what
    /// the window shows, whatever the part.
    pub fn picture(&self, area: Area) -> Result<Vec<u8>, String> {
        let answer = if self.engine == Engine::Chromium {
            self.cdp(
                "Page.captureScreenshot",
                json!({ "format": "png", "captureBeyondViewport": true,
                        "clip": { "x": area.x, "y": area.y, "width": area.width, "height": area.height, "scale": 1 } }),
            )?["data"]
                .take()
        } else {
            self.command("screenshot", None)?
        };
        decoded(&answer, "picture")
    }
}

/// The bytes that the browser sends as base64.
fn decoded(answer: &Value, what: &str) -> Result<Vec<u8>, String> {
    let text = answer.as_str().ok_or_else(|| format!("the browser sent no {what}"))?;
    BASE64_STANDARD
        .decode(text)
        .map_err(|problem| format!("the browser sent a {what} that is not base64: {problem}"))
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // The driver ends what is left when it is shut down.
            let _ = self.runtime.block_on(async { timeout(PATIENCE, client.close()).await });
        }
    }
}

/// A rectangle of the page in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// Any command below a session, by its path.
#[derive(Debug)]
struct DriverCommand {
    method: http::Method,
    path: String,
    parameters: Option<Value>,
}

impl WebDriverCompatibleCommand for DriverCommand {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (self.method.clone(), self.parameters.as_ref().map(Value::to_string))
    }
}
