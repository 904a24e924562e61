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
    (
        "carers_allowance_limit",
        "Social Security (Invalid Care Allowance) Regulations 1976, regulation 8",
        "Social Security (Invalid Care Allowance) Regulations (Northern Ireland) 1976, regulation 8",
    ),
    (
        "carers_allowance_one_off",
        "Social Security Benefit (Computation of Earnings) Regulations 1996, regulation 6(2)(b)",
        "Social Security Benefit (Computation of Earnings) Regulations (Northern Ireland) 1996, regulation 6(2)(b)",
    ),
    (
        "carers_allowance_care",
        "Social Security Benefit (Computation of Earnings) Regulations 1996, regulation 10(3) and Schedule 3",
        "Social Security Benefit (Computation of Earnings) Regulations (Northern Ireland) 1996, regulation 10(3) and Schedule 3",
    ),
    (
        "carer_support_limit",
        "Carer's Assistance (Carer Support Payment) (Scotland) Regulations 2023, regulation 14",
        "Carer's Assistance (Carer Support Payment) (Scotland) Regulations 2023, regulation 14",
    ),
    (
        "carer_support_earnings",
        "Carer's Assistance (Carer Support Payment) (Scotland) Regulations 2023, schedule 2",
        "Carer's Assistance (Carer Support Payment) (Scotland) Regulations 2023, schedule 2",
    ),
    (
        "carer_support_care",
        "Carer's Assistance (Carer Support Payment) (Scotland) Regulations 2023, schedule 2, paragraphs 9 and 15",
        "Carer's Assistance (Carer Support Payment) (Scotland) Regulations 2023, schedule 2, paragraphs 9 and 15",
    ),
    (
        "esa_permitted_work",
        "Employment and Support Allowance Regulations 2013, regulation 39 (new-style); Employment and Support Allowance Regulations 2008, \
         regulation 45 (legacy)",
        "Employment and Support Allowance Regulations (Northern Ireland) 2016, regulation 39 (new-style); Employment and Support Allowance \
         Regulations (Northern Ireland) 2008, regulation 45 (legacy)",
    ),
    (
        "esa_amount",
        "Employment and Support Allowance Regulations 2013, regulation 62 (new-style); Employment and Support Allowance Regulations 2008, \
         regulation 67 and Schedule 4 (legacy)",
        "Employment and Support Allowance Regulations (Northern Ireland) 2016 (new-style); Employment and Support Allowance Regulations \
         (Northern Ireland) 2008, regulation 67 and Schedule 4 (legacy)",
    ),
    (
        "jobseekers_amount",
        "Jobseeker's Allowance Regulations 2013, regulation 49",
        "Jobseeker's Allowance Regulations (Northern Ireland) 2016, regulation 49",
    ),
    (
        "jobseekers_earnings",
        "Jobseeker's Allowance Regulations 2013, regulations 50 and 54 to 59",
        "Jobseeker's Allowance Regulations (Northern Ireland) 2016, regulations 50 and 54 to 59",
    ),
    (
        "jobseekers_hours",
        "Jobseeker's Allowance Regulations 2013, regulation 42",
        "Jobseeker's Allowance Regulations (Northern Ireland) 2016, regulation 42",
    ),
    (
        "housing_benefit_disregard",
        "Housing Benefit Regulations 2006, Schedule 4",
        "Housing Benefit Regulations (Northern Ireland) 2006, Schedule 5",
    ),
    (
        "housing_benefit_taper",
        "Housing Benefit Regulations 2006, regulation 71",
        "Housing Benefit Regulations (Northern Ireland) 2006",
    ),
    (
        "pension_credit_disregard",
        "State Pension Credit Regulations 2002, Schedule VI",
        "State Pension Credit Regulations (Northern Ireland) 2003, Schedule 6",
    ),
    (
        "pension_credit_income",
        "State Pension Credit Act 2002, section 2",
        "State Pension Credit Act (Northern Ireland) 2002, section 2",
    ),
];

const INCOME_TAX: &str = "Income Tax Act 2007, sections 6 to 12, 23 and 35";
const TRADING_ALLOWANCE: &str = "Income Tax (Trading and Other Income) Act 2005, part 6A, chapter 1 (sections 783A to 783AR)";
const PAYE: &str = "Income Tax (Pay As You Earn) Regulations 2003 (SI 2003/2682), regulations 2, 15 and 21 to 28";
const TAX_TABLES: &str =
    "Income Tax (Pay As You Earn) Regulations 2003 (SI 2003/2682), regulation 7, and the tax office's tables A (pay adjustment)";
