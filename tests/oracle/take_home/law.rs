//! The figures of the law from April 2022 to April 2027, typed in from the yearly orders: amounts in pence.

use super::day::{Day, day};
use super::penny::{Pence, part, whole};

type Dated<T> = [((i64, i64, i64), T)];

/// The value that holds on a day: the last that started on or before it.
pub fn on<T: Copy>(table: &Dated<T>, at: Day) -> T {
    table
        .iter()
        .rfind(|((year, month, of_month), _)| day(*year, *month, *of_month) <= at)
        .unwrap_or_else(|| panic!("no figure on {at}"))
        .1
}

/// An amount on a day.
pub fn amount(table: &Dated<i64>, at: Day) -> Pence {
    whole(on(table, at))
}

/// A rate in hundredths of a percent, as a fraction.
pub fn rate(table: &Dated<i64>, at: Day) -> Pence {
    part(on(table, at), 10_000)
}

pub const PERSONAL_ALLOWANCE: i64 = 12_570_00;
pub const TAPER_START: i64 = 100_000_00;
pub const TRADING_ALLOWANCE: i64 = 1_000_00;

/// Income tax outside Scotland in the tax year that starts in `year`: up to so much of taxable income, at so many percent.
/// Sources: Income Tax Act 2007 section 10; Finance Act 2021 sections 1 and 5; Finance Act 2023 (additional rate from 125,140).
pub fn bands(year: i64, scottish: bool) -> Vec<(Option<i64>, i64)> {
    if !scottish {
        let additional = if year < 2023 { 150_000 } else { 125_140 };
        return vec![(Some(37_700), 20), (Some(additional), 40), (None, 45)];
    }
    // The Scottish rate resolutions of each year.
    match year {
        2022 => vec![(Some(2_162), 19), (Some(13_118), 20), (Some(31_092), 21), (Some(150_000), 41), (None, 46)],
        2023 => vec![(Some(2_162), 19), (Some(13_118), 20), (Some(31_092), 21), (Some(125_140), 42), (None, 47)],
        2024 => {
            vec![(Some(2_306), 19), (Some(13_991), 20), (Some(31_092), 21), (Some(62_430), 42), (Some(125_140), 45), (None, 48)]
        }
        2025 => {
            vec![(Some(2_827), 19), (Some(14_921), 20), (Some(31_092), 21), (Some(62_430), 42), (Some(125_140), 45), (None, 48)]
        }
        2026 => {
            vec![(Some(3_967), 19), (Some(16_956), 20), (Some(31_092), 21), (Some(62_430), 42), (Some(125_140), 45), (None, 48)]
        }
        _ => panic!("no bands for {year}"),
    }
}

pub const PRIMARY_WEEKLY: &Dated<i64> = &[((2022, 4, 6), 190_00), ((2022, 7, 6), 242_00)];
pub const PRIMARY_MONTHLY: &Dated<i64> = &[((2022, 4, 6), 823_00), ((2022, 7, 6), 1_048_00)];
pub const UPPER_WEEKLY: i64 = 967_00;
pub const UPPER_MONTHLY: i64 = 4_189_00;
pub const MAIN: &Dated<i64> = &[((2022, 4, 6), 13_25), ((2022, 11, 6), 12_00), ((2024, 1, 6), 10_00), ((2024, 4, 6), 8_00)];
pub const ADDITIONAL: &Dated<i64> = &[((2022, 4, 6), 3_25), ((2022, 11, 6), 2_00)];
/// Class 4 by tax year: lower limit, main rate, additional rate; the upper limit has not changed.
pub const CLASS_4: &Dated<(i64, i64, i64)> =
    &[((2022, 4, 6), (11_908_00, 9_73, 2_73)), ((2023, 4, 6), (12_570_00, 9_00, 2_00)), ((2024, 4, 6), (12_570_00, 6_00, 2_00))];
pub const CLASS_4_UPPER: i64 = 50_270_00;
/// Class 2 a week, and the profits from which it was compulsory; abolished from April 2024.
pub const CLASS_2: &Dated<Option<(i64, i64)>> =
    &[((2022, 4, 6), Some((3_15, 11_908_00))), ((2023, 4, 6), Some((3_45, 12_570_00))), ((2024, 4, 6), None)];
/// Student loans by tax year: plans 1, 2, 4 and 5 (whose repayments started in April 2026), and postgraduate loans.
pub const LOANS: &Dated<[Option<i64>; 5]> = &[
    ((2022, 4, 6), [Some(20_195_00), Some(27_295_00), Some(25_375_00), None, Some(21_000_00)]),
    ((2023, 4, 6), [Some(22_015_00), Some(27_295_00), Some(27_660_00), None, Some(21_000_00)]),
    ((2024, 4, 6), [Some(24_990_00), Some(27_295_00), Some(31_395_00), None, Some(21_000_00)]),
    ((2025, 4, 6), [Some(26_065_00), Some(28_470_00), Some(32_745_00), None, Some(21_000_00)]),
    ((2026, 4, 6), [Some(26_900_00), Some(29_385_00), Some(33_795_00), Some(25_000_00), Some(21_000_00)]),
];

