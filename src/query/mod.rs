//! Which events, rows and articles stay for what a reader asks, and counts for each facet value.
