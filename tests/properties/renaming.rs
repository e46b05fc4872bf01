//! Every entry under another name.

use corroborate::{ClaimId, Party, Rule, Scope};

use crate::generate::parts::Parts;
use crate::naive::Judgement;

/// Another name, such that names come in the opposite order; done twice, it is the first one again.
pub(crate) fn turned(name: &str) -> String {
    let turn = |c: char| match c {
        'a'..='z' => char::from(b'z' - (c as u8 - b'a')),
        '0'..='9' => char::from(b'9' - (c as u8 - b'0')),
        other => other,
    };
    name.chars().map(turn).collect()
}

macro_rules! turn {
    ($ids:expr) => {
        $ids.into_iter().for_each(|id| *id = turned(id.as_str()).into())
    };
}

pub(crate) fn renamed(mut parts: Parts) -> Parts {
    let turn_scope = |scope: &mut Scope| {
        turn!([&mut scope.attribute]);
        scope.subject = scope.subject.as_deref().map(|subject| turned(subject).into());
    };
    for source in &mut parts.sources {
        turn!([&mut source.id]);
        turn!(source.speaks_for.iter_mut().chain(&mut source.owner));
        source.authority_on.iter_mut().for_each(turn_scope);
        if let Party::On(attributes) = &mut source.party {
            turn!(attributes);
        }
    }
    turn!(parts.attributes.iter_mut().map(|attribute| &mut attribute.id));
    for claim in &mut parts.claims {
        turn!([&mut claim.id]);
        turn!([&mut claim.attribute]);
        claim.subject = turned(&claim.subject);
    }
    for entry in &mut parts.attributions {
        turn!([&mut entry.id]);
        turn!([&mut entry.source]);
        turn!(&mut entry.claim);
        turn!(entry.cites.iter_mut().flatten());
        turn!(entry.corrects.iter_mut().chain(&mut entry.retracts).chain(&mut entry.disowns));
    }
    for rule in &mut parts.rules {
        match rule {
            Rule::AtMost(scopes) => scopes.iter_mut().for_each(turn_scope),
            Rule::Implies { condition, consequence } => {
                [&mut condition.0, &mut consequence.0].into_iter().for_each(turn_scope);
            }
            Rule::Sum { parts, total } => parts.iter_mut().chain([total]).for_each(turn_scope),
            _ => {}
        }
    }
    parts
}

pub(crate) fn renamed_back(mut judgement: Judgement) -> Judgement {
    let claim = |id: &ClaimId| ClaimId::from(turned(id.as_str()));
    for judged in judgement.claims.values_mut() {
        for side in [&mut judged.support, &mut judged.opposition] {
            side.attributions = side.attributions.iter().map(|id| turned(id.as_str()).into()).collect();
            side.origins = side.origins.iter().map(|id| turned(id.as_str()).into()).collect();
        }
    }
    Judgement {
        claims: judgement.claims.into_iter().map(|(id, judged)| (claim(&id), judged)).collect(),
        // The order of names is the opposite one, so the second of two claims was the first.
        conflicts: judgement.conflicts.into_iter().map(|(kind, a, b)| (kind, claim(&b), claim(&a))).collect(),
        sums: judgement.sums.into_iter().map(|ids| ids.iter().map(claim).collect()).collect(),
    }
}
