//! Cardinal numbers, in digits, in words, and mixed: `15,000`, `two hundred and five thousand`, `3 million and a half`.

use super::{
    super::{lexicon::Word, line::Line, ratio::Ratio},
    LONGEST, Numeral, digits, is_small_word, share,
};

/// What the last token was.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Nothing,
    Digits,
    Unit,
    Tens,
    Hundred,
    Scale(i128),
    /// Behind `and`, or behind what ends a number unless a scale follows.
    Joined,
    Closed,
}

/// A number under construction: `total` of finished scales, `hundreds` and `rest` of the one at hand.
struct Sum {
    total: Ratio,
    hundreds: Ratio,
    rest: Ratio,
    smallest: Option<i128>,
}

impl Sum {
    fn current(&self) -> Option<Ratio> {
        self.hundreds.plus(self.rest)
    }

    fn value(&self) -> Option<Ratio> {
        self.total.plus(self.current()?)
    }
}

/// The cardinal number at this token.
pub(super) fn cardinal(line: &Line<'_, '_>, at: usize) -> Option<Numeral> {
    let mut sum = Sum { total: Ratio::ZERO, hundreds: Ratio::ZERO, rest: Ratio::ZERO, smallest: None };
    let mut last = Last::Nothing;
    let mut read = Numeral::new(Ratio::ZERO, at);
    let mut here = article(line, at, &mut sum, &mut last, &mut read);
    // Where a scale turns out to belong to another number, all from the last finished scale on does.
    let mut finished: Option<Numeral> = None;
    while here - at < LONGEST {
        let before = last;
        match step(line, here, &mut sum, last, &mut read) {
            Some(Step::To(next, state)) => (here, last) = (next, state),
            Some(Step::Back) => return finished,
            Some(Step::Malformed) => return None,
            None => break,
        }
        if matches!(last, Last::Nothing) {
            return None;
        }
        if matches!(last, Last::Scale(_)) && before != last {
            finished = Some(Numeral { value: sum.value()?, end: here, ..read });
        }
    }
    if matches!(last, Last::Nothing | Last::Joined) || here == at {
        return None;
    }
    let mut number = Numeral { value: sum.value()?, end: here, ..read };
    number.is_small_word = here == at + 1 && is_small_word(line, at);
    Some(number)
}

/// `a hundred`, `several thousand`, `a few hundred`, `a couple of dozen`.
fn article(line: &Line<'_, '_>, at: usize, sum: &mut Sum, last: &mut Last, read: &mut Numeral) -> usize {
    let is_large = |at: usize| matches!(line.word(at), Some(Word::Hundred | Word::Scale(_) | Word::Group(_)));
    let has_article = matches!(line.lower(at), "a" | "an");
    let behind = at + usize::from(has_article);
    let (rest, start) = match line.word(behind) {
        Some(Word::Few(few)) if is_large(behind + 1) => {
            read.is_vague = true;
            (few, behind + 1)
        }
        Some(Word::Pair) if line.lower(behind + 1) == "of" && is_large(behind + 2) => {
            read.is_rough = true;
            (2, behind + 2)
        }
        Some(Word::Pair) if is_large(behind + 1) => {
            read.is_rough = true;
            (2, behind + 1)
        }
        _ if has_article && is_large(behind) && line.lower(behind) != "score" => (1, behind),
        _ => return at,
    };
    sum.rest = Ratio::whole(rest);
    *last = Last::Unit;
    start
}

enum Step {
    To(usize, Last),
    Back,
    Malformed,
}

fn step(line: &Line<'_, '_>, here: usize, sum: &mut Sum, last: Last, read: &mut Numeral) -> Option<Step> {
    if line.is_number(here) {
        return number(line, here, sum, last, read);
    }
    if line.is_dash(here) {
        return joins_by_hyphen(line, here, last).then_some(Step::To(here + 1, last));
    }
    if line.lower(here) == "and" {
        return and(line, here, sum, last, read);
    }
    if line.lower(here) == "point" && matches!(last, Last::Unit | Last::Tens | Last::Hundred) {
        return point(line, here, sum);
    }
    word(line.word(here)?, line, here, sum, last, read)
}

