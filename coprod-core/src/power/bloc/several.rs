//! Several questions about blocs under one rule, within one amount of work.

use super::super::game::{Game, Table};
use super::super::roles::{Role, roles};
use super::super::rule::Compiled;
use super::super::work::Work;
use super::{Say, answer, membership, split, tries};
use crate::error::PowerError;

/// A rule prepared for several questions.
#[derive(Debug)]
pub struct Blocs<'a> {
    rule: &'a Compiled,
    roles: Vec<Role>,
    table: Option<Table>,
    left: u64,
}

impl<'a> Blocs<'a> {
    /// Prepares a rule for questions that look at so many votes in all. A table of all outcomes helps, if it costs a small part of that.
    #[must_use]
    pub fn new(rule: &'a Compiled, most: u64) -> Self {
        let roles = roles(rule);
        let voters = roles.iter().filter(|role| role.has_a_vote()).count();
        // 64 outcomes take one step for each part of the rule.
        let words = u32::try_from(voters.saturating_sub(6)).ok().and_then(|bits| 1_u64.checked_shl(bits)).unwrap_or(u64::MAX);
        let steps = words.saturating_mul(Work::new(rule, most).each());
        let table = if steps <= most / 8 { Table::of(&Game::of(rule)).ok() } else { None };
        let left = if table.is_some() { most.saturating_sub(steps) } else { most };
        Self { rule, roles, table, left }
    }

    /// How many votes may still be looked at.
    #[must_use]
    pub const fn left(&self) -> u64 {
        self.left
    }

    /// The say of the members with the numbers in `bloc`.
    ///
    /// # Errors
    /// `unknown_member` for a number that no member has; `too_much_work` if no work is left.
    pub fn say(&mut self, bloc: &[usize]) -> Result<Say, PowerError> {
        let rule = self.rule;
        self.within(|question| answer(question, rule, bloc, None))
    }

    /// Whether the bloc can block by voting if everybody attends: one of the five answers, for less work.
    ///
    /// # Errors
    /// As for [`Blocs::say`].
    pub fn can_block_by_voting(&mut self, bloc: &[usize]) -> Result<bool, PowerError> {
        let (bloc, others) = split(&membership(self.rule, bloc)?);
        self.within(|question| question.can_block(&bloc, &others, false))
    }

    /// Whether it fails without the bloc whatever the others do: one of the five answers, for less work.
    ///
    /// # Errors
    /// As for [`Blocs::say`].
    pub fn can_block_by_staying_away(&mut self, bloc: &[usize]) -> Result<bool, PowerError> {
        let (bloc, others) = split(&membership(self.rule, bloc)?);
        self.within(|question| question.fails_without(&bloc, &others))
    }

    fn within<T>(&mut self, ask: impl FnOnce(&mut tries::Question<'_>) -> Result<T, PowerError>) -> Result<T, PowerError> {
        let work = Work::new(self.rule, self.left);
        let mut question = tries::Question { roles: &self.roles, table: self.table.as_ref(), work, away: &[] };
        let answer = ask(&mut question);
        self.left = question.work.left();
        answer
    }
}
