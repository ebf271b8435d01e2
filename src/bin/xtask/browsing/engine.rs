//! The browsers that the suite runs in, by their engines.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// A browser engine, and the one browser of it that is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox ESR through geckodriver.
    Firefox,
    /// WebKitGTK's own small browser through WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// Every engine, in the order in which the suite runs in them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What the command line and the environment call it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}

/// What people call it.
impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        })
    }
}

impl FromStr for Engine {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|engine| engine.word() == word)
            .ok_or_else(|| format!("there is no browser `{word}`: chromium, firefox or webkit"))
    }
}

/// A browser that a running driver can open.
#[derive(Debug, Clone, PartialEq)]
pub struct Browser {
    /// Its engine.
    pub engine: Engine,
    /// The address of its driver.
    pub driver: String,
    /// The path of its program.
    pub program: PathBuf,
}
