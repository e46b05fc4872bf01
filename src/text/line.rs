//! One sentence as the readers see it: tokens by their place, and nothing beyond its ends.

use std::ops::Range;

use super::{
    lexicon::{Word, lexicon},
    reading::Span,
    token::{Kind, Token},
};

#[cfg(test)]
thread_local! {
    /// How often a token was looked at, so that tests can count work instead of time.
    pub(super) static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// The tokens of one sentence, each with what the lexicon knows of it.
pub(super) struct Line<'a, 't> {
    pub(super) text: &'t str,
    tokens: &'a [Token<'t>],
    words: Vec<Option<Word>>,
    /// Tokens that are part of a date, and nothing else to other readers.
    hidden: Vec<bool>,
}

impl<'a, 't> Line<'a, 't> {
    pub(super) fn new(text: &'t str, tokens: &'a [Token<'t>]) -> Line<'a, 't> {
        let lexicon = lexicon();
        let word = |token: &Token<'_>| if token.is_word() { lexicon.get(&*token.lower).copied() } else { None };
        Line { text, tokens, words: tokens.iter().map(word).collect(), hidden: vec![false; tokens.len()] }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Leaves these tokens to the reader that found what they say.
    pub(super) fn hide(&mut self, tokens: Range<usize>) {
        self.hidden.iter_mut().take(tokens.end).skip(tokens.start).for_each(|hidden| *hidden = true);
        self.words.iter_mut().take(tokens.end).skip(tokens.start).for_each(|word| *word = None);
    }

    pub(super) fn token(&self, at: usize) -> Option<&'a Token<'t>> {
        #[cfg(test)]
        LOOKS.set(LOOKS.get() + 1);
        if self.hidden.get(at) == Some(&false) { self.tokens.get(at) } else { None }
    }

    /// The token in lower case; nothing beyond the ends.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| &*token.lower)
    }

    /// The token as many places before; nothing beyond the beginning.
    pub(super) fn lower_before(&self, at: usize, places: usize) -> &str {
        at.checked_sub(places).map_or("", |at| self.lower(at))
    }

    pub(super) fn word(&self, at: usize) -> Option<Word> {
        self.words.get(at).copied().flatten()
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.token(at).map(|token| token.kind)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Number)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_dash)
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_capitalised)
    }

    /// Whether the token is written on to the one before it.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.token(at).is_some_and(|token| !token.spaced)
    }

    /// Whether nothing comes but the end of the sentence or a sign.
    pub(super) fn ends_at(&self, at: usize) -> bool {
        !matches!(self.kind(at), Some(Kind::Word | Kind::Number))
    }

    /// The bytes from one token up to, not including, another.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        match (self.tokens.get(from), to.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if from < to => first.span().to(last.span()),
            _ => Span::new(0, 0),
        }
    }
}
