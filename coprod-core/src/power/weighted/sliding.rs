//! Chances of sums that slide through one piece of memory as members come in, so that little of it is touched at a time.

use super::mass::{Band, places};

/// So many sums are written at a time.
const BLOCK: usize = 2048;
/// So much memory is kept free at most, beside what is needed.
const MOST_SPARE: usize = 1 << 22;
/// What is found where there are no chances.
static NOTHING: [f64; BLOCK] = [0.0; BLOCK];

/// The chances of a band of sums.
#[derive(Debug)]
pub(super) struct Sliding {
    memory: Vec<f64>,
    /// Where in the memory the chance of the first sum is.
    at: usize,
    band: Band,
    p: f64,
}

impl Sliding {
    /// Nobody has come in yet: the only sum of the band, which is 0, is certain.
    pub(super) fn new(p: f64, band: Band) -> Self {
        Self { memory: vec![1.0], at: 0, band, p }
    }

    /// The chances, from the first sum of the band on.
    pub(super) fn into_chances(mut self) -> Vec<f64> {
        self.memory.truncate(self.at.saturating_add(self.width()));
        self.memory.drain(..self.at.min(self.memory.len()));
        self.memory
    }

    fn width(&self) -> usize {
        places(self.band.width())
    }

    /// Two members come in, or one with a weight of 0 beside, after which sums outside of the band are left out.
    ///
    /// What is written stands before what it is made of by more than their weights, so that nothing is written over before it is read.
    pub(super) fn take_in(&mut self, [one, other]: [u64; 2], band: Band) {
        let no = 1.0 - self.p;
        let (shifts, scales) = if other == 0 {
            ([Some(0), Some(one), None, None], [no, self.p, 0.0])
        } else {
            ([Some(0), Some(one), Some(other), one.checked_add(other)], [no * no, no * self.p, self.p * self.p])
        };
        // A weight that takes every sum out of the band is as good as none.
        let shifts = shifts.map(|shift| shift.filter(|shift| *shift <= band.last).map(places));
        let slide = shifts.iter().flatten().max().copied().unwrap_or(0) + BLOCK;
        self.make_room(slide);
        let (old, from) = (self.width(), self.at);
        // Sums from here on count from the first of the old band.
        let (first, end) = (places(band.first - self.band.first), places(band.last - self.band.first) + 1);
        let to = from + first - slide;
        // Between these, the chances that a sum is made of are there or not.
        let mut edges: Vec<usize> = shifts.iter().flatten().flat_map(|shift| [*shift, shift + old]).collect();
        edges.retain(|edge| (first..end).contains(edge));
        edges.push(end);
        edges.sort_unstable();
        let mut start = first;
        for edge in edges {
            while start < edge {
                let stop = edge.min(start + BLOCK);
                let (before, sources) = self.memory.split_at_mut(to + (stop - first));
                let source = |shift: Option<usize>| match shift.and_then(|shift| start.checked_sub(shift)) {
                    Some(place) if place < old => {
                        let place = from + place - (to + (stop - first));
                        sources.get(place..place + (stop - start)).unwrap_or_default()
                    }
                    _ => NOTHING.get(..stop - start).unwrap_or_default(),
                };
                let written = before.get_mut(to + (start - first)..).unwrap_or_default();
                write(written, shifts.map(source), scales);
                start = stop;
            }
        }
        (self.at, self.band) = (to, band);
    }

    /// Moves the chances so that the next band can be written so far before them.
    fn make_room(&mut self, slide: usize) {
        if self.at >= slide {
            return;
        }
        let width = self.width();
        // Room for several members, so that it is done seldom.
        let length = slide + width + (4 * slide).min(MOST_SPARE);
        self.memory.resize(length.max(self.memory.len()), 0.0);
        let to = self.memory.len() - width;
        self.memory.copy_within(self.at..self.at + width, to);
        self.at = to;
    }
}

/// Each chance as the sum of those that it is made of: nobody, either and both of the two.
fn write(to: &mut [f64], [none, one, other, both]: [&[f64]; 4], [of_none, of_one, of_both]: [f64; 3]) {
    let sources = none.iter().zip(one).zip(other.iter().zip(both));
    for (to, ((none, one), (other, both))) in to.iter_mut().zip(sources) {
        *to = of_none * none + of_one * (one + other) + of_both * both;
    }
}
