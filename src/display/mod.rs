//! From a story and a selection to plain rows, lanes, ticks and labels that components only draw.
