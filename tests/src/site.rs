//! Serves the built app to this machine, as any static server would. Knows
//! nothing of the app but its folder.
//!
//! By hand, since what is needed is less than what a crate of it brings: each
//! connection has a thread, takes one GET, and is closed. (`tiny_http` was
//! tried: now and then it leaves one of a browser's first connections unread.)

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use crate::Outcome;

/// A server on a free loopback port, for as long as this lives.
#[derive(Debug)]
pub struct Site {
    /// Where the app is.
    pub address: String,
    place: SocketAddr,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Site {
    /// Serves a folder.
    pub fn serve(folder: PathBuf) -> Outcome<Self> {
        if !folder.join("index.html").is_file() {
            let folder = folder.display();
            return Err(format!("There is no built app in {folder}: run ./dev test journeys, which builds it, or set DRAWBRIDGE_DIST.").into());
        }
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let place = listener.local_addr()?;
        let is_over = Arc::new(AtomicBool::new(false));
        let is_ending = Arc::clone(&is_over);
        let thread = thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                if is_ending.load(Ordering::SeqCst) {
                    break;
                }
                let folder = folder.clone();
                // A browser that went away in the middle is no concern of the server's.
                thread::spawn(move || drop(answer(&folder, &connection)));
            }
        });
        Ok(Self {
            address: format!("http://{place}/"),
            place,
            is_over,
            thread: Some(thread),
        })
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for the next connection.
        let is_awake = TcpStream::connect(self.place).is_ok();
        if let Some(thread) = self.thread.take().filter(|_| is_awake) {
            // It has said why by itself if it panicked.
            let _ = thread.join();
        }
    }
}

fn answer(folder: &Path, mut connection: &TcpStream) -> io::Result<()> {
    let mut lines = BufReader::new(connection).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the head says nothing that matters here, but must be read.
    for line in lines.map_while(Result::ok) {
        if line.is_empty() {
            break;
        }
    }
    let file = request
        .split(' ')
        .nth(1)
        .and_then(|address| found(folder, address));
    let (status, kind, body) = match file.map(|file| (kind(&file), fs::read(file))) {
        Some((kind, Ok(body))) => ("200 OK", kind, body),
        _ => ("404 Not Found", "text/plain", Vec::new()),
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    connection.write_all(head.as_bytes())?;
    connection.write_all(&body)
}

/// The file of an address; none for an address that climbs out of the folder.
fn found(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.trim_start_matches('/');
    let is_inside = path.split('/').all(|part| part != "..");
    is_inside.then(|| folder.join(if path.is_empty() { "index.html" } else { path }))
}

fn kind(path: &Path) -> &'static str {
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_inside_the_folder() {
        let folder = Path::new("dist");
        assert_eq!(found(folder, "/"), Some("dist/index.html".into()));
        assert_eq!(
            found(folder, "/samples/a.json?1"),
            Some("dist/samples/a.json".into())
        );
        assert_eq!(found(folder, "/../Cargo.toml"), None);
    }
}
