//! The browser that `cargo xtask test` started: its engine and its drivers.

use std::path::PathBuf;
use std::sync::{Condvar, Mutex, PoisonError};

use crate::browsing;
use crate::browsing::engine::{Browser, Engine};

/// Drivers that have no window open; `None` before the first was asked for.
static FREE: Mutex<Option<Vec<String>>> = Mutex::new(None);
/// Told when one is given back.
static GIVEN_BACK: Condvar = Condvar::new();

/// A browser for one window; its driver is given back when dropped, as all but chromedriver open one window at a time.
pub struct Lease(Browser);

impl Lease {
    /// Waits for a driver that is free.
    pub fn take() -> Self {
        let engine = engine();
        let program = PathBuf::from(variable(browsing::BROWSER));
        let drivers = variable(browsing::DRIVERS);
        if engine == Engine::Chromium {
            return Self(Browser { engine, driver: drivers, program });
        }
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let list = free.get_or_insert_with(|| drivers.split(' ').map(str::to_owned).collect());
            if let Some(driver) = list.pop() {
                return Self(Browser { engine, driver, program });
            }
            free = GIVEN_BACK.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// What to open the window with.
    pub fn browser(&self) -> &Browser {
        &self.0
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Some(list), false) = (free.as_mut(), self.0.engine == Engine::Chromium) {
            list.push(std::mem::take(&mut self.0.driver));
            GIVEN_BACK.notify_one();
        }
    }
}

/// The engine that the tests run in.
pub fn engine() -> Engine {
    variable(browsing::ENGINE).parse().unwrap_or_else(|why: String| panic!("{why}"))
}

fn variable(name: &str) -> String {
    std::env::var(name)
        .unwrap_or_else(|_| panic!("no browser: run these tests with `cargo xtask test --only browser`"))
}
