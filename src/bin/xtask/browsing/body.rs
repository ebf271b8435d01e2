//! Bodies of answers that come as a bad network brings them: broken off, or slowly.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::response::Response;
use tokio::time::{Sleep, sleep};

/// How often a slow network brings a piece.
const BEAT: Duration = Duration::from_millis(20);

/// A network between the server and every page.
#[derive(Debug, Clone, Copy)]
pub struct Network {
    /// Bytes a second of one answer.
    pub bytes_per_second: u32,
    /// Before every answer.
    pub latency: Duration,
}

/// A body that breaks off: some bytes, then, when they are surely sent, an error.
pub struct Half {
    bytes: Option<Bytes>,
    rest: Option<Pin<Box<Sleep>>>,
}

impl Half {
    /// Breaks off after these bytes.
    pub fn of(bytes: Vec<u8>) -> Self {
        Self { bytes: Some(bytes.into()), rest: None }
    }
}

impl http_body::Body for Half {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, io::Error>>> {
        if let Some(bytes) = self.bytes.take() {
            return Poll::Ready(Some(Ok(http_body::Frame::data(bytes))));
        }
        let rest = self.rest.get_or_insert_with(|| Box::pin(sleep(Duration::from_millis(100))));
        ready!(rest.as_mut().poll(context));
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into())))
    }
}

/// A body that comes piece by piece.
struct Slow {
    bytes: Bytes,
    piece: usize,
    beat: Pin<Box<Sleep>>,
}

impl http_body::Body for Slow {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, io::Error>>> {
        if self.bytes.is_empty() {
            return Poll::Ready(None);
        }
        ready!(self.beat.as_mut().poll(context));
        self.beat = Box::pin(sleep(BEAT));
        let length = self.piece.min(self.bytes.len());
        Poll::Ready(Some(Ok(http_body::Frame::data(self.bytes.split_to(length)))))
    }

    fn size_hint(&self) -> http_body::SizeHint {
        http_body::SizeHint::with_exact(self.bytes.len() as u64)
    }
}

/// The answer as it comes over a network; one that breaks off by itself stays as it is.
pub async fn over(network: Network, response: Response) -> Response {
    sleep(network.latency).await;
    let (head, body) = response.into_parts();
    // Nothing but a body in one piece tells its size.
    if http_body::Body::size_hint(&body).exact().is_none() {
        return Response::from_parts(head, body);
    }
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let piece = (f64::from(network.bytes_per_second) * BEAT.as_secs_f64()).max(1.0) as usize;
    Response::from_parts(head, Body::new(Slow { bytes, piece, beat: Box::pin(sleep(BEAT)) }))
}
