//! Numbers and lists, as news writes them.

/// How many names a list shows before it says how many more there are.
pub(super) const SHOWN: usize = 4;

/// Digits in groups of three: `15,000`.
pub(super) fn digits(n: usize) -> String {
    let plain = n.to_string();
    let mut grouped = String::with_capacity(plain.len() + plain.len() / 3);
    for (at, digit) in plain.chars().enumerate() {
        if at > 0 && (plain.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The number in a sentence: words up to nine, digits from 10.
pub(super) fn number(n: usize) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(n).map_or_else(|| digits(n), |word| (*word).to_owned())
}

/// So many of something: `one account`, `15 accounts`.
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// `a`, `a and b`, `a, b and c`, with the word between the last two.
pub(super) fn join(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// The items joined with a word before the last, or the first few and how many others there are. One is never left over alone.
pub(super) fn shortened(mut items: Vec<String>, shown: usize, last: &str, others: &str) -> String {
    if items.len() > shown + 1 {
        let rest = items.len() - shown;
        items.truncate(shown);
        items.push(format!("{} {others}", number(rest)));
    }
    join(&items, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_small_ones_are_words() {
        assert_eq!(
            ["0", "999", "1,000", "15,000", "1,234,567"],
            [0, 999, 1000, 15_000, 1_234_567].map(digits).as_slice()
        );
        assert_eq!(count(1, "account", "accounts"), "one account");
        assert_eq!(count(9, "account", "accounts"), "nine accounts");
        assert_eq!(count(1200, "account", "accounts"), "1,200 accounts");
    }

    #[test]
    fn lists_end_with_and_and_long_ones_are_shortened() {
        let names = |n: usize| (0..n).map(|at| format!("n{at}")).collect::<Vec<_>>();
        assert_eq!(shortened(names(0), 2, "and", "others"), "");
        assert_eq!(shortened(names(1), 2, "and", "others"), "n0");
        assert_eq!(shortened(names(2), 2, "and", "others"), "n0 and n1");
        assert_eq!(shortened(names(3), 2, "and", "others"), "n0, n1 and n2");
        assert_eq!(shortened(names(4), 2, "and", "others"), "n0, n1 and two others");
        assert_eq!(shortened(names(17), 2, "and", "others"), "n0, n1 and 15 others");
    }
}
