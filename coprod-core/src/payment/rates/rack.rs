//! Bundles of one kind by the days on which they hold.

use super::bundle::Bundle;
use crate::error::{ParameterError, Pointer};
use crate::parameters::Reach;
use crate::unit::Date;

/// Bundles of one kind, none of which hold on the same day.
#[derive(Debug)]
pub(super) struct Rack<B> {
    bundles: Vec<B>,
    /// For each day from a first one, the place of its bundle; empty unless every known bundle is there. Millions of look-ups on days
    /// in no order need no search.
    days: Vec<u8>,
    first: i32,
}

impl<B> Default for Rack<B> {
    fn default() -> Self {
        Self { bundles: Vec::new(), days: Vec::new(), first: 0 }
    }
}

/// The place of a day without a bundle.
const NOWHERE: u8 = u8::MAX;

impl<B: Bundle> Rack<B> {
    /// Every bundle that is known.
    pub(super) fn known() -> Self {
        let Some((first, last)) = B::span() else { return Self::default() };
        let mut rack = Self { first: first.epoch_days(), ..Self::default() };
        let mut day = first;
        while day <= last {
            let found = B::look_up(day, Reach::Known, &Pointer::root()).ok();
            let until = found.as_ref().and_then(|bundle| bundle.validity().until).unwrap_or(day).clamp(day, last);
            let place = if found.is_some() { u8::try_from(rack.bundles.len()).unwrap_or(NOWHERE) } else { NOWHERE };
            rack.bundles.extend(found);
            let days = usize::try_from(until.days_since(day) + 1).unwrap_or(0);
            rack.days.resize(rack.days.len() + days, place);
            let Ok(next) = until.plus_days(1) else { break };
            day = next;
        }
        rack
    }

    /// Puts there what holds on `on`, which stands at `at`.
    pub(super) fn put(&mut self, on: Date, reach: Reach, at: &Pointer) -> Result<(), ParameterError> {
        if self.bundles.iter().all(|bundle| !bundle.validity().has(on)) {
            self.bundles.push(B::look_up(on, reach, at)?);
        }
        Ok(())
    }

    /// Puts there what holds on each day from `first` to `last`, as far as it is known: each bundle holds from the day it was looked up,
    /// so that days are passed over only while one holds.
    pub(super) fn put_between(&mut self, first: Date, last: Date, reach: Reach) {
        let (mut day, mut any) = (first, false);
        while day <= last {
            let known = self.put(day, reach, &Pointer::root()).is_ok();
            if any && !known {
                return;
            }
            any = any || known;
            let holds = self.bundles.iter().map(Bundle::validity).find(|validity| validity.has(day));
            let until = match holds {
                Some(validity) => validity.until,
                None => Some(day),
            };
            let Some(Ok(next)) = until.map(|until| until.plus_days(1)) else { return };
            day = next;
        }
    }

    /// What holds on `on`.
    #[inline(always)]
    pub(super) fn get(&self, on: Date) -> Result<&B, ParameterError> {
        let day = on.epoch_days().checked_sub(self.first).and_then(|day| usize::try_from(day).ok());
        let place = day.and_then(|day| self.days.get(day)).copied().unwrap_or(NOWHERE);
        match self.bundles.get(usize::from(place)) {
            Some(bundle) => Ok(bundle),
            None => self.search(on),
        }
    }

    #[cold]
    fn search(&self, on: Date) -> Result<&B, ParameterError> {
        self.bundles.iter().find(|bundle| bundle.validity().has(on)).ok_or_else(|| {
            let (path, date) = (Pointer::root(), on.to_string());
            let id = "a figure for a period that the payments reach";
            match self.bundles.iter().filter_map(|bundle| bundle.validity().until).max().filter(|last| *last < on) {
                Some(last) => ParameterError::BeyondKnownPeriod { path, id, date, last: last.to_string() },
                None => ParameterError::ParameterUnknown { path, id, date },
            }
        })
    }
}
