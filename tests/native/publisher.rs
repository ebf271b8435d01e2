//! A server on this machine that plays the publishers: what it answers is said by path, one answer after the other.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// One answer.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    /// The length that is promised, where that is another.
    promised: Option<usize>,
}

impl Answer {
    pub fn of(body: impl Into<Vec<u8>>) -> Answer {
        Answer { status: 200, headers: Vec::new(), body: body.into(), promised: None }
    }

    pub fn status(status: u16) -> Answer {
        Answer { status, ..Answer::of("no") }
    }

    pub fn redirect(to: &str) -> Answer {
        Answer::status(302).header("location", to)
    }

    pub fn header(mut self, name: &str, value: &str) -> Answer {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Promises more than comes.
    pub fn cut(self) -> Answer {
        let promised = Some(self.body.len() + 10);
        Answer { promised, ..self }
    }

    /// The length that is promised, whatever comes.
    pub fn promising(self, length: usize) -> Answer {
        Answer { promised: Some(length), ..self }
    }
}

type Routes = Arc<Mutex<BTreeMap<String, Vec<Answer>>>>;

/// The server; it ends with the test's process.
pub struct Publisher {
    pub address: String,
    routes: Routes,
    /// The head of each request, in small letters.
    heads: Arc<Mutex<Vec<String>>>,
}

impl Publisher {
    pub fn start() -> Publisher {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (routes, heads): (Routes, Arc<Mutex<Vec<String>>>) = Default::default();
        let (its_routes, its_heads) = (Arc::clone(&routes), Arc::clone(&heads));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let _ = serve(stream, &its_routes, &its_heads);
            }
        });
        Publisher { address, routes, heads }
    }

    /// What a publisher's address answers; the last answer goes on. `address` is without `https://`.
    pub fn put(&self, address: &str, answers: &[Answer]) {
        self.routes.lock().unwrap().insert(format!("/{address}"), answers.to_vec());
    }

    /// The same, with a file of the fixtures.
    pub fn put_file(&self, address: &str, file: &str) {
        self.put(address, &[Answer::of(layout(file))]);
    }

    /// The heads of the requests so far whose path holds a text.
    pub fn asked(&self, path: &str) -> Vec<String> {
        let heads = self.heads.lock().unwrap();
        heads.iter().filter(|head| head.lines().next().unwrap().contains(path)).cloned().collect()
    }
}

/// A publisher's file as it was recorded, with figures that are invented.
pub fn layout(file: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/publishers");
    std::fs::read(folder.join(file)).unwrap_or_else(|fault| panic!("{file}: {fault}"))
}

fn serve(mut stream: TcpStream, routes: &Routes, heads: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut head = String::new();
    let mut reader = BufReader::new(stream.try_clone()?);
    while reader.read_line(&mut head)? > 2 {}
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    heads.lock().unwrap().push(head.to_lowercase());
    let answer = match routes.lock().unwrap().get_mut(&path) {
        None => Answer::status(404),
        Some(answers) if answers.len() > 1 => answers.remove(0),
        Some(answers) => answers[0].clone(),
    };
    // A conditional request of what is there still.
    let is_same = answer.headers.iter().any(|(name, value)| {
        name == "etag" && head.to_lowercase().contains(&format!("if-none-match: {}", value.to_lowercase()))
    });
    let (status, body) = if is_same { (304, Vec::new()) } else { (answer.status, answer.body) };
    let length = answer.promised.filter(|_| !is_same).unwrap_or(body.len());
    write!(stream, "HTTP/1.1 {status} Said\r\ncontent-length: {length}\r\nconnection: close\r\n")?;
    for (name, value) in &answer.headers {
        write!(stream, "{name}: {value}\r\n")?;
    }
    stream.write_all(b"\r\n")?;
    stream.write_all(&body)
}
