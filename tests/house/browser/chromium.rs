//! A real Chromium without a window, spoken to through a pipe in its `DevTools` protocol.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::workspace::folder;

/// How long an answer may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Names under which it is installed.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// A browser with one page.
pub struct Browser {
    child: Child,
    input: ChildStdin,
    heard: Receiver<Value>,
    /// What happened since the page was loaded.
    pub events: Vec<Value>,
    session: Value,
    next: u64,
    profile: PathBuf,
}

impl Browser {
    /// Opens one; none where none is installed, which is said, unless `APES_BROWSER` requires it.
    pub fn open() -> Option<Self> {
        let found = NAMES.iter().find(|name| {
            let asked = Command::new(name)
                .arg("--version")
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status();
            asked.is_ok_and(|status| status.success())
        });
        let Some(name) = found else {
            let required =
                std::env::var_os("APES_BROWSER").is_some_and(|value| value == "required");
            assert!(!required, "APES_BROWSER=required, and there is no Chromium");
            // Straight to standard error: what a test prints is kept back where it passes.
            writeln!(
                std::io::stderr(),
                "skipped: no Chromium to test the page in"
            )
            .expect("standard error");
            return None;
        };
        Some(Self::start(name))
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one start: folder, process, pipe, session"
    )]
    fn start(name: &str) -> Self {
        let profile = folder();
        // The browser reads its orders from the third file and answers on the fourth, each ended by
        // a zero.
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >&2", name])
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
            ])
            .args([
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ])
            .args([
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--remote-debugging-pipe",
            ])
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a browser that starts");
        let input = child.stdin.take().expect("its input");
        let output = BufReader::new(child.stdout.take().expect("its output"));
        let (report, heard) = channel();
        std::thread::spawn(move || {
            for message in output.split(0).map_while(Result::ok) {
                let message = serde_json::from_slice(&message).unwrap_or(Value::Null);
                if report.send(message).is_err() {
                    break;
                }
            }
        });
        let mut browser = Self {
            child,
            input,
            heard,
            events: Vec::new(),
            session: Value::Null,
            next: 0,
            profile,
        };
        let target = browser.call("Target.createTarget", &json!({ "url": "about:blank" }));
        let to = json!({ "targetId": target["targetId"], "flatten": true });
        browser.session = browser.call("Target.attachToTarget", &to)["sessionId"].clone();
        for domain in ["Page", "Runtime", "Network", "Log"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        browser.size(1280, 900);
        browser
    }

    /// Gives an order and waits for its answer.
    pub fn call(&mut self, method: &str, params: &Value) -> Value {
        self.next += 1;
        let id = self.next;
        let mut order = json!({ "id": id, "method": method, "params": params });
        if self.session.is_string() {
            order["sessionId"] = self.session.clone();
        }
        self.input
            .write_all(format!("{order}\0").as_bytes())
            .expect("a browser that listens");
        self.wait(method, |message| message["id"] == id)["result"].clone()
    }

    fn wait(&mut self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let begun = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(begun.elapsed());
            let message = self
                .heard
                .recv_timeout(left)
                .unwrap_or_else(|_| panic!("no answer to {what}"));
            assert!(message.get("error").is_none(), "{what}: {message}");
            let found = wanted(&message);
            if message.get("method").is_some() {
                self.events.push(message.clone());
            }
            if found {
                return message;
            }
        }
    }

    /// Loads a file, anew even where only the fragment of the address differs.
    pub fn load(&mut self, file: &Path, fragment: &str) {
        for address in [
            "about:blank".to_owned(),
            format!("file://{}{fragment}", file.display()),
        ] {
            self.events.clear();
            self.call("Page.navigate", &json!({ "url": address }));
            if !self
                .events
                .iter()
                .any(|event| event["method"] == "Page.loadEventFired")
            {
                self.wait("Page.navigate", |message| {
                    message["method"] == "Page.loadEventFired"
                });
            }
        }
    }

    /// What an expression of the page gives.
    pub fn eval(&mut self, expression: &str) -> Value {
        let asked =
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let answer = self.call("Runtime.evaluate", &asked);
        assert!(
            answer.get("exceptionDetails").is_none(),
            "{expression}: {answer}"
        );
        answer["result"]["value"].clone()
    }

    /// A text that the page gives.
    pub fn text(&mut self, expression: &str) -> String {
        self.eval(expression)
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// A whole number that the page gives.
    pub fn count(&mut self, expression: &str) -> u64 {
        self.eval(expression)
            .as_u64()
            .unwrap_or_else(|| panic!("{expression} is no number"))
    }

    /// Presses the mouse in the middle of the first element that a selector finds.
    pub fn click(&mut self, selector: &str) {
        let place = self.eval(&format!(
            "(() => {{ const one = document.querySelector({selector:?}); one.scrollIntoView({{ block: 'center' }});
               const {{ x, y, width, height }} = one.getBoundingClientRect(); return [x + width / 2, y + height / 2]; }})()"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            let at = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", &at);
        }
    }

    /// Presses a key, as its `key` is called: `Tab`, `Enter`, ` `, `ArrowLeft`, `a`.
    pub fn press(&mut self, key: &str) {
        let number = match key {
            "Tab" => 9,
            "Enter" => 13,
            "Escape" => 27,
            " " => 32,
            "End" => 35,
            "Home" => 36,
            "ArrowLeft" => 37,
            "ArrowUp" => 38,
            "ArrowRight" => 39,
            "ArrowDown" => 40,
            _ => 0,
        };
        let text = match key {
            "Enter" => "\r",
            one if one.chars().count() == 1 => one,
            _ => "",
        };
        let mut down = json!({ "type": "keyDown", "key": key, "windowsVirtualKeyCode": number });
        if !text.is_empty() {
            down["text"] = text.into();
        }
        self.call("Input.dispatchKeyEvent", &down);
        self.call(
            "Input.dispatchKeyEvent",
            &json!({ "type": "keyUp", "key": key, "windowsVirtualKeyCode": number }),
        );
    }

    /// Types a text, key by key.
    pub fn type_in(&mut self, text: &str) {
        text.chars()
            .for_each(|key| self.press(key.encode_utf8(&mut [0; 4])));
    }

    /// Presses Tab until what has focus answers a selector; panics where it never does.
    pub fn tab_to(&mut self, selector: &str) {
        for _ in 0..200 {
            self.press("Tab");
            if self.eval(&format!("document.activeElement.matches({selector:?})")) == true {
                return;
            }
        }
        panic!("Tab never comes to {selector}");
    }

    /// Makes the window as large.
    pub fn size(&mut self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", &size);
    }

    /// Prefers light or dark.
    pub fn scheme(&mut self, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.call(
            "Emulation.setEmulatedMedia",
            &json!({ "features": features }),
        );
    }

    /// Shows the page as it is printed, or as on a screen.
    pub fn print_media(&mut self, printed: bool) {
        let media = if printed { "print" } else { "" };
        self.call("Emulation.setEmulatedMedia", &json!({ "media": media }));
    }

    /// What went wrong, or was asked of anybody, since the page was loaded.
    pub fn troubles(&mut self) -> Vec<String> {
        // An order and its answer: what was on its way has come.
        self.eval("new Promise((done) => setTimeout(done, 50))");
        let wrong = |event: &&Value| match event["method"].as_str().unwrap_or_default() {
            "Runtime.exceptionThrown"
            | "Runtime.consoleAPICalled"
            | "Log.entryAdded"
            | "Page.javascriptDialogOpening"
            | "Network.webSocketCreated" => true,
            "Network.requestWillBeSent" => event["params"]["type"] != "Document",
            _ => false,
        };
        self.events
            .iter()
            .filter(wrong)
            .map(ToString::to_string)
            .collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may be gone already, and its profile with it.
        let _ = self
            .input
            .write_all(b"{\"id\":0,\"method\":\"Browser.close\"}\0");
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(5) && matches!(self.child.try_wait(), Ok(None))
        {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
