//! Who fills which place of a task.

use super::crowd::Crowd;

/// Who fills each place, where as many of `people` as can have one, and those who have none. Everybody comes with where they stand.
pub(super) fn seat_all(people: &[(usize, usize)], may: &[&Crowd]) -> (Vec<Option<usize>>, Vec<(usize, usize)>) {
    let mut holders: Vec<Option<usize>> = vec![None; may.len()];
    let mut left_out = Vec::new();
    // Places from which no way led to an empty one: since then none does, whoever else is seated.
    let mut closed = vec![false; may.len()];
    for (person, place) in people {
        let mut tried = closed.clone();
        if !seat(*person, may, &mut holders, &mut tried) {
            closed = tried;
            left_out.push((*person, *place));
        }
    }
    (holders, left_out)
}

/// Finds a place for `person`, moving those who are in places already if need be.
fn seat(person: usize, may: &[&Crowd], holders: &mut [Option<usize>], tried: &mut [bool]) -> bool {
    let free = |place: &usize| may.get(*place).is_some_and(|crowd| crowd.has(person)) && holders.get(*place) == Some(&None);
    if let Some(place) = (0..may.len()).find(free) {
        if let Some(slot) = holders.get_mut(place) {
            *slot = Some(person);
        }
        return true;
    }
    for (place, crowd) in may.iter().enumerate() {
        if !crowd.has(person) || tried.get_mut(place).is_none_or(|tried| std::mem::replace(tried, true)) {
            continue;
        }
        let holder = holders.get(place).copied().flatten();
        if holder.is_none_or(|holder| seat(holder, may, holders, tried)) {
            if let Some(slot) = holders.get_mut(place) {
                *slot = Some(person);
            }
            return true;
        }
    }
    false
}
