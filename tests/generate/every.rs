//! Every dossier of a small world, up to a number of entries.

use corroborate::{
    Attribute, Attribution, Basis, Claim, Dossier, Number, OverTime, Quantity, Reliability, Source, SourceKind, Stance,
    Value, ValueKind,
};

use super::parts::Parts;

/// The entries that may occur, any number of times, in a dossier of at most so many.
pub(crate) struct World {
    setting: Parts,
    words: Vec<Attribution>,
    entries: usize,
    /// Whether one entry more may take one of the others back.
    takes_back: bool,
}

impl World {
    /// Two outlets and a ministry speak of one truth and cite each other in every way.
    pub(crate) fn of_citations() -> World {
        let setting = Parts {
            sources: vec![outlet("paper"), outlet("agency"), ministry()],
            attributes: vec![Attribute::new("truth", ValueKind::Truth)],
            claims: vec![Claim::new("c", "", "s", "truth", true.into())],
            ..Parts::default()
        };
        let mut words = Vec::new();
        for (source, others) in
            [("paper", ["agency", "ministry"]), ("agency", ["paper", "ministry"]), ("ministry", ["paper", "agency"])]
        {
            for cites in [&[][..], &others[..1], &others[1..], &others[..]] {
                for stance in [Stance::Affirms, Stance::Denies, Stance::Doubts] {
                    words.extend(DAYS.map(|day| word(source, "c", stance, cites, day)));
                }
            }
        }
        World { setting, words, entries: 3, takes_back: false }
    }

    /// An outlet and a ministry speak of two counts at two times.
    pub(crate) fn of_counts() -> World {
        let count = |id: &str, n: i64, when: &str| {
            let value = Value::Quantity(Quantity::Exactly(Number::from(n)));
            Claim::new(id, "", "s", "count", value).when(when.parse().unwrap())
        };
        let setting = Parts {
            sources: vec![outlet("paper"), ministry()],
            attributes: vec![Attribute::new("count", ValueKind::Quantity).over_time(OverTime::Cumulative)],
            claims: vec![count("early", 100, "2024-01"), count("late", 100, "2024-02")],
            ..Parts::default()
        };
        let mut words = Vec::new();
        for (source, other) in [("paper", "ministry"), ("ministry", "paper")] {
            for claim in ["early", "late"] {
                for cites in [&[][..], &[other]] {
                    for stance in [Stance::Affirms, Stance::Denies] {
                        words.extend(DAYS.map(|day| word(source, claim, stance, cites, day)));
                    }
                }
            }
        }
        World { setting, words, entries: 3, takes_back: false }
    }

    /// An outlet and a ministry speak of one truth, and take back what was said of it.
    pub(crate) fn of_takings_back() -> World {
        let setting = Parts {
            sources: vec![outlet("paper"), ministry()],
            attributes: vec![Attribute::new("truth", ValueKind::Truth)],
            claims: vec![Claim::new("c", "", "s", "truth", true.into())],
            ..Parts::default()
        };
        let mut words = Vec::new();
        for (source, other) in [("paper", "ministry"), ("ministry", "paper")] {
            for cites in [&[][..], &[other]] {
                for stance in [Stance::Affirms, Stance::Denies, Stance::Silent] {
                    words.extend(DAYS.map(|day| word(source, "c", stance, cites, day)));
                }
            }
        }
        World { setting, words, entries: 3, takes_back: true }
    }

    /// An outlet, an official without a name and a court on whose word the matter rests speak of one truth, and say how they know or do not.
    pub(crate) fn of_knowing() -> World {
        let insider = Source::new("insider", "an official").kind(SourceKind::Official).anonymous();
        let court = Source::new("court", "court").kind(SourceKind::Court).authority_on("truth");
        let setting = Parts {
            sources: vec![outlet("paper"), insider, court],
            attributes: vec![Attribute::new("truth", ValueKind::Truth)],
            claims: vec![Claim::new("c", "", "s", "truth", true.into())],
            ..Parts::default()
        };
        let mut words = Vec::new();
        for (source, others) in [("paper", &["insider", "court"][..]), ("insider", &["court"]), ("court", &[])] {
            for cites in std::iter::once(&[][..]).chain(others.chunks(1)) {
                for stance in [Stance::Affirms, Stance::Denies] {
                    for basis in [Basis::Undeclared, Basis::FirstHand] {
                        words.push(word(source, "c", stance, cites, DAYS[0]).basis(basis));
                    }
                }
            }
        }
        World { setting, words, entries: 3, takes_back: false }
    }

    /// Every dossier of the world.
    pub(crate) fn dossiers(&self) -> impl Iterator<Item = Dossier> + '_ {
        let choices = (0..=self.entries).flat_map(|entries| choices(self.words.len(), entries));
        choices.flat_map(move |choice| {
            let mut parts = self.setting.clone();
            parts.attributions = choice.iter().map(|&at| self.words[at].clone()).collect();
            for (at, entry) in parts.attributions.iter_mut().enumerate() {
                entry.id = format!("r{at}").into();
            }
            let mut all = vec![parts.clone()];
            if self.takes_back {
                all.extend(parts.attributions.iter().flat_map(|entry| taken_back(&parts, entry)));
            }
            all.into_iter().filter_map(|parts| parts.build())
        })
    }
}

const DAYS: [&str; 2] = ["2024-05-01", "2024-05-02"];

fn outlet(id: &str) -> Source {
    Source::new(id, id).kind(SourceKind::Newspaper)
}

fn ministry() -> Source {
    Source::new("ministry", "ministry").kind(SourceKind::Government).reliability(Reliability::B)
}

fn word(source: &str, claim: &str, stance: Stance, cites: &[&str], day: &str) -> Attribution {
    let mut word = Attribution::new("r", source, claim).stance(stance).published(day.parse().unwrap());
    word.cites = Vec::from_iter((!cites.is_empty()).then(|| cites.iter().map(|id| (*id).into()).collect()));
    word
}

/// The dossier with an entry that corrects, retracts or disowns this one.
fn taken_back(parts: &Parts, entry: &Attribution) -> Vec<Parts> {
    let day = DAYS[1].parse().unwrap();
    let mut correction = entry.clone().stance(Stance::Doubts).corrects(entry.id.clone());
    (correction.id, correction.published) = ("x".into(), None);
    let retraction = Attribution::retraction("x", entry.source.clone(), entry.id.clone()).published(day);
    let disowned =
        entry.cites.iter().flatten().map(|cited| Attribution::disowning("x", cited.clone(), entry.id.clone()));
    let takes = [correction, retraction].into_iter().chain(disowned);
    takes.map(|take| Parts { attributions: [&parts.attributions[..], &[take]].concat(), ..parts.clone() }).collect()
}

/// Every choice of so many out of `of`, with repetition, in rising order.
fn choices(of: usize, many: usize) -> Vec<Vec<usize>> {
    let Some(fewer) = many.checked_sub(1) else { return vec![Vec::new()] };
    choices(of, fewer)
        .into_iter()
        .flat_map(|choice| {
            let from = choice.last().copied().unwrap_or(0);
            (from..of).map(move |next| [&choice[..], &[next]].concat())
        })
        .collect()
}
