//! Small pieces that several parts of the page share.

mod icon;
mod shape;

pub use icon::{Icon, icon, icon_button};
pub use shape::{OUTLINES, shape};
