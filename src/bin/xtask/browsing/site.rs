//! What a web server on this machine gives: folders of files, and single answers put into it while it runs.

use std::collections::HashMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use tokio::sync::watch;

use super::body::{Half, Network, over};
use super::gate::Gate;
use super::media::{compressible, encoded, media_type};
use super::{compress, record};

/// What a server gives: files below folders, and answers by path.
#[derive(Default)]
pub struct Site {
    folders: Vec<(String, PathBuf)>,
    answers: Mutex<HashMap<String, PreparedResponse>>,
    asked: watch::Sender<Vec<LoggedRequest>>,
    network: Mutex<Option<Network>>,
    gate: Gate,
    gone: AtomicBool,
    recorded: bool,
}

/// One request that came in.
#[derive(Debug, Clone)]
pub struct LoggedRequest {
    /// Path and query.
    pub path: String,
    /// The `Origin` header: which page asked across origins.
    pub origin: Option<String>,
    /// The `Referer` header.
    pub referer: Option<String>,
    /// The `Cookie` header.
    pub cookie: Option<String>,
    /// The `If-None-Match` header: the edition that the browser has.
    pub known: Option<String>,
}

/// One answer that is not a file.
#[derive(Debug, Clone)]
pub struct PreparedResponse {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    once_requested: Option<String>,
    cut: bool,
    compressed: bool,
    network: Option<Network>,
}

impl PreparedResponse {
    /// Bytes of a media type, at once, to the page's own origin.
    pub fn new(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let mut answer = Self {
            status: 200,
            headers: Vec::new(),
            body: body.into(),
            once_requested: None,
            cut: false,
            compressed: false,
            network: None,
        };
        if !content_type.is_empty() {
            answer = answer.header("content-type", content_type);
        }
        answer
    }

    /// A page.
    pub fn html(body: impl Into<Vec<u8>>) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    /// A table of the author's own.
    pub fn csv(body: impl Into<Vec<u8>>) -> Self {
        Self::new("text/csv; charset=utf-8", body)
    }

    /// With another status than 200.
    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// With one more header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Readable by pages of other origins.
    pub fn for_every_origin(self) -> Self {
        self.header("access-control-allow-origin", "*")
    }

    /// Sent only once a path has been asked for, such as one that the page asks for when it is painted.
    pub fn once_requested(mut self, path: &str) -> Self {
        self.once_requested = Some(path.into());
        self
    }

    /// Announced whole, broken off after half its bytes.
    pub fn cut_in_half(mut self) -> Self {
        self.cut = true;
        self
    }

    /// Compressed like a file, if the browser takes it.
    pub fn compressed(mut self) -> Self {
        self.compressed = true;
        self
    }

    /// Sent so many bytes a second.
    pub fn slowly(mut self, bytes_per_second: u32) -> Self {
        self.network = Some(Network { bytes_per_second, latency: Duration::ZERO });
        self
    }
}

impl Site {
    /// A site whose root is a folder.
    pub fn of(folder: impl Into<PathBuf>) -> Self {
        Self::default().with_folder("/", folder)
    }

    /// With one more folder below a path such as `/peers/`; the first that has the file answers.
    pub fn with_folder(mut self, below: &str, folder: impl Into<PathBuf>) -> Self {
        self.folders.push((below.into(), folder.into()));
        self
    }

    /// With [`record::TAG`] in every page that is navigated to.
    pub fn recorded(mut self) -> Self {
        self.recorded = true;
        self
    }

    /// Sends every answer from now on over a network of this kind.
    pub fn set_network(&self, network: Network) {
        *locked(&self.network) = Some(network);
    }

    /// Breaks every connection from now on before it brings a byte, as where there is no network; or no longer.
    pub fn set_gone(&self, gone: bool) {
        self.gone.store(gone, Ordering::Relaxed);
    }

    pub(super) fn is_gone(&self) -> bool {
        self.gone.load(Ordering::Relaxed)
    }

    /// Where answers can be held back, and requests refused, by path.
    pub fn gate(&self) -> &Gate {
        &self.gate
    }

    /// Answers a path, such as `/page.html`, from now on; with a query, such as `/feed?page=2`, that query alone.
    pub fn put(&self, path: &str, answer: PreparedResponse) {
        locked(&self.answers).insert(path.into(), answer);
    }

    /// Every request so far, in order.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.asked.borrow().clone()
    }

    /// Waits until the requests so far, with those that still come, are enough; `false` once that takes too long.
    pub fn wait_for_requests(&self, enough: impl Fn(&[LoggedRequest]) -> bool, patience: Duration) -> bool {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
        let runtime = runtime.expect("a runtime with nothing but a clock");
        runtime.block_on(async { tokio::time::timeout(patience, self.until(enough)).await.is_ok() })
    }

    /// Waits for the same, for as long as it takes.
    async fn until(&self, enough: impl Fn(&[LoggedRequest]) -> bool) {
        // It fails only without the sender, which is the site's own.
        let _ = self.asked.subscribe().wait_for(|asked| enough(asked)).await;
    }

    fn file(&self, path: &str) -> Option<PathBuf> {
        self.folders.iter().find_map(|(below, folder)| {
            let relative = decoded(path.strip_prefix(below.as_str())?)?;
            // No way out of the folder.
            if Path::new(&relative).components().any(|part| !matches!(part, Component::Normal(_))) {
                return None;
            }
            let file = folder.join(relative);
            let file = if file.is_dir() { file.join("index.html") } else { file };
            file.is_file().then_some(file)
        })
    }
}

/// The content, whatever a panicking test did while it held the lock.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// A path without its percent signs, unless they are no UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex =
            (byte == b'%').then(|| after.get(..2)).flatten().and_then(|hex| std::str::from_utf8(hex).ok());
        if let Some(value) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(value);
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

