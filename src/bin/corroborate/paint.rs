//! Colours: headings and verdicts of a report, line by line. Only on a terminal, and never in what other programs read.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

/// Paints the lines that pass through it.
pub(crate) struct Painter<W: Write> {
    out: W,
    line: Vec<u8>,
}

impl<W: Write> Painter<W> {
    pub(crate) const fn new(out: W) -> Self {
        Self { out, line: Vec::new() }
    }

    /// Lets the rest through.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.out.write_all(&self.line)?;
        self.out.flush()
    }
}

impl<W: Write> Write for Painter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(piece);
            if self.line.ends_with(b"\n") {
                let line = std::mem::take(&mut self.line);
                paint(&mut self.out, &String::from_utf8_lossy(&line))?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn paint(out: &mut impl Write, line: &str) -> io::Result<()> {
    let (style, from, to) = part(line);
    if style == Style::new() {
        return out.write_all(line.as_bytes());
    }
    write!(out, "{}{style}{}{style:#}{}", &line[..from], &line[from..to], &line[to..])
}

/// What of a line is painted: a heading whole, of a verdict its word.
fn part(line: &str) -> (Style, usize, usize) {
    let words = line.trim_end_matches('\n');
    let bold = Style::new().bold();
    let is_heading = line.starts_with(|c: char| c.is_uppercase() || c == '=') && !words.contains(char::is_lowercase);
    if is_heading || line.starts_with("# ") {
        return (bold, 0, words.len());
    }
    let indent = words.len() - words.trim_start_matches([' ', '*', '-', '│', '├', '└', '─']).len();
    let word = words[indent..].split([':', ' ', '.']).next().unwrap_or_default();
    let color = match word {
        "Confirmed" => AnsiColor::Green,
        "Unconfirmed" | "Unsourced" => AnsiColor::Yellow,
        "Contradicted" | "Refuted" | "Withdrawn" => AnsiColor::Red,
        _ => return (Style::new(), 0, 0),
    };
    (bold.fg_color(Some(color.into())), indent, indent + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn painted(text: &str) -> String {
        let mut out = Vec::new();
        let mut painter = Painter::new(&mut out);
        painter.write_all(text.as_bytes()).unwrap();
        painter.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn headings_and_verdicts_are_painted_and_nothing_is_lost() {
        let text = "A dam\n\nDAM: BURST\n\n* The dam has burst.\n  Unconfirmed: one origin.\n  - Said so.\nno end";
        let with = painted(text);
        assert_eq!(anstream::adapter::strip_str(&with).to_string(), text);
        assert_eq!(with.matches("\u{1b}[0m").count(), 2, "{with:?}");
    }
}
