//! Running drivers: started on free ports, ended with their browsers, also when the tool is interrupted.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, Once};
use std::time::Duration;

use super::Programs;
use crate::browsing::engine::{Browser, Engine};

/// A running driver; shut down when dropped, and when the tool is interrupted.
pub struct Driver {
    child: Child,
    browser: Browser,
    end: End,
}

/// How a driver is ended, so that its windows end with it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    /// Chromedriver closes its windows when it is asked on its port to shut down; a kill would leave them.
    Asked(u16),
    /// The others are leaders of a group of processes, with everything that they started.
    Group(u32),
}

/// Ends of the drivers that run, for the moment of an interruption.
static RUNNING: Mutex<Vec<End>> = Mutex::new(Vec::new());

impl Driver {
    /// Starts the driver on a free port.
    pub fn start(programs: &Programs) -> Result<Self, String> {
        end_when_interrupted();
        let (child, port, end) = match programs.engine {
            Engine::Chromium => {
                let (child, port) = chromedriver(&programs.driver)?;
                (child, port, End::Asked(port))
            }
            Engine::Firefox | Engine::WebKit => {
                let port = free_port()?;
                let child = grouped(programs, port)?;
                let end = End::Group(child.id());
                (child, port, end)
            }
        };
        locked().push(end);
        let driver = format!("http://127.0.0.1:{port}");
        let browser = Browser { engine: programs.engine, driver, program: programs.browser.clone() };
        let mut started = Self { child, browser, end };
        started.wait_for(port)?;
        Ok(started)
    }

    /// What windows are opened with.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    fn wait_for(&mut self, port: u16) -> Result<(), String> {
        // A screen of its own takes a second on a busy machine.
        for _ in 0..200 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(());
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("the driver of {} ended at once: {status}", self.browser.engine));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!("the driver of {} does not answer on port {port}", self.browser.engine))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        locked().retain(|end| *end != self.end);
        self.end.ask();
        // It closes its windows first; a moment is enough.
        for _ in 0..60 {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl End {
    fn ask(self) {
        match self {
            Self::Asked(port) => {
                let Ok(mut stream) = TcpStream::connect((Ipv4Addr::LOCALHOST, port)) else { return };
                let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
                let _ = stream
                    .write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
                let _ = stream.read(&mut [0; 512]);
            }
            Self::Group(leader) => {
                let group = format!("-{leader}");
                let _ = Command::new("kill").args(["-TERM", "--", &group]).stderr(Stdio::null()).status();
            }
        }
    }
}

fn locked() -> std::sync::MutexGuard<'static, Vec<End>> {
    RUNNING.lock().expect("nothing panics with it")
}

fn chromedriver(program: &Path) -> Result<(Child, u16), String> {
    let mut child = Command::new(program)
        .args(["--port=0", "--log-level=SEVERE"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|problem| format!("{} does not start: {problem}", program.display()))?;
    let mut lines = BufReader::new(child.stdout.take().expect("stdout is piped")).lines();
    // "ChromeDriver was started successfully on port 35113."
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        line.split_once("successfully on port ")?.1.trim_end_matches('.').trim().parse().ok()
    });
    // Whatever else it says must not fill the pipe.
    std::thread::spawn(move || lines.for_each(drop));
    let Some(port) = port else {
        let _ = child.kill();
        let _ = child.wait();
        return Err(format!("{} did not say on which port it listens", program.display()));
    };
    Ok((child, port))
}

/// A driver that does not choose its port, at the head of a group of processes.
fn grouped(programs: &Programs, port: u16) -> Result<Child, String> {
    let mut command = match programs.engine {
        Engine::WebKit => {
            let mut command = Command::new("xvfb-run");
            // Each its own screen: on a common one their windows would take the focus from each other; and without a
            // window manager none would have it.
            command.args(["--auto-servernum", "--server-args=-screen 0 2000x2000x24", "sh", "-c"]);
            command.arg("openbox --sm-disable & exec \"$0\" \"$@\"").arg(&programs.driver);
            command
        }
        _ => {
            let mut command = Command::new(&programs.driver);
            // Without it no setting can be changed once a window is open.
            command.args(["--allow-system-access", "--websocket-port=0", "--log=error"]);
            command
        }
    };
    command.arg(format!("--port={port}"));
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|problem| format!("{} does not start: {problem}", programs.driver.display()))
}

fn free_port() -> Result<u16, String> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|problem| format!("there is no free port: {problem}"))
}

/// The driver would outlive a tool that is interrupted or terminated.
fn end_when_interrupted() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        std::thread::spawn(|| {
            let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
                return;
            };
            runtime.block_on(interruption());
            let running = RUNNING.lock().map(|running| running.clone()).unwrap_or_default();
            running.into_iter().for_each(End::ask);
            std::process::exit(130);
        });
    });
}

#[cfg(unix)]
async fn interruption() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut interrupt), Ok(mut terminate)) =
        (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        return std::future::pending().await;
    };
    tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
}

#[cfg(not(unix))]
async fn interruption() {
    let _ = tokio::signal::ctrl_c().await;
}
