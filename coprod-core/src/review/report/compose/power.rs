//! Who can decide and who can block.

use super::super::document::{BarRow, Bars, Block, Table};
use super::{capital, clean};
use crate::power::bloc::Say;
use crate::review::{BlocStanding, DecisionPower, MemberStanding, Project, ReviewAnswer};
use crate::unit::Exact;

pub(super) fn section(project: &Project, answer: &ReviewAnswer, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, "Who can decide and who can block".to_owned()));
    if answer.power.is_empty() {
        blocks.push(Block::Text("Not known: no decision has a rule.".to_owned()));
    }
    for decision in &answer.power {
        one(project, decision, blocks);
    }
}

fn one(project: &Project, decision: &DecisionPower, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(3, format!("{} ({})", clean(&decision.title), decision.stage)));
    if decision.members.is_empty() {
        blocks.push(Block::Text(format!("{}.", capital(&decision.rule.join(" ")))));
        return;
    }
    blocks.push(Block::Text(format!(
        "The group's rule: {}.",
        decision.rule.iter().map(|line| clean(line.trim())).collect::<Vec<_>>().join(" ")
    )));
    if !decision.added.is_empty() {
        let added = decision.added.iter().map(|power| clean(&power.words));
        blocks.push(Block::List(added.collect()));
    }
    let mut table = Table::new(
        format!("What each constituency can do, all of it together: {}", clean(&decision.title)),
        &["Constituency", "Seats", "Decide", "Block by voting", "Block by staying away", "Power as one bloc"],
    );
    for bloc in &decision.constituencies {
        let name = project
            .constituencies
            .iter()
            .find(|known| known.id.as_str() == bloc.id)
            .map_or(bloc.id.as_str(), |known| known.label());
        table.row(bloc_cells(name, bloc));
    }
    blocks.push(Block::Table(table));
    let mut shares = Table::new(
        format!("Each person's share of power: {}", clean(&decision.title)),
        &["Person", "By the rule alone", "As it really is", "What follows"],
    );
    for member in &decision.members {
        let share = |share: &Option<Exact>| share.as_ref().map_or_else(|| "none: it can never pass".to_owned(), Exact::to_string);
        shares.row([
            clean(project.label(&member.id)),
            share(&member.share_by_rule),
            share(&member.share),
            meaning(member).to_owned(),
        ]);
    }
    blocks.push(Block::Table(shares));
    let rows = decision.members.iter().filter_map(|member| bars(project, member)).collect::<Vec<_>>();
    if !rows.is_empty() {
        let legend = vec!["by the rule alone".to_owned(), "as it really is".to_owned()];
        blocks.push(Block::Bars(Bars { title: format!("Shares of power: {}", clean(&decision.title)), legend, rows }));
    }
}

fn bloc_cells(name: &str, bloc: &BlocStanding) -> Vec<String> {
    let yes_no = |say: Option<Say>, of: fn(&Say) -> bool| match &say {
        None => "-".to_owned(),
        Some(say) if of(say) => "yes".to_owned(),
        Some(_) => "no".to_owned(),
    };
    let both = |of: fn(&Say) -> bool| {
        let (by_rule, really) = (yes_no(bloc.by_rule, of), yes_no(bloc.say, of));
        if by_rule == really { really } else { format!("{really} (by the rule alone: {by_rule})") }
    };
    vec![
        clean(name),
        bloc.seats.to_string(),
        both(|say| say.can_decide_if_all_attend),
        both(|say| say.can_block_by_voting_if_all_attend),
        both(|say| say.can_block_by_staying_away),
        bloc.share.map_or_else(|| "not known".to_owned(), |share| share.to_string()),
    ]
}

const fn meaning(member: &MemberStanding) -> &'static str {
    match member {
        MemberStanding { dictator: true, .. } => "decides alone",
        MemberStanding { veto: true, .. } => "can stop everything: a veto",
        MemberStanding { never_matters: true, share: Some(_), .. } => "the vote can never matter",
        _ => "",
    }
}

/// The longest bar is the whole of the power.
fn bars(project: &Project, member: &MemberStanding) -> Option<BarRow> {
    let (by_rule, really) = (member.share_by_rule.as_ref()?, member.share.as_ref()?);
    let bars = vec![(by_rule.thousandths(), by_rule.to_string()), (really.thousandths(), really.to_string())];
    Some(BarRow { name: clean(project.label(&member.id)), bars })
}
