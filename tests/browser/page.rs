//! The page under test: a server, a browser, and what is expected of both at the end.

use crate::driver::{Driver, Kind};
use crate::server::{Habits, Server};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Where the page lies on its server: never at the root, so that no address may be absolute.
const BASE: &str = "/some/where/";

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(45);

/// A browser, and the server of the page.
pub struct Page {
    pub driver: Driver,
    server: Option<Server>,
    pub url: String,
    /// The folder that is served.
    pub site: PathBuf,
    /// Another address that the test itself asks for.
    pub also: Option<String>,
    /// What the console may say in this test, where the test provokes it.
    pub expected_noise: Option<&'static str>,
}

impl Page {
    /// A browser with a wide window, and a server for the site. Opens nothing yet.
    pub fn new(site: &Path) -> Self {
        let server = Server::start(site, BASE, 0).expect("the site can be served");
        let driver = Driver::start(Kind::wanted(), 1280, 900).unwrap_or_else(|e| panic!("{e}"));
        if driver.kind == Kind::Chromium {
            driver.cdp("Network.enable", &json!({})).expect("Chromium counts requests");
        }
        Self {
            driver,
            url: server.url(BASE),
            site: site.to_owned(),
            server: Some(server),
            also: None,
            expected_noise: None,
        }
    }

    /// Opens the page (with what stands behind its address) and waits for its story.
    pub fn open(&self, behind: &str) {
        self.open_only(behind);
        self.wait_for_story();
    }

    /// Leaves the page, so that it is loaded anew and not merely told another address.
    pub fn leave(&self) {
        self.driver.open("about:blank").unwrap_or_else(|e| panic!("{e}"));
    }

    /// Opens the page without waiting for its story.
    pub fn open_only(&self, behind: &str) {
        self.driver.open(&format!("{}{behind}", self.url)).unwrap_or_else(|e| panic!("{e}"));
    }

    /// Waits until the articles have been analysed and drawn.
    pub fn wait_for_story(&self) {
        self.wait("the story", || {
            let measured = "return ['analysis', 'standing'].every((what) =>
                                performance.getEntriesByName(`dateline: ${what}`).length > 0);";
            self.run(measured) == json!(true)
        });
        // What was analysed is drawn in the next frame.
        self.run("await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));");
    }

    /// Runs the body of an async function in the page.
    pub fn run(&self, body: &str) -> Value {
        self.driver.run(body, &[]).unwrap_or_else(|e| panic!("{e}"))
    }

    /// Has a script run in the page before any of its own.
    pub fn before_all(&self, script: &str) {
        self.driver
            .cdp("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }))
            .unwrap_or_else(|e| panic!("{e}"));
    }

    /// Adds code to the end of what the page's workers run.
    pub fn in_workers(&self, code: &str) {
        self.before_all(&format!(
            "const Plain = Blob;
             Blob = function (parts, options) {{
                 return new Plain(options?.type === 'text/javascript' ? [...parts, {}] : parts, options);
             }};",
            json!(format!("\n;{{{code}}}"))
        ));
    }

    /// The files that were asked for, seen from the folder of the site.
    pub fn requested(&self) -> Vec<String> {
        let requests = self.server.as_ref().map(Server::requests).unwrap_or_default();
        requests.iter().filter_map(|path| path.strip_prefix(BASE)).map(str::to_owned).collect()
    }

    /// Has the server err as a host may.
    pub fn behave(&self, habits: Habits) {
        self.server.as_ref().expect("a server").behave(habits);
    }

    /// Serves a copy of the site from now on, which the test may change; gives its folder.
    pub fn serve_copy(&mut self) -> PathBuf {
        let copy = scratch("site");
        copy_folder(&self.site, &copy);
        self.serve(&copy);
        self.site.clone_from(&copy);
        copy
    }

    /// Serves another folder from now on.
    pub fn serve(&mut self, folder: &Path) {
        let server = Server::start(folder, BASE, 0).expect("the folder can be served");
        self.url = server.url(BASE);
        self.server = Some(server);
    }

    /// Takes the server away.
    pub fn lose_server(&mut self) {
        self.server = None;
    }

    /// Waits until something holds.
    pub fn wait(&self, what: &str, holds: impl Fn() -> bool) {
        let until = Instant::now() + PATIENCE;
        while !holds() {
            assert!(Instant::now() < until, "waited in vain for {what}; the page says:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The text that a reader sees.
    pub fn text(&self) -> String {
        self.run("return document.body.innerText;").as_str().unwrap_or_default().to_owned()
    }

    /// What holds at the end of every test: the console is silent, and nothing was asked for but
    /// the page's own files.
    pub fn finish(&self) {
        if self.driver.kind != Kind::Chromium {
            return; // Others do not tell.
        }
        let also = |url: &String| self.also.as_ref().is_some_and(|also| url.starts_with(also));
        let own = |url: &String| {
            url.starts_with(&self.url) || also(url) || url.starts_with("blob:") || url.starts_with("data:")
        };
        let foreign: Vec<String> = self.driver.network().expect("a log").into_iter().filter(|url| !own(url)).collect();
        assert!(foreign.is_empty(), "asked for {foreign:?}");
        let expected = |line: &String| self.expected_noise.is_some_and(|noise| line.contains(noise));
        let noise: Vec<String> = self.driver.console().expect("a log").into_iter().filter(|l| !expected(l)).collect();
        assert!(noise.is_empty(), "the console says {noise:#?}");
    }
}

/// A path among the system's temporary files that nobody else has.
pub fn scratch(name: &str) -> PathBuf {
    static GIVEN: AtomicUsize = AtomicUsize::new(0);
    let number = GIVEN.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("dateline-{}-{number}-{name}", std::process::id()))
}

/// Makes `to` a copy of a folder.
pub fn copy_folder(from: &Path, to: &Path) {
    let _ = std::fs::remove_dir_all(to);
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let (path, goal) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &goal);
        } else {
            std::fs::copy(&path, &goal).expect("a copy");
        }
    }
}
