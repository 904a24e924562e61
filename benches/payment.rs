//! Take-home pay: one household with its whole trace, and columns of a million rows.

use std::hint::black_box;

use coprod_benches::households::{Columns, ROWS};
use coprod_core::payment::batch::take_home;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn columns(criterion: &mut Criterion) {
    let all = Columns::random(ROWS);
    let columns = all.borrow();
    let mut group = criterion.benchmark_group("batch");
    group.sample_size(10).throughput(Throughput::Elements(ROWS as u64));
    for threads in [1, 2] {
        group.bench_function(format!("a million rows on {threads} thread(s)"), |bencher| {
            bencher.iter(|| take_home(black_box(&columns), threads).expect("columns of one length"));
        });
    }
}

criterion_group!(payment, columns);
criterion_main!(payment);
