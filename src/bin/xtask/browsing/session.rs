//! One browser window through W3C WebDriver, from code that waits for each answer.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;

use super::record;

/// What Chromium needs to run without a screen, as any user, and to be silent on the network.
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--font-render-hinting=none",
];

/// How a reader's window is.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    /// Width of the viewport in CSS pixels.
    pub width: u32,
    /// Height of the viewport in CSS pixels.
    pub height: u32,
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// Whether the reader prefers a dark page.
    pub dark: bool,
    /// Whether the reader wants less motion.
    pub reduced_motion: bool,
    /// Whether the reader's system forces its own colours.
    pub forced_colors: bool,
    /// Whether the screen is touched rather than pointed at.
    pub touch: bool,
    /// The browser's language, BCP 47.
    pub lang: String,
}

impl Default for Window {
    fn default() -> Self {
        Self {
            width: 800,
            height: 600,
            ratio: 1.0,
            dark: false,
            reduced_motion: false,
            forced_colors: false,
            touch: false,
            lang: "en-US".into(),
        }
    }
}

/// One window with a profile of its own; closed when dropped, also by a panic.
pub struct Session {
    runtime: Runtime,
    client: Option<Client>,
}

impl Session {
    /// Opens a window through the driver at an address; what its pages do is written down.
    pub fn open(driver: &str, chromium: Option<&Path>, window: &Window) -> Result<Self, String> {
        let logs = json!({ "browser": "ALL", "performance": "ALL" });
        let session = Self::connect(driver, chromium, window, &logs)?;
        session.script_at_start(record::SCRIPT)?;
        session.set_window(window)?;
        Ok(session)
    }

    /// Opens a window in which nothing but the page takes time.
    pub fn open_unobserved(driver: &str, chromium: Option<&Path>, window: &Window) -> Result<Self, String> {
        let session = Self::connect(driver, chromium, window, &json!({}))?;
        session.set_window(window)?;
        Ok(session)
    }

    fn connect(driver: &str, chromium: Option<&Path>, window: &Window, logs: &Value) -> Result<Self, String> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|problem| format!("no runtime for the browser: {problem}"))?;
        let mut flags: Vec<String> = FLAGS.iter().map(ToString::to_string).collect();
        flags.push(format!("--lang={}", window.lang));
        flags.push(format!("--accept-lang={}", window.lang));
        flags.push(format!("--window-size={},{}", window.width, window.height));
        let mut options = json!({ "args": flags, "prefs": { "intl.accept_languages": window.lang } });
        if let Some(chromium) = chromium {
            options["binary"] = chromium.to_string_lossy().into();
        }
        let mut capabilities = Map::new();
        capabilities.insert("goog:chromeOptions".into(), options);
        capabilities.insert("goog:loggingPrefs".into(), logs.clone());
        capabilities.insert("timeouts".into(), json!({ "script": 60_000, "pageLoad": 60_000 }));
        let client = runtime
            .block_on(ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(driver))
            .map_err(|problem| format!("Chromium does not open a window: {problem}"))?;
        Ok(Self { runtime, client: Some(client) })
    }

    /// Gives the window another size, pixel ratio or another reader's preferences.
    pub fn set_window(&self, window: &Window) -> Result<(), String> {
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": window.width, "height": window.height, "deviceScaleFactor": window.ratio,
                    "mobile": window.touch }),
        )?;
        let choose = |on: bool, yes: &str, no: &str| if on { yes.to_owned() } else { no.to_owned() };
        self.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "prefers-color-scheme", "value": choose(window.dark, "dark", "light") },
                { "name": "prefers-reduced-motion", "value": choose(window.reduced_motion, "reduce", "no-preference") },
                { "name": "forced-colors", "value": choose(window.forced_colors, "active", "none") },
            ] }),
        )?;
        // Chromium's `--lang` moves `navigator.language` only; `Intl` follows the system unless told.
        self.cdp("Emulation.setLocaleOverride", json!({ "locale": window.lang.replace('-', "_") }))?;
        self.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": window.touch }))?;
        Ok(())
    }

    /// Runs a script at the start of every document from now on, before the page's own.
    pub fn script_at_start(&self, script: &str) -> Result<(), String> {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).map(drop)
    }

    /// A WebDriver command below the session: method, path and, for `POST`, its parameters.
    pub fn command(&self, path: &str, parameters: Option<Value>) -> Result<Value, String> {
        let client = self.client.as_ref().expect("only drop takes the client");
        self.runtime
            .block_on(client.issue_cmd(Command { path: path.to_owned(), parameters }))
            .map_err(|problem| format!("the browser refused `{path}`: {problem}"))
    }

    /// A command of the Chrome DevTools Protocol.
    pub fn cdp(&self, name: &str, parameters: Value) -> Result<Value, String> {
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
            let value = self.run(body, arguments)?;
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return Ok(Some(value));
            }
            if started.elapsed() > patience {
                return Ok(None);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Makes the network as slow as asked: bytes a second, and milliseconds before every answer.
    pub fn set_network(&self, bytes_per_second: u32, latency_in_ms: u32) -> Result<(), String> {
        self.cdp("Network.enable", json!({}))?;
        let conditions = json!({ "offline": false, "latency": latency_in_ms,
                                 "downloadThroughput": bytes_per_second, "uploadThroughput": bytes_per_second });
        self.cdp("Network.emulateNetworkConditions", conditions).map(drop)
    }

    /// What the browser wrote since the last call: `browser` for the console, `performance` for the protocol's events.
    pub fn log(&self, kind: &str) -> Result<Vec<Value>, String> {
        let entries = self.command("se/log", Some(json!({ "type": kind })))?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }

    /// A picture of a part of the page, in CSS pixels from its top left, as PNG.
    pub fn picture(&self, area: Area) -> Result<Vec<u8>, String> {
        let answer = self.cdp(
            "Page.captureScreenshot",
            json!({ "format": "png", "captureBeyondViewport": true,
                    "clip": { "x": area.x, "y": area.y, "width": area.width, "height": area.height, "scale": 1 } }),
        )?;
        let text = answer["data"].as_str().ok_or("the browser sent no picture")?;
        base64(text).ok_or_else(|| "the browser sent a picture that is not base64".into())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // The driver ends what is left when it is shut down.
            let _ = self.runtime.block_on(client.close());
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
struct Command {
    path: String,
    parameters: Option<Value>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        match &self.parameters {
            Some(parameters) => (http::Method::POST, Some(parameters.to_string())),
            None => (http::Method::GET, None),
        }
    }
}

/// The bytes of standard base64.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for character in text.bytes().take_while(|&character| character != b'=') {
        let value = match character {
            b'A'..=b'Z' => character - b'A',
            b'a'..=b'z' => character - b'a' + 26,
            b'0'..=b'9' => character - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    Some(bytes)
}
