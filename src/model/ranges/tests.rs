use super::*;
use crate::model::{edtf::Day, number::Number};

fn n(number: i64) -> Number {
    Number::from(number)
}

fn d(number: i32) -> Day {
    Day::from_number(number)
}

#[test]
fn one_set_has_one_form() {
    let made_twice = [
        (Ranges::closed(n(1), n(2)).union(&Ranges::closed(n(2), n(3))), Ranges::closed(n(1), n(3))),
        (Ranges::half_open(n(1), n(2)).union(&Ranges::closed(n(2), n(3))), Ranges::closed(n(1), n(3))),
        (Ranges::more_than(n(1)).intersection(&Ranges::fewer_than(n(1))), Ranges::empty()),
        (Ranges::more_than(n(1)).union(&Ranges::point(n(1))), Ranges::at_least(n(1))),
        (Ranges::fewer_than(n(1)).union(&Ranges::at_least(n(1))), Ranges::full()),
        (Ranges::closed(n(3), n(1)), Ranges::empty()),
        (Ranges::half_open(n(1), n(1)), Ranges::empty()),
        (Ranges::between(Bound::Excluded(n(1)), Bound::Included(n(1))), Ranges::empty()),
    ];
    for (a, b) in made_twice {
        assert_eq!(a, b);
    }
}

#[test]
fn days_are_neighbours() {
    assert_eq!(Ranges::closed(d(1), d(2)).union(&Ranges::closed(d(3), d(4))), Ranges::closed(d(1), d(4)));
    assert_eq!(Ranges::more_than(d(1)), Ranges::at_least(d(2)));
    assert_eq!(Ranges::between(Bound::Excluded(d(1)), Bound::Excluded(d(2))), Ranges::empty());
    assert_eq!(Ranges::at_most(d(5)).complement(), Ranges::at_least(d(6)));
    assert_eq!((Ranges::closed(d(1), d(4)).first(), Ranges::closed(d(1), d(4)).last()), (Some(d(1)), Some(d(4))));
    assert_eq!(Ranges::<Day>::empty().first(), None);
    let last = d(i32::MAX);
    let end = Ranges::point(last);
    assert!(end.contains(&last) && !end.is_empty() && end.union(&end.complement()).is_full());
    assert_eq!(end.last(), Some(last));
}

#[test]
fn touching_open_ends_leave_a_hole() {
    let hole = Ranges::fewer_than(n(1)).union(&Ranges::more_than(n(1)));
    assert!(!hole.is_full() && !hole.contains(&n(1)));
    assert_eq!(hole.complement(), Ranges::point(n(1)));
}

#[test]
fn intervals_come_back_as_they_went_in() {
    use Bound::{Excluded, Included, Unbounded};
    let (one, two, three, four) = (n(1), n(2), n(3), n(4));
    let intervals = [(Unbounded, Excluded(one)), (Excluded(two), Included(three)), (Included(four), Unbounded)];
    let ranges: Ranges<Number> = [intervals[2], intervals[0], intervals[1]].into_iter().collect();
    let back: Vec<_> = ranges.iter().map(|(low, high)| (low.cloned(), high.cloned())).collect();
    assert_eq!(back, intervals);
    assert_eq!((ranges.lower(), ranges.upper()), (Some(Unbounded), Some(Unbounded)));
    let back: Vec<_> = ranges.complement().iter().map(|(low, high)| (low.cloned(), high.cloned())).collect();
    assert_eq!(back, [(Included(one), Included(two)), (Excluded(three), Excluded(four))]);
    assert_eq!(Ranges::<Number>::full().iter().collect::<Vec<_>>(), [(Unbounded, Unbounded)]);
    assert_eq!(Ranges::<Number>::empty().iter().count(), 0);
    assert_eq!(Ranges::<Number>::empty().lower(), None);
}

#[test]
fn closures_keep_the_end_that_bounds_them() {
    let set = Ranges::between(Bound::Excluded(n(1)), Bound::Included(n(2))).union(&Ranges::half_open(n(5), n(6)));
    assert_eq!(set.up(), Ranges::more_than(n(1)));
    assert_eq!(set.down(), Ranges::fewer_than(n(6)));
    assert!(Ranges::at_least(n(1)).down().is_full() && Ranges::at_most(n(1)).up().is_full());
    assert!(Ranges::<Number>::empty().up().is_empty() && Ranges::<Number>::empty().down().is_empty());
    assert!(Ranges::<Number>::full().up().is_full() && Ranges::<Number>::full().down().is_full());
}

#[test]
fn gathering_many_intervals_is_the_union_of_them_all() {
    let intervals: Vec<_> = (0..500).map(|i| (i * 37) % 211).map(|i| (n(i), n(i + i % 3))).collect();
    let one_by_one = intervals.iter().fold(Ranges::empty(), |all, (a, b)| all.union(&Ranges::closed(*a, *b)));
    let at_once: Ranges<Number> = intervals.iter().map(|(a, b)| (Bound::Included(*a), Bound::Included(*b))).collect();
    assert_eq!(at_once, one_by_one);
    let half_open: Ranges<Number> = [
        (Bound::Unbounded, Bound::Excluded(n(2))),
        (Bound::Unbounded, Bound::Excluded(n(1))),
        (Bound::Included(n(2)), Bound::Excluded(n(3))),
    ]
    .into_iter()
    .collect();
    assert_eq!(half_open, Ranges::fewer_than(n(3)));
}
