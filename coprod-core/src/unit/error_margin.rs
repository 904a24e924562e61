//! How an error of what was seen by chance is told.

/// The error, up to three digits, so that the last digits of a logarithm make no difference.
pub(crate) fn error_rounded_up(error: f64) -> f64 {
    if error <= 0.0 {
        return 0.0;
    }
    let mut scale = 1.0;
    while error * scale < 100.0 {
        scale *= 10.0;
    }
    (error * scale * (1.0 + 1e-9)).ceil() / scale
}
