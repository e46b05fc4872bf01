//! Section 3: what a word on one claim says of another.

use std::collections::BTreeMap;

use corroborate::{
    Attribute, Claim, ClaimId, Edtf, Extent, OverTime, Region, Rule, Scope, Stance, Term, Unit, Value, ValueKind,
};

use super::time::{Desk, is_before, is_same_time};
use super::words::Word;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Towards {
    Support,
    Opposition,
}

/// What affirming or denying each claim does to each other claim.
pub(crate) struct Bearing<'a> {
    extents: BTreeMap<&'a ClaimId, (Option<Unit>, Extent)>,
    table: BTreeMap<(bool, &'a ClaimId, &'a ClaimId), Towards>,
}

#[derive(Clone, PartialEq)]
struct Reading<'a> {
    subject: &'a str,
    attribute: &'a Attribute,
    unit: Option<Unit>,
    core: Region,
    wide: Region,
    denial: bool,
    span: Span<'a>,
}

#[derive(Clone, Copy, PartialEq)]
enum Span<'a> {
    At(Option<&'a Edtf>),
    From(&'a Edtf),
    Until(&'a Edtf),
    Always,
}

impl<'a> Bearing<'a> {
    pub(crate) fn new(desk: &Desk<'a>) -> Self {
        let extent = |claim: &'a Claim| {
            let attribute = desk.attribute(claim);
            let unit = unit(attribute, claim.unit.as_deref());
            let extent = claim.value.extent(unit.as_ref(), &desk.policy.tolerance).expect("the dossier was checked");
            (&claim.id, (unit, extent))
        };
        let extents = desk.dossier.claims().iter().map(extent).collect();
        let mut bearing = Bearing { extents, table: BTreeMap::new() };
        for spoken in desk.dossier.claims() {
            for denial in [false, true] {
                let direct = bearing.direct(desk, spoken, denial);
                let at_home = closure(&direct, by_time);
                let abroad = closure(&direct, |reading| [by_time(reading), by_rules(desk, reading)].concat());
                for judged in desk.dossier.claims() {
                    let home = (&spoken.subject, &spoken.attribute) == (&judged.subject, &judged.attribute);
                    if let Some(towards) = bearing.towards(if home { &at_home } else { &abroad }, judged) {
                        bearing.table.insert((denial, &spoken.id, &judged.id), towards);
                    }
                }
            }
        }
        bearing
    }

    pub(crate) fn of(&self, word: &Word<'_>, claim: &Claim) -> Option<Towards> {
        let denial = match word.stance {
            Stance::Affirms => false,
            Stance::Denies => true,
            Stance::Doubts | Stance::Silent => return None,
        };
        self.table.get(&(denial, &word.claim.id, &claim.id)).copied()
    }

    pub(crate) fn is_opposed(&self, a: &Claim, b: &Claim) -> bool {
        [(a, b), (b, a)].iter().any(|(x, y)| self.table.get(&(false, &x.id, &y.id)) == Some(&Towards::Opposition))
    }

    pub(crate) fn is_comparable(&self, a: &Claim, b: &Claim) -> bool {
        same_units(&self.extents[&a.id].0, &self.extents[&b.id].0)
    }

    pub(crate) fn extent(&self, claim: &Claim) -> &Extent {
        &self.extents[&claim.id].1
    }

    /// What a part of a sum reads as at the time of the total, if anything.
    pub(crate) fn moved_to(&self, desk: &Desk<'a>, part: &'a Claim, total: &Claim) -> Vec<Region> {
        closure(&self.direct(desk, part, false), by_time)
            .into_iter()
            .filter(|reading| same_units(&reading.unit, &self.extents[&total.id].0) && reading.is_of_time(total))
            .map(|reading| reading.wide)
            .collect()
    }

    fn direct(&self, desk: &Desk<'a>, claim: &'a Claim, denial: bool) -> Reading<'a> {
        let (unit, extent) = self.extents[&claim.id].clone();
        let denied = extent.wide.complement();
        let (core, wide) = if denial { (denied.clone(), denied) } else { (extent.core, extent.wide) };
        let (subject, attribute) = (claim.subject.as_str(), desk.attribute(claim));
        Reading { subject, attribute, unit, core, wide, denial, span: Span::At(claim.when.as_ref()) }.settled()
    }

    fn towards(&self, readings: &[Reading<'a>], claim: &Claim) -> Option<Towards> {
        let (unit, extent) = &self.extents[&claim.id];
        let meeting: Vec<_> = readings
            .iter()
            .filter(|reading| (reading.subject, &reading.attribute.id) == (claim.subject.as_str(), &claim.attribute))
            .filter(|reading| same_units(&reading.unit, unit) && reading.is_of_time(claim))
            .collect();
        if meeting.iter().any(|reading| reading.opposes(extent)) {
            Some(Towards::Opposition)
        } else {
            meeting.iter().any(|reading| reading.supports(extent)).then_some(Towards::Support)
        }
    }
}

impl<'a> Reading<'a> {
    /// On a fixed attribute what holds once holds always.
    fn settled(mut self) -> Self {
        if self.attribute.over_time == OverTime::Fixed {
            self.span = Span::Always;
        }
        self
    }

    fn is_of_time(&self, claim: &Claim) -> bool {
        let when = claim.when.as_ref();
        match self.span {
            Span::Always => true,
            Span::At(time) => is_same_time(self.attribute, time, when),
            Span::From(time) => when.is_some_and(|when| is_before(time, when)),
            Span::Until(time) => when.is_some_and(|when| is_before(when, time)),
        }
    }

    fn supports(&self, of: &Extent) -> bool {
        self.core.is_subset(&of.wide) && !(self.denial && self.attribute.many)
    }

    fn opposes(&self, of: &Extent) -> bool {
        if self.denial {
            self.wide.is_disjoint(&of.core)
        } else {
            self.wide.is_disjoint(&of.wide) && !self.attribute.many
        }
    }

    fn up(&self) -> Self {
        Reading { core: self.core.up(), wide: self.wide.up(), ..self.clone() }
    }

    fn down(&self) -> Self {
        Reading { core: self.core.down(), wide: self.wide.down(), ..self.clone() }
    }
}

/// Everything that a reading becomes by moving any number of times.
fn closure<'a>(from: &Reading<'a>, moves: impl Fn(&Reading<'a>) -> Vec<Reading<'a>>) -> Vec<Reading<'a>> {
    let mut all = vec![from.clone()];
    let mut next = 0;
    while next < all.len() {
        for moved in moves(&all[next]) {
            let moved = moved.settled();
            if !moved.core.is_full() && !all.contains(&moved) {
                all.push(moved);
            }
        }
        next += 1;
    }
    all
}

