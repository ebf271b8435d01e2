//! A gate before a site's answers: what is held back there stays away, for every page, until it is let go.

use tokio::sync::watch;

/// The beginnings of the paths that are held back. A browser asks one server for six files at once: with six of them
/// held, the others wait too.
#[derive(Debug, Default)]
pub struct Gate {
    held: watch::Sender<Vec<String>>,
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

    /// Waits until nothing holds this path.
    pub(super) async fn pass(&self, path: &str) {
        let is_free = |held: &Vec<String>| !held.iter().any(|beginning| path.starts_with(beginning.as_str()));
        // It fails only without the sender, which is the gate's own.
        let _ = self.held.subscribe().wait_for(is_free).await;
    }
}
