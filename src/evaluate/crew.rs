//! Crews: jobs that have no say on each other, done one after another or, with the feature `parallel`, by several threads at once.

use std::ops::Range;

/// Who does the jobs, and how large they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Crew {
    /// Whether the threads of the current pool share the work.
    is_many: bool,
    /// So much makes a job: claims, or words on them.
    pub(crate) job: usize,
}

impl Default for Crew {
    fn default() -> Self {
        Self::ALONE
    }
}

impl Crew {
    /// One thread: the caller's. Jobs are large enough for what divides the work to cost nothing, and small enough for what comes of one to take little room.
    pub(crate) const ALONE: Self = Self { is_many: false, job: 1 << 11 };

    /// All threads of the pool that the work is given to.
    #[cfg(feature = "parallel")]
    pub(crate) const fn of_many(job: usize) -> Self {
        Self { is_many: true, job }
    }

    /// Does every job, and hands over what comes of each, in the order of the jobs.
    pub(crate) fn each<J: Send, R: Send>(self, jobs: Vec<J>, job: impl Fn(J) -> R + Sync, take: impl FnMut(R)) {
        #[cfg(feature = "parallel")]
        if self.is_many && jobs.len() > 1 && rayon::current_num_threads() > 1 {
            use rayon::prelude::*;
            // One by one: what is stolen is one job, so a large one keeps nobody but its own thread busy.
            let done: Vec<R> = jobs.into_par_iter().with_max_len(1).map(&job).collect();
            return done.into_iter().for_each(take);
        }
        jobs.into_iter().map(job).for_each(take);
    }

    /// Divides what lies in a row into jobs, by how much there is to do about each; what is too much for one job is one by itself.
    pub(crate) fn divide(self, sizes: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
        let mut jobs = Vec::new();
        let (mut start, mut end, mut size) = (0, 0, 0_usize);
        for next in sizes {
            if size > 0 && size.saturating_add(next) > self.job {
                jobs.push(start..end);
                (start, size) = (end, 0);
            }
            size += next;
            end += 1;
        }
        if start < end {
            jobs.push(start..end);
        }
        jobs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_for_a_job_is_one_by_itself() {
        let crew = Crew { is_many: false, job: 10 };
        let divided = |sizes: &[usize]| crew.divide(sizes.iter().copied());
        assert_eq!(divided(&[]), []);
        assert_eq!(divided(&[4, 4, 4]), [0..2, 2..3]);
        assert_eq!(divided(&[4, 40, 4, 4]), [0..1, 1..2, 2..4]);
        assert_eq!(divided(&[0, 0, 20, 1]), [0..3, 3..4]);
    }

    #[test]
    fn what_comes_of_jobs_is_handed_over_in_their_order() {
        let mut taken = Vec::new();
        Crew::ALONE.each((0..100).collect(), |job| 2 * job, |done| taken.push(done));
        assert_eq!(taken, (0..100).map(|job| 2 * job).collect::<Vec<_>>());
    }
}