fn number(line: &Line<'_, '_>, here: usize, sum: &mut Sum, last: Last, read: &mut Numeral) -> Option<Step> {
    let fits = match last {
        Last::Nothing | Last::Joined => true,
        // `4 thousand 3 hundred`: only a smaller scale shows that it goes on.
        Last::Scale(scale) => match line.word(here + 1) {
            Some(Word::Hundred) => true,
            Some(Word::Scale(next)) => next < scale,
            _ => false,
        },
        _ => false,
    };
    if !fits {
        return None;
    }
    let Some(digits) = digits::digits(line, here) else { return Some(Step::Malformed) };
    if last == Last::Nothing {
        read.bare_digits = digits.bare;
        read.is_share = digits.is_part && matches!(line.lower(digits.end), "of" | "the");
    }
    sum.rest = digits.value;
    Some(Step::To(digits.end, Last::Digits))
}

/// `twenty-one`, `five-hundred`, `500-million`, also with spaces around the hyphen between words.
fn joins_by_hyphen(line: &Line<'_, '_>, here: usize, last: Last) -> bool {
    match (last, line.word(here + 1)) {
        (Last::Tens, Some(Word::Unit(1..=9))) => true,
        (Last::Unit | Last::Digits | Last::Tens | Last::Hundred, Some(Word::Hundred | Word::Scale(_))) => {
            line.is_glued(here) && line.is_glued(here + 1)
        }
        _ => false,
    }
}

fn and(line: &Line<'_, '_>, here: usize, sum: &mut Sum, last: Last, read: &mut Numeral) -> Option<Step> {
    if last == Last::Nothing || last == Last::Joined {
        return None;
    }
    if let Some((part, end)) = share::fraction(line, here + 1, true) {
        return joined_fraction(line, end, part, sum, last, read);
    }
    // `twenty and three and a half`: without the fraction these would be two numbers.
    if last == Last::Tens && line.lower(here + 2) == "and" && share::fraction(line, here + 3, true).is_some() {
        return matches!(line.word(here + 1), Some(Word::Unit(1..=9))).then_some(Step::To(here + 1, Last::Tens));
    }
    let multiple = match last {
        Last::Hundred => 100,
        Last::Scale(scale) => scale,
        _ => return None,
    };
    let is_digits = line.is_number(here + 1);
    if is_digits && last != Last::Hundred {
        return None;
    }
    let (largest, end) = if is_digits { (1, here + 2) } else { run(line, here + 1) };
    let is_zero = line.word(here + 1) == Some(Word::Unit(0)) || line.lower(here + 1) == "0";
    // `3 hundred and 2 hundred` are two numbers; `one hundred and five thousand` is one.
    let goes_on = match line.word(end) {
        Some(Word::Scale(next)) => multiple == 100 || next < multiple,
        Some(Word::Hundred) => multiple > 100,
        _ => true,
    };
    let is_smaller = largest < multiple && !(is_digits && line.lower(here + 1).len() > 2);
    (end > here + 1 && is_smaller && goes_on && !is_zero).then_some(Step::To(here + 1, Last::Joined))
}

/// The scale of the run of words below a thousand that begins here, and the token behind it.
fn run(line: &Line<'_, '_>, at: usize) -> (i128, usize) {
    let (mut largest, mut end) = (0, at);
    while end < at + 6 {
        largest = match line.word(end) {
            Some(Word::Unit(_) | Word::Tens(_)) => largest.max(1),
            Some(Word::Hundred) if end > at => 100,
            None if line.is_dash(end) => largest,
            _ => break,
        };
        end += 1;
    }
    (largest, end)
}

/// `five and a half`, `five and a half million`, `one million and a half`.
fn joined_fraction(
    line: &Line<'_, '_>,
    end: usize,
    part: Ratio,
    sum: &mut Sum,
    last: Last,
    read: &mut Numeral,
) -> Option<Step> {
    match (last, line.word(end)) {
        (Last::Scale(scale), Some(Word::Scale(next))) if next < scale => {
            sum.total = sum.total.plus(part.times(Ratio::whole(next))?)?;
            Some(Step::To(end + 1, Last::Closed))
        }
        (Last::Scale(scale), _) if scale >= 1000 => {
            sum.total = sum.total.plus(part.times(Ratio::whole(scale))?)?;
            read.scaled = None;
            Some(Step::To(end, Last::Closed))
        }
        _ => {
            sum.rest = sum.rest.plus(part)?;
            let is_scaled = matches!(line.word(end), Some(Word::Scale(_) | Word::Group(_)));
            Some(Step::To(end, if is_scaled { Last::Unit } else { Last::Closed }))
        }
    }
}

