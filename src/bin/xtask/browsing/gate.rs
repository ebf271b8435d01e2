//! A gate before a site's answers: what is held back there stays away, for every page, until it is let go, and what is
//! refused never comes.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

/// The beginnings of the paths that are held back. A browser asks one server for six files at once: with six of them
/// held, the others wait too.
#[derive(Debug, Default)]
pub struct Gate {
    held: watch::Sender<Vec<String>>,
    /// The paths of which no connection brings a byte.
    refused: Mutex<Vec<String>>,
}

impl Gate {
    /// Holds every answer to a path that begins so, such as `/pkg/map.`, from now on.
    pub fn hold(&self, beginning: &str) {
        self.held.send_modify(|held| held.push(beginning.to_owned()));
    }

    /// Lets go what one [`Self::hold`] of the same beginning holds back.
    pub fn release(&self, beginning: &str) {
        self.held.send_modify(|held| {
            if let Some(at) = held.iter().position(|one| one == beginning) {
                held.swap_remove(at);
            }
        });
    }

    /// Breaks every connection that asks for a path, with its query, before it brings a byte.
    pub fn refuse(&self, path: &str) {
        self.refused().push(path.into());
    }

    /// Refuses no path any more.
    pub fn refuse_nothing(&self) {
        self.refused().clear();
    }

    /// Whether what comes over a connection asks for a path that is refused.
    pub(super) fn refuses(&self, request: &[u8]) -> bool {
        let asks = |path: &String| {
            let rest = request.strip_prefix(b"GET ").and_then(|rest| rest.strip_prefix(path.as_bytes()));
            rest.is_some_and(|rest| rest.starts_with(b" "))
        };
        self.refused().iter().any(asks)
    }

    fn refused(&self) -> MutexGuard<'_, Vec<String>> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until nothing holds this path.
    pub(super) async fn pass(&self, path: &str) {
        let is_free = |held: &Vec<String>| !held.iter().any(|beginning| path.starts_with(beginning.as_str()));
        // It fails only without the sender, which is the gate's own.
        let _ = self.held.subscribe().wait_for(is_free).await;
    }
}
