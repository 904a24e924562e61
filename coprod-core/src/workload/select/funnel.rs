//! From those who offered to those chosen, by feature and value, with small counts hidden.

use super::answer::FunnelLine;
use super::pool::Pool;

/// Counts below this are hidden unless asked for.
const SMALL: u32 = 3;

/// The counts; `selectable` says of each person whether they can be chosen, `panel` who is on the panel drawn.
pub(super) fn funnel(pool: &Pool<'_>, selectable: &[bool], panel: Option<&[usize]>) -> Vec<FunnelLine> {
    let request = pool.request;
    let mut lines = Vec::new();
    for (feature, values) in request.quotas.iter() {
        let mut rows: Vec<[Option<u32>; 3]> = Vec::new();
        for value in values.keys() {
            let has =
                |number: &usize| request.people.get(*number).is_some_and(|person| person.features.get(feature) == Some(value));
            let among = |is: &dyn Fn(&usize) -> bool| {
                let count = (0..request.people.len()).filter(|number| has(number) && is(number)).count();
                u32::try_from(count).ok()
            };
            let on = |people: &[usize]| u32::try_from(people.iter().filter(|number| has(number)).count()).ok();
            rows.push([among(&|_| true), among(&|number| selectable.get(*number) == Some(&true)), panel.and_then(on)]);
        }
        if !request.show_small_counts {
            (0..3).for_each(|column| hide(&mut rows, column));
        }
        for (value, [offered, selectable, on_panel]) in values.keys().zip(rows) {
            lines.push(FunnelLine { feature: feature.clone(), value: value.clone(), offered, selectable, on_panel });
        }
    }
    lines
}

/// Hides small counts, and the next smallest where a single hidden one would follow from the total.
fn hide(rows: &mut [[Option<u32>; 3]], column: usize) {
    let mut counts: Vec<&mut Option<u32>> = rows.iter_mut().filter_map(|row| row.get_mut(column)).collect();
    let mut hidden = 0;
    for count in &mut counts {
        if count.is_some_and(|count| count < SMALL) {
            **count = None;
            hidden += 1;
        }
    }
    if hidden == 1
        && let Some(least) = counts.into_iter().filter(|count| count.is_some()).min_by_key(|count| **count)
    {
        *least = None;
    }
}
