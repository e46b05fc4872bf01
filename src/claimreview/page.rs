//! The JSON-LD of a web page: its script blocks.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use thiserror::Error;

use super::read::{Reader, Reviews};
use crate::import::{Repair, RepairCode, Tree, TreeError, decoded};
use crate::model::problem::Position;

/// The script blocks of a page that are said to hold JSON-LD, in the order of the page.
///
/// Every block is read by itself; one that is no JSON is reported and does not keep the others from being read. Tags are told apart by the rules of HTML
/// (WHATWG, 13.2.5, by `html5gum`), so that what stands in a comment is no block, and a block ends at the first `</script`, as it does in a browser. O(n); no recursion.
///
/// ```
/// use corroborate::claimreview::{Page, Reader};
/// let page = Page::read(r#"<title>Facts</title>
///     <script type="application/ld+json">{"@type": "ClaimReview", "claimReviewed": "The dam has burst"}</script>
///     <script type="application/ld+json">{"@type": "Organization",}</script>"#);
/// assert_eq!(page.blocks.len(), 1);
/// assert_eq!(Reader::default().block(&page.blocks[0]).reviews.len(), 1);
/// assert_eq!(
///     page.unreadable[0].to_string(),
///     "line 3, column 40: block 2: line 1, column 26: this is not JSON: key must be a string, found `}`"
/// );
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Page {
    /// The blocks that hold JSON.
    pub blocks: Vec<Block>,
    /// The others.
    pub unreadable: Vec<Unreadable>,
}

/// A script block that holds JSON.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Block {
    /// Which block of the page, from 1.
    pub number: usize,
    /// Where its text begins in the page.
    pub position: Position,
    /// What it holds.
    pub tree: Tree,
    /// What had to be taken away before it could be read.
    pub wrapping: Option<Wrapping>,
}

/// What publishing systems put around JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrapping {
    /// Marks of a comment or of CDATA: [`RepairCode::ScriptWrapped`].
    Marks,
    /// It was escaped as HTML: [`RepairCode::ScriptEscaped`].
    Escapes,
}

/// A script block that cannot be read, and why.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{position}: block {number}: {error}{}", if *.is_open { ": the block is not closed" } else { "" })]
#[non_exhaustive]
pub struct Unreadable {
    /// Which block of the page, from 1.
    pub number: usize,
    /// Where its text begins in the page.
    pub position: Position,
    /// What is wrong; its line and column are those of the block.
    pub error: TreeError,
    /// Whether the page ends before the block does.
    pub is_open: bool,
}

impl Page {
    /// Reads the blocks of a page.
    #[must_use]
    pub fn read(html: &str) -> Self {
        let mut page = Self::default();
        let mut places = Places { html: html.as_bytes(), passed: 0, position: Position { line: 1, column: 1 } };
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        // Scripts, styles and titles are no HTML inside.
        emitter.naively_switch_states(true);
        let mut open: Option<(usize, Vec<u8>)> = None;
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) if is_json(&tag) => open = Some((tag.span.end, Vec::new())),
                Token::String(piece) => {
                    if let Some((_, text)) = &mut open {
                        text.extend_from_slice(&piece);
                    }
                }
                Token::EndTag(tag) if &**tag.name == b"script" => {
                    if let Some((start, text)) = open.take() {
                        page.add(&text, places.of(start), false);
                    }
                }
                _ => {}
            }
        }
        if let Some((start, text)) = open {
            page.add(&text, places.of(start), true);
        }
        page
    }

    fn add(&mut self, bytes: &[u8], position: Position, is_open: bool) {
        let number = self.blocks.len() + self.unreadable.len() + 1;
        let text = String::from_utf8_lossy(bytes);
        let error = match Tree::read(&text) {
            Ok(tree) => {
                self.blocks.push(Block { number, position, tree, wrapping: None });
                return;
            }
            Err(error) => error,
        };
        match unwrapped(&text) {
            Some((tree, wrapping)) => self.blocks.push(Block { number, position, tree, wrapping: Some(wrapping) }),
            None => self.unreadable.push(Unreadable { number, position, error, is_open }),
        }
    }
}

impl Reader {
    /// Every review of a block, as [`reviews`](Self::reviews); what had to be taken away from around the JSON is among the repairs of each.
    #[must_use]
    pub fn block<'t>(&self, block: &'t Block) -> Reviews<'t> {
        let mut found = self.reviews(&block.tree);
        if let Some(wrapping) = block.wrapping {
            let code = match wrapping {
                Wrapping::Marks => RepairCode::ScriptWrapped,
                Wrapping::Escapes => RepairCode::ScriptEscaped,
            };
            for review in &mut found.reviews {
                review.repairs.insert(0, Repair::new(code, block.tree.root()));
            }
        }
        found
    }
}

/// Whether a tag opens a script of JSON-LD, with whatever parameters and in whatever case its type is written.
fn is_json(tag: &StartTag<usize>) -> bool {
    let attribute = tag.attributes.get(b"type".as_slice());
    let of_type = attribute.map(|value| String::from_utf8_lossy(&value.value).into_owned()).unwrap_or_default();
    let essence = of_type.split(';').next().unwrap_or_default().trim();
    &**tag.name == b"script" && essence.eq_ignore_ascii_case("application/ld+json")
}

/// What is left of a text that is no JSON without the marks that hide it from old browsers and XML, or unescaped.
fn unwrapped(text: &str) -> Option<(Tree, Wrapping)> {
    const OPEN: [&str; 6] = ["//", "/*", "*/", "<!--", "<![CDATA[", "<!"];
    const CLOSE: [&str; 5] = ["//", "/*", "*/", "-->", "]]>"];
    let mut inner = text.trim();
    while let Some(rest) = OPEN.iter().find_map(|mark| inner.strip_prefix(mark)) {
        inner = rest.trim_start();
    }
    while let Some(rest) = CLOSE.iter().find_map(|mark| inner.strip_suffix(mark)) {
        inner = rest.trim_end();
    }
    if inner.len() < text.trim().len()
        && let Ok(tree) = Tree::read(inner)
    {
        return Some((tree, Wrapping::Marks));
    }
    let unescaped =
        decoded(text).filter(|_| text.trim_start_matches(['{', '[', ' ', '\n', '\r', '\t']).starts_with('&'))?;
    Tree::read(&unescaped).ok().map(|tree| (tree, Wrapping::Escapes))
}

/// Counts lines and columns while it moves through a page, once and forwards.
struct Places<'h> {
    html: &'h [u8],
    passed: usize,
    position: Position,
}

impl Places<'_> {
    fn of(&mut self, at: usize) -> Position {
        for byte in self.html.get(self.passed..at).unwrap_or_default() {
            if *byte == b'\n' {
                self.position = Position { line: self.position.line + 1, column: 1 };
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                // Bytes inside a character begin with 10.
                self.position.column += 1;
            }
        }
        self.passed = self.passed.max(at);
        self.position
    }
}
