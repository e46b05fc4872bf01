//! Dossiers to measure on: one of a realistic shape, and the adversarial ones. Seeded: the same size gives the same dossier.
// Each bench takes the shapes that it measures.
#![allow(dead_code)]

use corroborate::{
    Attribute, Attribution, Basis, Certainty, Claim, Day, Dossier, DossierBuilder, Edtf, Moment, Number, OverTime,
    Party, Quantity, Reliability, Rule, Scope, Source, SourceKind, Stance, Value, ValueKind,
};

/// Numbers that look random and are the same every time (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to `below`, exclusive.
    pub fn roll(&mut self, below: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(below.max(1)).unwrap()).unwrap()
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }
}

fn day(number: usize) -> Moment {
    let first = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    Moment::Day(first + chrono::Days::new(u64::try_from(number).unwrap()))
}

fn when(number: usize) -> Edtf {
    match day(number) {
        Moment::Day(day) => Edtf::from(Day::from(day)),
        _ => unreachable!("a day is a day"),
    }
}

fn number(n: usize) -> Number {
    Number::from(i64::try_from(n).unwrap())
}

/// A desk's archive: stories of ten to sixty attributions on a few topics each; most claims have one to ten words; outlets cite agencies, agencies
/// cite officials; some deny, some hedge, some correct.
pub fn realistic(attributions: usize) -> Dossier {
    let mut dice = Dice::new(1);
    let outlets = (attributions / 20).clamp(20, 5_000);
    let origins = (attributions / 20).clamp(20, 20_000);
    let mut builder = Dossier::builder("An archive");
    builder = sources(builder, &mut dice, outlets, origins);
    builder = builder
        .attribute(Attribute::new("killed", ValueKind::Quantity).unit("people").over_time(OverTime::Cumulative))
        .attribute(Attribute::new("hurt", ValueKind::Quantity).unit("people").over_time(OverTime::Cumulative))
        .attribute(
            Attribute::new("present", ValueKind::Quantity).unit("people").over_time(OverTime::Varying).holds_for(3),
        )
        .attribute(Attribute::new("signed-on", ValueKind::Date))
        .attribute(Attribute::new("happened", ValueKind::Truth))
        .rule(Rule::AtMost(vec![Scope::new("killed"), Scope::new("hurt")]));
    let mut made = 0;
    let mut story = 0;
    let mut claims = 0;
    while made < attributions {
        let subject = format!("story-{story:06}");
        let start = dice.roll(600);
        for attribute in ["killed", "hurt", "present", "signed-on", "happened"] {
            for _ in 0..=dice.roll(3) {
                let id = format!("c{claims:07}");
                claims += 1;
                let figure = 100 + 100 * dice.roll(20);
                let value = match attribute {
                    "signed-on" => Value::Date(when(start + dice.roll(3))),
                    "happened" => Value::Truth(!dice.once_in(6)),
                    _ => Value::Quantity(match dice.roll(4) {
                        0 => Quantity::Exactly(number(figure)),
                        1 => Quantity::About(number(figure)),
                        2 => Quantity::AtLeast(number(figure)),
                        _ => Quantity::MoreThan(number(figure)),
                    }),
                };
                let mut claim =
                    Claim::new(id.as_str(), sentence(attribute, figure), subject.as_str(), attribute, value);
                if !matches!(attribute, "signed-on" | "happened") {
                    claim = claim.when(when(start + dice.roll(60)));
                }
                builder = builder.claim(claim);
                for _ in 0..=dice.roll(10) {
                    let word = word(&mut dice, made, &id, outlets, origins).published(day(start + dice.roll(90)));
                    builder = builder.attribution(word);
                    made += 1;
                }
            }
        }
        story += 1;
    }
    builder.build().unwrap()
}

fn sources(mut builder: DossierBuilder, dice: &mut Dice, outlets: usize, origins: usize) -> DossierBuilder {
    for n in 0..outlets {
        let kind =
            [SourceKind::Newspaper, SourceKind::NewsAgency, SourceKind::Broadcaster, SourceKind::Blog][dice.roll(4)];
        let grade = [Reliability::A, Reliability::B, Reliability::C, Reliability::D, Reliability::F][dice.roll(5)];
        let mut source = Source::new(format!("outlet-{n}"), format!("Outlet {n}")).kind(kind).reliability(grade);
        if n > 0 && dice.once_in(10) {
            source = source.owner(format!("outlet-{}", dice.roll(n)));
        }
        builder = builder.source(source);
    }
    for n in 0..origins {
        let kind =
            [SourceKind::Official, SourceKind::Government, SourceKind::Military, SourceKind::Eyewitness][dice.roll(4)];
        let mut source = Source::new(format!("origin-{n}"), format!("Origin {n}")).kind(kind);
        if dice.once_in(8) {
            source = source.party(Party::Yes);
        }
        if dice.once_in(10) {
            source = source.anonymous();
        }
        if dice.once_in(12) {
            source = source.authority_on("signed-on");
        }
        builder = builder.source(source);
    }
    builder
}

