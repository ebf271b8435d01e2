//! How a reader's window is, and how each engine is told.

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::engine::{Browser, Engine};
use super::session::Session;

/// What Chromium needs to run without a screen, as any user, and to be silent on the network.
const CHROMIUM_FLAGS: [&str; 12] = [
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

/// How long a window may take to have the size it was given.
const PATIENCE: Duration = Duration::from_secs(10);

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
    /// Whether the reader wants more contrast.
    pub more_contrast: bool,
    /// The size of text that the reader has set in the browser, in CSS pixels; a session keeps that of its start.
    pub text_size: u32,
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
            more_contrast: false,
            text_size: 16,
            touch: false,
            lang: "en-US".into(),
        }
    }
}

impl Window {
    /// Why an engine has no such window, if it has none.
    pub fn lacking_in(&self, engine: Engine) -> Option<&'static str> {
        if engine == Engine::Firefox && self.more_contrast {
            return Some("Firefox takes the wish for contrast from the system");
        }
        if engine != Engine::WebKit {
            return None;
        }
        let lacking = [
            (self.width < 450, "WebKitGTK's browser cannot be narrower than 447 pixels"),
            (self.ratio != 1.0, "WebKitGTK's driver sets no pixel ratio"),
            (
                self.dark || self.reduced_motion || self.forced_colors || self.more_contrast,
                "WebKitGTK's driver sets no preferences",
            ),
            (self.text_size != Self::default().text_size, "WebKitGTK's driver sets no size of text"),
            (self.touch, "WebKitGTK's driver has no finger"),
            (self.lang != Self::default().lang, "WebKitGTK takes its language from the system"),
        ];
        lacking.into_iter().find_map(|(lacks, why)| lacks.then_some(why))
    }
}

/// What a new session asks of its driver.
pub fn capabilities(browser: &Browser, window: &Window, logs: bool) -> Map<String, Value> {
    let mut capabilities = Map::new();
    match browser.engine {
        Engine::Chromium => {
            let mut flags: Vec<String> = CHROMIUM_FLAGS.iter().map(ToString::to_string).collect();
            flags.push(format!("--lang={}", window.lang));
            flags.push(format!("--accept-lang={}", window.lang));
            flags.push(format!("--window-size={},{}", window.width, window.height));
            let options = json!({ "args": flags, "prefs": { "intl.accept_languages": window.lang,
                                                              "webkit.webprefs.default_font_size": window.text_size },
                                  "binary": browser.program.to_string_lossy() });
            let logs = if logs { json!({ "browser": "ALL", "performance": "ALL" }) } else { json!({}) };
            capabilities.insert("goog:chromeOptions".into(), options);
            capabilities.insert("goog:loggingPrefs".into(), logs);
        }
        Engine::Firefox => {
            let options = json!({ "args": ["-headless"], "prefs": firefox_settings(window),
                                  "binary": browser.program.to_string_lossy() });
            capabilities.insert("moz:firefoxOptions".into(), options);
        }
        Engine::WebKit => {
            let options = json!({ "binary": browser.program.to_string_lossy(), "args": ["--automation"] });
            capabilities.insert("webkitgtk:browserOptions".into(), options);
        }
    }
    capabilities
}

/// Tells an open window of its size, pixel ratio and its reader's preferences.
pub fn set_window(session: &Session, window: &Window) -> Result<(), String> {
    match session.engine() {
        Engine::Chromium => set_chromium(session, window),
        Engine::Firefox => set_firefox(session, window),
        Engine::WebKit => set_size(session, window),
    }
}

fn set_chromium(session: &Session, window: &Window) -> Result<(), String> {
    session.cdp(
        "Emulation.setDeviceMetricsOverride",
        json!({ "width": window.width, "height": window.height, "deviceScaleFactor": window.ratio,
                "mobile": window.touch }),
    )?;
    let choose = |on: bool, yes: &str, no: &str| if on { yes.to_owned() } else { no.to_owned() };
    session.cdp(
        "Emulation.setEmulatedMedia",
        json!({ "features": [
            { "name": "prefers-color-scheme", "value": choose(window.dark, "dark", "light") },
            { "name": "prefers-reduced-motion", "value": choose(window.reduced_motion, "reduce", "no-preference") },
            { "name": "forced-colors", "value": choose(window.forced_colors, "active", "none") },
            { "name": "prefers-contrast", "value": choose(window.more_contrast, "more", "no-preference") },
        ] }),
    )?;
    // Chromium's `--lang` moves `navigator.language` only; `Intl` follows the system unless told.
    session.cdp("Emulation.setLocaleOverride", json!({ "locale": window.lang.replace('-', "_") }))?;
    session.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": window.touch }))?;
    Ok(())
}

/// Firefox's names for what a reader prefers.
fn firefox_settings(window: &Window) -> Value {
    // In its bits 1 is a finger, 6 a mouse that can hover.
    let pointer = if window.touch { 1 } else { 6 };
    json!({
        "intl.accept_languages": window.lang,
        "layout.css.devPixelsPerPx": window.ratio.to_string(),
        "layout.css.prefers-color-scheme.content-override": i32::from(!window.dark),
        "ui.prefersReducedMotion": i32::from(window.reduced_motion),
        "browser.display.document_color_use": if window.forced_colors { 2 } else { 0 },
        "dom.w3c_touch_events.enabled": i32::from(window.touch),
        "font.size.variable.x-western": window.text_size,
        // Chromium's are hidden too: what a page is wide says nothing of how high it is.
        "ui.useOverlayScrollbars": 1,
        "ui.primaryPointerCapabilities": pointer,
        "ui.allPointerCapabilities": pointer,
    })
}

fn set_firefox(session: &Session, window: &Window) -> Result<(), String> {
    // A window of Firefox is at least 450 pixels wide; the page in it can be as narrow as on a phone.
    session.run_in_firefox(
        "const [settings, width, height, lang] = arguments;
         for (const [name, value] of Object.entries(settings)) {
           if (typeof value === 'string') Services.prefs.setStringPref(name, value);
           else Services.prefs.setIntPref(name, value);
         }
         const page = gBrowser.selectedBrowser;
         page.browsingContext.languageOverride = lang;
         page.style.cssText = `flex: none; width: ${width}px; height: ${height}px`;",
        &[firefox_settings(window), json!(window.width), json!(window.height), json!(window.lang)],
    )?;
    wait_for_size(session, window)
}

/// Gives the window a size by what W3C WebDriver has for it, which is the outer one.
fn set_size(session: &Session, window: &Window) -> Result<(), String> {
    let inner = session.run("return [innerWidth, innerHeight, outerWidth, outerHeight]", &[])?;
    let edge = |outer: usize, inside: usize| {
        inner[outer].as_i64().unwrap_or_default() - inner[inside].as_i64().unwrap_or_default()
    };
    let (width, height) = (i64::from(window.width) + edge(2, 0), i64::from(window.height) + edge(3, 1));
    session.command("window/rect", Some(json!({ "width": width, "height": height })))?;
    wait_for_size(session, window)
}

fn wait_for_size(session: &Session, window: &Window) -> Result<(), String> {
    let (width, height) = (json!(window.width), json!(window.height));
    let body = "return innerWidth === arguments[0] && innerHeight === arguments[1] && devicePixelRatio === arguments[2]";
    match session.until(body, &[width, height, json!(window.ratio)], PATIENCE)? {
        Some(_) => Ok(()),
        None => {
            let found = session.run("return [innerWidth, innerHeight, devicePixelRatio]", &[])?;
            Err(format!("{} gives a window of {found}, not {window:?}", session.engine()))
        }
    }
}