/// Universal Credit from the uprating Monday of each year: both work allowances, the four standard allowances (single, couple; under 25,
/// from 25), limited capability with and without activity, carer, child, first child born before 2017.
#[derive(Debug, Clone, Copy)]
pub struct Award {
    pub work_allowances: [i64; 2],
    pub singles: [i64; 2],
    pub couples: [i64; 2],
    pub limited: i64,
    pub activity: i64,
    pub activity_new: i64,
    pub carer: i64,
    pub child: i64,
    pub first_child: i64,
}

pub const AWARDS: &Dated<Award> = &[
    (
        (2022, 4, 11),
        Award {
            work_allowances: [344_00, 573_00],
            singles: [265_31, 334_91],
            couples: [416_45, 525_72],
            limited: 132_89,
            activity: 354_28,
            activity_new: 0,
            carer: 168_81,
            child: 244_58,
            first_child: 290_00,
        },
    ),
    (
        (2023, 4, 10),
        Award {
            work_allowances: [379_00, 631_00],
            singles: [292_11, 368_74],
            couples: [458_51, 578_82],
            limited: 146_31,
            activity: 390_06,
            activity_new: 0,
            carer: 185_86,
            child: 269_58,
            first_child: 315_00,
        },
    ),
    (
        (2024, 4, 8),
        Award {
            work_allowances: [404_00, 673_00],
            singles: [311_68, 393_45],
            couples: [489_23, 617_60],
            limited: 156_11,
            activity: 416_19,
            activity_new: 0,
            carer: 198_31,
            child: 287_92,
            first_child: 333_33,
        },
    ),
    (
        (2025, 4, 7),
        Award {
            work_allowances: [411_00, 684_00],
            singles: [316_98, 400_14],
            couples: [497_55, 628_10],
            limited: 158_76,
            activity: 423_27,
            activity_new: 0,
            carer: 201_68,
            child: 292_81,
            first_child: 339_00,
        },
    ),
    (
        (2026, 4, 6),
        Award {
            work_allowances: [427_00, 710_00],
            singles: [338_58, 424_90],
            couples: [528_34, 666_97],
            limited: 158_76,
            activity: 429_80,
            activity_new: 217_26,
            carer: 209_34,
            child: 303_94,
            first_child: 351_88,
        },
    ),
];

/// The benefit cap of a month: single and others outside London, single and others in London.
pub const CAPS: &Dated<[i64; 4]> =
    &[((2022, 4, 6), [1_116_67, 1_666_67, 1_284_17, 1_916_67]), ((2023, 4, 10), [1_229_42, 1_835_00, 1_413_92, 2_110_25])];

/// The minimum wage an hour from which limits are derived.
pub const LIVING_WAGE: &Dated<i64> = &[
    ((2021, 4, 1), 8_91),
    ((2022, 4, 1), 9_50),
    ((2023, 4, 1), 10_42),
    ((2024, 4, 1), 11_44),
    ((2025, 4, 1), 12_21),
    ((2026, 4, 1), 12_71),
];

/// The month's earnings from which the cap does not bind: 16 hours a week at that wage, from the day on which it rises.
pub const CAP_WAGE: &Dated<i64> = &[
    ((2021, 4, 1), 8_91),
    ((2022, 4, 1), 9_50),
    ((2023, 4, 1), 10_42),
    ((2024, 4, 1), 11_44),
    ((2025, 4, 1), 12_21),
    ((2026, 4, 1), 12_71),
];

/// From the Mondays on which benefits went up.
pub const CARERS_LIMIT: &Dated<i64> = &[
    ((2021, 4, 12), 128_00),
    ((2022, 4, 11), 132_00),
    ((2023, 4, 10), 139_00),
    ((2024, 4, 8), 151_00),
    ((2025, 4, 7), 196_00),
    ((2026, 4, 6), 204_00),
];
pub const CARERS_RATE: &Dated<i64> = &[
    ((2021, 4, 12), 67_60),
    ((2022, 4, 11), 69_70),
    ((2023, 4, 10), 76_75),
    ((2024, 4, 8), 81_90),
    ((2025, 4, 7), 83_30),
    ((2026, 4, 6), 86_45),
];
/// Carer Support Payment is uprated on Sundays.
pub const CARER_SUPPORT_LIMIT: &Dated<i64> =
    &[((2023, 11, 19), 139_00), ((2024, 4, 7), 151_00), ((2025, 4, 6), 196_00), ((2026, 4, 5), 204_00)];
pub const CARER_SUPPORT_RATE: &Dated<i64> =
    &[((2023, 11, 19), 76_75), ((2024, 4, 7), 81_90), ((2025, 4, 6), 83_30), ((2026, 4, 5), 86_45)];
/// Jobseeker's Allowance and the main rate of new-style Employment and Support Allowance: under 25, and from 25.
pub const ALLOWANCES: &Dated<[i64; 2]> = &[
    ((2022, 4, 11), [61_05, 77_00]),
    ((2023, 4, 10), [67_20, 84_80]),
    ((2024, 4, 8), [71_70, 90_50]),
    ((2025, 4, 7), [72_90, 92_05]),
    ((2026, 4, 6), [75_65, 95_55]),
];
/// The support component of Employment and Support Allowance.
pub const SUPPORT: &Dated<i64> =
    &[((2022, 4, 11), 40_60), ((2023, 4, 10), 44_70), ((2024, 4, 8), 47_70), ((2025, 4, 7), 48_50), ((2026, 4, 6), 50_35)];
