//! The places of the values of a text that is known to be JSON.

/// No number of a value.
pub(super) const NONE: u32 = u32::MAX;

/// A value: where it stands, in what, and under which name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Entry {
    /// Its first byte.
    pub(super) start: u32,
    /// The byte after its last.
    pub(super) end: u32,
    /// The first byte of its name, a quote.
    pub(super) key: u32,
    /// The byte after its name; 0 where it has none.
    pub(super) key_end: u32,
    /// The number of what it stands in, or [`NONE`].
    pub(super) parent: u32,
    /// How many stand before it in there.
    pub(super) ordinal: u32,
    /// The number of the value after it and all that it holds.
    pub(super) after: u32,
}

/// An object or list that is not closed yet.
struct Open {
    entry: u32,
    is_object: bool,
    held: u32,
}

/// Every value, each before what it holds. The text must be well-formed, and shorter than 4 GiB; of any other text the places mean nothing.
pub(super) fn index(text: &str) -> Vec<Entry> {
    let bytes = text.as_bytes();
    // ClaimReview as published has a value for every fifty bytes or so.
    let mut entries: Vec<Entry> = Vec::with_capacity(bytes.len() / 48 + 4);
    let mut open: Vec<Open> = Vec::new();
    let mut key: Option<(usize, usize)> = None;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' => at += 1,
            b'}' | b']' => {
                at += 1;
                let after = short(entries.len());
                if let Some(entry) = open.pop().and_then(|open| entries.get_mut(open.entry as usize)) {
                    (entry.end, entry.after) = (short(at), after);
                }
            }
            b'"' if key.is_none() && open.last().is_some_and(|open| open.is_object) => {
                let end = string_end(bytes, at);
                key = Some((at, end));
                at = end;
            }
            _ => {
                let start = at;
                let is_object = *byte == b'{';
                let holds = is_object || *byte == b'[';
                at = match byte {
                    _ if holds => at + 1,
                    b'"' => string_end(bytes, at),
                    _ => scalar_end(bytes, at),
                };
                let number = short(entries.len());
                let (key, key_end) = key.take().unwrap_or_default();
                let (parent, ordinal) = match open.last_mut() {
                    Some(open) => {
                        open.held += 1;
                        (open.entry, open.held - 1)
                    }
                    None => (NONE, 0),
                };
                entries.push(Entry {
                    start: short(start),
                    end: short(at),
                    key: short(key),
                    key_end: short(key_end),
                    parent,
                    ordinal,
                    after: number + 1,
                });
                if holds {
                    open.push(Open { entry: number, is_object, held: 0 });
                }
            }
        }
    }
    entries
}

/// Texts of 4 GiB and more have been refused.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(NONE)
}

/// The byte after the string that begins here.
pub(super) fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        match rest.iter().position(|byte| matches!(byte, b'"' | b'\\')) {
            Some(step) if rest.get(step) == Some(&b'"') => return at + step + 1,
            Some(step) => at += step + 2,
            None => return bytes.len(),
        }
    }
}

fn scalar_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let length = rest.iter().position(|byte| matches!(byte, b',' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r'));
    start + length.unwrap_or(rest.len()).max(1)
}
