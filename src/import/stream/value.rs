//! Where a JSON value ends, told from its brackets and quotes alone, piece by piece.

/// How far the scan of one value has come.
#[derive(Debug, Default)]
pub(super) struct Scan {
    depth: usize,
    /// Inside a string.
    is_quoted: bool,
    /// After a backslash.
    is_escaped: bool,
    /// Whether anything has been seen, and whether it is a number or a word.
    is_begun: bool,
    is_scalar: bool,
}

impl Scan {
    /// How many bytes of this piece belong to the value, if it ends here. The piece goes on where the one before stopped.
    pub(super) fn end(&mut self, piece: &[u8]) -> Option<usize> {
        let mut at = 0;
        while let Some(byte) = piece.get(at) {
            if self.is_quoted {
                at = self.quoted(piece, at)?;
                if self.depth == 0 {
                    return Some(at);
                }
                continue;
            }
            if !self.is_begun {
                self.is_begun = true;
                self.is_scalar = !matches!(byte, b'"' | b'{' | b'[');
            }
            match byte {
                b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r' if self.is_scalar => return Some(at),
                _ if self.is_scalar => {}
                b'"' => self.is_quoted = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        return Some(at + 1);
                    }
                }
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// The byte after the string, if it ends in this piece.
    fn quoted(&mut self, piece: &[u8], start: usize) -> Option<usize> {
        let mut at = start;
        loop {
            if self.is_escaped {
                piece.get(at)?;
                self.is_escaped = false;
                at += 1;
            }
            let rest = piece.get(at..)?;
            at += rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))? + 1;
            if piece.get(at - 1) == Some(&b'"') {
                self.is_quoted = false;
                return Some(at);
            }
            self.is_escaped = true;
        }
    }

    /// Whether it is a number or a word, which the end of the feed ends.
    pub(super) const fn is_scalar(&self) -> bool {
        self.is_scalar
    }
}
