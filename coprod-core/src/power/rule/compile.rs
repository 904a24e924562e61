//! Checks a rule against a group and numbers its members. Every error points at the part of the request that is wrong.

use super::compiled::{Bar, Base, Compiled, Leaf, Node};
use super::grammar::{AtLeast, EachConstituency, Quorum, Rule, Rules, Share, Votes, Who};
use super::who::{member, members, who};
use crate::error::{Pointer, PowerError};
use crate::group::Roster;
use crate::unit::{Id, IdMap, Ratio};

/// A rule may have this many parts once the rules it uses are written out.
pub const MOST_RULE_PARTS: usize = 2_000;

/// A rule that is written out may name so many members, counted for each part that names them or states their weights.
pub const MOST_RULE_NAMES: usize = 200_000;

/// What [`MOST_RULE_PARTS`] counts, in words.
pub(super) const PARTS: &str = "parts";

/// What [`MOST_RULE_NAMES`] counts, in words.
pub(super) const NAMES: &str = "members named";

/// Rules may be nested this deep once the rules they use are written out.
pub const MOST_RULE_DEPTH: usize = 100;

/// The largest sum of weights: 2^53.
const MOST_WEIGHT: u64 = 1 << 53;

impl Compiled {
    /// Checks `rule`, which stands at `path` in the request and may use `rules`, which stand at `/rules`.
    ///
    /// # Errors
    /// A [`PowerError`] that points at the part that is wrong.
    pub fn new(rule: &Rule, path: &Pointer, roster: &Roster, rules: &Rules) -> Result<Self, PowerError> {
        let mut compiler = Compiler { roster, rules, used: Vec::new(), parts: 0 };
        let root = compiler.node(rule, path, 0)?;
        Ok(Self { ids: roster.ids().to_vec(), root })
    }
}

struct Compiler<'a> {
    roster: &'a Roster,
    rules: &'a Rules,
    used: Vec<Id>,
    parts: usize,
}

