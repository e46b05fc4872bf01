//! Dossiers made to be difficult: few sources, so that everything is tied to everything.

use crate::model::attribute::{Attribute, OverTime};
use crate::model::attribution::{Attribution, Basis, Certainty, Stance};
use crate::model::claim::Claim;
use crate::model::dossier::{Dossier, DossierBuilder};
use crate::model::edtf::{Day, Edtf};
use crate::model::moment::Moment;
use crate::model::number::Number;
use crate::model::policy::Policy;
use crate::model::quantity::Quantity;
use crate::model::rule::{Rule, Term};
use crate::model::source::{Party, Reliability, Scope, Source, SourceKind};
use crate::model::value::{Value, ValueKind};

/// Numbers that look random and are the same every time (SplitMix64).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x2545_f491_4f6c_dd1d))
    }

    pub(super) fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(below.max(1)).unwrap()).unwrap()
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }

    fn one_of<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())].clone()
    }
}

/// How large a dossier may be.
#[derive(Clone, Copy)]
pub(super) struct Size {
    pub(super) claims: usize,
    pub(super) words: usize,
}

fn day(number: usize) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + chrono::Days::new(u64::try_from(number).unwrap())
}

fn when(dice: &mut Dice, days: usize) -> Edtf {
    let first = dice.roll(days);
    let text = match dice.roll(12) {
        0 => format!("{}/{}", day(first), day(first + dice.roll(4))),
        1 => format!("{}/..", day(first)),
        2 => format!("../{}", day(first)),
        3 => format!("{}~", day(first)),
        4 => "2024-01".to_owned(),
        5 => format!("[{},{}]", day(first), day(first + 2)),
        _ => day(first).to_string(),
    };
    Edtf::parse(&text).unwrap()
}

fn quantity(dice: &mut Dice, spread: usize) -> Quantity {
    let mut number = || Number::from(i64::try_from(dice.roll(spread)).unwrap() - 2);
    let (a, b) = (number(), number());
    let (low, high) = (a.min(b), a.max(b));
    match dice.roll(9) {
        0 | 1 => Quantity::Exactly(a),
        2 => Quantity::About(a),
        3 if a != Number::ZERO => Quantity::Nearly(a),
        4 => Quantity::AtLeast(a),
        5 => Quantity::AtMost(a),
        6 => Quantity::MoreThan(a),
        7 => Quantity::FewerThan(a),
        _ => Quantity::Between(low, high),
    }
}

const ATTRIBUTES: [&str; 9] = ["fixed", "now", "killed", "hurt", "all", "day", "did", "who", "where"];

fn value(dice: &mut Dice, attribute: &str, spread: usize) -> Value {
    match attribute {
        "day" => Value::Date(when(dice, spread)),
        "did" => Value::Truth(!dice.once_in(3)),
        "who" | "where" => {
            let texts = ["a", "b", "c", "d"];
            Value::Text((0..=dice.roll(5) / 4).map(|_| dice.one_of(&texts).to_owned()).collect())
        }
        _ => Value::Quantity(quantity(dice, spread)),
    }
}

/// A dossier, a policy and a moment.
pub(super) fn nasty(dice: &mut Dice, size: Size) -> (Dossier, Policy, Option<Moment>) {
    loop {
        let mut builder = attributes(dice);
        let most = if dice.once_in(3) { size.words } else { 6 };
        let sources = 2 + dice.roll(most);
        builder = self::sources(dice, builder, sources);
        // Often on few attributes, so that topics are large.
        let kinds = 1 + dice.roll(ATTRIBUTES.len());
        let from = dice.roll(ATTRIBUTES.len());
        let subjects = 1 + dice.roll(2);
        let spread = 3 + dice.roll(2 * size.claims + 6);
        let claims = 1 + dice.roll(size.claims);
        for at in 0..claims {
            let attribute = ATTRIBUTES[(from + dice.roll(kinds)) % ATTRIBUTES.len()];
            let subject = ["it", "she"][dice.roll(subjects)];
            let value = value(dice, attribute, spread);
            let mut claim = Claim::new(format!("c{at:03}"), "It is so", subject, attribute, value.clone());
            if !dice.once_in(5) {
                let days = if dice.once_in(3) { 40 } else { 5 };
                claim = claim.when(when(dice, days));
            }
            if matches!(value, Value::Quantity(_)) && dice.once_in(12) {
                claim = claim.unit(dice.one_of(&["km", "m", "shells"]));
            }
            builder = builder.claim(claim);
        }
        let number = 1 + dice.roll(size.words);
        builder = words(dice, builder, sources, claims, number);
        let policy = Policy {
            anonymous_are_distinct: dice.once_in(4),
            authority_suffices: !dice.once_in(4),
            independent_origins: u32::try_from(1 + dice.roll(3)).unwrap(),
            named_only: dice.once_in(4),
            first_hand_only: dice.once_in(4),
            ..Policy::default()
        };
        let as_of = dice.once_in(5).then(|| Moment::Day(day(dice.roll(30))));
        if let Ok(dossier) = builder.build() {
            return (dossier, policy, as_of);
        }
    }
}