/// `two point zero three`, `nought point eleven`.
fn point(line: &Line<'_, '_>, here: usize, sum: &mut Sum) -> Option<Step> {
    let (mut units, mut under, mut end) = (0_i128, 1_i128, here + 1);
    while end < here + 8 {
        let (digit, places) = match line.word(end) {
            Some(Word::Unit(digit @ 0..=9)) => (digit, 10),
            Some(Word::Unit(digit)) => (digit, 100),
            _ => break,
        };
        units = units.checked_mul(places)?.checked_add(digit)?;
        under = under.checked_mul(places)?;
        end += 1;
    }
    if end == here + 1 {
        return None;
    }
    sum.rest = sum.rest.plus(Ratio::new(units, under)?)?;
    Some(Step::To(end, if matches!(line.word(end), Some(Word::Scale(_))) { Last::Unit } else { Last::Closed }))
}

fn word(word: Word, line: &Line<'_, '_>, here: usize, sum: &mut Sum, last: Last, read: &mut Numeral) -> Option<Step> {
    let starts = matches!(last, Last::Nothing | Last::Hundred | Last::Scale(_) | Last::Joined);
    match word {
        Word::Unit(n) if starts || last == Last::Tens && (1..=9).contains(&n) => {
            sum.rest = sum.rest.plus(Ratio::whole(n))?;
            Some(Step::To(here + 1, Last::Unit))
        }
        Word::Tens(n) if starts => {
            sum.rest = sum.rest.plus(Ratio::whole(n))?;
            Some(Step::To(here + 1, Last::Tens))
        }
        Word::Hundred | Word::Plural(100) if matches!(last, Last::Digits | Last::Unit | Last::Tens) => {
            sum.hundreds = sum.rest.times(Ratio::whole(100))?;
            sum.rest = Ratio::ZERO;
            read.bare_digits = None;
            Some(Step::To(here + 1, Last::Hundred))
        }
        Word::Group(size) | Word::Plural(size @ (12 | 20))
            if matches!(last, Last::Digits | Last::Unit | Last::Tens) =>
        {
            sum.rest = sum.rest.times(Ratio::whole(size))?;
            read.bare_digits = None;
            Some(Step::To(here + 1, Last::Closed))
        }
        Word::Letter(scale) if last == Last::Digits && is_letter(line, here) => multiply(here, scale, sum, last, read),
        // `2 thousands`
        Word::Scale(scale) | Word::Plural(scale @ 1000..) => multiply(here, scale, sum, last, read),
        _ => None,
    }
}

/// Whether the letters behind digits are a scale: `5k`, `5bn`, `5 bn`, `$5m`, `5m people`, `10M`; not the `m` of metres.
fn is_letter(line: &Line<'_, '_>, here: usize) -> bool {
    let letter = line.token(here).map_or("", |token| token.text);
    if letter.len() > 1 {
        return true;
    }
    let is_money = (1..=3).any(|places| {
        here.checked_sub(places).and_then(|at| line.token(at)).is_some_and(|token| is_currency_sign(token.text))
    });
    let is_count =
        || super::super::unit::noun(line, here + 1, false).is_some() || super::super::unit::is_money(line, here + 1);
    line.is_glued(here) && (is_money || letter == "M" || letter == "k" || letter == "m" && is_count())
}

fn is_currency_sign(text: &str) -> bool {
    text == "$" || text.chars().all(|c| matches!(c, '\u{a2}'..='\u{a5}' | '\u{20a0}'..='\u{20cf}')) && !text.is_empty()
}

fn multiply(here: usize, scale: i128, sum: &mut Sum, last: Last, read: &mut Numeral) -> Option<Step> {
    let by = Ratio::whole(scale);
    match last {
        Last::Digits | Last::Unit | Last::Tens | Last::Hundred => {
            if sum.smallest.is_some_and(|smallest| scale >= smallest) {
                return Some(Step::Back);
            }
            let current = sum.current()?;
            sum.total = sum.total.plus(current.times(by)?)?;
            read.scaled = sum.smallest.is_none().then_some((current, by));
        }
        // `a hundred thousand million`, `three lakh crore`
        Last::Scale(smaller) if scale > smaller => {
            sum.total = sum.total.times(by)?;
            read.scaled = None;
        }
        _ => return None,
    }
    (sum.hundreds, sum.rest) = (Ratio::ZERO, Ratio::ZERO);
    sum.smallest = Some(sum.smallest.map_or(scale, |smallest| smallest.min(scale)));
    read.bare_digits = None;
    Some(Step::To(here + 1, Last::Scale(scale)))
}
