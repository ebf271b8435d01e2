//! The built site behind nginx, with the cache headers that the README asks for: what it bears, and what a reader's first and
//! second view cost.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::browsing::emulation::Window;
use crate::browsing::engine::Engine;
use crate::browsing::session::Session;
use crate::browsing::{compress, media};
use crate::tools::{self, Driver};
use crate::{dist, project};

/// For how long each file is asked for, and by how many at a time.
const SECONDS: u32 = 5;
const CONNECTIONS: u32 = 64;
/// No view takes this long unless something is broken.
const PATIENCE: Duration = Duration::from_secs(30);
/// Smaller files travel as they are.
const WORTH_COMPRESSING: usize = 256;
/// The page of the views.
const PAGE: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Load</title><link rel=icon href=\"data:,\">\
    <script async src=/embed.js></script><migration-chart dataset=darien-crossings loading=eager \
    style=\"display:block;height:400px\"></migration-chart>";

/// Builds, serves, asks, and prints.
///
/// # Errors
/// One sentence: what is missing, or did not come.
pub fn run() -> Result<(), String> {
    dist::run(None)?;
    let nginx = tools::program("nginx", "nginx-light")?;
    let wrk = tools::program("wrk", "wrk")?;
    let folder = project::root().join("target/load");
    let site = compressed_beside(&folder.join("site"))?;
    let server = Nginx::start(&nginx, &folder, &site)?;

    println!("behind nginx, {CONNECTIONS} connections, {SECONDS} s a file:");
    let named = |name: &str| first_of(&site.join("pkg"), name).map(|file| format!("pkg/{file}"));
    for file in ["embed.js".into(), named("migration_widget_bg.")?, "data/darien-crossings.csv".into()] {
        println!("{file}: {} requests a second", server.borne(&wrk, &file)?);
    }
    let range = server.answer("/data/population.csv", "Range: bytes=0-99\r\n")?;
    println!("a range of 100 bytes: {}", range.lines().next().unwrap_or_default());

    let programs = tools::programs(Engine::Chromium)?;
    let driver = Driver::start(&programs)?;
    let session = Session::open(driver.browser(), &Window::default())?;
    let mut seen = server.log()?.len();
    for view in ["first", "second"] {
        session.go(&server.url("/load.html"))?;
        let whole = "return document.querySelector('migration-chart')?.toCSV?.() !== ''";
        if session.until(whole, &[], PATIENCE)?.is_none() {
            return Err(format!("waited {PATIENCE:?} in vain for the chart"));
        }
        let log = server.log()?;
        let own = log.get(seen..).unwrap_or_default();
        let bytes: usize = own.iter().map(|(_, bytes)| bytes).sum();
        let known = own.iter().filter(|(status, _)| *status == 304).count();
        println!("{view} view: {} requests, {known} of them 304, {:.1} kB", own.len(), bytes as f64 / 1000.0);
        seen = log.len();
    }
    Ok(())
}

/// A copy of the site in which each text has its gzip beside it, as a good host makes it once.
fn compressed_beside(to: &Path) -> Result<PathBuf, String> {
    let _ = fs::remove_dir_all(to);
    for (name, file) in project::files_below(&project::dist())? {
        let bytes = project::read(&file)?;
        project::write(&to.join(&name), &bytes)?;
        if media::compressible(&file) && bytes.len() > WORTH_COMPRESSING {
            project::write(&to.join(format!("{name}.gz")), &compress::gzip(&bytes))?;
        }
    }
    project::write(&to.join("load.html"), PAGE.as_bytes())?;
    Ok(to.to_owned())
}

/// The file of a folder whose name begins so.
fn first_of(folder: &Path, beginning: &str) -> Result<String, String> {
    let files = project::files_below(folder)?.into_iter().map(|(name, _)| name);
    let mut fitting = files.filter(|name| name.starts_with(beginning) && name.ends_with(".wasm"));
    fitting.next().ok_or_else(|| format!("there is no {beginning}… in {}", folder.display()))
}

