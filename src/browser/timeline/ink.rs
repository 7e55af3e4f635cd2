//! What the canvas draws with: the style sheet's colours and the width of its type.

use crate::browser::dom::px;
use leptos::prelude::{document, window};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlElement};

thread_local! {
    static SCALE: Cell<f32> = const { Cell::new(1.0) };
}

/// CSS pixels in one of the drawing's own units. Everything is drawn and placed in sixteenths of
/// the root's type, so that the drawing grows with the reader's text.
#[must_use]
pub fn scale() -> f32 {
    SCALE.get()
}

/// Reads the size of the root's type again.
pub fn rescale() {
    let root = document().document_element().and_then(|root| window().get_computed_style(&root).ok()?);
    let size = root.and_then(|style| style.get_property_value("font-size").ok());
    let size = size.and_then(|size| crate::real::parse(size.strip_suffix("px")?));
    SCALE.set(size.map_or(1.0, |size| (size / 16.0) as f32).clamp(0.25, 8.0));
}

/// A length of the drawing for a style.
#[must_use]
pub fn rem(units: f32) -> String {
    // In whole thousandths: what spells real numbers takes 4 KB.
    [&((units * 62.5).round() as i32).to_string(), "e-3rem"].concat()
}

/// Colours as the style sheet gives them now, ready for a canvas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ink {
    /// Ground.
    pub paper: String,
    /// Text and marks of several sources.
    pub ink: String,
    /// Text of less weight.
    pub soft: String,
    /// Thin lines.
    pub line: String,
    /// What is under attention.
    pub accent: String,
    /// The voices.
    pub voices: Vec<String>,
    /// Family of the type.
    pub family: String,
}

impl Ink {
    /// Reads the colours that hold for an element.
    ///
    /// A hidden child takes each colour in turn, so whatever way the style sheet writes it,
    /// what comes out is one a canvas understands.
    #[must_use]
    pub fn read(of: &Element) -> Self {
        let Ok(probe) = document().create_element("i") else { return Self::default() };
        let probe: HtmlElement = probe.unchecked_into();
        probe.set_hidden(true);
        of.append_child(&probe).ok(); // Fails only for a node that cannot have children.
        let style = window().get_computed_style(&probe).ok().flatten();
        let color = |name: &str| {
            probe.style().set_property("color", &["var(", name, ")"].concat()).ok();
            style.as_ref().and_then(|s| s.get_property_value("color").ok()).unwrap_or_default()
        };
        let ink = Self {
            paper: color("--chart-paper"),
            ink: color("--chart-ink"),
            soft: color("--chart-soft"),
            line: color("--chart-line"),
            accent: color("--chart-accent"),
            voices: (0..crate::display::voices::SLOTS).map(|slot| color(&format!("--voice-{slot}"))).collect(),
            family: style.as_ref().and_then(|s| s.get_property_value("font-family").ok()).unwrap_or_default(),
        };
        probe.remove();
        ink
    }

    /// The colour of one of the style sheet's slots.
    #[must_use]
    pub fn voice(&self, slot: u32) -> &str {
        self.voices.get(slot as usize).map_or(&self.ink, String::as_str)
    }

    /// The colour of what some voices report: their own for one, plain ink for several.
    #[must_use]
    pub fn of_slots(&self, slots: u8) -> &str {
        if slots.count_ones() == 1 { self.voice(slots.trailing_zeros()) } else { &self.ink }
    }
}

/// Widths of characters in one type: measuring a text is then a sum, many thousand times a frame.
#[derive(Clone, Debug)]
pub struct Type {
    /// The type, for a canvas.
    pub font: String,
    ascii: [f32; 128],
    size: f32,
}

impl Type {
    /// Measures a type of so many CSS pixels.
    #[must_use]
    pub fn new(context: &CanvasRenderingContext2d, size: f32, family: &str) -> Self {
        let font = [&px(size.into()), " ", family].concat();
        context.set_font(&font);
        let mut ascii = [size * 0.6; 128];
        for code in b' '..127 {
            if let Ok(metrics) = context.measure_text(char::from(code).encode_utf8(&mut [0; 4])) {
                ascii[code as usize] = metrics.width() as f32;
            }
        }
        Self { font, ascii, size }
    }

    /// Width of a text in CSS pixels; letters beyond ASCII are taken as wide as they may be.
    #[must_use]
    pub fn width(&self, text: &str) -> f32 {
        let one = |c: char| match c as u32 {
            code @ 0..128 => self.ascii[code as usize],
            128..0x2000 => self.ascii[b'n' as usize] * 1.15,
            0x2000..0x2e80 => self.size * 0.9,
            _ => self.size,
        };
        text.chars().map(one).sum()
    }
}
