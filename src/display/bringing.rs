//! The words of bringing articles in and keeping them.

/// A sentence or label each; `{}` stands for what is filled in.
pub struct Words {
    /// Chooses a folder.
    pub folder: &'static str,
    /// Files are being read: how many of how many.
    pub progress: &'static str,
    /// Stops reading.
    pub cancel: &'static str,
    /// Reading was stopped.
    pub cancelled: &'static str,
    /// Names the report.
    pub report: &'static str,
    /// One file's line: its name, how many articles, its format.
    pub read: &'static str,
    /// An article that was there: it, and the one it repeats.
    pub repeated: &'static str,
    /// How many files were read.
    pub files: [&'static str; 2],
    /// How many articles are new.
    pub new: [&'static str; 2],
    /// How many were there before.
    pub known: [&'static str; 2],
    /// How many sentences say what was not read.
    pub unread: [&'static str; 2],
    /// A file that is too large: name, size, bound.
    pub large: &'static str,
    /// A file that the browser does not hand out.
    pub closed: &'static str,
    /// A file over which the second program broke down.
    pub broke: &'static str,
    /// What some articles do not state.
    pub missing: [&'static str; 2],
    /// Opens the table.
    pub fill_in: &'static str,
    /// The table's name and heading.
    pub table: &'static str,
    /// Beneath it.
    pub table_about: &'static str,
    /// How many more there are than the table shows.
    pub table_more: &'static str,
    /// Columns: article, title, source, date.
    pub columns: [&'static str; 4],
    /// Takes what was filled in.
    pub done: &'static str,
    /// Heading of the list of kept stories.
    pub kept: &'static str,
    /// Nothing is kept yet.
    pub kept_none: &'static str,
    /// A kept story: articles, and when it was saved.
    pub kept_of: &'static str,
    /// Opens one: its name.
    pub open: &'static str,
    /// Deletes one: its name.
    pub delete: &'static str,
    /// The label of the story's name.
    pub name: &'static str,
    /// Room: in use, of.
    pub room: &'static str,
    /// It is being saved.
    pub saving: &'static str,
    /// It is saved.
    pub saved: &'static str,
    /// The browser keeps nothing.
    pub forbidden: &'static str,
    /// The browser's storage is full.
    pub full: &'static str,
    /// Saving failed: why.
    pub failed: &'static str,
    /// Another tab saved it: the name of the copy.
    pub other: &'static str,
    /// The name of a copy.
    pub copy: &'static str,
    /// Articles of a kept story that cannot be read any more.
    pub damaged: [&'static str; 2],
    /// A kept story that is not there.
    pub lost: &'static str,
    /// A corpus of another origin.
    pub origin: &'static str,
    /// A corpus that is not there.
    pub absent: &'static str,
}

/// English.
pub const WORDS: Words = Words {
    folder: "Choose a folder",
    progress: "Opening file {} of {}",
    cancel: "Cancel",
    cancelled: "Stopped. Nothing was added.",
    report: "What was read",
    read: "{}: {}, {}",
    repeated: "“{}” has the same text as “{}” and was left out.",
    files: ["1 file", "{} files"],
    new: ["1 new article", "{} new articles"],
    known: ["1 was there already", "{} were there already"],
    unread: ["1 thing could not be read", "{} things could not be read"],
    large: "{} holds {}; files of at most {} are read.",
    closed: "{} could not be opened: the browser did not hand it out.",
    broke: "{} was not read: the reader of files broke down over it.",
    missing: ["1 article states no title, source or date.", "{} articles state no title, source or date."],
    fill_in: "Fill in what is missing",
    table: "What the articles do not state",
    table_about: "Nothing is guessed. What stays empty stays unknown: an article without a source is shown by its file’s \
        name, one without a date keeps the bounds that its text gives.",
    table_more: "{} more follow when these are filled in.",
    columns: ["Article", "Title", "Source", "Published"],
    done: "Take over",
    kept: "Kept in this browser",
    kept_none: "Nothing yet. Articles that you bring are kept here on their own.",
    kept_of: "{}, saved {}",
    open: "Open “{}”",
    delete: "Delete “{}”",
    name: "Name of this story",
    room: "{} of {} in use.",
    saving: "Saving…",
    saved: "Saved in this browser",
    forbidden: "This browser keeps nothing for this page (a private window, or storage is blocked). Your articles last as \
        long as this tab is open.",
    full: "The browser’s storage is full, so this story is not saved. Delete a story that you no longer need; this one is \
        saved then.",
    failed: "This story could not be saved: {}",
    other: "Another tab has changed or deleted this story. What you have here is saved as “{}”.",
    copy: "{} (copy)",
    damaged: [
        "1 article of this story is damaged and was left out.",
        "{} articles of this story are damaged and were left out.",
    ],
    lost: "The story that was open last is no longer kept in this browser.",
    origin: "The address names articles on another site; only articles beside this page are read.",
    absent: "The articles that the address names could not be loaded.",
};