fn attributes(dice: &mut Dice) -> DossierBuilder {
    let quantity = |id: &str| Attribute::new(id, ValueKind::Quantity);
    let mut killed = quantity("killed").over_time(OverTime::Cumulative);
    if dice.once_in(3) {
        killed = killed.closes(Day::from(day(3)));
    }
    let mut now = quantity("now").over_time(OverTime::Varying);
    if dice.once_in(2) {
        now = now.holds_for(u32::try_from(dice.roll(4)).unwrap());
    }
    let mut did = Attribute::new("did", ValueKind::Truth);
    if dice.once_in(2) {
        did = did.over_time(OverTime::Cumulative);
    }
    let mut fixed = quantity("fixed").unit("m");
    if dice.once_in(5) {
        fixed = fixed.many();
    }
    let mut who = Attribute::new("who", ValueKind::Text);
    if dice.once_in(3) {
        who = who.many();
    }
    let all = if dice.once_in(2) { quantity("all") } else { quantity("all").over_time(OverTime::Cumulative) };
    let mut builder = Dossier::builder("Nasty")
        .attribute(fixed)
        .attribute(now)
        .attribute(killed)
        .attribute(quantity("hurt").over_time(OverTime::Cumulative))
        .attribute(all)
        .attribute(Attribute::new("day", ValueKind::Date))
        .attribute(did)
        .attribute(who)
        .attribute(Attribute::new("where", ValueKind::Text).over_time(OverTime::Varying));
    if dice.once_in(2) {
        builder = builder.rule(Rule::AtMost(vec![Scope::new("killed"), Scope::new("hurt"), Scope::new("all")]));
    }
    if dice.once_in(3) {
        let least = Value::Quantity(Quantity::AtLeast(Number::from(1)));
        let condition = Term(Scope::new("killed"), least);
        builder = builder.rule(Rule::Implies { condition, consequence: Term(Scope::new("did"), Value::Truth(true)) });
    }
    if dice.once_in(4) {
        let condition = Term(Scope::new("who"), Value::Text(vec!["a".to_owned(), "b".to_owned()]));
        let consequence = Term(Scope::new("where"), Value::Text(vec!["c".to_owned()]));
        builder = builder.rule(Rule::Implies { condition, consequence });
    }
    builder
}

fn sources(dice: &mut Dice, mut builder: DossierBuilder, number: usize) -> DossierBuilder {
    let kinds = [
        SourceKind::Newspaper,
        SourceKind::NewsAgency,
        SourceKind::Blog,
        SourceKind::Official,
        SourceKind::Government,
        SourceKind::Person,
    ];
    let grades = [Reliability::A, Reliability::B, Reliability::D, Reliability::F];
    for at in 0..number {
        let name = if dice.once_in(2) { "An official".to_owned() } else { format!("Source {at}") };
        let mut source =
            Source::new(format!("s{at}"), name).kind(dice.one_of(&kinds)).reliability(dice.one_of(&grades));
        if at > 0 && dice.once_in(5) {
            source = source.owner(format!("s{}", dice.roll(at)));
        }
        if at > 0 && dice.once_in(12) {
            source = source.speaks_for(format!("s{}", dice.roll(at)));
        }
        // The sweep leaves topics on which anonymous sources own or are owned to the direct way: in most dossiers the last few are anonymous, and own nobody.
        if (source.owner.is_none() && at + 1 + number / 4 >= number && dice.once_in(2)) || dice.once_in(100) {
            source = source.anonymous();
        }
        if dice.once_in(6) {
            let attribute = dice.one_of(&ATTRIBUTES);
            source = source.party(if dice.once_in(2) { Party::Yes } else { Party::On(vec![attribute.into()]) });
        }
        if dice.once_in(8) {
            source = source.authority_on(dice.one_of(&ATTRIBUTES));
        }
        builder = builder.source(source);
    }
    builder
}

fn words(dice: &mut Dice, mut builder: DossierBuilder, sources: usize, claims: usize, number: usize) -> DossierBuilder {
    let mut said: Vec<(usize, String)> = Vec::new();
    let mut today = 0;
    for at in 0..number {
        today += dice.roll(2);
        let source = dice.roll(sources);
        let id = format!("a{at:03}");
        let earlier: Vec<String> = said.iter().filter(|said| said.0 == source).map(|said| said.1.clone()).collect();
        let published = Moment::Day(day(today));
        if !earlier.is_empty() && dice.once_in(10) {
            let of = dice.one_of(&earlier);
            builder = builder.attribution(Attribution::retraction(id, format!("s{source}"), of).published(published));
            continue;
        }
        if !said.is_empty() && dice.once_in(15) {
            let of = dice.one_of(&said).1;
            builder = builder.attribution(Attribution::disowning(id, format!("s{source}"), of).published(published));
            continue;
        }
        let mut word = Attribution::new(id.as_str(), format!("s{source}"), format!("c{:03}", dice.roll(claims)));
        word = word.stance(match dice.roll(12) {
            0..=7 => Stance::Affirms,
            8 | 9 => Stance::Denies,
            10 => Stance::Doubts,
            _ => Stance::Silent,
        });
        word = word.certainty(dice.one_of(&[Certainty::Stated, Certainty::Stated, Certainty::Probable]));
        word = word.basis(dice.one_of(&[Basis::Undeclared, Basis::Undeclared, Basis::FirstHand]));
        let chains = dice.roll(4) / 2;
        for _ in 0..chains + chains * dice.roll(2) {
            let chain: Vec<String> = (0..=dice.roll(3)).map(|_| format!("s{}", dice.roll(sources))).collect();
            word = word.citing(chain);
        }
        if dice.once_in(12) {
            word = word.against_interest();
        }
        if !dice.once_in(6) {
            word = word.published(published);
            said.push((source, id));
            if !earlier.is_empty() && dice.once_in(10) {
                word = word.corrects(dice.one_of(&earlier));
            }
        }
        builder = builder.attribution(word);
    }
    builder
}
