//! Icons of one family: thin lines on a field of 20 by 20.

use crate::browser::dom::{El, el, svg};

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Takes away.
    Close,
    /// Searches.
    Search,
    /// Goes to the previous one.
    Up,
    /// Goes to the next one.
    Down,
    /// Goes back.
    Back,
    /// Opens something.
    Open,
    /// Copies.
    Copy,
    /// Adds articles.
    Add,
    /// Corrects.
    Pen,
    /// Takes a correction back.
    Undo,
    /// Makes it again.
    Redo,
    /// Light and dark.
    Theme,
    /// Explains.
    Help,
    /// Filters.
    Filter,
    /// Takes something away with the reader.
    Export,
    /// The timeline.
    Timeline,
    /// The comparison.
    Comparison,
    /// The coverage.
    Coverage,
    /// The articles.
    Reader,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Close => "M5 5l10 10M15 5L5 15",
            Self::Search => "M8.5 3.5a5 5 0 1 1 0 10a5 5 0 1 1 0-10M12.5 12.5l4 4",
            Self::Up => "M4.5 12.5L10 7l5.5 5.5",
            Self::Down => "M4.5 7.5L10 13l5.5-5.5",
            Self::Back => "M12.5 4.5L7 10l5.5 5.5",
            Self::Open => "M7.5 4.5L13 10l-5.5 5.5",
            Self::Copy => "M7 7h9v9H7ZM13 7V4H4v9h3",
            Self::Pen => "M4 16l1-4L13.5 3.5l3 3L8 15ZM11.5 5.5l3 3",
            Self::Undo => "M7.5 4L4 7.5L7.5 11M4 7.5h8a4 4 0 0 1 0 8H8",
            Self::Redo => "M12.5 4L16 7.5L12.5 11M16 7.5H8a4 4 0 0 0 0 8h4",
            Self::Add => "M10 4v12M4 10h12",
            Self::Theme => "M10 3.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M10 3.5v13M12 4v12M14 5.2v9.6",
            Self::Help => "M7 7.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2.9-1.2 1.8M10 15.2v.1",
            Self::Filter => "M3 5h14M5.5 10h9M8 15h4",
            Self::Export => "M10 3v9M6.5 8.5L10 12l3.5-3.5M4 13v3.5h12V13",
            Self::Timeline => "M2.5 10h15M6 10a1.8 1.8 0 1 0-.01 0M13.5 7v6M9.5 8v4",
            Self::Comparison => "M4 4h5v12H4ZM11.5 4h5v12h-5ZM4 8h5M11.5 8h5",
            Self::Coverage => "M4 4h12v12H4ZM8 4v12M12 4v12M4 8h12M4 12h12",
            Self::Reader => "M5 3h10v14H5ZM7.5 6.5h5M7.5 9.5h5M7.5 12.5h3",
        }
    }
}

/// An icon; what it means is said by the text or label of the control around it.
#[must_use]
pub fn icon(icon: Icon) -> El {
    svg("svg")
        .class("icon")
        .attr("viewBox", "0 0 20 20")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", icon.path()))
}

/// A button of an icon alone, with a label for those who do not see it and a hint for those who do.
#[must_use]
pub fn icon_button(which: Icon, label: &'static str, act: impl Fn() + 'static) -> El {
    el("button").class("icon-button").attr("aria-label", label).attr("title", label).on_click(act).child(icon(which))
}
