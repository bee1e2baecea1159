//! Serves the built app to this machine, as any static server would. Knows
//! nothing of the app but its folder.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Request, Response, Server};

use crate::Outcome;

/// A server on a free loopback port, for as long as this lives.
#[derive(Debug)]
pub struct Site {
    /// Where the app is.
    pub address: String,
    server: Arc<Stopping>,
    threads: Vec<JoinHandle<()>>,
}

/// The server, which says nothing of itself when printed.
struct Stopping(Server);

impl std::fmt::Debug for Stopping {
    fn fmt(&self, form: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        form.write_str("Server")
    }
}

impl Site {
    /// Serves a folder.
    pub fn serve(folder: PathBuf) -> Outcome<Self> {
        if !folder.join("index.html").is_file() {
            let folder = folder.display();
            return Err(format!("There is no built app in {folder}: run ./dev test journeys, which builds it, or set DRAWBRIDGE_DIST.").into());
        }
        let server = Server::http("127.0.0.1:0").map_err(|why| why.to_string())?;
        let address = format!("http://{}/", server.server_addr());
        let server = Arc::new(Stopping(server));
        // Several, since the module is sent only as fast as the browser compiles it.
        let threads = (0..8).map(|_| {
            let (server, folder) = (Arc::clone(&server), folder.clone());
            thread::spawn(move || {
                while let Ok(request) = server.0.recv() {
                    answer(&folder, request);
                }
            })
        });
        let threads = threads.collect();
        Ok(Self { address, server, threads })
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.server.0.unblock();
        }
        for thread in self.threads.drain(..) {
            // It has said why by itself if it panicked.
            let _ = thread.join();
        }
    }
}

fn answer(folder: &Path, request: Request) {
    let path = found(folder, request.url());
    // A browser that went away in the middle is no concern of the server's.
    let _ = match path.as_deref().map(|path| (File::open(path), path)) {
        Some((Ok(file), path)) => {
            request.respond(Response::from_file(file).with_header(kind(path)))
        }
        _ => request.respond(Response::empty(404)),
    };
}

/// The file of an address; none for an address that climbs out of the folder.
fn found(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.trim_start_matches('/');
    let is_inside = path.split('/').all(|part| part != "..");
    is_inside.then(|| folder.join(if path.is_empty() { "index.html" } else { path }))
}

fn kind(path: &Path) -> Header {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let kind: &[u8] = match ending {
        Some("html") => b"text/html; charset=utf-8",
        Some("js") => b"text/javascript",
        Some("wasm") => b"application/wasm",
        Some("css") => b"text/css",
        Some("svg") => b"image/svg+xml",
        Some("json") => b"application/json",
        _ => b"application/octet-stream",
    };
    match Header::from_bytes(b"Content-Type".as_slice(), kind) {
        Ok(header) => header,
        Err(()) => unreachable!("every kind above is plain ASCII"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_inside_the_folder() {
        let folder = Path::new("dist");
        assert_eq!(found(folder, "/"), Some("dist/index.html".into()));
        assert_eq!(found(folder, "/samples/a.json?1"), Some("dist/samples/a.json".into()));
        assert_eq!(found(folder, "/../Cargo.toml"), None);
    }
}
