//! How much of the processor a piece of work takes; what else the machine does adds nothing.

/// Seconds of processor time that a piece of work takes, on average over as many times as fit in a third of a second, at most `most`.
pub fn mean(most: u32, mut work: impl FnMut()) -> f64 {
    let start = processor_seconds();
    let mut times = 0_u32;
    while times == 0 || (times < most && processor_seconds() - start < 0.3) {
        work();
        times += 1;
    }
    (processor_seconds() - start) / f64::from(times)
}

/// Seconds of processor time that this thread has used.
pub fn processor_seconds() -> f64 {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    spent.split_whitespace().next().unwrap().parse::<f64>().unwrap() / 1e9
}