/// The server while it is measured; it ends with this.
struct Nginx {
    child: Child,
    port: u16,
    log: PathBuf,
}

impl Nginx {
    fn start(program: &Path, folder: &Path, site: &Path) -> Result<Nginx, String> {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
        let port = free.map_err(|problem| format!("no port is free: {problem}"))?.port();
        let log = folder.join("access.log");
        project::write(&log, b"")?;
        let config = folder.join("nginx.conf");
        project::write(&config, configured(port, folder, site).as_bytes())?;
        let child = Command::new(program)
            .arg("-p")
            .arg(folder)
            .arg("-c")
            .arg(&config)
            .args(["-e", "stderr"])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|problem| format!("nginx does not start: {problem}"))?;
        let server = Nginx { child, port, log };
        for _ in 0..50 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(server);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(format!("nginx does not answer; see {}", config.display()))
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// How many requests of a file a second are answered.
    fn borne(&self, wrk: &Path, file: &str) -> Result<String, String> {
        let output = Command::new(wrk)
            .args(["-t2", &format!("-c{CONNECTIONS}"), &format!("-d{SECONDS}s")])
            .args(["-H", "Accept-Encoding: gzip", &self.url(&format!("/{file}"))])
            .output()
            .map_err(|problem| format!("wrk does not start: {problem}"))?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if said.contains("Non-2xx") {
            return Err(format!("{file} is not answered well:\n{said}"));
        }
        let line = said.lines().find_map(|line| line.trim().strip_prefix("Requests/sec:"));
        line.map(|rate| rate.trim().to_owned()).ok_or_else(|| format!("wrk said nothing of {file}:\n{said}"))
    }

    /// The head of an answer.
    fn answer(&self, path: &str, more: &str) -> Result<String, String> {
        let asked = || -> std::io::Result<String> {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{more}\r\n")?;
            let mut bytes = Vec::new();
            stream.read_to_end(&mut bytes)?;
            Ok(String::from_utf8_lossy(&bytes).into_owned())
        };
        asked().map_err(|problem| format!("{path} is not answered: {problem}"))
    }

    /// Status and bytes of every answer so far.
    fn log(&self) -> Result<Vec<(u16, usize)>, String> {
        // Written once the answer is sent.
        std::thread::sleep(Duration::from_millis(500));
        let text = project::read_text(&self.log)?;
        let pair = |line: &str| {
            let (status, bytes) = line.split_once(' ')?;
            Some((status.parse().ok()?, bytes.parse().ok()?))
        };
        Ok(text.lines().filter_map(pair).collect())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Asked to end, it takes its workers with it.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

/// The server's configuration: the headers of the README's section on hosting.
fn configured(port: u16, folder: &Path, site: &Path) -> String {
    let (folder, site) = (folder.display(), site.display());
    format!(
        "daemon off;
worker_processes auto;
pid {folder}/nginx.pid;
events {{ worker_connections 1024; }}
http {{
  types {{
    text/html html; text/javascript js; application/wasm wasm; application/json json; text/csv csv;
    text/plain txt; image/svg+xml svg; application/zip zip;
  }}
  log_format short '$status $bytes_sent';
  access_log {folder}/access.log short;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  sendfile on;
  gzip_static on;
  gzip_vary on;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    location / {{
      add_header Cache-Control no-cache;
    }}
    location ~ ^/(pkg|data|locales|maps|static)/ {{
      add_header Cache-Control 'public, max-age=31536000, immutable';
      add_header Access-Control-Allow-Origin *;
    }}
    location ~ ^/(embed|index)\\.js$ {{
      add_header Cache-Control 'max-age=600, stale-while-revalidate=86400';
      add_header Access-Control-Allow-Origin *;
    }}
  }}
}}
"
    )
}
