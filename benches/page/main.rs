//! The page in a real browser with 100,000 events: first drawing, drag and zoom, filters with all
//! counts, long lists.
//!
//! `make bench-page` builds the page for it and runs it; `DATELINE_SITE=target/bench-page cargo bench
//! --bench page -- WORD` runs again what has WORD in its name. Chromium runs without a window and draws
//! in software; a frame is the time between two callbacks of `requestAnimationFrame`, 16.7 ms at best.

#[allow(dead_code, reason = "the end-to-end tests, which share it, drive more")]
#[path = "../../tests/browser/driver.rs"]
mod driver;
#[path = "../../tests/browser/server.rs"]
mod server;

use driver::{Driver, Kind};
use serde_json::{Value, json};
use server::Server;
use std::process::ExitCode;

/// What is measured: a name, and how.
type Measure = (&'static str, fn(&Bench) -> Result<(), String>);

const MEASURES: &[Measure] = &[
    ("first drawing", first_drawing),
    ("drag and zoom, one lane", |bench| moving(bench, "")),
    ("drag and zoom, a lane a source", |bench| moving(bench, "#1&lanes=sources")),
    ("filters", filters),
    ("a click on a filter", click),
    ("scrolling", scrolling),
];

fn main() -> ExitCode {
    let Some(site) = std::env::var_os("DATELINE_SITE") else {
        println!("This measures a page that is built for it: `make bench-page` builds it and runs this.");
        return ExitCode::SUCCESS;
    };
    let words: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let picked = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
    for (name, measure) in MEASURES.iter().filter(|m| picked(m.0)) {
        println!("\n{name}");
        let outcome = Bench::start(site.as_ref()).and_then(|bench| measure(&bench));
        if let Err(trouble) = outcome {
            println!("  failed: {trouble}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// A fresh browser, and the page's server.
struct Bench {
    driver: Driver,
    server: Server,
}

impl Bench {
    fn start(site: &std::path::Path) -> Result<Self, String> {
        let server = Server::start(site, "/", 0).map_err(|e| e.to_string())?;
        Ok(Self { driver: Driver::start(Kind::Chromium, 1280, 1000)?, server })
    }

    /// Opens the page and waits until its own story is drawn and the machine is at rest.
    fn open(&self, behind: &str) -> Result<(), String> {
        self.driver.open("about:blank")?;
        self.driver.open(&self.server.url(&format!("/{behind}")))?;
        self.run(
            "while (!performance.getEntriesByName('dateline: analysis').length || !window.setup)
                 await new Promise((done) => setTimeout(done, 20));
             await new Promise((done) => setTimeout(done, 1000));",
        )
        .map(drop)
    }

    fn run(&self, body: &str) -> Result<Value, String> {
        self.driver.run(&[FRAMES, body].concat(), &[])
    }

    fn mouse(&self, kind: &str, x: f64, y: f64) -> Result<(), String> {
        let buttons = u8::from(kind != "mouseReleased");
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
        self.driver.cdp("Input.dispatchMouseEvent", &event).map(drop)
    }
}

/// Collects the times between frames, from `frames.start()` till `frames.stop()`.
const FRAMES: &str = "
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    window.frames_ ??= {
        start() {
            this.on = true;
            this.each = [];
            let before;
            const next = () => {
                const now = performance.now();
                if (before !== undefined) this.each.push(now - before);
                before = now;
                if (this.on) requestAnimationFrame(next);
            };
            requestAnimationFrame(next);
        },
        stop() {
            this.on = false;
            return this.each;
        },
    };
";

fn numbers(of: &Value) -> Vec<f64> {
    let mut all: Vec<f64> = of.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    all.sort_unstable_by(f64::total_cmp);
    all
}

fn at(sorted: &[f64], share: f64) -> f64 {
    let place = (sorted.len() as f64 * share) as usize;
    sorted.get(place.min(sorted.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

fn tell(what: &str, times: &Value, goal: &str) {
    let times = numbers(times);
    let (middle, high, worst) = (at(&times, 0.5), at(&times, 0.95), at(&times, 1.0));
    println!(
        "  {what:<34} median {middle:6.1} ms, 95 % {high:6.1} ms, worst {worst:6.1} ms, {} frames{goal}",
        times.len()
    );
}

fn first_drawing(bench: &Bench) -> Result<(), String> {
    for count in [1_000, 10_000, 100_000] {
        let mut whole = Vec::new();
        let mut data = Vec::new();
        for _ in 0..3 {
            bench.open("")?;
            let times = bench.run(&format!(
                "const start = performance.now();
                 const told = await window.setup({count});
                 return [performance.now() - start, told];"
            ))?;
            whole.push(times[0].clone());
            data.push(times[1].clone());
        }
        let (whole, data) = (numbers(&json!(whole)), numbers(&json!(data)));
        let nodes = bench.run(
            "await new Promise((done) => setTimeout(done, 500));
             const walk = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
             let all = 0;
             while (walk.nextNode()) all++;
             return [document.querySelectorAll('*').length, all];",
        )?;
        println!(
            "  {count:>7} events: drawn {:.0} ms after data (300 asked), {:.0} ms with making them up; {} elements (2000 asked), {} nodes",
            at(&data, 0.5),
            at(&whole, 0.5),
            nodes[0],
            nodes[1],
        );
    }
    Ok(())
}

fn moving(bench: &Bench, behind: &str) -> Result<(), String> {
    bench.open(behind)?;
    bench.run("await window.setup(100000); await new Promise((done) => setTimeout(done, 1000));")?;
    let mut depth = 0;
    for steps in [0, 6, 14, 22, 30] {
        while depth < steps {
            bench.run("window.zoomStep(1); await frame();")?;
            depth += 1;
        }
        let rect = bench.run("window.keyBefore = window.viewKey(); frames_.start(); return window.dragRect();")?;
        let side = |name: &str| rect[name].as_f64().unwrap_or_default();
        let (x, y) = (side("x") + side("w") * 0.7, side("y") + side("h") * 0.5);
        bench.mouse("mousePressed", x, y)?;
        for step in 0..120 {
            // To and fro, so that there is always something left to move to.
            let away = f64::from(if step < 60 { step } else { 120 - step }) * 6.0;
            bench.mouse("mouseMoved", x - away, y + f64::from(step % 3))?;
        }
        let drag = bench.run("return frames_.stop();")?;
        let key = bench.run("return window.viewKey() !== window.keyBefore;")?;
        bench.mouse("mouseReleased", x, y)?;
        tell(&format!("drag after {steps} steps of zoom"), &drag, " (95 %: 20 asked)");
        if steps > 0 && key != json!(true) {
            return Err("the drag moved nothing".into());
        }
    }
    let zoom = bench.run(
        "frames_.start();
         for (let i = 0; i < 240; i++) {
             window.zoomStep(i % 60 < 30 ? -1 : 1);
             await frame();
         }
         return frames_.stop();",
    )?;
    tell("zoom, 30 steps out and in", &zoom, " (95 %: 20 asked)");
    Ok(())
}

fn filters(bench: &Bench) -> Result<(), String> {
    for (count, goal) in [(100_000, 2), (1_000_000, 16)] {
        bench.open("")?;
        let times = bench.run(&format!("return window.filters({count});"))?;
        println!("  {count} events, every query with all its counts ({goal} ms asked):");
        for line in times.as_array().into_iter().flatten() {
            let time = |i: usize| line[i].as_f64().unwrap_or(f64::NAN);
            match line.get(3) {
                Some(left) => println!(
                    "    {:<28} median {:6.2} ms, worst {:6.2} ms, {left} stay",
                    line[0].as_str().unwrap_or_default(),
                    time(1),
                    time(2)
                ),
                None => println!("    {:<28} {:.0} ms", line[0].as_str().unwrap_or_default(), time(1)),
            }
        }
    }
    Ok(())
}

fn click(bench: &Bench) -> Result<(), String> {
    bench.open("")?;
    let times = bench.run(
        "await window.setup(100000);
         await new Promise((done) => setTimeout(done, 1000));
         document.querySelector('.filters-open[aria-expanded=false]')?.click();
         const times = [];
         for (let i = 0; i < 24; i++) {
             const boxes = document.querySelectorAll('.facet input[type=checkbox]');
             await frame();
             const start = performance.now();
             boxes[(i >> 1) % boxes.length].click();
             await frame();
             await new Promise((done) => setTimeout(done));
             times.push(performance.now() - start);
             await new Promise((done) => setTimeout(done, 100));
         }
         return times;",
    )?;
    tell("till it is drawn, 100000 events", &times, "");
    Ok(())
}

fn scrolling(bench: &Bench) -> Result<(), String> {
    for (what, behind, lines, role) in [
        ("comparison, 2000 rows", "", ".compare-lines", "row"),
        ("coverage, 10000 events", "#1&view=coverage", ".cover-table [role=rowgroup]:last-child", "row"),
        ("list, 10000 events", "#1&lanes=list", ".timeline-list", "listitem"),
    ] {
        bench.open(behind)?;
        let told = bench.run(&format!(
            "await window.setup(10000);
             await new Promise((done) => setTimeout(done, 1000));
             const list = document.querySelector('{lines}');
             let box = list;
             while (box && !['auto', 'scroll'].includes(getComputedStyle(box).overflowY)) box = box.parentElement;
             box ??= document.scrollingElement;
             list.scrollIntoView();
             frames_.start();
             let empty = 0;
             for (let i = 0; i < 240; i++) {{
                 box.scrollBy(0, i < 180 ? 90 : -150);
                 await frame();
                 const seen = box.getBoundingClientRect();
                 const y = (Math.max(seen.top, 0) + Math.min(seen.bottom, innerHeight)) / 2;
                 if (!document.elementFromPoint(seen.left + 40, y)?.closest('[data-line]')) empty++;
             }}
             return [frames_.stop(), list.querySelectorAll('[role={role}]').length, box.scrollHeight, empty];"
        ))?;
        tell(what, &told[0], "");
        println!("    {} lines in the page, {} px high, {} frames with a gap in the middle", told[1], told[2], told[3]);
    }
    Ok(())
}
