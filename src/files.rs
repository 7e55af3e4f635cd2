//! The page's second program: reads the files that the first leaves to it. Fetched when one arrives.

fn main() {}
