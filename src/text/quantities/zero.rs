//! `no casualties`: nought of what can be counted.

use super::{
    super::{figure::Figure, line::Line, unit},
    Read,
};
use crate::model::{number::Number, quantity::Quantity};

/// `no soldiers`, `not a single soldier`. Only before things that news counts: `no plans` and `no signs` are no figures.
pub(super) fn none_of(line: &Line<'_, '_>, at: usize) -> Option<Read> {
    let (behind, is_one) = match (line.lower(at), line.lower(at + 1), line.lower(at + 2)) {
        ("not", "a", "single") => (at + 3, true),
        ("not", "one", _) => (at + 2, true),
        // `no more soldiers than 500`
        ("no", "more" | "other" | "further" | "fewer" | "less" | "longer", _) => return None,
        ("no", ..) => (at + 1, false),
        _ => return None,
    };
    let found = unit::behind(line, behind, is_one)?;
    if found.is_measure || line.lower(behind) == "of" || !is_one && !is_counted(&found.name) {
        return None;
    }
    let figure = Figure {
        quantity: Quantity::Exactly(Number::ZERO),
        unit: Some(found.name),
        is_vague: false,
        change: None,
        span: line.span(at, found.end),
        number: line.span(at, behind),
        bound: None,
        of: Some(found.span),
    };
    Some(Read { figure: Some(figure), end: found.end })
}

fn is_counted(noun: &str) -> bool {
    const COUNTED: &[&str] = &[
        "aircraft",
        "arrests",
        "attacks",
        "buildings",
        "cases",
        "casualties",
        "children",
        "civilians",
        "containers",
        "countries",
        "deaths",
        "drones",
        "explosions",
        "fatalities",
        "fighters",
        "helicopters",
        "homes",
        "hospitals",
        "hostages",
        "houses",
        "injuries",
        "jets",
        "launches",
        "lawmakers",
        "members",
        "men",
        "missiles",
        "modules",
        "officers",
        "passengers",
        "people",
        "persons",
        "planes",
        "prisoners",
        "protesters",
        "rockets",
        "schools",
        "seats",
        "shells",
        "ships",
        "soldiers",
        "strikes",
        "students",
        "survivors",
        "tanks",
        "tests",
        "troops",
        "vehicles",
        "victims",
        "votes",
        "warheads",
        "weapons",
        "women",
        "workers",
    ];
    COUNTED.binary_search(&noun.rsplit(' ').next().unwrap_or(noun)).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_plan_is_not_counted_and_a_soldier_is() {
        assert!(super::is_counted("soldiers") && super::is_counted("aircraft") && super::is_counted("workers"));
        assert!(!super::is_counted("plans"));
    }
}
