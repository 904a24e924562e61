//! The fewest members of a bloc who suffice.

use super::super::game::Table;
use super::super::roles::{Role, classes};
use super::places::Places;
use super::split;
use super::tries::Question;
use crate::error::PowerError;

/// Interchangeable members: their places in the order in which members are taken.
struct Class {
    from: usize,
    to: usize,
    /// The places of those who are not worth taking before all of these are.
    waiting: Places,
}

/// The classes of a bloc, in the order in which they are tried.
struct Order {
    members: Vec<usize>,
    classes: Vec<Class>,
    /// Place by place: the number of the class.
    class_of: Vec<usize>,
}

impl Question<'_> {
    /// The fewest of these who can decide together if everybody attends.
    pub(super) fn fewest_to_decide(&mut self, bloc: &[usize]) -> Result<Option<usize>, PowerError> {
        if let Some(table) = self.table.filter(|_| self.objecting_harms_most()) {
            let bits = bits(table, self.roles.len());
            return self.fewest(bloc, |_, chosen| Ok(table.passes(union(&bits, chosen))));
        }
        self.fewest(bloc, |question, chosen| {
            let (_, others) = question.sides(chosen);
            question.can_decide(&others, false)
        })
    }

    /// The fewest of these who can block by voting together if everybody attends.
    pub(super) fn fewest_to_block(&mut self, bloc: &[usize]) -> Result<Option<usize>, PowerError> {
        if let Some(table) = self.table.filter(|_| self.objecting_harms_most()) {
            let bits = bits(table, self.roles.len());
            return self.fewest(bloc, |_, chosen| Ok(!table.passes(table.everybody() & !union(&bits, chosen))));
        }
        self.fewest(bloc, |question, chosen| {
            let (bloc, others) = question.sides(chosen);
            question.can_block(&bloc, &others, false)
        })
    }

    /// Whether everybody who attends harms the rule most by objecting, so that the yes/no game says it all.
    fn objecting_harms_most(&self) -> bool {
        !self.roles.iter().any(|role| role.harms_by_abstaining)
    }

    /// These, and all others who come.
    fn sides(&self, chosen: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let (bloc, mut others) = split(&self.inside(chosen));
        others.retain(|other| !self.away.contains(other));
        (bloc, others)
    }

    fn inside(&self, chosen: &[usize]) -> Vec<bool> {
        let mut inside = vec![false; self.roles.len()];
        for member in chosen {
            if let Some(known) = inside.get_mut(*member) {
                *known = true;
            }
        }
        inside
    }

    fn fewest(
        &mut self,
        bloc: &[usize],
        enough: impl Fn(&mut Self, &[usize]) -> Result<bool, PowerError>,
    ) -> Result<Option<usize>, PowerError> {
        let order = self.ordered(bloc)?;
        let open = Places::first(bloc.len());
        for size in 0..=bloc.len() {
            if self.any_of(size, &open, &order, &mut Vec::with_capacity(size), &enough)? {
                return Ok(Some(size));
            }
        }
        Ok(None)
    }

    /// The classes of a bloc, so that whoever does all that another does comes first. Where abstaining can do more harm than
    /// objecting, nobody is taken to do all that another does.
    fn ordered(&mut self, bloc: &[usize]) -> Result<Order, PowerError> {
        let comparable = self.objecting_harms_most();
        let mut classes = if comparable {
            classes(bloc.iter().copied(), |member| self.roles.get(member).map(Role::when_all_vote))
        } else {
            classes(bloc.iter().copied(), |member| self.roles.get(member))
        };
        let role = |class: &[usize]| class.first().and_then(|first| self.roles.get(*first));
        classes.sort_by_key(|class| std::cmp::Reverse(role(class).map(Role::total_weight)));
        // Each class is compared with each: a look at every part that either has.
        let length: usize = classes.iter().filter_map(|class| role(class)).map(Role::len).sum();
        let compared = if comparable { classes.len().saturating_mul(length) } else { length };
        self.work.spend(u64::try_from(compared).unwrap_or(u64::MAX))?;
        let mut order = Order { members: Vec::with_capacity(bloc.len()), classes: Vec::new(), class_of: Vec::new() };
        for (number, class) in classes.iter().enumerate() {
            let from = order.members.len();
            order.members.extend(class);
            order.class_of.extend(class.iter().map(|_| number));
            order.classes.push(Class { from, to: order.members.len(), waiting: Places::first(0) });
        }
        if comparable {
            let outdoes =
                |one: &[usize], other: &[usize]| role(one).zip(role(other)).is_some_and(|(one, other)| one.outdoes(other));
            let spans: Vec<(usize, usize)> = order.classes.iter().map(|class| (class.from, class.to)).collect();
            for (number, (own, class)) in order.classes.iter_mut().zip(&classes).enumerate() {
                let later = classes.iter().zip(&spans).skip(number + 1).filter(|(other, _)| outdoes(class, other));
                for (_, (from, to)) in later {
                    (*from..*to).for_each(|place| own.waiting.put(place));
                }
            }
        }
        Ok(order)
    }

    /// Whether so many more members, of those whose places are open, can be added to `chosen` so that it is enough.
    fn any_of(
        &mut self,
        more: usize,
        open: &Places,
        order: &Order,
        chosen: &mut Vec<usize>,
        enough: &impl Fn(&mut Self, &[usize]) -> Result<bool, PowerError>,
    ) -> Result<bool, PowerError> {
        if more == 0 {
            return enough(self, chosen);
        }
        self.work.spend(open.words())?;
        let first = open.lowest().filter(|_| open.count() >= more).and_then(|place| order.class_of.get(place));
        let Some(class) = first.and_then(|number| order.classes.get(*number)) else { return Ok(false) };
        let Some(members) = order.members.get(class.from..class.to) else { return Ok(false) };
        let later = open.from(class.to);
        let without_all = later.without(&class.waiting);
        for taken in (0..=members.len().min(more)).rev() {
            let rest = if taken == members.len() { &later } else { &without_all };
            if rest.count() < more - taken {
                break;
            }
            let before = chosen.len();
            chosen.extend(members.iter().take(taken));
            let found = self.any_of(more - taken, rest, order, chosen, enough)?;
            chosen.truncate(before);
            if found {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Each member's bit in the table's sets; none for members without a vote.
fn bits(table: &Table, members: usize) -> Vec<usize> {
    (0..members).map(|member| table.set(&[member])).collect()
}

fn union(bits: &[usize], chosen: &[usize]) -> usize {
    chosen.iter().filter_map(|member| bits.get(*member)).fold(0, |set, bit| set | bit)
}