impl Compiler<'_> {
    fn node(&mut self, rule: &Rule, path: &Pointer, depth: usize) -> Result<Node, PowerError> {
        self.parts(1, path)?;
        if depth > MOST_RULE_DEPTH {
            return Err(PowerError::TooDeep { path: path.clone(), limit: MOST_RULE_DEPTH });
        }
        let at = path.key(rule.key());
        match rule {
            Rule::Votes(votes) => self.votes(votes, &at),
            Rule::Consent(consent) => Ok(Node::Leaf(Leaf::Consent(who(self.roster, consent.among.as_ref(), &at.key("among"))?))),
            Rule::Consensus(consensus) => {
                self.share(consensus.among.as_ref(), None, consensus.of.unwrap_or(Base::Present), Ratio::ONE, false, &at)
            }
            Rule::SignOff(holders) => self.sign_off(holders, &at),
            Rule::All(parts) => self.join(parts, parts.len(), &at, depth),
            Rule::Any(parts) => self.join(parts, 1, &at, depth),
            Rule::AtLeast(AtLeast { count, of }) => {
                let count = usize::try_from(*count).unwrap_or(usize::MAX);
                if count == 0 || count > of.len() && !of.is_empty() {
                    return Err(PowerError::CountOutOfRange { path: at.key("count"), count, parts: of.len() });
                }
                self.join(of, count, &at.key("of"), depth)
            }
            Rule::Quorum(quorum) => self.quorum(quorum, &at, depth),
            Rule::Use(name) => self.named(name, &at, depth),
            Rule::Majority(share) => self.shorthand(share, Base::Cast, Ratio::new(1, 2)?, true, &at),
            Rule::TwoThirds(share) => self.shorthand(share, Base::Cast, Ratio::new(2, 3)?, false, &at),
            Rule::Unanimity(share) => self.shorthand(share, Base::Members, Ratio::ONE, false, &at),
            Rule::EachConstituency(each) => self.each_constituency(each, &at),
            Rule::Veto(veto) => {
                let then = self.node(&veto.then, &at.key("then"), depth + 1)?;
                let by = self.sign_off(&veto.by, &at.key("by"))?;
                let Some(unless) = &veto.unless else { return Ok(all(vec![then, by])) };
                let unless = self.node(unless, &at.key("unless"), depth + 1)?;
                Ok(all(vec![then, any(vec![by, unless])]))
            }
            Rule::Override(over) => {
                let then = self.node(&over.then, &at.key("then"), depth + 1)?;
                let by = self.sign_off(&over.by, &at.key("by"))?;
                Ok(any(vec![then, by]))
            }
            Rule::Advisory(advisory) => {
                let deciders = who(self.roster, Some(&advisory.deciders), &at.key("deciders"))?;
                let seat = |member: usize| (member, u64::from(deciders.binary_search(&member).is_ok()));
                let bar = Bar::Share { of: Base::Cast, share: Ratio::new(1, 2)?, strict: true };
                Ok(Node::Leaf(Leaf::Votes { voters: (0..self.roster.len()).map(seat).collect(), bar, casting: None }))
            }
        }
    }

    fn parts(&mut self, more: usize, path: &Pointer) -> Result<(), PowerError> {
        self.parts = self.parts.saturating_add(more);
        if self.parts > MOST_RULE_PARTS {
            return Err(PowerError::RuleTooLarge { path: path.clone(), limit: MOST_RULE_PARTS, what: PARTS });
        }
        Ok(())
    }

    fn join(&mut self, parts: &[Rule], count: usize, path: &Pointer, depth: usize) -> Result<Node, PowerError> {
        if parts.is_empty() {
            return Err(PowerError::EmptyRule { path: path.clone(), what: "this list of parts" });
        }
        let of = parts
            .iter()
            .enumerate()
            .map(|(index, part)| self.node(part, &path.index(index), depth + 1))
            .collect::<Result<_, _>>()?;
        Ok(Node::AtLeast { count, of })
    }

    fn named(&mut self, name: &Id, path: &Pointer, depth: usize) -> Result<Node, PowerError> {
        if self.used.contains(name) {
            let mut cycle: Vec<&str> = self.used.iter().skip_while(|used| *used != name).map(Id::as_str).collect();
            cycle.push(name.as_str());
            return Err(PowerError::CyclicRule { path: path.clone(), cycle: cycle.join(" -> ") });
        }
        let Some(rule) = self.rules.get(name) else {
            return Err(PowerError::UnknownRule { path: path.clone(), name: name.to_string() });
        };
        self.used.push(name.clone());
        let node = self.node(rule, &Pointer::root().key("rules").key(name.as_str()), depth + 1);
        self.used.pop();
        node
    }

    fn votes(&self, votes: &Votes, path: &Pointer) -> Result<Node, PowerError> {
        let (bar, strict, at) = match (votes.more_than, votes.at_least) {
            (Some(bar), None) => (bar, true, path.key("more_than")),
            (None, Some(bar)) => (bar, false, path.key("at_least")),
            _ => return Err(PowerError::BarUnclear { path: path.clone() }),
        };
        let voters = match &votes.weights {
            Some(weights) => self.weighted(weights, votes.among.as_ref(), path)?,
            None => who(self.roster, votes.among.as_ref(), &path.key("among"))?.into_iter().map(|member| (member, 1)).collect(),
        };
        let total: u64 = voters.iter().map(|(_, weight)| weight).sum();
        let bar = match votes.of {
            Some(of) => Bar::Share { of, share: checked_share(bar, strict, OR_VOTES, &at)?, strict },
            None => Bar::Count(whole_bar(bar, strict, total, &at)?),
        };
        let casting = self.casting(votes.casting_vote.as_ref(), &voters, path)?;
        Ok(Node::Leaf(Leaf::Votes { voters, bar, casting }))
    }

    fn weighted(&self, weights: &IdMap<Ratio>, among: Option<&Who>, path: &Pointer) -> Result<Vec<(usize, u64)>, PowerError> {
        let at = path.key("weights");
        let mut voters = Vec::with_capacity(weights.len());
        let mut total = 0_u64;
        for (id, weight) in weights.iter() {
            let here = at.key(id.as_str());
            if weight.is_negative() {
                return Err(PowerError::NegativeWeight { path: here, id: id.to_string(), weight: weight.to_string() });
            }
            let Some(whole) = weight.whole().and_then(|whole| u64::try_from(whole).ok()) else {
                return Err(PowerError::WeightNotWhole { path: here, weight: weight.to_string() });
            };
            total = total.saturating_add(whole);
            if total > MOST_WEIGHT {
                return Err(PowerError::WeightsTooLarge { path: at });
            }
            voters.push((member(self.roster, id, &here)?, whole));
        }
        if total == 0 {
            return Err(PowerError::NoVotes { path: at });
        }
        voters.sort_unstable();
        if among.is_some() {
            let named: Vec<usize> = voters.iter().map(|(member, _)| *member).collect();
            if who(self.roster, among, &path.key("among"))? != named {
                return Err(PowerError::WeightsIncomplete { path: at });
            }
        }
        Ok(voters)
    }

    fn casting(&self, holder: Option<&Id>, voters: &[(usize, u64)], path: &Pointer) -> Result<Option<usize>, PowerError> {
        let Some(id) = holder else { return Ok(None) };
        let at = path.key("casting_vote");
        let member = member(self.roster, id, &at)?;
        if voters.iter().any(|(voter, weight)| *voter == member && *weight > 0) {
            return Ok(Some(member));
        }
        Err(PowerError::CastingVoteWithoutVote { path: at, id: id.to_string() })
    }

    fn shorthand(&self, share: &Share, base: Base, bar: Ratio, strict: bool, path: &Pointer) -> Result<Node, PowerError> {
        let of = share.of.unwrap_or(base);
        self.share(share.among.as_ref(), share.casting_vote.as_ref(), of, bar, strict, path)
    }

    fn share(
        &self,
        among: Option<&Who>,
        casting: Option<&Id>,
        of: Base,
        share: Ratio,
        strict: bool,
        path: &Pointer,
    ) -> Result<Node, PowerError> {
        let voters: Vec<(usize, u64)> =
            who(self.roster, among, &path.key("among"))?.into_iter().map(|member| (member, 1)).collect();
        let casting = self.casting(casting, &voters, path)?;
        Ok(Node::Leaf(Leaf::Votes { voters, bar: Bar::Share { of, share, strict }, casting }))
    }

    fn each_constituency(&mut self, each: &EachConstituency, path: &Pointer) -> Result<Node, PowerError> {
        let (share, strict) = match (each.more_than, each.at_least) {
            (None, None) => (Ratio::new(1, 2)?, true),
            (Some(bar), None) => (checked_share(bar, true, "", &path.key("more_than"))?, true),
            (None, Some(bar)) => (checked_share(bar, false, "", &path.key("at_least"))?, false),
            (Some(_), Some(_)) => return Err(PowerError::BarUnclear { path: path.clone() }),
        };
        if self.roster.constituencies().is_empty() {
            return Err(PowerError::NoConstituencies { path: path.clone() });
        }
        self.parts(self.roster.constituencies().len(), path)?;
        let bar = Bar::Share { of: each.of.unwrap_or(Base::Cast), share, strict };
        let leaf = |seats: &[usize]| {
            let voters = seats.iter().map(|member| (*member, 1)).collect();
            Node::Leaf(Leaf::Votes { voters, bar, casting: None })
        };
        Ok(all(self.roster.constituencies().iter().map(|(_, seats)| leaf(seats)).collect()))
    }

    fn quorum(&mut self, quorum: &Quorum, path: &Pointer, depth: usize) -> Result<Node, PowerError> {
        let among = who(self.roster, quorum.among.as_ref(), &path.key("among"))?;
        let (cast, key, heads) = match (quorum.present, quorum.cast, quorum.present_count, quorum.cast_count) {
            (Some(share), None, None, None) => {
                (false, "present", heads_of(share, among.len(), OR_PRESENT, &path.key("present"))?)
            }
            (None, Some(share), None, None) => (true, "cast", heads_of(share, among.len(), OR_CAST, &path.key("cast"))?),
            (None, None, Some(count), None) => (false, "present_count", usize::try_from(count).unwrap_or(usize::MAX)),
            (None, None, None, Some(count)) => (true, "cast_count", usize::try_from(count).unwrap_or(usize::MAX)),
            _ => return Err(PowerError::QuorumUnclear { path: path.clone() }),
        };
        if heads == 0 {
            return Err(PowerError::QuotaZero { path: path.key(key) });
        }
        if heads > among.len() {
            return Err(over_total(heads as u64, among.len() as u64, &path.key(key)));
        }
        let then = Box::new(self.node(&quorum.then, &path.key("then"), depth + 1)?);
        Ok(Node::Quorum { cast, among, heads, then })
    }

    fn sign_off(&self, holders: &[Id], path: &Pointer) -> Result<Node, PowerError> {
        members(self.roster, holders, path).map(|members| Node::Leaf(Leaf::SignOff(members)))
    }
}

