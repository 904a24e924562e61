//! A figure ready to reckon with, and bundles of them that hold for a time.

use super::loans::LoanThresholds;
use crate::error::{ParameterError, Pointer};
use crate::parameters::{Amounts, Dated, Fact, Key, Reach};
use crate::unit::{Date, Money, Ratio};

/// An amount of the law.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct Figure {
    /// Pence, or hours and ages as they are.
    pub(in crate::payment) pence: i64,
    /// Its standing and source; none for what a caller stated in its place.
    pub(in crate::payment) fact: Option<Fact>,
}

/// A rate of the law: `numer / denom`.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct Rate {
    pub(in crate::payment) numer: i64,
    pub(in crate::payment) denom: i64,
    pub(in crate::payment) fact: Option<Fact>,
}

impl From<Dated<Money>> for Figure {
    fn from(dated: Dated<Money>) -> Self {
        Self { pence: dated.value.pence(), fact: Some(dated.fact) }
    }
}

impl From<Dated<u32>> for Figure {
    fn from(dated: Dated<u32>) -> Self {
        Self { pence: i64::from(dated.value), fact: Some(dated.fact) }
    }
}

impl From<Dated<Ratio>> for Rate {
    fn from(dated: Dated<Ratio>) -> Self {
        Self { numer: dated.value.numer(), denom: dated.value.denom(), fact: Some(dated.fact) }
    }
}

/// The days on which every figure of a bundle holds.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct Validity {
    pub(in crate::payment) from: Date,
    /// The last day; none where the latest is taken to hold on.
    pub(in crate::payment) until: Option<Date>,
}

impl Validity {
    /// On and after the first known day of `fact`.
    pub(super) const fn of(fact: &Fact) -> Self {
        let until = if fact.assumed() { None } else { Some(fact.until()) };
        Self { from: fact.from(), until }
    }

    /// While both hold.
    pub(super) fn and(self, other: Self) -> Self {
        let until = match (self.until, other.until) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        Self { from: self.from.max(other.from), until }
    }

    /// Whether `on` is one of the days.
    pub(in crate::payment) fn has(self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|last| on <= last)
    }
}

/// What a bundle may hold for a key of `T`, and while it holds.
pub(super) trait Held<T>: Sized {
    fn held(key: Key<T>, on: Date, reach: Reach, at: &Pointer) -> Result<(Self, Validity), ParameterError>;

    /// The first and last day on which there is something to hold; none where a bundle does without.
    fn span(key: Key<T>) -> Option<(Date, Date)>;
}

/// Makes a kind of figure usable as it is, and as one that the law did not have at all times.
macro_rules! held {
    ($($raw:ty => $kind:ty;)*) => {
        $(
            impl Held<$raw> for $kind {
                fn held(key: Key<$raw>, on: Date, reach: Reach, at: &Pointer) -> Result<(Self, Validity), ParameterError> {
                    let found = key.at(on, reach, at)?;
                    let validity = Validity::of(&found.fact);
                    Ok((Self::from(found), validity))
                }

                fn span(key: Key<$raw>) -> Option<(Date, Date)> {
                    key.span()
                }
            }

            impl Held<$raw> for Option<$kind> {
                fn held(key: Key<$raw>, on: Date, reach: Reach, at: &Pointer) -> Result<(Self, Validity), ParameterError> {
                    match <$kind>::held(key, on, reach, at) {
                        Ok((found, validity)) => Ok((Some(found), validity)),
                        Err(ParameterError::ParameterUnknown { .. } | ParameterError::BeforeFirstKnown { .. }) => {
                            let next = key.history().map(|known| known.fact.from()).find(|from| *from > on);
                            // The day alone is a time for which it is sure to hold.
                            Ok((None, Validity { from: on, until: next.map_or(Some(on), Date::before) }))
                        }
                        Err(error) => Err(error),
                    }
                }

                fn span(_: Key<$raw>) -> Option<(Date, Date)> {
                    None
                }
            }
        )*
    };
}

held! {
    Money => Figure;
    u32 => Figure;
    Ratio => Rate;
    Amounts => LoanThresholds;
}

/// Figures that are needed together.
pub(in crate::payment) trait Bundle: Sized {
    /// The figures on `on`, a date that stands at `at` in the request.
    fn look_up(on: Date, reach: Reach, at: &Pointer) -> Result<Self, ParameterError>;

    /// When they hold.
    fn validity(&self) -> Validity;

    /// The first and last day on which all are known that it cannot do without.
    fn span() -> Option<(Date, Date)>;
}

/// Makes a bundle: a struct with a field for each key; `Option<Figure>` for a figure that the law did not have at all times.
macro_rules! bundle {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty = $key:ident,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub(in crate::payment) struct $name {
            $(pub(in crate::payment) $field: $kind,)*
            validity: $crate::payment::rates::bundle::Validity,
        }

        impl $crate::payment::rates::bundle::Bundle for $name {
            fn look_up(
                on: $crate::unit::Date,
                reach: $crate::parameters::Reach,
                at: &$crate::error::Pointer,
            ) -> Result<Self, $crate::error::ParameterError> {
                let mut validity: Option<$crate::payment::rates::bundle::Validity> = None;
                $(
                    let (held, of) =
                        <$kind as $crate::payment::rates::bundle::Held<_>>::held($crate::parameters::$key, on, reach, at)?;
                    validity = Some(validity.map_or(of, |all| all.and(of)));
                    let $field: $kind = held;
                )*
                let validity = validity.unwrap_or($crate::payment::rates::bundle::Validity { from: on, until: Some(on) });
                Ok(Self { $($field,)* validity })
            }

            fn validity(&self) -> $crate::payment::rates::bundle::Validity {
                self.validity
            }

            fn span() -> Option<($crate::unit::Date, $crate::unit::Date)> {
                let each = [$(<$kind as $crate::payment::rates::bundle::Held<_>>::span($crate::parameters::$key)),*];
                each.into_iter().flatten().reduce(|all, one| (all.0.max(one.0), all.1.min(one.1)))
            }
        }
    };
}

pub(super) use bundle;
