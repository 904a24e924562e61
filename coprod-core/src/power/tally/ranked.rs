//! Ranked ballots as small numbers in flat lists, for counting many of them fast.

use crate::error::{Pointer, TallyError};

/// A count works for so many options at most.
pub const MOST_OPTIONS: usize = 200;

/// So many votes may be cast in all: 2^53, which every JSON reader keeps exact.
pub const MOST_VOTES: u64 = 1 << 53;

/// Marks a place of a ballot that is shared with the option before it.
const SHARED: u16 = 1 << 15;

/// Ranked ballots: each an order of option numbers from 0 up, best first, and how many voters cast it. Options that a ballot does not
/// name stand behind all that it does, and equal to one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedBallots {
    options: usize,
    /// Where each ballot ends in `places`.
    ends: Vec<u32>,
    places: Vec<u16>,
    counts: Vec<u64>,
    total: u64,
    shares: bool,
}

/// One ballot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RankedBallot<'a> {
    places: &'a [u16],
    /// How many voters cast it.
    pub(crate) count: u64,
}

impl<'a> RankedBallot<'a> {
    /// Its options, best first, each with the number of its place, from 0 up: those that share one have the same.
    pub(crate) fn ranks(self) -> impl Iterator<Item = (usize, u16)> + 'a {
        let mut rank = 0_u16;
        self.places.iter().enumerate().map(move |(at, place)| {
            rank += u16::from(at > 0 && place & SHARED == 0);
            (usize::from(place & !SHARED), rank)
        })
    }

    /// Its options, best first.
    pub(crate) fn options(self) -> impl Iterator<Item = usize> + 'a {
        self.places.iter().map(|place| usize::from(place & !SHARED))
    }

    /// The options at its first place; none on a blank ballot.
    pub(crate) fn first(self) -> impl Iterator<Item = usize> + 'a {
        let shared = |(at, place): &(usize, &u16)| *at == 0 || *place & SHARED != 0;
        self.places.iter().enumerate().take_while(shared).map(|(_, place)| usize::from(place & !SHARED))
    }

    /// The option at this place of a ballot whose options all stand one after another.
    pub(crate) fn at(self, place: usize) -> Option<usize> {
        self.places.get(place).map(|place| usize::from(*place))
    }

    /// How many options it names.
    pub(crate) const fn len(self) -> usize {
        self.places.len()
    }
}

impl RankedBallots {
    /// No ballots yet, on so many options.
    ///
    /// # Errors
    /// `out_of_range` without options; `too_many` beyond [`MOST_OPTIONS`].
    pub fn new(options: usize) -> Result<Self, TallyError> {
        let path = Pointer::root().key("options");
        if options == 0 {
            let (detail, hint) = ("there is nothing to choose from".to_owned(), "list the options".to_owned());
            return Err(TallyError::OutOfRange { path, detail, hint });
        }
        if options > MOST_OPTIONS {
            return Err(TallyError::TooMany { path, what: "options".to_owned(), count: options, limit: MOST_OPTIONS });
        }
        Ok(Self { options, ends: Vec::new(), places: Vec::new(), counts: Vec::new(), total: 0, shares: false })
    }

    /// Adds a ballot that `count` voters cast, with the options one after another, best first.
    ///
    /// # Errors
    /// `unknown_option`; `duplicate_id` for an option that stands twice; `out_of_range` for a count of zero, or if more than
    /// [`MOST_VOTES`] votes are cast.
    pub fn push(&mut self, count: u64, order: &[u16]) -> Result<(), TallyError> {
        self.push_shared(count, order.iter().map(std::slice::from_ref))
    }

    /// Adds a ballot that `count` voters cast: its places, best first, each with the options that share it.
    ///
    /// # Errors
    /// As for [`Self::push`].
    pub fn push_shared<'a>(&mut self, count: u64, places: impl IntoIterator<Item = &'a [u16]>) -> Result<(), TallyError> {
        let (start, path) = (self.places.len(), || Pointer::root().key("ballots").index(self.ends.len()));
        let mut named = [false; MOST_OPTIONS];
        let mut wrong = None;
        for place in places {
            for (at, option) in place.iter().enumerate() {
                match named.get_mut(usize::from(*option)).filter(|_| usize::from(*option) < self.options) {
                    Some(seen) if !*seen => *seen = true,
                    Some(_) => wrong = Some(TallyError::DuplicateId { path: path(), id: option.to_string() }),
                    None => wrong = Some(TallyError::UnknownOption { path: path(), id: option.to_string() }),
                }
                self.shares |= at > 0;
                self.places.push(option | if at > 0 { SHARED } else { 0 });
            }
        }
        let total = self.total.checked_add(count).filter(|total| count > 0 && *total <= MOST_VOTES);
        let end = u32::try_from(self.places.len()).ok();
        let error = match (wrong, total, end) {
            (None, Some(total), Some(end)) => {
                self.total = total;
                self.ends.push(end);
                self.counts.push(count);
                return Ok(());
            }
            (Some(wrong), ..) => wrong,
            _ => TallyError::OutOfRange {
                path: path(),
                detail: format!("{count} votes on one ballot, with those before it"),
                hint: format!("count from 1 up, and at most {MOST_VOTES} votes in all"),
            },
        };
        self.places.truncate(start);
        Err(error)
    }

    /// How many options there are.
    #[must_use]
    pub const fn options(&self) -> usize {
        self.options
    }

    /// How many votes were cast.
    #[must_use]
    pub const fn votes(&self) -> u64 {
        self.total
    }

    /// How many different ballots there are, or as many as were pushed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub(crate) fn ballots(&self) -> impl Iterator<Item = RankedBallot<'_>> {
        let mut start = 0;
        self.ends.iter().zip(&self.counts).map(move |(end, count)| {
            let places = self.places.get(start..*end as usize).unwrap_or_default();
            start = *end as usize;
            RankedBallot { places, count: *count }
        })
    }

    pub(crate) fn ballot(&self, number: usize) -> Option<RankedBallot<'_>> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let places = self.places.get(start as usize..end as usize)?;
        Some(RankedBallot { places, count: *self.counts.get(number)? })
    }

    /// The same ballots with the options one after another, where that changes nothing: options that share the last place with all that
    /// are left are as if they were not named. Says on how many votes that was so.
    ///
    /// # Errors
    /// `equal_ranks` for any other shared place.
    pub(crate) fn one_after_another(&self, method: &str) -> Result<(Option<Self>, u64), TallyError> {
        if !self.shares {
            return Ok((None, 0));
        }
        let mut strict = Self::new(self.options)?;
        let mut cut = 0_u64;
        for (number, ballot) in self.ballots().enumerate() {
            let shared = ballot.places.iter().position(|place| place & SHARED != 0);
            let keep = match shared {
                None => ballot.len(),
                Some(second) => {
                    let all_left = ballot.places.iter().skip(second).all(|place| place & SHARED != 0);
                    if !all_left || ballot.len() < self.options {
                        let path = Pointer::root().key("ballots").index(number).key("ranking");
                        return Err(TallyError::EqualRanks { path, method: method.to_owned() });
                    }
                    // Cannot overflow: part of a total that fits.
                    cut += ballot.count;
                    second - 1
                }
            };
            strict.push(ballot.count, ballot.places.get(..keep).unwrap_or_default())?;
        }
        Ok((Some(strict), cut))
    }
}
