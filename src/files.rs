//! The page's second program: reads the files that the first leaves to it. Fetched when one arrives,
//! and run in a worker, so that a file which is too much for it costs nothing else.

// Whoever loads it calls `answer`, as in the first program.
fn main() {}

/// Reads a file: its name, a zero, its bytes. Answers with what `import::Imported` is as a message. An
/// order has no name: behind the zero stands an `export::Order`; the answer is the text of its form.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
#[must_use]
pub fn answer(message: &[u8]) -> Vec<u8> {
    if let [0, order @ ..] = message {
        return dateline::export::Order::carry_out(order).unwrap_or_default().into_bytes();
    }
    let end = message.iter().position(|&b| b == 0).unwrap_or(message.len());
    let name = String::from_utf8_lossy(&message[..end]);
    dateline::engine::encode(&dateline::import::read(&name, message.get(end + 1..).unwrap_or_default()))
}
