//! Which sums of weights there are at all: one bit for each.

/// Whether some of `weights` come to less than `quota`, but not by more than `short`.
pub(super) fn any(weights: &[u64], quota: u64, short: u64) -> bool {
    let bits = usize::try_from(quota).unwrap_or(usize::MAX);
    let mut reached = vec![0_u64; bits.div_ceil(64)];
    if let Some(none) = reached.first_mut() {
        *none = 1;
    }
    for weight in weights.iter().filter(|weight| **weight < quota) {
        let shift = usize::try_from(*weight).unwrap_or(usize::MAX);
        let (words, rest) = (shift / 64, shift % 64);
        for to in (words..reached.len()).rev() {
            let whole = reached.get(to - words).copied().unwrap_or(0) << rest;
            let carried = if rest == 0 {
                0
            } else {
                to.checked_sub(words + 1).and_then(|from| reached.get(from)).copied().unwrap_or(0) >> (64 - rest)
            };
            if let Some(word) = reached.get_mut(to) {
                *word |= whole | carried;
            }
        }
    }
    let first = bits.saturating_sub(usize::try_from(short).unwrap_or(usize::MAX));
    (first..bits).any(|sum| reached.get(sum / 64).is_some_and(|word| word >> (sum % 64) & 1 == 1))
}
