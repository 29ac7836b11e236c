//! Tables in Markdown, with columns that line up on a terminal too.

use std::fmt;

/// A table with a title.
pub(crate) struct Table {
    title: String,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new<S: Into<String>>(title: &str, columns: impl IntoIterator<Item = S>) -> Self {
        Self {
            title: title.to_owned(),
            rows: vec![columns.into_iter().map(Into::into).collect()],
        }
    }

    pub(crate) fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "### {}\n", self.title)?;
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
        let widths: Vec<usize> = (0..columns)
            .map(|at| {
                let lengths = self.rows.iter().map(|row| cell(row, at).chars().count());
                lengths.max().unwrap_or(0).max(3)
            })
            .collect();
        for (number, row) in self.rows.iter().enumerate() {
            for (at, width) in widths.iter().enumerate() {
                let text = cell(row, at);
                // The first column names things, the others are figures.
                if at == 0 {
                    write!(f, "| {text:<width$} ")?;
                } else {
                    write!(f, "| {text:>width$} ")?;
                }
            }
            writeln!(f, "|")?;
            if number == 0 {
                for (at, width) in widths.iter().enumerate() {
                    let dashes = "-".repeat(width - 1);
                    let rule = if at == 0 {
                        format!(":{dashes}")
                    } else {
                        format!("{dashes}:")
                    };
                    write!(f, "| {rule} ")?;
                }
                writeln!(f, "|")?;
            }
        }
        Ok(())
    }
}

/// A figure with as many digits as mean something.
pub(crate) fn figure(value: f64) -> String {
    match value.abs() {
        v if v >= 100.0 => format!("{value:.0}"),
        v if v >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let mut table = Table::new("t", ["what", "n"]);
        table.row(["a longer name", "1"]);
        let lines: Vec<String> = table.to_string().lines().map(str::to_owned).collect();
        assert_eq!(lines[2], "| what          |   n |");
        assert_eq!(lines[3], "| :------------ | --: |");
        assert_eq!(lines[4], "| a longer name |   1 |");
    }
}
