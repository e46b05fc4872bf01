//! The tables of the pages in `docs/`, which describe the fields of what has no type of its own.

use serde_json::{Map, Value};

/// The rows of the `nth` table of a page: the first cell, which names a field, and the second or third, which says what it means.
pub(super) fn table(page: &str, nth: usize, meaning: usize) -> Vec<(String, String)> {
    let mut tables = page.split("\n\n").filter(|block| block.starts_with('|'));
    let rows = tables.nth(nth).unwrap_or_default().lines().skip(2);
    let row = |row: &str| {
        let mut cells = row.trim_matches('|').split(" | ");
        let name = cells.next()?.trim().trim_matches('`').to_owned();
        Some((name, sentence(cells.nth(meaning.checked_sub(1)?)?.trim())))
    };
    rows.filter_map(row).collect()
}

/// Links as words, and a capital at the start.
fn sentence(cell: &str) -> String {
    let mut words = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some((before, link)) = rest.split_once('[') {
        words.push_str(before);
        let (name, after) = link.split_once("](").unwrap_or((link, ""));
        words.push_str(name);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    words.push_str(rest);
    let mut characters = words.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}{}", characters.as_str(), if words.ends_with('.') { "" } else { "." })
}

/// Describes the properties of an object by these rows.
pub(super) fn describe(object: &mut Map<String, Value>, rows: Vec<(String, String)>) {
    let Some(properties) = object.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    for (name, meaning) in rows {
        if let Some(property) = properties.get_mut(&name).and_then(Value::as_object_mut) {
            property.insert("description".to_owned(), meaning.into());
        }
    }
}
