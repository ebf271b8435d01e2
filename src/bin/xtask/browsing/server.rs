//! A web server on this machine for a site, whose connections break when the site is gone.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use super::site::{self, Site};

/// A running server; it ends with the process.
pub struct Server {
    port: u16,
}

impl Server {
    /// Serves on a port of this machine, 0 for any free one.
    pub fn start(site: Arc<Site>, port: u16) -> Result<Self, String> {
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|problem| match problem.kind() {
                std::io::ErrorKind::AddrInUse => {
                    format!(
                        "port {port} is taken by another program: end it, or choose another port with --port"
                    )
                }
                _ => format!("cannot serve on port {port}: {problem}"),
            })?;
        let started = listener.local_addr().and_then(|address| {
            listener.set_nonblocking(true)?;
            Ok((address.port(), tokio::runtime::Builder::new_current_thread().enable_all().build()?))
        });
        let (port, runtime) = started.map_err(|problem| format!("cannot serve on port {port}: {problem}"))?;
        std::thread::spawn(move || {
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::from_std(listener).expect("the runtime has I/O");
                let lines = Lines { listener, site: Arc::clone(&site) };
                let router = axum::Router::new().fallback(site::answer).with_state(site);
                // Ends only with the process.
                let _ = axum::serve(lines, router).await;
            });
        });
        Ok(Self { port })
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The address of a path that begins with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }
}

/// Takes connections for a site.
struct Lines {
    listener: tokio::net::TcpListener,
    site: Arc<Site>,
}

impl Listener for Lines {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.listener).await;
        (Line { stream, site: Arc::clone(&self.site) }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// One connection, which a browser may keep for many requests.
struct Line {
    stream: TcpStream,
    site: Arc<Site>,
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        // One that was kept finds out with its next request.
        let came = buffer.filled().get(before..).unwrap_or_default();
        if read.is_ready() && (self.site.is_gone() || self.site.gate().refuses(came)) {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        read
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