fn word(dice: &mut Dice, made: usize, claim: &str, outlets: usize, origins: usize) -> Attribution {
    let id = format!("a{made:08}");
    let origin = format!("origin-{}", dice.roll(origins));
    let mut word = if dice.once_in(4) {
        Attribution::new(id, origin, claim).basis(if dice.once_in(2) { Basis::FirstHand } else { Basis::Undeclared })
    } else {
        let word = Attribution::new(id, format!("outlet-{}", dice.roll(outlets)), claim);
        match dice.roll(6) {
            0 => word,
            1 | 2 => word.citing([format!("outlet-{}", dice.roll(outlets)), origin]),
            _ => word.citing([origin]),
        }
    };
    if dice.once_in(10) {
        word = word.stance(if dice.once_in(4) { Stance::Doubts } else { Stance::Denies });
    }
    if dice.once_in(6) {
        word = word.certainty(Certainty::Probable).hedge("is believed to");
    }
    // Nearly every entry of a real dossier bears an address, and every other one the words themselves.
    word = word.url(
        url::Url::parse(&format!("https://www.example.org/news/world/2024/{claim}/what-is-known-so-far-{made}"))
            .unwrap(),
    );
    if dice.once_in(2) {
        word = word.quote("The number of those killed has risen again, the ministry said in a statement on Tuesday");
    }
    word
}

fn sentence(attribute: &str, figure: usize) -> String {
    match attribute {
        "killed" => format!("{figure} people have been killed since the fighting began, according to officials"),
        "hurt" => format!("{figure} people have been hurt since the fighting began"),
        "present" => format!("{figure} soldiers are in place along the border"),
        "signed-on" => "The agreement was signed in the capital on that day".to_owned(),
        _ => "The meeting that both sides had announced took place".to_owned(),
    }
}

/// One topic with `n` claims, each said by a source of its own: half exact figures, half lower bounds.
pub fn one_topic(n: usize) -> Dossier {
    let mut builder = Dossier::builder("One topic").attribute(Attribute::new("count", ValueKind::Quantity));
    for at in 0..n {
        let figure = number(1000 + 37 * at);
        let value = if at % 2 == 0 { Quantity::Exactly(figure) } else { Quantity::AtLeast(figure) };
        builder = builder
            .source(Source::new(format!("s{at}"), "Somebody").kind(SourceKind::Official))
            .claim(Claim::new(format!("c{at}"), "A figure", "it", "count", Value::Quantity(value)))
            .attribution(
                Attribution::new(format!("a{at}"), format!("s{at}"), format!("c{at}")).published(day(at % 300)),
            );
    }
    builder.build().unwrap()
}

/// One topic with `n` claims, said by a thousand outlets that cite a hundred agencies: everything is tied to everything.
pub fn one_desk(n: usize) -> Dossier {
    let mut dice = Dice::new(2);
    let mut builder = Dossier::builder("One desk").attribute(Attribute::new("count", ValueKind::Quantity));
    for at in 0..1000 {
        builder = builder.source(Source::new(format!("s{at}"), "An outlet").kind(SourceKind::Newspaper));
    }
    for at in 0..100 {
        builder = builder.source(Source::new(format!("o{at}"), "An official").kind(SourceKind::Official));
    }
    for at in 0..n {
        let figure = number(1000 + 37 * at);
        let value = if at % 2 == 0 { Quantity::Exactly(figure) } else { Quantity::AtLeast(figure) };
        let word = Attribution::new(format!("a{at}"), format!("s{}", dice.roll(1000)), format!("c{at}"));
        builder = builder
            .claim(Claim::new(format!("c{at}"), "A figure", "it", "count", Value::Quantity(value)))
            .attribution(word.citing([format!("o{}", dice.roll(100))]).published(day(at % 300)));
    }
    builder.build().unwrap()
}

fn one_truth(title: &str) -> DossierBuilder {
    Dossier::builder(title).attribute(Attribute::new("happened", ValueKind::Truth)).claim(Claim::new(
        "c",
        "It happened",
        "it",
        "happened",
        Value::Truth(true),
    ))
}

/// One claim with `n` attributions: outlets that cite a hundred officials, one in ten denying.
pub fn one_claim(n: usize) -> Dossier {
    let mut builder = one_truth("One claim");
    for at in 0..n {
        let word = Attribution::new(format!("a{at}"), format!("s{at}"), "c")
            .citing([format!("o{}", at % 100)])
            .stance(if at % 10 == 0 { Stance::Denies } else { Stance::Affirms })
            .published(day(at % 300));
        builder =
            builder.source(Source::new(format!("s{at}"), "An outlet").kind(SourceKind::Newspaper)).attribution(word);
    }
    for at in 0..100 {
        builder = builder.source(Source::new(format!("o{at}"), "An official").kind(SourceKind::Official));
    }
    builder.build().unwrap()
}

