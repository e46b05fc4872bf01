//! Every kilometre as a thousand metres.

use corroborate::{Number, Quantity, Rule, Value};

use crate::generate::parts::Parts;

pub(crate) fn in_metres(mut parts: Parts) -> Parts {
    let in_kilometres: Vec<_> = parts
        .attributes
        .iter_mut()
        .filter(|attribute| attribute.unit.as_deref() == Some("km"))
        .map(|attribute| {
            attribute.unit = Some("m".to_owned());
            attribute.id.clone()
        })
        .collect();
    for claim in &mut parts.claims {
        let unit = claim.unit.as_deref();
        if unit == Some("km") || (unit.is_none() && in_kilometres.contains(&claim.attribute)) {
            claim.value = thousandfold(&claim.value);
            claim.unit = unit.map(|_| "m".to_owned());
        }
    }
    for rule in &mut parts.rules {
        if let Rule::Implies { condition, consequence } = rule {
            for term in [condition, consequence].into_iter().filter(|term| in_kilometres.contains(&term.0.attribute)) {
                term.1 = thousandfold(&term.1);
            }
        }
    }
    parts
}

fn thousandfold(value: &Value) -> Value {
    let more = |n: Number| n.checked_mul(Number::from(1000)).unwrap();
    let Value::Quantity(quantity) = value else { return value.clone() };
    Value::Quantity(match *quantity {
        Quantity::Exactly(n) => Quantity::Exactly(more(n)),
        Quantity::About(n) => Quantity::About(more(n)),
        Quantity::Nearly(n) => Quantity::Nearly(more(n)),
        Quantity::AtLeast(n) => Quantity::AtLeast(more(n)),
        Quantity::AtMost(n) => Quantity::AtMost(more(n)),
        Quantity::MoreThan(n) => Quantity::MoreThan(more(n)),
        Quantity::FewerThan(n) => Quantity::FewerThan(more(n)),
        Quantity::Between(a, b) => Quantity::Between(more(a), more(b)),
    })
}
