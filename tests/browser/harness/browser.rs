//! The browser that `cargo xtask test` started: its engine and its drivers.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::{Rc, Weak};
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::browsing;
use crate::browsing::emulation::Window;
use crate::browsing::engine::{Browser, Engine};
use crate::browsing::session::Session;

/// Drivers whose window no test has, with the windows that are open still; `None` before the first was asked for.
static FREE: Mutex<Option<Vec<Driver>>> = Mutex::new(None);
/// Told when one is given back.
static GIVEN_BACK: Condvar = Condvar::new();

/// Shared by the tests that run; held alone by one that measures time.
static PROCESSORS: RwLock<()> = RwLock::new(());

thread_local! {
    /// What the windows of a test hold together: one that opens a second may not wait for one that waits for it.
    static TURN: RefCell<Weak<Turn>> = const { RefCell::new(Weak::new()) };
}

/// A test's turn at the processors, until the last of its windows is closed.
enum Turn {
    Shared { _guard: RwLockReadGuard<'static, ()> },
    Alone { _guard: RwLockWriteGuard<'static, ()> },
}

impl Turn {
    /// The turn that the test has, else a new one once it can be had.
    fn take(alone: bool) -> Rc<Self> {
        if let Some(turn) = TURN.with_borrow(Weak::upgrade) {
            assert!(
                !alone || matches!(*turn, Self::Alone { .. }),
                "the first window of a test decides that it is alone"
            );
            return turn;
        }
        let turn = Rc::new(if alone {
            Self::Alone { _guard: PROCESSORS.write().unwrap_or_else(PoisonError::into_inner) }
        } else {
            Self::Shared { _guard: PROCESSORS.read().unwrap_or_else(PoisonError::into_inner) }
        });
        TURN.set(Rc::downgrade(&turn));
        turn
    }
}

/// How many tests have a window of Firefox one after the other: what a browser gathers with time is no test's.
const MOST_TURNS: u32 = 12;

/// A driver of another engine than Chromium by its address.
struct Driver {
    address: String,
    open: Option<Open>,
}

/// A window that a test has left.
struct Open {
    session: Arc<Session>,
    text_size: u32,
    /// How many tests had it.
    turns: u32,
}

/// A browser for one window; its driver is given back when dropped, as all but chromedriver open one window at a time.
pub struct Lease {
    browser: Browser,
    /// What another test has left open in it.
    open: Option<Open>,
    turns: u32,
    /// The size of text of the window that it has given.
    text_size: u32,
    /// Last, so that the driver is given back before the next test starts.
    _turn: Rc<Turn>,
}

impl Lease {
    /// Waits for a driver that is free; and where the test measures time, until no other runs.
    pub fn take(alone: bool) -> Self {
        let turn = Turn::take(alone);
        let (browser, open) = Self::driver();
        Self { browser, open, turns: 0, text_size: 0, _turn: turn }
    }

    fn driver() -> (Browser, Option<Open>) {
        let engine = engine();
        let program = PathBuf::from(variable(browsing::BROWSER));
        let drivers = variable(browsing::DRIVERS);
        if engine == Engine::Chromium {
            return (Browser { engine, driver: drivers, program }, None);
        }
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let list = free.get_or_insert_with(|| {
                drivers.split(' ').map(|address| Driver { address: address.to_owned(), open: None }).collect()
            });
            if let Some(driver) = list.pop() {
                return (Browser { engine, driver: driver.address, program }, driver.open);
            }
            free = GIVEN_BACK.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// A window: the one that is open, as for a new reader, else another.
    pub fn window(&mut self, window: &Window) -> Result<Arc<Session>, String> {
        self.text_size = window.text_size;
        if let Some(open) = self.open.take()
            && open.text_size == window.text_size
            && open.session.renew(window).is_ok()
        {
            self.turns = open.turns;
            return Ok(open.session);
        }
        Session::open(&self.browser, window).map(Arc::new)
    }

    /// Keeps its window open for another test; not after one that failed, which may have left anything.
    pub fn keep(&mut self, session: &Arc<Session>) {
        let turns = self.turns + 1;
        if self.browser.engine == Engine::Firefox && turns < MOST_TURNS {
            self.open = Some(Open { session: Arc::clone(session), text_size: self.text_size, turns });
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Some(list), false) = (free.as_mut(), self.browser.engine == Engine::Chromium) {
            list.push(Driver { address: std::mem::take(&mut self.browser.driver), open: self.open.take() });
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