fn all(of: Vec<Node>) -> Node {
    Node::AtLeast { count: of.len(), of }
}

fn any(of: Vec<Node>) -> Node {
    Node::AtLeast { count: 1, of }
}

/// Where a number can be given in place of a share.
const OR_VOTES: &str = ", or leave out \"of\" to give a whole number of votes";
const OR_PRESENT: &str = ", or a whole number of members with \"present_count\"";
const OR_CAST: &str = ", or a whole number of members with \"cast_count\"";

/// A share that can be met and is not met by nothing. `or` says how to give a number instead.
fn checked_share(share: Ratio, strict: bool, or: &str, path: &Pointer) -> Result<Ratio, PowerError> {
    if share.is_negative() || (share == Ratio::ZERO && !strict) {
        return Err(PowerError::QuotaZero { path: path.clone() });
    }
    if share > Ratio::ONE || (share == Ratio::ONE && strict) {
        let more = if strict { "more than " } else { "" };
        return Err(PowerError::QuotaOverTotal {
            path: path.clone(),
            bar: format!("a share of {more}{share} is"),
            most: "a share is at most 1".to_owned(),
            hint: format!("give a share between 0 and 1, such as \"1/2\"{or}"),
        });
    }
    Ok(share)
}

/// The least number of votes that meets a bar given as a whole number.
fn whole_bar(bar: Ratio, strict: bool, total: u64, path: &Pointer) -> Result<u64, PowerError> {
    let whole = bar.whole().ok_or_else(|| PowerError::BarNeedsBase { path: path.clone(), bar: bar.to_string() })?;
    let least = whole.saturating_add(i64::from(strict));
    let least =
        u64::try_from(least).ok().filter(|least| *least > 0).ok_or_else(|| PowerError::QuotaZero { path: path.clone() })?;
    if least > total {
        return Err(over_total(least, total, path));
    }
    Ok(least)
}

/// More votes or heads than there are.
fn over_total(asked: u64, total: u64, path: &Pointer) -> PowerError {
    let are = |number: u64| if number == 1 { "is" } else { "are" };
    PowerError::QuotaOverTotal {
        path: path.clone(),
        bar: format!("{asked} {}", are(asked)),
        most: format!("there {} only {total}", are(total)),
        hint: "ask for no more than there is".to_owned(),
    }
}

/// The least number of heads that is at least this share of `of`.
fn heads_of(share: Ratio, of: usize, or: &str, path: &Pointer) -> Result<usize, PowerError> {
    let share = checked_share(share, false, or, path)?;
    let (numer, denom) = (i128::from(share.numer()), i128::from(share.denom()));
    let of = i128::try_from(of).unwrap_or(i128::MAX / numer.max(1));
    usize::try_from((of * numer + denom - 1) / denom).map_err(|_| PowerError::QuotaZero { path: path.clone() })
}
