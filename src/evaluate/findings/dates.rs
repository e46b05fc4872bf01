//! What is wrong with dates.

use chrono::NaiveDate;

use super::{Case, Entries};
use crate::evaluate::finding::{Code, NextStep};
use crate::evaluate::measure::attribute_of;
use crate::evaluate::provenance::SideOf;
use crate::evaluate::standing::stance;
use crate::model::attribute::OverTime;
use crate::model::attribution::Stance;
use crate::model::edtf::Day;
use crate::model::value::Value;

impl Case<'_> {
    pub(super) fn dates(&mut self) {
        self.undated();
        self.early();
        self.stale();
    }

    fn undated(&mut self) {
        let mut entries = Entries::default();
        let standing: Vec<u32> = self.direct().iter().copied().filter(|at| self.stands(*at)).collect();
        for at in &standing {
            if self.walker.dossier.attributions()[*at as usize].published.is_none() {
                entries.sources.insert(self.speaker(*at));
                entries.attributions.insert(*at);
            }
        }
        let attribute = attribute_of(self.walker.dossier, self.walker.topic_number(self.claim));
        let needs_time = attribute.over_time != OverTime::Fixed && !standing.is_empty();
        let lacks_time = needs_time && self.assessment.claim().when.is_none();
        if lacks_time || !entries.attributions.is_empty() {
            let next = NextStep::SeekDate { of: self.attribution_ids(&entries.attributions) };
            self.report(Code::Undated, &entries, next);
        }
    }

    /// Words that report as fact what had yet to happen.
    fn early(&mut self) {
        let claim = self.assessment.claim();
        let begins = claim.when.as_ref().and_then(|when| when.start());
        let stated = match &claim.value {
            Value::Date(date) => date.core().first(),
            _ => None,
        };
        let Some(event) = begins.max(stated) else {
            return;
        };
        let mut entries = Entries::default();
        for at in self.direct().iter().filter(|at| self.stands(**at)) {
            let published = self.walker.dossier.attributions()[*at as usize].published;
            let is_early = published.is_some_and(|moment| Day::from(moment.last_day()) < event);
            if is_early && stance(&self.walker.standing.words, *at) == Stance::Affirms {
                entries.sources.insert(self.speaker(*at));
                entries.attributions.insert(*at);
            }
        }
        if !entries.attributions.is_empty() {
            let next = NextStep::CheckCitation { of: self.attribution_ids(&entries.attributions) };
            self.report(Code::PublishedBeforeEvent, &entries, next);
        }
    }

    fn stale(&mut self) {
        let Some(today) = self.evaluation.as_of().map(|moment| moment.last_day()) else {
            return;
        };
        if self.assessment.judged.sides[0].most == 0 {
            return;
        }
        let published = |at: u32| self.walker.dossier.attributions()[at as usize].published.map(|m| m.last_day());
        let newest = self.said(SideOf::Support).iter().filter_map(|said| published(said.at)).max();
        let days_since = |day: NaiveDate| today.signed_duration_since(day).num_days();
        let is_old = |limit: Option<u32>, day: Option<NaiveDate>| {
            limit.zip(day).is_some_and(|(limit, day)| days_since(day) > i64::from(limit))
        };
        let attribute = attribute_of(self.walker.dossier, self.walker.topic_number(self.claim));
        let holds = attribute.holds_for.filter(|_| attribute.over_time == OverTime::Varying);
        let ended = self.assessment.claim().when.as_ref().and_then(|when| when.end()).and_then(Day::date);
        if is_old(self.evaluation.policy().stale_after, newest) || is_old(holds, ended) {
            let newest_words =
                self.said(SideOf::Support).iter().map(|said| said.at).filter(|at| published(*at) == newest);
            let entries = Entries { attributions: newest_words.collect(), ..Entries::default() };
            self.report(Code::Stale, &entries, NextStep::Refresh);
        }
    }
}
