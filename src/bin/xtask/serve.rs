//! The site on this machine, rebuilt when a source changes.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{RecursiveMode, Watcher};

use crate::browsing::server::Server;
use crate::browsing::site::Site;
use crate::{dist, progress, project};

/// An editor writes a file in several steps, and a branch switch writes many: silence this long ends the change.
const QUIET: Duration = Duration::from_millis(250);

/// Builds, serves and rebuilds until it is interrupted.
pub fn run(port: u16) -> Result<(), String> {
    // First, so that a taken port is known before the long build; until it is done the site is empty.
    let server = Server::start(Arc::new(Site::of(project::dist())), port)?;
    progress::say(format!("building the site first; then it is at {}", server.origin()));
    println!("{}", dist::run(None)?);
    println!("serving target/dist at {} (Ctrl-C ends it)", server.origin());
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| matters(&event)) {
            // Without a receiver the tool is ending.
            let _ = sender.send(());
        }
    })
    .map_err(|problem| format!("cannot watch the sources: {problem}"))?;
    let root = project::root();
    for (name, mode) in [
        ("src", RecursiveMode::Recursive),
        ("www", RecursiveMode::Recursive),
        // The file itself is replaced by editors, its folder stays.
        ("", RecursiveMode::NonRecursive),
    ] {
        let path = root.join(name);
        watcher
            .watch(&path, mode)
            .map_err(|problem| format!("cannot watch {}: {problem}", path.display()))?;
    }
    while wait_for_change(&changes) {
        match dist::run(None) {
            Ok(sizes) => println!("{}", sizes.first_chart()),
            Err(problem) => eprintln!("error: {problem}\nthe site is still the one before"),
        }
        println!("serving target/dist at {}", server.origin());
    }
    Err("the sources are no longer watched".into())
}

/// Whether the site depends on what happened: not on reading a file, on the tool or on what else lies at the root.
fn matters(event: &notify::Event) -> bool {
    let root = project::root();
    let part_of_site = |path: &Path| {
        let Ok(path) = path.strip_prefix(&root) else { return false };
        let tool = path.starts_with("src/bin");
        let source = path.starts_with("src") || path.starts_with("www");
        source && !tool || path == Path::new("Cargo.toml") || path == Path::new("Cargo.lock")
    };
    !event.kind.is_access() && event.paths.iter().any(|path| part_of_site(path))
}

/// Waits for a change and for its end; false when there is nobody left to tell.
fn wait_for_change(changes: &Receiver<()>) -> bool {
    if changes.recv().is_err() {
        return false;
    }
    while changes.recv_timeout(QUIET).is_ok() {}
    true
}