fn by_time<'a>(reading: &Reading<'a>) -> Vec<Reading<'a>> {
    match (reading.attribute.over_time, reading.span) {
        (OverTime::Cumulative, Span::At(Some(time))) => vec![
            Reading { span: Span::From(time), ..reading.up() },
            Reading { span: Span::Until(time), ..reading.down() },
        ],
        _ => Vec::new(),
    }
}

fn by_rules<'a>(desk: &Desk<'a>, reading: &Reading<'a>) -> Vec<Reading<'a>> {
    desk.dossier.rules().iter().flat_map(|rule| by_rule(desk, rule, reading)).collect()
}

fn by_rule<'a>(desk: &Desk<'a>, rule: &'a Rule, reading: &Reading<'a>) -> Vec<Reading<'a>> {
    let attribute = |scope: &Scope| desk.dossier.attribute(&scope.attribute).expect("every id resolves");
    let covers = |scope: &Scope| scope.covers(reading.subject, &reading.attribute.id);
    // A plain rule stays with the subject; one of named topics goes where it says.
    let to = |scope: &'a Scope, of: Reading<'a>| Reading {
        subject: scope.subject.as_deref().unwrap_or(reading.subject),
        attribute: attribute(scope),
        ..of
    };
    match rule {
        Rule::AtMost(scopes) => {
            let Some(here) = scopes.iter().position(covers) else { return Vec::new() };
            scopes
                .iter()
                .enumerate()
                .filter(|(there, scope)| *there != here && !reading.attribute.many && !attribute(scope).many)
                .map(|(there, scope)| to(scope, if there < here { reading.down() } else { reading.up() }))
                .collect()
        }
        Rule::Implies { condition: Term(when, condition), consequence: Term(then, consequence) } => {
            let extent = |scope: &Scope, value: &Value| {
                let unit = unit(attribute(scope), None);
                let extent = value.extent(unit.as_ref(), &desk.policy.tolerance).expect("the dossier was checked");
                (unit, extent)
            };
            let mut moved = Vec::new();
            let (if_unit, condition) = extent(when, condition);
            let (then_unit, consequence) = extent(then, consequence);
            let forwards =
                covers(when) && same_units(&reading.unit, &if_unit) && !(reading.attribute.many && reading.denial);
            if forwards && reading.core.is_subset(&condition.core) {
                let Extent { core, wide } = consequence.clone();
                moved.push(to(then, Reading { unit: then_unit.clone(), core, wide, denial: false, ..reading.clone() }));
            }
            let back =
                (!reading.attribute.many || reading.denial) && same_units(&reading.unit, &then_unit) && covers(then);
            let against = if reading.denial { &consequence.core } else { &consequence.wide };
            if back && reading.wide.is_disjoint(against) {
                let denied = condition.wide.complement();
                let (core, wide) = (denied.clone(), denied);
                moved.push(to(when, Reading { unit: if_unit, core, wide, denial: true, ..reading.clone() }));
            }
            moved
        }
        // A sum has several premises; it makes conflicts, never support. A kind of rule that is not known says nothing.
        _ => Vec::new(),
    }
}

/// The unit of a claim on the attribute; only quantities have one.
fn unit(attribute: &Attribute, stated: Option<&str>) -> Option<Unit> {
    let name = stated.or(attribute.unit.as_deref())?;
    (attribute.kind == ValueKind::Quantity).then(|| Unit::new(name))
}

/// Numbers without a unit compare among themselves alone.
fn same_units(a: &Option<Unit>, b: &Option<Unit>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => a.is_comparable(b),
        _ => false,
    }
}
