//! Says a rule in plain English.

use super::grammar::{Quorum, Rule, VoteBase, Votes, Who};
use crate::group::listed;
use crate::unit::{Id, Ratio};

/// The rule in words, one line a part, parts of a part indented.
#[must_use]
pub fn explain(rule: &Rule) -> Vec<String> {
    let mut lines = Vec::new();
    say(rule, 0, &mut lines);
    lines
}

fn say(rule: &Rule, depth: usize, lines: &mut Vec<String>) {
    let mut line = |text: String| lines.push(format!("{}{text}", "  ".repeat(depth)));
    match rule {
        Rule::Votes(votes) => line(votes_line(votes)),
        Rule::Consent(consent) => line(format!("nobody among {} objects", who(consent.among.as_ref()))),
        Rule::Consensus(consensus) => line(match consensus.of.unwrap_or(VoteBase::Present) {
            VoteBase::Present => format!("everybody present among {} says yes", who(consensus.among.as_ref())),
            base => share_line("all", base, consensus.among.as_ref(), None),
        }),
        Rule::SignOff(holders) => line(format!("{} must say yes", ids(holders))),
        Rule::All(parts) => several("all of these hold:".to_owned(), parts, depth, lines),
        Rule::Any(parts) => several("any one of these holds:".to_owned(), parts, depth, lines),
        Rule::AtLeast(part) => {
            several(format!("at least {} of these {} hold:", part.count, part.of.len()), &part.of, depth, lines)
        }
        Rule::Quorum(quorum) => several(quorum_line(quorum), std::slice::from_ref(&quorum.then), depth, lines),
        Rule::Use(name) => line(format!("the rule called {name}")),
        Rule::Majority(share) => line(share_line(
            "more than half",
            share.of.unwrap_or(VoteBase::Cast),
            share.among.as_ref(),
            share.casting_vote.as_ref(),
        )),
        Rule::TwoThirds(share) => line(share_line(
            "at least two thirds",
            share.of.unwrap_or(VoteBase::Cast),
            share.among.as_ref(),
            share.casting_vote.as_ref(),
        )),
        Rule::Unanimity(share) => {
            line(share_line("all", share.of.unwrap_or(VoteBase::Members), share.among.as_ref(), share.casting_vote.as_ref()))
        }
        Rule::EachConstituency(each) => {
            let bar = bar_words(each.more_than, each.at_least).unwrap_or_else(|| "more than half".to_owned());
            line(format!("in each constituency separately, yes is {}", of_base(&bar, each.of.unwrap_or(VoteBase::Cast))));
        }
        Rule::Veto(veto) => {
            several(format!("{} can stop this:", ids(&veto.by)), std::slice::from_ref(&veto.then), depth, lines);
            if let Some(unless) = &veto.unless {
                several("unless this holds as well:".to_owned(), std::slice::from_ref(unless), depth, lines);
            }
        }
        Rule::Override(over) => {
            several(format!("{} can decide alone; otherwise:", ids(&over.by)), std::slice::from_ref(&over.then), depth, lines)
        }
        Rule::Advisory(advisory) => {
            line(format!(
                "only {} decide, by more than half of their votes cast; everybody else advises",
                who(Some(&advisory.deciders))
            ));
        }
    }
}

fn several(head: String, parts: &[Rule], depth: usize, lines: &mut Vec<String>) {
    lines.push(format!("{}{head}", "  ".repeat(depth)));
    for part in parts {
        say(part, depth + 1, lines);
    }
}

fn votes_line(votes: &Votes) -> String {
    let mut line = match votes.of {
        Some(of) => {
            let bar = bar_words(votes.more_than, votes.at_least).unwrap_or_default();
            format!("yes is {} among {}", of_base(&bar, of), voters(votes))
        }
        None => {
            let one = votes.more_than.or(votes.at_least) == Some(Ratio::ONE);
            let (unit, say) = if one { ("vote", "says") } else { ("votes", "say") };
            let unit = if votes.weights.is_some() { format!("{unit} by weight") } else { unit.to_owned() };
            let bar = count_words(votes.more_than, votes.at_least);
            format!("{bar} {unit} among {} {say} yes", voters(votes))
        }
    };
    if let Some(holder) = &votes.casting_vote {
        line.push_str(&format!("; at a tie {holder} has a second vote"));
    }
    line
}

fn voters(votes: &Votes) -> String {
    let Some(weights) = &votes.weights else { return who(votes.among.as_ref()) };
    let named: Vec<String> = weights.iter().map(|(id, weight)| format!("{id} ({weight})")).collect();
    named.join(", ")
}

fn share_line(bar: &str, base: VoteBase, among: Option<&Who>, casting: Option<&Id>) -> String {
    let tie = casting.map(|holder| format!("; at a tie {holder} has a second vote")).unwrap_or_default();
    format!("yes is {} among {}{tie}", of_base(bar, base), who(among))
}

fn quorum_line(quorum: &Quorum) -> String {
    let whom = who(quorum.among.as_ref());
    let share = |share: Ratio| match (share == Ratio::ONE, &quorum.among) {
        (false, _) => format!("at least {share} of {whom}"),
        (true, None | Some(Who::Members(_))) => whom.clone(),
        (true, Some(Who::Constituency(_))) => format!("all of {whom}"),
    };
    let heads = |count: u32| {
        let members = if count == 1 { "member" } else { "members" };
        match &quorum.among {
            None => format!("at least {count} {members}"),
            Some(Who::Constituency(_)) => format!("at least {count} {members} of {whom}"),
            Some(Who::Members(_)) => format!("at least {count} of {whom}"),
        }
    };
    let (what, doing) = match (quorum.present, quorum.cast, quorum.present_count, quorum.cast_count) {
        (Some(bar), ..) => (share(bar), "present"),
        (_, Some(bar), ..) => (share(bar), "voting"),
        (_, _, Some(count), _) => (heads(count), "present"),
        (.., Some(count)) => (heads(count), "voting"),
        _ => (format!("enough of {whom}"), "present"),
    };
    format!("with {what} {doing}:")
}

/// A share in words: 1 is all.
fn bar_words(more_than: Option<Ratio>, at_least: Option<Ratio>) -> Option<String> {
    let least = |bar: Ratio| if bar == Ratio::ONE { "all".to_owned() } else { format!("at least {bar}") };
    more_than.map(|bar| format!("more than {bar}")).or_else(|| at_least.map(least))
}

/// A whole number of votes in words.
fn count_words(more_than: Option<Ratio>, at_least: Option<Ratio>) -> String {
    let more = more_than.map(|bar| format!("more than {bar}"));
    more.or_else(|| at_least.map(|bar| format!("at least {bar}"))).unwrap_or_default()
}

/// A bar in words and what it is a share of.
fn of_base(bar: &str, base: VoteBase) -> String {
    match (bar, base) {
        ("all", VoteBase::Members) => "all of the members".to_owned(),
        _ => format!("{bar} of {}", base_words(base)),
    }
}

const fn base_words(base: VoteBase) -> &'static str {
    match base {
        VoteBase::Cast => "the votes cast",
        VoteBase::Present => "those present",
        VoteBase::Members => "all members",
        VoteBase::MembersLessAbstainers => "the members who do not abstain",
    }
}

fn who(among: Option<&Who>) -> String {
    match among {
        None => "everybody".to_owned(),
        Some(Who::Constituency(id)) => format!("the constituency {id}"),
        Some(Who::Members(members)) => ids(members),
    }
}

fn ids(members: &[Id]) -> String {
    listed(&members.iter().map(Id::as_str).collect::<Vec<_>>())
}
