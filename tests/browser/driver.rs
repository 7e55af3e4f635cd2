//! Speaks WebDriver with a browser of its own: one HTTP request a command, over the standard
//! library alone. A whole client would bring two hundred crates for these few commands.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium by chromedriver. Only it tells the console, the network log, and long tasks.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
}

impl Kind {
    /// What `DATELINE_BROWSER` names; Chromium where it is not set.
    pub fn wanted() -> Self {
        if std::env::var("DATELINE_BROWSER").is_ok_and(|name| name == "firefox") {
            Self::Firefox
        } else {
            Self::Chromium
        }
    }
}

/// A browser under control. Ends with the value.
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
    /// Which browser it is.
    pub kind: Kind,
}

/// Ends a test that asks what this browser does not tell: the runner names it and goes on.
pub struct OnlyChromium(pub String);

/// Held while a driver starts.
static STARTING: Mutex<()> = Mutex::new(());

/// The key under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page.
#[derive(Clone, Debug)]
pub struct Element(pub String);

impl Driver {
    /// Starts a browser with a window of that size.
    pub fn start(kind: Kind, width: u32, height: u32) -> Result<Self, String> {
        let (variable, usual) = match kind {
            Kind::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Kind::Firefox => ("GECKODRIVER", "geckodriver"),
        };
        let program = std::env::var(variable).unwrap_or_else(|_| usual.into());
        // A port is free till somebody takes it: two drivers that start at once could mean the same.
        let starting = STARTING.lock();
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).map_err(|e| e.to_string())?.port();
        let process = Command::new(&program)
            .arg(format!("--port={port}"))
            .args((kind == Kind::Firefox).then_some("--websocket-port=0"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| format!("{program} does not start ({e}); `scripts/tools.sh browser` installs it"))?;
        let mut driver = Self { process, port, session: String::new(), kind };
        let ready = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if Instant::now() > ready {
                return Err(format!("{program} does not answer"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        drop(starting);
        let mut capabilities = match kind {
            // No sandbox: it does not start for root, and only pages of this project are opened.
            Kind::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "args": [
                    "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                    format!("--window-size={width},{height}"),
                ] },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Kind::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "args": ["-headless", format!("--width={width}"), format!("--height={height}")] },
            }),
        };
        // Looking at all of a page for every rule takes a while on a busy machine.
        capabilities["timeouts"] = json!({ "script": 120_000 });
        let answer = driver.send("POST", "/session", &json!({ "capabilities": { "alwaysMatch": capabilities } }))?;
        answer["sessionId"].as_str().ok_or("no session")?.clone_into(&mut driver.session);
        Ok(driver)
    }

    /// Ends the test here unless this browser can tell `what`.
    pub fn needs_chromium(&self, what: &str) {
        if self.kind != Kind::Chromium {
            std::panic::panic_any(OnlyChromium(what.to_owned()));
        }
    }

    /// Goes into a frame of the page, or back to the whole.
    pub fn enter(&self, frame: Option<&Element>) -> Result<(), String> {
        let id = frame.map_or(Value::Null, |frame| json!({ ELEMENT: frame.0 }));
        self.post("frame", &json!({ "id": id })).map(drop)
    }

    /// Opens an address and waits till it has loaded.
    pub fn open(&self, url: &str) -> Result<(), String> {
        self.post("url", &json!({ "url": url })).map(drop)
    }

    /// Runs the body of an async function in the page, and gives what it returns.
    pub fn run(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        let script = format!(
            "const args = [...arguments], done = args.pop();
             (async () => {{ {body} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let mut answer = self.post("execute/async", &json!({ "script": script, "args": arguments }))?;
        match answer["error"].as_str() {
            Some(error) => Err(error.to_owned()),
            None => Ok(answer["value"].take()),
        }
    }

    /// The elements that a CSS selector finds, in the page or in one of its elements.
    pub fn all(&self, inside: Option<&Element>, selector: &str) -> Result<Vec<Element>, String> {
        let command = inside.map_or_else(|| "elements".to_owned(), |element| format!("element/{}/elements", element.0));
        let found = self.post(&command, &json!({ "using": "css selector", "value": selector }))?;
        let ids = found.as_array().into_iter().flatten().filter_map(|e| e[ELEMENT].as_str());
        Ok(ids.map(|id| Element(id.to_owned())).collect())
    }

    /// What an element says of itself: `text`, `computedrole`, `computedlabel`, `displayed`…
    pub fn ask(&self, element: &Element, what: &str) -> Result<Value, String> {
        self.send("GET", &format!("/session/{}/element/{}/{what}", self.session, element.0), &Value::Null)
    }

    /// Presses an element, as a screen reader does: it need not be in sight.
    pub fn click(&self, element: &Element) -> Result<(), String> {
        self.run("args[0].click();", &[json!({ ELEMENT: element.0 })]).map(drop)
    }

    /// Loads the page again.
    pub fn reload(&self) -> Result<(), String> {
        if self.kind == Kind::Firefox {
            // Its driver reloads past service workers; a reader's reload does not.
            let address = self.run("return location.href;", &[])?;
            self.open("about:blank")?;
            return self.open(address.as_str().unwrap_or_default());
        }
        self.post("refresh", &json!({})).map(drop)
    }

    /// What the console said since it was last asked.
    pub fn console(&self) -> Result<Vec<String>, String> {
        self.needs_chromium("the console");
        let log = self.post("se/log", &json!({ "type": "browser" }))?;
        Ok(log.as_array().into_iter().flatten().map(|l| l["message"].as_str().unwrap_or_default().to_owned()).collect())
    }

    /// The addresses that the page or its workers asked for since it was last asked.
    pub fn network(&self) -> Result<Vec<String>, String> {
        self.needs_chromium("the network log");
        let log = self.post("se/log", &json!({ "type": "performance" }))?;
        let mut asked = Vec::new();
        for line in log.as_array().into_iter().flatten() {
            let line: Value = serde_json::from_str(line["message"].as_str().unwrap_or_default()).unwrap_or_default();
            let message = &line["message"];
            if message["method"] == "Network.requestWillBeSent" {
                asked.push(message["params"]["request"]["url"].as_str().unwrap_or_default().to_owned());
            }
        }
        Ok(asked)
    }

    /// Presses keys one after the other, each held until all are down.
    pub fn keys(&self, keys: &[&str]) -> Result<(), String> {
        let step = |kind: &str, key: &str| json!({ "type": kind, "value": key });
        let down = keys.iter().map(|key| step("keyDown", key));
        let steps: Vec<Value> = down.chain(keys.iter().rev().map(|key| step("keyUp", key))).collect();
        self.post("actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": steps }] })).map(drop)
    }

    /// Gives the page a window of that size; ends the test where this browser has none so narrow.
    pub fn resize(&self, width: u32, height: u32) {
        if self.kind == Kind::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.cdp("Emulation.setDeviceMetricsOverride", &size).unwrap_or_else(|e| panic!("{e}"));
            return;
        }
        self.post("window/rect", &json!({ "width": width, "height": height })).unwrap_or_else(|e| panic!("{e}"));
        if self.run("return innerWidth;", &[]) != Ok(json!(width)) {
            std::panic::panic_any(OnlyChromium(format!("how a page of {width} pixels looks")));
        }
    }

    /// Opens another tab behind the one that is driven; gives what to call it.
    pub fn tab(&self) -> Result<Value, String> {
        Ok(self.post("window/new", &json!({ "type": "tab" }))?["handle"].take())
    }

    /// Drives another tab from now on.
    pub fn switch(&self, tab: &Value) -> Result<(), String> {
        self.post("window", &json!({ "handle": tab })).map(drop)
    }

    /// A command of Chromium's own protocol.
    pub fn cdp(&self, command: &str, parameters: &Value) -> Result<Value, String> {
        self.needs_chromium(command);
        self.post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// The most memory that any process of the browser has held, in bytes, where the system tells.
    pub fn most_memory(&self) -> Option<u64> {
        let status = |id: u32| std::fs::read_to_string(format!("/proc/{id}/status")).ok();
        let field = |text: &str, name: &str| -> Option<u64> {
            text.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
        };
        let all: Vec<(u32, u32)> = std::fs::read_dir("/proc")
            .ok()?
            .flatten()
            .filter_map(|entry| entry.file_name().to_string_lossy().parse().ok())
            .filter_map(|id: u32| Some((id, field(&status(id)?, "PPid:")? as u32)))
            .collect();
        let mut ours = vec![self.process.id()];
        let mut at = 0;
        while let Some(&parent) = ours.get(at) {
            ours.extend(all.iter().filter(|one| one.1 == parent).map(|one| one.0));
            at += 1;
        }
        ours.iter().skip(1).filter_map(|&id| Some(field(&status(id)?, "VmHWM:")? << 10)).max()
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value, String> {
        self.send("POST", &format!("/session/{}/{command}", self.session), body)
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let trouble = |e: std::io::Error| format!("{method} {path}: {e}");
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).map_err(trouble)?;
        stream.set_read_timeout(Some(Duration::from_secs(60))).map_err(trouble)?;
        // Only a POST carries a body: with one, chromedriver refuses a DELETE, and the browser stays.
        let body = if method == "POST" { body.to_string() } else { String::new() };
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.port, body.len()
        )
        .map_err(trouble)?;
        let mut reader = BufReader::new(stream);
        let (mut line, mut length) = (String::new(), 0);
        while reader.read_line(&mut line).map_err(trouble)? > 2 {
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or(0);
            }
            line.clear();
        }
        let mut answer = vec![0; length];
        reader.read_exact(&mut answer).map_err(trouble)?;
        let mut answer: Value = serde_json::from_slice(&answer).map_err(|e| format!("{method} {path}: {e}"))?;
        match answer["value"]["error"].as_str() {
            Some(error) => Err(format!("{path}: {error}: {}", answer["value"]["message"].as_str().unwrap_or_default())),
            None => Ok(answer["value"].take()),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let _ = self.send("DELETE", &format!("/session/{}", self.session), &Value::Null);
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
