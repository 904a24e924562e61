//! Like work of both sides, side by side.

use super::ParitySide;
use super::answer::{ParityAlarm, ParityAlarmCode, ParityFinding, ParityGroup, ParityRange, ParityRate};
use crate::error::PaymentError;
use crate::payment::HourlyPay;
use crate::unit::{Hours, Money};

/// A group for each kind of like work, in the order in which they first appear.
pub(super) fn groups(work: &[ParityRate], alarms: &mut Vec<ParityAlarm>) -> Result<Vec<ParityGroup>, PaymentError> {
    let mut groups: Vec<ParityGroup> = Vec::new();
    for piece in work {
        if groups.iter().any(|group| group.like == piece.like) {
            continue;
        }
        let of = |side| work.iter().filter(move |other| other.like == piece.like && other.side == side);
        let (users, staff) = (range(of(ParitySide::Users))?, range(of(ParitySide::Staff))?);
        let finding = finding(&users, &staff);
        let text = words(&piece.like, &users, &staff, finding);
        for user in of(ParitySide::Users) {
            alarms.extend(gap(user, &staff, of(ParitySide::Staff)));
        }
        groups.push(ParityGroup { like: piece.like.clone(), users, staff, finding, text });
    }
    Ok(groups)
}

fn range<'a>(work: impl Iterator<Item = &'a ParityRate>) -> Result<ParityRange, PaymentError> {
    let mut range = ParityRange { count: 0, unknown: 0, lowest: None, highest: None, unpaid_hours: Hours::ZERO };
    for piece in work {
        range.count += 1;
        range.unpaid_hours = range.unpaid_hours.plus(piece.unpaid_hours)?;
        let Some(pay) = &piece.per_hour else {
            range.unknown += 1;
            continue;
        };
        let beats = |known: &Option<HourlyPay>, better: fn(&HourlyPay, &HourlyPay) -> bool| {
            known.as_ref().is_none_or(|known| better(pay, known))
        };
        if beats(&range.lowest, |pay, known| pay.exact < known.exact) {
            range.lowest = Some(pay.clone());
        }
        if beats(&range.highest, |pay, known| pay.exact > known.exact) {
            range.highest = Some(pay.clone());
        }
    }
    Ok(range)
}

/// One user known to be paid less than one of the staff settles it, whatever else is unknown.
fn finding(users: &ParityRange, staff: &ParityRange) -> ParityFinding {
    if users.count == 0 || staff.count == 0 {
        return ParityFinding::OneSide;
    }
    match (&users.lowest, &staff.highest) {
        (Some(user), Some(other)) if user.exact < other.exact => ParityFinding::Less,
        (Some(_), Some(_)) if users.unknown == 0 && staff.unknown == 0 => ParityFinding::NoLess,
        _ => ParityFinding::Unknown,
    }
}

fn words(like: &str, users: &ParityRange, staff: &ParityRange, finding: ParityFinding) -> String {
    let side = |range: &ParityRange| match (&range.lowest, &range.highest) {
        (Some(low), Some(high)) if low.exact == high.exact => format!("{} an hour", low.rounded),
        (Some(low), Some(high)) => format!("{} to {} an hour", low.rounded, high.rounded),
        _ => "not known".to_owned(),
    };
    let (users, staff) = (side(users), side(staff));
    match finding {
        ParityFinding::Less => format!("for \"{like}\" users are paid {users} and staff {staff}: some users get less"),
        ParityFinding::NoLess => format!("for \"{like}\" users are paid {users} and staff {staff}: no user gets less"),
        ParityFinding::Unknown => {
            format!("for \"{like}\" users are paid {users} and staff {staff}: too little is known to compare")
        }
        ParityFinding::OneSide => format!("for \"{like}\" there is nobody of the other side to compare with"),
    }
}

fn gap<'a>(user: &ParityRate, staff: &ParityRange, like: impl Iterator<Item = &'a ParityRate>) -> Vec<ParityAlarm> {
    let mut alarms = Vec::new();
    let paid: Vec<&ParityRate> = like.filter(|other| other.gross.is_some_and(|gross| gross > Money::ZERO)).collect();
    let at = || std::iter::once(user.at.clone()).chain(paid.iter().map(|other| other.at.clone())).collect::<Vec<_>>();
    if user.gross == Some(Money::ZERO) && !paid.is_empty() {
        let text = format!("staff are paid for \"{}\" and this user does it without pay", user.like);
        alarms.push(ParityAlarm { code: ParityAlarmCode::UnpaidWork, text, at: at() });
    } else if let (Some(pay), Some(most)) = (&user.per_hour, &staff.highest)
        && pay.exact < most.exact
    {
        let text = format!(
            "for \"{}\" this user is paid {} an hour, preparation included, and staff up to {}",
            user.like, pay.rounded, most.rounded
        );
        alarms.push(ParityAlarm { code: ParityAlarmCode::PayGap, text, at: at() });
    }
    if user.unpaid_hours > Hours::ZERO && !paid.is_empty() {
        let text = format!("for \"{}\" this user gives {} hours that nobody pays", user.like, user.unpaid_hours);
        alarms.push(ParityAlarm { code: ParityAlarmCode::UnpaidHours, text, at: at() });
    }
    alarms
}
