//! Section 1: sources and time.

use corroborate::{Attribute, Attribution, Claim, Dossier, Edtf, Moment, OverTime, Policy, Source, SourceId};

/// The dossier as it is known at the moment of judgement.
pub(crate) struct Desk<'a> {
    pub(crate) dossier: &'a Dossier,
    pub(crate) policy: &'a Policy,
    pub(crate) known: Vec<&'a Attribution>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(dossier: &'a Dossier, policy: &'a Policy, as_of: Option<Moment>) -> Self {
        let is_known = |entry: &&Attribution| match (as_of, entry.published) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(now), Some(published)) => published.known_from() <= now.known_from(),
        };
        Desk { dossier, policy, known: dossier.attributions().iter().filter(is_known).collect() }
    }

    /// Who speaks when this source does.
    pub(crate) fn speaker(&self, id: &SourceId) -> &'a Source {
        let source = self.dossier.source(id).expect("every id resolves");
        source.speaks_for.as_ref().map_or(source, |principal| self.speaker(principal))
    }

    pub(crate) fn top(&self, source: &'a Source) -> &'a Source {
        source.owner.as_ref().map_or(source, |owner| self.top(self.speaker(owner)))
    }

    pub(crate) fn attribute(&self, claim: &Claim) -> &'a Attribute {
        self.dossier.attribute(&claim.attribute).expect("every id resolves")
    }

    /// Whether a list of ids names the entry, or a twin of it.
    pub(crate) fn names(&self, ids: &[corroborate::AttributionId], entry: &Attribution) -> bool {
        ids.iter().any(|id| is_twin(self.dossier.attribution(id).expect("every id resolves"), entry))
    }

    pub(crate) fn is_removed(&self, entry: &Attribution) -> bool {
        self.known.iter().any(|later| self.names(&later.retracts, entry) && !self.is_removed(later))
    }
}

fn is_twin(a: &Attribution, b: &Attribution) -> bool {
    let mut twin = b.clone();
    (twin.id, twin.url) = (a.id.clone(), a.url.clone());
    // A stance that is left out is the same as the one that it stands for.
    if twin.says() == a.says() {
        twin.stance = a.stance;
    }
    *a == twin
}

pub(crate) fn is_same_time(attribute: &Attribute, a: Option<&Edtf>, b: Option<&Edtf>) -> bool {
    match (attribute.over_time, a, b) {
        (OverTime::Fixed, ..) | (_, None, None) => true,
        (_, Some(a), Some(b)) => {
            let overlap = !is_before(a, b) && !is_before(b, a);
            let near = gap(a, b).is_some_and(|days| days <= i64::from(attribute.holds_for.unwrap_or(0)));
            let closed =
                |time: &Edtf| time.start().zip(attribute.closes).is_some_and(|(start, closes)| start >= closes);
            overlap
                || (attribute.over_time == OverTime::Varying && near)
                || (attribute.over_time == OverTime::Cumulative && closed(a) && closed(b))
        }
        _ => false,
    }
}

/// Whether `a` is over before `b` begins.
pub(crate) fn is_before(a: &Edtf, b: &Edtf) -> bool {
    a.end().zip(b.start()).is_some_and(|(end, start)| end < start)
}

/// Days from the end of the earlier to the start of the later, of two times that do not overlap.
fn gap(a: &Edtf, b: &Edtf) -> Option<i64> {
    let (earlier, later) = if is_before(a, b) { (a, b) } else { (b, a) };
    Some(earlier.end()?.days_until(later.start()?))
}
