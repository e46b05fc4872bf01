//! Readings in a short notation, so that expectations are data: `<=15000 troops`, `~2000000`, `10..12 km`, `@2024-10`.

use corroborate::Quantity;
use corroborate::text::{Change, Figure, Reading};

/// A figure: its quantity, unit, and whether it is vague or a change.
pub fn figure(figure: &Figure) -> String {
    use Quantity::*;
    let quantity = match figure.quantity {
        Exactly(n) => n.to_string(),
        About(n) => format!("~{n}"),
        Nearly(n) => format!("<~{n}"),
        AtLeast(n) => format!(">={n}"),
        AtMost(n) => format!("<={n}"),
        MoreThan(n) => format!(">{n}"),
        FewerThan(n) => format!("<{n}"),
        Between(low, high) => format!("{low}..{high}"),
    };
    let unit = figure.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let vague = if figure.is_vague { " vague" } else { "" };
    let change = match figure.change {
        Some(Change::Rise) => " rising",
        Some(Change::Fall) => " falling",
        None => "",
    };
    format!("{quantity}{unit}{vague}{change}")
}

/// All that was read, in the order of the text.
pub fn reading(reading: &Reading<'_>) -> Vec<(usize, String)> {
    let mut all: Vec<(usize, String)> = reading.figures().iter().map(|it| (it.span.start, figure(it))).collect();
    all.extend(reading.dates().iter().map(|it| {
        let date = it.date.as_ref().map_or_else(|reason| format!("@? {reason}"), |date| format!("@{date}"));
        (it.span.start, date)
    }));
    all.sort_by_key(|(start, _)| *start);
    all
}

/// The same as one line, parted by ` | `.
pub fn line(of: &Reading<'_>) -> String {
    reading(of).into_iter().map(|(_, item)| item).collect::<Vec<_>>().join(" | ")
}