/// What the site gives to a request, over its network.
pub(super) async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    if site.recorded && request.uri().path() == record::PATH {
        return script(&[record::EVENTS, record::OBSERVED].concat());
    }
    let network = *locked(&site.network);
    let response = answer_at_once(site, request).await;
    match network {
        Some(network) => over(network, response).await,
        None => response,
    }
}

async fn answer_at_once(site: Arc<Site>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let with_query = request.uri().path_and_query().map_or_else(|| path.clone(), ToString::to_string);
    let headers = request.headers().clone();
    let header = |name: HeaderName| headers.get(name)?.to_str().ok().map(str::to_owned);
    let asked = LoggedRequest {
        path: with_query.clone(),
        origin: header(header::ORIGIN),
        referer: header(header::REFERER),
        cookie: header(header::COOKIE),
        known: header(header::IF_NONE_MATCH),
    };
    site.asked.send_modify(|all| all.push(asked));
    site.gate.pass(&with_query).await;
    // Only what is navigated to is asked for as a page.
    let record =
        site.recorded && header(header::ACCEPT).is_some_and(|accept| accept.starts_with("text/html"));
    let put = {
        let answers = locked(&site.answers);
        answers.get(&with_query).or_else(|| answers.get(&path)).cloned()
    };
    if let Some(mut put) = put {
        if let Some(path) = put.once_requested.take() {
            site.until(|asked| asked.iter().any(|asked| asked.path == path)).await;
        }
        let page =
            put.headers.iter().any(|(name, value)| name == "content-type" && value.starts_with("text/html"));
        if record && page {
            let policy = put.headers.iter().find(|(name, _)| name == "content-security-policy");
            put.body = record::recorded(&put.body, policy.map(|(_, policy)| policy.as_str()));
        }
        let network = put.network.take();
        let response = put_answer(put, &headers);
        return match network {
            Some(network) => over(network, response).await,
            None => response,
        };
    }
    let Some(file) = site.file(&path) else {
        return plain(StatusCode::NOT_FOUND, &format!("there is no {path} here\n"));
    };
    // Brotli at its best may take a second: not on the thread that serves the others.
    let for_ever = is_named_after_content(&with_query);
    let made = tokio::task::spawn_blocking(move || file_answer(&file, record, &headers, for_ever)).await;
    made.unwrap_or_else(|problem| plain(StatusCode::INTERNAL_SERVER_ERROR, &problem.to_string()))
}

fn put_answer(mut put: PreparedResponse, asked: &HeaderMap) -> Response {
    let can_resume = put.headers.iter().any(|(name, _)| name == "accept-ranges");
    let range = asked.get(header::RANGE).and_then(|range| range.to_str().ok()).filter(|_| can_resume);
    let from = range.and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse::<usize>().ok());
    if let Some(from) = from.filter(|from| *from < put.body.len()) {
        // What was broken off is taken up again, this time to the end.
        put.body.drain(..from);
        (put.cut, put.status) = (false, 206);
    }
    let length = put.body.len();
    let (encoding, bytes) = if put.compressed { encoded(put.body, asked) } else { (None, put.body) };
    let mut response = if put.cut {
        Response::new(Body::new(Half::of(bytes[..length / 2].to_vec())))
    } else {
        Response::new(Body::from(bytes))
    };
    *response.status_mut() = StatusCode::from_u16(put.status).expect("tests ask for real status codes");
    let headers = response.headers_mut();
    if put.cut {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    for (name, value) in put.headers {
        headers.append(
            HeaderName::from_bytes(name.as_bytes()).expect("tests name real headers"),
            HeaderValue::from_str(&value).expect("tests give real header values"),
        );
    }
    response
}

/// Whether an address holds a hash of what it gives: `pkg/more.0123abcd.wasm`, `data/x.csv?0123abcd`.
fn is_named_after_content(address: &str) -> bool {
    let is_hash = |text: &str| text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    match address.split_once('?') {
        Some((_, query)) => is_hash(query),
        None => address.rsplit('.').nth(1).is_some_and(is_hash),
    }
}

fn file_answer(file: &Path, record: bool, asked: &HeaderMap, for_ever: bool) -> Response {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(problem) => return plain(StatusCode::NOT_FOUND, &format!("cannot be read: {problem}\n")),
    };
    let page = media_type(file).starts_with("text/html");
    let bytes = if record && page { record::recorded(&bytes, None) } else { bytes };
    let modified = fs::metadata(file).and_then(|metadata| metadata.modified()).ok();
    let fingerprint = compress::fingerprint(&bytes);
    let (encoding, bytes) = if compressible(file) { encoded(bytes, asked) } else { (None, bytes) };
    // Every encoding is a representation of its own, with a tag of its own.
    let tag = format!("\"{fingerprint}{}\"", encoding.unwrap_or_default());
    let known = asked.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = if known {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response
    } else {
        Response::new(Body::from(bytes))
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(file)));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    let kept = if for_ever { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).expect("hexadecimal is a header value"));
    if let Some(modified) = modified {
        let modified = httpdate::fmt_http_date(modified);
        headers.insert(
            header::LAST_MODIFIED,
            HeaderValue::from_str(&modified).expect("a date is a header value"),
        );
    }
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

fn script(text: &str) -> Response {
    let mut response = Response::new(Body::from(text.to_owned()));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    // A page that a browser has kept finds it also when the site is gone.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("max-age=600"));
    response
}

fn plain(status: StatusCode, text: &str) -> Response {
    let mut response = Response::new(Body::from(text.to_owned()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}
