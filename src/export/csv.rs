//! Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet.

/// A table while it is written.
#[derive(Debug, Default)]
pub(super) struct Csv {
    text: String,
}

impl Csv {
    /// A table with a head.
    pub(super) fn new(head: &[&str]) -> Self {
        let mut csv = Self::default();
        csv.row(head);
        csv
    }

    /// Appends a line.
    pub(super) fn row(&mut self, cells: &[&str]) {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                self.text.push(',');
            }
            self.cell(cell);
        }
        self.text.push_str("\r\n");
    }

    /// A cell that a spreadsheet would run as a formula gets an apostrophe before it, and is text.
    fn cell(&mut self, cell: &str) {
        let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
        let control = cell.starts_with(['\t', '\r', '\n']);
        let guard = formula || control;
        if !guard && !cell.contains([',', '"', '\r', '\n']) {
            self.text.push_str(cell);
            return;
        }
        self.text.push('"');
        if guard {
            self.text.push('\'');
        }
        for c in cell.chars() {
            if c == '"' {
                self.text.push('"');
            }
            self.text.push(c);
        }
        self.text.push('"');
    }

    /// The whole table.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::Csv;

    #[test]
    fn cells() {
        let check = |cell: &str, expected: &str| {
            let mut csv = Csv::default();
            csv.row(&["a", cell]);
            assert_eq!(csv.finish(), format!("a,{expected}\r\n"));
        };
        check("plain", "plain");
        check("", "");
        check("a, b", "\"a, b\"");
        check("say \"no\"\n", "\"say \"\"no\"\"\n\"");
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1", "\rx"] {
            check(formula, &format!("\"'{formula}\""));
        }
        check("1-2", "1-2");
    }
}