/// A chain of citations `n` deep: each outlet cites the one before it.
pub fn chain(n: usize) -> Dossier {
    let mut builder = one_truth("A chain").source(Source::new("s0", "An eyewitness").kind(SourceKind::Eyewitness));
    builder = builder.attribution(Attribution::new("a0", "s0", "c").published(day(0)));
    for at in 1..n {
        let word = Attribution::new(format!("a{at}"), format!("s{at}"), "c").citing([format!("s{}", at - 1)]);
        builder = builder
            .source(Source::new(format!("s{at}"), "An outlet").kind(SourceKind::Newspaper))
            .attribution(word.published(day(1)));
    }
    builder.build().unwrap()
}

/// Outlets that all cite each other, `n` citations in all; one of them has an origin.
pub fn clique(n: usize) -> Dossier {
    let outlets = (1..).find(|k| k * (k - 1) >= n).unwrap();
    let mut builder = one_truth("A clique").source(Source::new("o", "An official").kind(SourceKind::Official));
    for at in 0..outlets {
        builder = builder.source(Source::new(format!("s{at}"), "An outlet").kind(SourceKind::Newspaper));
        for other in (0..outlets).filter(|other| *other != at) {
            let word = Attribution::new(format!("a{at}-{other}"), format!("s{at}"), "c").citing([format!("s{other}")]);
            builder = builder.attribution(word.published(day(1)));
        }
    }
    builder.attribution(Attribution::new("z", "s0", "c").citing(["o"]).published(day(1))).build().unwrap()
}

/// How many sources an archive of so many claims has.
pub fn archive_sources(claims: usize) -> usize {
    (claims / 20).clamp(50, 20_000)
}

/// An archive of so many claims in topics of one size: four stories' topics of eight claims each, tied in twos by a rule, with one to three words a claim.
pub fn archive(claims: usize) -> Dossier {
    let mut dice = Dice::new(3);
    let sources = archive_sources(claims);
    let mut builder = Dossier::builder("An archive")
        .attribute(Attribute::new("killed", ValueKind::Quantity).unit("people").over_time(OverTime::Cumulative))
        .attribute(Attribute::new("hurt", ValueKind::Quantity).unit("people").over_time(OverTime::Cumulative))
        .attribute(Attribute::new("signed-on", ValueKind::Date))
        .attribute(Attribute::new("happened", ValueKind::Truth))
        .rule(Rule::AtMost(vec![Scope::new("killed"), Scope::new("hurt")]));
    for at in 0..sources {
        let kind =
            [SourceKind::Newspaper, SourceKind::NewsAgency, SourceKind::Government, SourceKind::Official][dice.roll(4)];
        let grade = [Reliability::A, Reliability::B, Reliability::C, Reliability::F][dice.roll(4)];
        builder =
            builder.source(Source::new(format!("s{at:05}"), format!("Source {at}")).kind(kind).reliability(grade));
    }
    let mut made = 0;
    for at in 0..claims {
        let attribute = ["killed", "hurt", "signed-on", "happened"][at / 8 % 4];
        let start = at / 32 % 300;
        let value = match attribute {
            "signed-on" => Value::Date(when(start + dice.roll(3))),
            "happened" => Value::Truth(!dice.once_in(6)),
            _ => Value::Quantity(Quantity::AtLeast(number(100 + 100 * dice.roll(20)))),
        };
        let mut claim = Claim::new(
            format!("c{at:07}"),
            sentence(attribute, at % 100),
            format!("story-{:06}", at / 32),
            attribute,
            value,
        );
        if matches!(attribute, "killed" | "hurt") {
            claim = claim.when(when(start + dice.roll(30)));
        }
        builder = builder.claim(claim);
        for _ in 0..=dice.roll(3) {
            let mut word =
                Attribution::new(format!("a{made:08}"), format!("s{:05}", dice.roll(sources)), format!("c{at:07}"))
                    .published(day(start + dice.roll(60)));
            if dice.once_in(2) {
                word = word.citing([format!("s{:05}", dice.roll(sources))]);
            }
            made += 1;
            builder = builder.attribution(word);
        }
    }
    builder.build().unwrap()
}

/// One topic that varies, with four claims a day and a word on each, by a hundred sources.
pub fn days(claims: usize) -> Dossier {
    let mut dice = Dice::new(4);
    let mut builder = Dossier::builder("Troops, day by day")
        .attribute(Attribute::new("present", ValueKind::Quantity).over_time(OverTime::Varying));
    for at in 0..100 {
        builder = builder.source(Source::new(format!("s{at}"), "Somebody").kind(SourceKind::Official));
    }
    for at in 0..claims {
        let value = Value::Quantity(Quantity::Exactly(number(1000 + 100 * dice.roll(10))));
        builder = builder
            .claim(Claim::new(format!("c{at}"), "A figure", "it", "present", value).when(when(at / 4)))
            .attribution(
                Attribution::new(format!("a{at}"), format!("s{}", dice.roll(100)), format!("c{at}"))
                    .published(day(at / 4 + 1)),
            );
    }
    builder.build().unwrap()
}
