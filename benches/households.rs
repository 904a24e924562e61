//! Random households in columns, the same ones every time.

use coprod_core::payment::batch::{
    BatchColumns, Column, RowBenefitCap, RowCarer, RowEsaKind, RowNation, RowPaid, RowTaxCode, RowWorkAllowance,
};

/// So many rows.
pub const ROWS: usize = 1_000_000;

/// The days of 2022-04-06 and 2027-04-05, from 1970.
const DAYS: (i32, i32) = (19_088, 20_913);

macro_rules! columns {
    ($($field:ident: $kind:ty = $make:expr;)*) => {
        /// Columns that hold a value for each row.
        #[derive(Debug, Default)]
        pub struct Columns {
            $($field: Vec<$kind>,)*
        }

        impl Columns {
            /// So many random rows: nine in ten with the full set of rules that can go together.
            #[must_use]
            pub fn random(rows: usize) -> Self {
                let mut columns = Self::default();
                let mut dice = Dice(0x5eed);
                for _ in 0..rows {
                    $(let make: fn(&mut Dice) -> $kind = $make; columns.$field.push(make(&mut dice));)*
                }
                columns.fit();
                columns
            }

            /// The columns, ready to be worked out.
            #[must_use]
            pub fn borrow(&self) -> BatchColumns<'_> {
                BatchColumns { $($field: Column::Each(&self.$field),)* ..BatchColumns::default() }
            }
        }
    };
}

columns! {
    fee: i64 = |dice| dice.up_to(60_000);
    paid_on: i32 = |dice| DAYS.0 + dice.up_to(i64::from(DAYS.1 - DAYS.0)) as i32;
    seconds: i32 = |dice| dice.up_to(40) as i32 * 1800;
    paid: RowPaid = |dice| if dice.one_in(4) { RowPaid::Gross } else { RowPaid::Paye };
    tax_code: RowTaxCode = |dice| {
        let text = ["1257L", "1257L", "BR", "0T M1", "S1257L", "K100"][dice.up_to(6) as usize];
        RowTaxCode::read(text).unwrap_or(RowTaxCode::STANDARD)
    };
    nation: RowNation = |dice| {
        [RowNation::England, RowNation::Wales, RowNation::Scotland, RowNation::NorthernIreland][dice.up_to(4) as usize]
    };
    age: u8 = |dice| 16 + dice.up_to(70) as u8;
    wages: i64 = |dice| if dice.one_in(3) { 0 } else { dice.up_to(6_000_000) };
    other_pay: i64 = |dice| if dice.one_in(2) { 0 } else { dice.up_to(400_000) };
    universal_credit_first_day: u8 = |dice| if dice.one_in(4) { 0 } else { 1 + dice.up_to(31) as u8 };
    universal_credit_maximum: i64 = |dice| 30_000 + dice.up_to(200_000);
    universal_credit_work_allowance: RowWorkAllowance = |dice| {
        [RowWorkAllowance::None, RowWorkAllowance::WithHousing, RowWorkAllowance::WithoutHousing][dice.up_to(3) as usize]
    };
    universal_credit_other_earnings: i64 = |dice| if dice.one_in(2) { 0 } else { dice.up_to(150_000) };
    universal_credit_cap: RowBenefitCap = |dice| {
        if dice.one_in(3) { RowBenefitCap::SingleOutsideLondon } else { RowBenefitCap::Exempt }
    };
    carer: RowCarer = |dice| {
        [RowCarer::None, RowCarer::None, RowCarer::AllowanceForWeek, RowCarer::AllowanceOneOff][dice.up_to(4) as usize]
    };
    carer_other_weekly: i64 = |dice| dice.up_to(25_000);
    esa: Option<RowEsaKind> = |dice| if dice.one_in(5) { Some(RowEsaKind::NewStyle) } else { None };
    esa_weekly: i64 = |_| 13_845;
    housing_weekly: i64 = |dice| if dice.one_in(6) { 9_000 } else { 0 };
    housing_other_weekly: i64 = |dice| dice.up_to(5_000);
}

impl Columns {
    /// No cap binds somebody whom a benefit keeps outside it.
    fn fit(&mut self) {
        for ((cap, carer), esa) in self.universal_credit_cap.iter_mut().zip(&self.carer).zip(&self.esa) {
            if *carer != RowCarer::None || esa.is_some() {
                *cap = RowBenefitCap::Exempt;
            }
        }
    }
}

/// A small generator of numbers that look random.
struct Dice(u64);

impl Dice {
    fn up_to(&mut self, bound: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as i64 % bound.max(1)
    }

    fn one_in(&mut self, times: i64) -> bool {
        self.up_to(times) == 0
    }
}
