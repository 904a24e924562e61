#![doc = include_str!("select.md")]

mod answer;
mod boxed;
mod check;
mod core;
mod funnel;
mod grid;
mod level;
mod lift;
mod lottery;
mod master;
mod pool;
mod portfolio;
mod relax;
mod replace;
mod report;
mod request;
mod search;

#[cfg(test)]
mod tests;

pub use answer::{
    CountPrice, FunnelLine, KindCount, KindSplit, KindWeight, NotSelectable, NowhereProof, PanelChance, PanelCount, PanelDrawn,
    PanelKind, PanelProofStep, QuotaChange, QuotaRelaxation, SelectAnswer, SelectChance, SelectStage, VolunteerChance,
};
pub use check::{
    MOST_CHECK_PANELS, MOST_CHECK_STEPS, MOST_CHECK_WORK, SelectCheckAnswer, SelectCheckRequest, SelectFault, SelectGuarantee,
    select_check,
};
pub use replace::{ReplaceAnswer, ReplaceRequest, select_replace};
pub use request::{
    MOST_FEATURES, MOST_LISTED, MOST_LOTS, MOST_QUOTAS, MOST_SEED_LETTERS, MOST_VOLUNTEERS, PanelQuota, SELECT_WORK_LIMIT,
    SelectAim, SelectDraw, SelectRequest, Volunteer,
};

use self::level::{Wanted, fair};
use self::pool::Pool;
use self::portfolio::{First, portfolio};
use self::report::Report;
use self::search::Search;
use crate::error::{ErrorReport, WorkloadError};

/// Works out the fairest chances of volunteers under quotas, and draws a panel.
///
/// # Errors
/// `empty_group` without people; `out_of_range` beyond the limits ([`MOST_VOLUNTEERS`], [`MOST_FEATURES`], [`MOST_QUOTAS`],
/// [`MOST_LOTS`], [`MOST_LISTED`], [`MOST_SEED_LETTERS`]), for a panel of nobody or of more than there are, and for a number that is
/// not of a lot; `duplicate_id`; `unknown_member`; `quota_reversed`; `feature_unknown` and `no_quota` for people whose value of a
/// feature with quotas is missing or not named there; `contradictory_facts` for people who are both on the panel and left out, or who
/// come only together and are named apart, and for a draw with both a seed and a number. Quotas that no panel keeps are no error: the
/// answer says what would help.
pub fn select(request: &SelectRequest) -> Result<SelectAnswer, ErrorReport> {
    select_within(request, SELECT_WORK_LIMIT)
}

/// The same within so much work.
fn select_within(request: &SelectRequest, work: u64) -> Result<SelectAnswer, ErrorReport> {
    let pool = Pool::new(request)?;
    lottery::check(request)?;
    let steps = steps_of(&pool, work / 2);
    let mut search = Search::new(&pool.grid, steps);
    let mut report = Report::new(&pool);
    let found = match portfolio(&pool.grid, &mut search) {
        First::Nothing(proof) => return Ok(report.nothing(&proof, relax::relaxations(&pool, steps)?)),
        First::Unknown => return Ok(report.unknown()),
        First::Some(found) => found,
    };
    let left = search.steps;
    report.leave_out(&found);
    let rest = pool.without(&found.missing());
    let known: Vec<Vec<i64>> = found.panels.iter().map(|panel| found.without_missing(panel)).collect();
    let mut search = Search::new(&rest.grid, left);
    let wanted = Wanted {
        sizes: &rest.sizes(),
        all: request.aim == SelectAim::Leximin,
        steps: work / 2 / side(rest.kinds.len()).saturating_add(1),
    };
    let fair = fair(&wanted, known, &mut search).ok_or_else(|| internal("no chances could be worked out"))?;
    report.answer(&rest, &fair)
}

/// The cells of a square table with so many rows, and some more.
fn side(rows: usize) -> u64 {
    let rows = u64::try_from(rows).unwrap_or(u64::MAX).saturating_add(10);
    rows.saturating_mul(rows)
}

/// How many pivots so much work is.
fn steps_of(pool: &Pool<'_>, work: u64) -> u64 {
    let (rows, columns) = (pool.grid.rows.len() as u64 + 1, pool.grid.columns.len() as u64 + 1);
    work / rows.saturating_mul(rows.saturating_add(columns)).saturating_add(500)
}

fn internal(what: &str) -> WorkloadError {
    WorkloadError::Internal { path: crate::error::Pointer::root(), what: what.to_owned() }
}
