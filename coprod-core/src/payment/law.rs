//! Which law a rule follows, as it is cited where the person lives.

use super::person::Nation;

/// The citation of the law called `key` for somebody who lives in `nation`; none for an empty or unknown key.
pub(in crate::payment) fn citation(key: &str, nation: Nation) -> Option<&'static str> {
    let (_, great_britain, northern_ireland) = CITATIONS.iter().find(|(known, ..)| *known == key)?;
    Some(if nation == Nation::NorthernIreland { northern_ireland } else { great_britain })
}

/// Key, Great Britain (or the whole United Kingdom), Northern Ireland.
const CITATIONS: &[(&str, &str, &str)] = &[
    ("income_tax", INCOME_TAX, INCOME_TAX),
    (
        "scottish_income_tax",
        "Scotland Act 1998, section 80C, and the year's Scottish rate resolution",
        "Scotland Act 1998, section 80C, and the year's Scottish rate resolution",
    ),
    ("trading_allowance", TRADING_ALLOWANCE, TRADING_ALLOWANCE),
    ("pension_relief", "Finance Act 2004, section 193", "Finance Act 2004, section 193"),
    (
        "taxed_benefits",
        "Income Tax (Earnings and Pensions) Act 2003, sections 657 to 660",
        "Income Tax (Earnings and Pensions) Act 2003, sections 657 to 660",
    ),
    ("paye", PAYE, PAYE),
    ("tax_tables", TAX_TABLES, TAX_TABLES),
    (
        "class_1",
        "Social Security Contributions and Benefits Act 1992, sections 6 and 8; Social Security (Contributions) Regulations 2001 \
         (SI 2001/1004), regulations 11 and 12",
        "Social Security Contributions and Benefits (Northern Ireland) Act 1992, sections 6 and 8; Social Security (Contributions) \
         Regulations 2001 (SI 2001/1004), regulations 11 and 12",
    ),
    (
        "class_2",
        "Social Security Contributions and Benefits Act 1992, section 11",
        "Social Security Contributions and Benefits (Northern Ireland) Act 1992, section 11",
    ),
    (
        "class_4",
        "Social Security Contributions and Benefits Act 1992, section 15",
        "Social Security Contributions and Benefits (Northern Ireland) Act 1992, section 15",
    ),
    (
        "student_loan",
        "Education (Student Loans) (Repayment) Regulations 2009 (SI 2009/470), part 4; in Scotland Repayment of Student Loans (Scotland) \
         Regulations 2000 (SSI 2000/110)",
        "Education (Student Loans) (Repayment) Regulations (Northern Ireland) 2009 (SR 2009/128), part 4",
    ),
    ("uc_award", "Welfare Reform Act 2012, section 8", "Welfare Reform (Northern Ireland) Order 2015, article 13"),
    (
        "uc_elements",
        "Universal Credit Regulations 2013, regulations 24 to 36",
        "Universal Credit Regulations (Northern Ireland) 2016, regulations 25 to 38",
    ),
    (
        "uc_deduction",
        "Universal Credit Regulations 2013, regulation 22",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 23",
    ),
    (
        "uc_capital",
        "Universal Credit Regulations 2013, regulation 18",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 18",
    ),
    (
        "uc_earnings_date",
        "Universal Credit Regulations 2013, regulations 54 and 61",
        "Universal Credit Regulations (Northern Ireland) 2016, regulations 53 and 62",
    ),
    (
        "uc_repaid_tax",
        "Universal Credit Regulations 2013, regulation 55",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 55",
    ),
    (
        "uc_surplus",
        "Universal Credit Regulations 2013, regulation 54A",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 54",
    ),
    (
        "uc_floor",
        "Universal Credit Regulations 2013, regulation 62",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 63",
    ),
    (
        "uc_unearned",
        "Universal Credit Regulations 2013, regulation 66",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 66",
    ),
    (
        "uc_tariff",
        "Universal Credit Regulations 2013, regulation 72",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 72",
    ),
    (
        "uc_monthly",
        "Universal Credit Regulations 2013, regulation 73",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 73",
    ),
    (
        "uc_cap",
        "Universal Credit Regulations 2013, regulations 79 to 81",
        "Universal Credit Regulations (Northern Ireland) 2016, regulations 79 to 81",
    ),
    (
        "uc_cap_earnings",
        "Universal Credit Regulations 2013, regulation 82",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 82",
    ),
];

const INCOME_TAX: &str = "Income Tax Act 2007, sections 6 to 12, 23 and 35";
const TRADING_ALLOWANCE: &str = "Income Tax (Trading and Other Income) Act 2005, part 6A, chapter 1 (sections 783A to 783AR)";
const PAYE: &str = "Income Tax (Pay As You Earn) Regulations 2003 (SI 2003/2682), regulations 2, 15 and 21 to 28";
const TAX_TABLES: &str =
    "Income Tax (Pay As You Earn) Regulations 2003 (SI 2003/2682), regulation 7, and the tax office's tables A (pay adjustment)";
