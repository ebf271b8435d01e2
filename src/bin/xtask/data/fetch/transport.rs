//! One file over the network, whole or not at all: limits, retries, conditional requests, redirects that are told.

use std::io::Read;
use std::time::{Duration, SystemTime};

use ureq::http::{HeaderMap, StatusCode};
use url::Url;

/// What a request may cost.
#[derive(Clone, Copy)]
pub struct Limits {
    /// The largest file that is taken.
    pub most_bytes: u64,
    /// How often a file is asked for.
    pub attempts: u32,
    /// The wait after the first failure, doubled after each.
    pub first_wait: Duration,
    /// The longest wait that a server may ask for.
    pub longest_wait: Duration,
    /// How long one attempt may take, with its body.
    pub time: Duration,
}

impl Limits {
    /// What stands when nobody says otherwise: the largest file that is known, UN DESA's indicators, has some 20 MB.
    pub const USUAL: Limits = Limits {
        most_bytes: 200_000_000,
        attempts: 5,
        first_wait: Duration::from_secs(2),
        longest_wait: Duration::from_secs(120),
        time: Duration::from_secs(300),
    };
}

/// What a server said of an edition that is here already.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Validators {
    pub etag: Option<String>,
    pub last_modified: Option<String>,
}

/// What came.
#[derive(Debug)]
pub struct Got {
    /// Where it came from in the end.
    pub final_address: String,
    /// The addresses between, in order.
    pub redirects: Vec<String>,
    pub validators: Validators,
    /// The whole file; `None` where the edition that is here is still the last.
    pub bytes: Option<Vec<u8>>,
}

/// Why an attempt failed, and whether another may help.
struct Failure {
    why: String,
    /// `None` where the same would come again; else how long the server asks to wait, if it does.
    again: Option<Option<Duration>>,
}

impl Failure {
    fn last(why: String) -> Failure {
        Failure { why, again: None }
    }
}

/// How many redirects are followed.
const MOST_REDIRECTS: usize = 5;
/// Who asks: some publishers refuse those who do not say.
const AGENT: &str = concat!("migration-widget/", env!("CARGO_PKG_VERSION"), " (cargo xtask data --fetch)");

/// Asks for a file until it is whole.
///
/// # Errors
/// One sentence: what came in its place, or why it was not asked for.
pub fn get(address: &str, known: &Validators, limits: Limits) -> Result<Got, String> {
    let start = allowed(address, None)?;
    let mut wait = limits.first_wait;
    for attempt in 1.. {
        let failure = match attempt_at(&start, known, limits) {
            Ok(got) => return Ok(got),
            Err(failure) => failure,
        };
        let Some(asked) = failure.again else { return Err(format!("{address}: {}", failure.why)) };
        if attempt >= limits.attempts {
            return Err(format!("{address}: {} ({attempt} attempts)", failure.why));
        }
        if let Some(asked) = asked.filter(|asked| *asked > limits.longest_wait) {
            let seconds = asked.as_secs();
            return Err(format!("{address}: {}; it asks to come back in {seconds} seconds", failure.why));
        }
        std::thread::sleep(asked.unwrap_or(wait));
        wait *= 2;
    }
    Err(format!("{address}: not asked for"))
}

/// An address that may be asked: https, and http of this machine alone, where the first was of this machine too.
fn allowed(address: &str, from: Option<&Url>) -> Result<Url, String> {
    let joined = match from {
        Some(from) => from.join(address),
        None => Url::parse(address),
    };
    let url = joined.map_err(|fault| format!("`{address}` is no address: {fault}"))?;
    let is_own = is_local(&url) && from.is_none_or(is_local);
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_own => Ok(url),
        other => Err(format!("`{url}` is {other}, and only https is asked")),
    }
}

fn is_local(url: &Url) -> bool {
    matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"))
}

fn attempt_at(start: &Url, known: &Validators, limits: Limits) -> Result<Got, Failure> {
    let mut config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(limits.time))
        .user_agent(AGENT);
    if is_local(start) {
        config = config.proxy(None);
    }
    let agent: ureq::Agent = config.build().into();
    let (mut url, mut redirects) = (start.clone(), Vec::new());
    loop {
        let mut request = agent.get(url.as_str()).header("accept", "*/*");
        if let Some(etag) = &known.etag {
            request = request.header("if-none-match", etag);
        }
        if let Some(date) = &known.last_modified {
            request = request.header("if-modified-since", date);
        }
        let mut answer = request
            .call()
            .map_err(|fault| Failure { why: format!("no answer: {fault}"), again: Some(None) })?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        if status.is_redirection() && status != StatusCode::NOT_MODIFIED {
            let Some(location) = header(&headers, "location") else {
                return Err(Failure::last(format!("answered {status} without saying where to")));
            };
            let next = allowed(&location, Some(&url)).map_err(Failure::last)?;
            redirects.push(std::mem::replace(&mut url, next).into());
            if redirects.len() > MOST_REDIRECTS {
                return Err(Failure::last(format!(
                    "more than {MOST_REDIRECTS} redirects, the last to {url}"
                )));
            }
            continue;
        }
        let validators =
            Validators { etag: header(&headers, "etag"), last_modified: header(&headers, "last-modified") };
        let got = |bytes| Got { final_address: url.to_string(), redirects, validators, bytes };
        if status == StatusCode::NOT_MODIFIED {
            return Ok(got(None));
        }
        if status != StatusCode::OK {
            return Err(refused(status, &headers));
        }
        return body(&mut answer, &headers, limits).map(|bytes| got(Some(bytes)));
    }
}

fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

/// The failure of a status that is none of success: which ones pass by themselves.
fn refused(status: StatusCode, headers: &HeaderMap) -> Failure {
    let passes = matches!(status.as_u16(), 408 | 425 | 429 | 500 | 502 | 503 | 504);
    let asked = header(headers, "retry-after").and_then(|text| match text.trim().parse() {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) => {
            let date = httpdate::parse_http_date(text.trim()).ok()?;
            Some(date.duration_since(SystemTime::now()).unwrap_or_default())
        }
    });
    let hint =
        if status == StatusCode::FORBIDDEN { ", as it does to programs: a browser may get it" } else { "" };
    Failure { why: format!("answered {status}{hint}"), again: passes.then_some(asked) }
}

/// All of a body, if it has the length that was promised.
fn body(
    answer: &mut ureq::http::Response<ureq::Body>,
    headers: &HeaderMap,
    limits: Limits,
) -> Result<Vec<u8>, Failure> {
    let length: Option<u64> = header(headers, "content-length").and_then(|text| text.parse().ok());
    let too_large = || Failure::last(format!("larger than {} bytes", limits.most_bytes));
    if length.is_some_and(|length| length > limits.most_bytes) {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let read = answer.body_mut().as_reader().take(limits.most_bytes + 1).read_to_end(&mut bytes);
    if let Err(fault) = read {
        let why = format!("broke off after {} bytes: {fault}", bytes.len());
        return Err(Failure { why, again: Some(None) });
    }
    if bytes.len() as u64 > limits.most_bytes {
        return Err(too_large());
    }
    match length {
        Some(length) if length != bytes.len() as u64 => {
            Err(Failure { why: format!("{} of {length} bytes came", bytes.len()), again: Some(None) })
        }
        _ => Ok(bytes),
    }
}
