//! Ink: marks turned into shapes, and names put beside them where there is room.

use std::fmt::Write;

use super::marks::{Manner, Mark};
use crate::evaluate::Verdict;
use crate::html::scale::{Px, Scale};

/// The field in which marks stand.
pub(super) struct Field<'a> {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) values: &'a Scale,
    pub(super) time: Option<&'a Scale>,
}

impl Field<'_> {
    /// The height of a share of the value axis.
    pub(super) fn across(&self, share: f64) -> f64 {
        self.bottom - share * (self.bottom - self.top)
    }

    /// The place of a share of the time axis.
    pub(super) fn along(&self, share: f64) -> f64 {
        self.left + share * (self.right - self.left)
    }

    fn y(&self, value: f64) -> f64 {
        self.across(self.values.place(value))
    }
}

/// A mark as it is drawn.
pub(in crate::html) struct Ink {
    pub(in crate::html) verdict: Verdict,
    pub(in crate::html) manner: Manner,
    /// The lines of its bounds, and of how far `about` reaches.
    pub(in crate::html) bounds: String,
    pub(in crate::html) faint: String,
    /// Its points.
    pub(in crate::html) points: Vec<(Px, Px)>,
    /// Crosses and strokes that say that it was denied or withdrawn.
    pub(in crate::html) crossed: String,
    /// Its name: where, in which direction, and what.
    pub(in crate::html) label: Option<(Px, Px, &'static str, String)>,
}

/// A box on the paper.
#[derive(Clone, Copy)]
struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// Length of the arrow of an open bound.
const OPEN: f64 = 26.0;
/// Room that a mark takes to either side.
const HALF: f64 = 5.0;

/// Draws all marks. Those that would lie on each other stand side by side; names are left out where there is no room: the table has them.
pub(super) fn draw(marks: &[Mark], field: &Field<'_>) -> Vec<Ink> {
    let mut taken: Vec<Area> = Vec::new();
    let mut inks = Vec::with_capacity(marks.len());
    let mut undated = 0;
    for mark in marks {
        let places: Vec<f64> = match field.time {
            Some(time) => mark.times.iter().map(|day| field.along(time.place(f64::from(day.number())))).collect(),
            None => Vec::new(),
        };
        let middle = match (places.first(), places.last()) {
            (Some(first), Some(last)) if mark.is_span => f64::midpoint(*first, *last),
            (Some(first), _) => *first,
            _ => {
                undated += 1;
                field.right + 18.0 + f64::from((undated - 1) % 6) * 11.0
            }
        };
        let (low, high) = (mark.low.map(|v| field.y(v)), mark.high.map(|v| field.y(v)));
        let top = high.unwrap_or_else(|| low.unwrap_or(field.top) - OPEN).min(field.bottom);
        let bottom = low.unwrap_or_else(|| high.unwrap_or(field.bottom) + OPEN);
        let area = |x: f64| Area { left: x - HALF, right: x + HALF, top: top - HALF, bottom: bottom + HALF };
        let mut x = middle;
        for nudge in [0.0, 9.0, -9.0, 18.0, -18.0, 27.0, -27.0] {
            x = middle + nudge;
            if !taken.iter().any(|other| other.meets(&area(x))) {
                break;
            }
        }
        taken.push(area(x));
        inks.push((x, top, bottom, ink(mark, x, (low, high), (top, bottom), &places, field)));
    }
    let named = marks.iter().zip(&mut inks);
    for (mark, (x, top, bottom, ink)) in named {
        ink.label = label(&mark.label, *x, f64::midpoint(*top, *bottom), field, &mut taken);
    }
    inks.into_iter().map(|(.., ink)| ink).collect()
}

fn ink(
    mark: &Mark,
    x: f64,
    (low, high): (Option<f64>, Option<f64>),
    (top, bottom): (f64, f64),
    places: &[f64],
    field: &Field<'_>,
) -> Ink {
    let (mut bounds, mut faint, mut crossed) = (String::new(), String::new(), String::new());
    let mut points = Vec::new();
    let line = |into: &mut String, from: (f64, f64), to: (f64, f64)| {
        let _ = write!(into, "M{} {}L{} {}", Px(from.0), Px(from.1), Px(to.0), Px(to.1));
    };
    if let (Some(first), Some(last), true) = (places.first(), places.last(), places.len() > 1) {
        let y = mark.point.map_or_else(|| low.or(high).unwrap_or(top), |point| field.y(point));
        line(&mut faint, (*first, y), (*last, y));
    }
    if let Some((from, to)) = mark.around {
        line(&mut faint, (x, field.y(from)), (x, field.y(to)));
    }
    let centre = match mark.point {
        Some(point) => {
            let y = field.y(point);
            if mark.is_span || places.is_empty() {
                points.push((Px(x), Px(y)));
            } else {
                points.extend(places.iter().map(|place| (Px(*place + x - places[0]), Px(y))));
            }
            y
        }
        None => {
            line(&mut bounds, (x, top), (x, bottom));
            for (is_open, y, toward) in [(high.is_none(), top, 1.0), (low.is_none(), bottom, -1.0)] {
                if is_open {
                    line(&mut bounds, (x - 4.0, y + toward * 5.0), (x, y));
                    line(&mut bounds, (x, y), (x + 4.0, y + toward * 5.0));
                } else {
                    line(&mut bounds, (x - 5.0, y), (x + 5.0, y));
                }
            }
            f64::midpoint(top, bottom)
        }
    };
    match mark.manner {
        Manner::Denied => {
            line(&mut crossed, (x - 5.5, centre - 5.5), (x + 5.5, centre + 5.5));
            line(&mut crossed, (x - 5.5, centre + 5.5), (x + 5.5, centre - 5.5));
        }
        Manner::Fallen => line(&mut crossed, (x - 8.0, centre + 3.0), (x + 8.0, centre - 3.0)),
        Manner::Stated | Manner::Hedged => {}
    }
    Ink { verdict: mark.verdict, manner: mark.manner, bounds, faint, points, crossed, label: None }
}

/// A name beside a mark, on the side where there is room.
fn label(
    name: &str,
    x: f64,
    y: f64,
    field: &Field<'_>,
    taken: &mut Vec<Area>,
) -> Option<(Px, Px, &'static str, String)> {
    const LONGEST: usize = 26;
    let short = if name.chars().count() > LONGEST {
        let cut: String = name.chars().take(LONGEST - 1).collect();
        format!("{}…", cut.trim_end())
    } else {
        name.to_owned()
    };
    let width = short.chars().count() as f64 * 6.3 + 4.0;
    for (dy, is_left) in [(0.0, false), (0.0, true), (-9.0, false), (9.0, false), (-9.0, true), (9.0, true)] {
        let y = y + dy;
        let (left, right) =
            if is_left { (x - HALF - 2.0 - width, x - HALF - 2.0) } else { (x + HALF + 2.0, x + HALF + 2.0 + width) };
        let area = Area { left, right, top: y - 7.0, bottom: y + 7.0 };
        let is_inside = left >= field.left
            && right <= field.right.max(x) + 14.0
            && area.top >= field.top - 8.0
            && area.bottom <= field.bottom + 5.0;
        if is_inside && !taken.iter().any(|other| other.meets(&area)) {
            taken.push(area);
            let (at, anchor) = if is_left { (right - 2.0, "end") } else { (left + 2.0, "start") };
            return Some((Px(at), Px(y + 4.0), anchor, short));
        }
    }
    None
}
