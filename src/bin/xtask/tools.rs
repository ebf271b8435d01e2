//! What the browser part needs beside Rust: Chromium with its driver, and packages from npm. Each is found, or
//! installed where that can be done without asking, or named.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, Once};
use std::time::Duration;

use crate::project;

/// Names Chromium goes by.
const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// What has to be installed on a Debian-like system; the fonts so that pictures are the same everywhere.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-core"];

/// The programs of the browser part.
pub struct Programs {
    /// Path of Chromium or Chrome.
    pub chromium: PathBuf,
    /// Path of chromedriver.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, installs them where it can, else says what to install.
pub fn programs() -> Result<Programs, String> {
    if let Some(found) = find_programs() {
        return Ok(found);
    }
    let advice = format!(
        "Chromium or its driver is missing from PATH. Install both, of the same version: on Debian or Ubuntu \
         `sudo apt-get install {}`, elsewhere https://googlechromelabs.github.io/chrome-for-testing/ offers \
         `chrome` and `chromedriver`",
        PACKAGES.join(" ")
    );
    apt_install(&PACKAGES).map_err(|why| format!("{advice} ({why})"))?;
    find_programs().ok_or(advice)
}

fn find_programs() -> Option<Programs> {
    let chromium = CHROMIUM.iter().find_map(|name| on_path(name))?;
    Some(Programs { chromium, driver: on_path("chromedriver")? })
}

/// Where a program is, as a shell would find it.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Installs packages with apt, or says why not.
pub fn apt_install(packages: &[&str]) -> Result<(), String> {
    if on_path("apt-get").is_none() {
        return Err("there is no apt-get to install it with".into());
    }
    let id = Command::new("id").arg("-u").output().map(|output| output.stdout).unwrap_or_default();
    if String::from_utf8_lossy(&id).trim() != "0" {
        return Err("only root could install it with apt-get".into());
    }
    println!("installing {} with apt-get", packages.join(" "));
    let apt = |arguments: &[&str]| {
        Command::new("apt-get")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    // An old list of packages names files that are gone; a failed update may still leave a usable list.
    apt(&["update"]);
    let install = [&["install", "-y", "--no-install-recommends"], packages].concat();
    if apt(&install) { Ok(()) } else { Err("apt-get could not install it: see above".into()) }
}

/// The folder of an npm package, fetched once.
pub fn npm_package(name: &str, version: &str) -> Result<PathBuf, String> {
    let folder = project::tools().join(format!("{name}-{version}"));
    if folder.join("package/package.json").is_file() {
        return Ok(folder.join("package"));
    }
    need_npm()?;
    let failed =
        |why: &dyn std::fmt::Display| format!("{name} {version} could not be fetched from npm: {why}");
    fs::create_dir_all(&folder).map_err(|problem| failed(&problem))?;
    let packed = Command::new("npm")
        .args(["pack", "--silent", &format!("{name}@{version}")])
        .current_dir(&folder)
        .output()
        .map_err(|problem| failed(&problem))?;
    if !packed.status.success() {
        return Err(failed(&String::from_utf8_lossy(&packed.stderr).trim()));
    }
    let archive =
        String::from_utf8_lossy(&packed.stdout).lines().last().unwrap_or_default().trim().to_owned();
    let unpacked = Command::new("tar").args(["-xzf", &archive]).current_dir(&folder).status();
    match unpacked {
        Ok(status) if status.success() => Ok(folder.join("package")),
        Ok(_) => Err(failed(&"tar could not unpack it")),
        Err(problem) => Err(failed(&problem)),
    }
}

fn need_npm() -> Result<(), String> {
    if on_path("npm").is_some() {
        return Ok(());
    }
    apt_install(&["npm"]).map_err(|why| format!("npm is missing ({why}): install Node.js with npm"))
}

/// Installs what the `package.json` of a folder names, once for each edition of it.
pub fn npm_install(folder: &Path) -> Result<(), String> {
    let wanted = project::read(&folder.join("package.json"))?;
    let installed = folder.join("installed.json");
    if project::read(&installed).is_ok_and(|before| before == wanted) {
        return Ok(());
    }
    need_npm()?;
    println!("installing the packages of {} with npm", folder.display());
    let output = Command::new("npm")
        .args(["install", "--silent", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"])
        .current_dir(folder)
        .output()
        .map_err(|problem| format!("npm does not start: {problem}"))?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(format!("npm could not install the packages of {}: {why}", folder.display()));
    }
    project::write(&installed, &wanted)
}

/// The files of a Debian package below a folder, fetched and unpacked once; nothing of it is installed.
pub fn debian_package(name: &str) -> Result<PathBuf, String> {
    let folder = project::tools().join(name);
    if folder.join("usr").is_dir() {
        return Ok(folder);
    }
    println!("fetching {name} with apt-get");
    fs::create_dir_all(&folder).map_err(|problem| project::cannot("make the folder", &folder, &problem))?;
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).current_dir(&folder).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    // An old list of packages names files that are gone.
    let fetched = apt(&["download", name]) || (apt(&["update"]) && apt(&["download", name]));
    if !fetched {
        return Err(format!("{name} could not be fetched with apt-get download"));
    }
    let archive = project::files_below(&folder)?.into_iter().find(|(file, _)| file.ends_with(".deb"));
    let (_, archive) = archive.ok_or_else(|| format!("apt-get download left no package of {name}"))?;
    let unpacked = Command::new("dpkg-deb").arg("-x").args([&archive, &folder]).status();
    match unpacked {
        Ok(status) if status.success() => Ok(folder),
        _ => Err(format!("dpkg-deb could not unpack {}", archive.display())),
    }
}

/// A running chromedriver; shut down when dropped, and when the tool is interrupted.
pub struct Driver {
    child: Child,
    port: u16,
}

/// Ports of the drivers that run, for the moment of an interruption.
static RUNNING: Mutex<Vec<u16>> = Mutex::new(Vec::new());

impl Driver {
    /// Starts the driver on a free port.
    pub fn start(program: &Path) -> Result<Self, String> {
        shut_down_when_interrupted();
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
        RUNNING.lock().expect("nothing panics with it").push(port);
        Ok(Self { child, port })
    }

    /// Where WebDriver commands go.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        RUNNING.lock().expect("nothing panics with it").retain(|&port| port != self.port);
        shut_down(self.port);
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

/// Asks a driver to close its windows and to end. A kill would leave the windows.
fn shut_down(port: u16) {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else { return };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let _ = stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    let _ = stream.read(&mut [0; 512]);
}

/// The driver would outlive a tool that is interrupted or terminated.
fn shut_down_when_interrupted() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        std::thread::spawn(|| {
            let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
                return;
            };
            runtime.block_on(interruption());
            let running = RUNNING.lock().map(|running| running.clone()).unwrap_or_default();
            running.into_iter().for_each(shut_down);
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
