//! Which figures belong together.

use super::bundle::{Figure, Rate, bundle};
use super::cap::CapLimits;
use super::loans::LoanThresholds;

bundle! {
    /// Income tax and student loans of a year. Thresholds are of income above the allowances.
    TaxRates {
        personal_allowance: Figure = INCOME_TAX_PERSONAL_ALLOWANCE,
        allowance_taper_start: Figure = INCOME_TAX_PERSONAL_ALLOWANCE_TAPER_START,
        trading_allowance: Figure = INCOME_TAX_TRADING_ALLOWANCE,
        basic_rate: Rate = INCOME_TAX_REST_OF_UK_BASIC_RATE,
        higher_rate: Rate = INCOME_TAX_REST_OF_UK_HIGHER_RATE,
        higher_threshold: Figure = INCOME_TAX_REST_OF_UK_HIGHER_THRESHOLD,
        additional_rate: Rate = INCOME_TAX_REST_OF_UK_ADDITIONAL_RATE,
        additional_threshold: Figure = INCOME_TAX_REST_OF_UK_ADDITIONAL_THRESHOLD,
        scottish_starter_rate: Rate = INCOME_TAX_SCOTLAND_STARTER_RATE,
        scottish_basic_rate: Rate = INCOME_TAX_SCOTLAND_BASIC_RATE,
        scottish_basic_threshold: Figure = INCOME_TAX_SCOTLAND_BASIC_THRESHOLD,
        scottish_intermediate_rate: Rate = INCOME_TAX_SCOTLAND_INTERMEDIATE_RATE,
        scottish_intermediate_threshold: Figure = INCOME_TAX_SCOTLAND_INTERMEDIATE_THRESHOLD,
        scottish_higher_rate: Rate = INCOME_TAX_SCOTLAND_HIGHER_RATE,
        scottish_higher_threshold: Figure = INCOME_TAX_SCOTLAND_HIGHER_THRESHOLD,
        scottish_fifth_rate: Rate = INCOME_TAX_SCOTLAND_FIFTH_RATE,
        scottish_fifth_threshold: Figure = INCOME_TAX_SCOTLAND_FIFTH_THRESHOLD,
        scottish_sixth_rate: Option<Rate> = INCOME_TAX_SCOTLAND_SIXTH_RATE,
        scottish_sixth_threshold: Option<Figure> = INCOME_TAX_SCOTLAND_SIXTH_THRESHOLD,
        loan_thresholds: LoanThresholds = STUDENT_LOAN_THRESHOLDS,
        loan_rate: Rate = STUDENT_LOAN_RATE,
        postgraduate_loan_rate: Rate = STUDENT_LOAN_POSTGRADUATE_RATE,
    }
}

bundle! {
    /// National Insurance at a time.
    InsuranceRates {
        primary_threshold_weekly: Figure = NATIONAL_INSURANCE_CLASS_1_PRIMARY_THRESHOLD_WEEKLY,
        upper_limit_weekly: Figure = NATIONAL_INSURANCE_CLASS_1_UPPER_LIMIT_WEEKLY,
        primary_threshold_monthly: Figure = NATIONAL_INSURANCE_CLASS_1_PRIMARY_THRESHOLD_MONTHLY,
        upper_limit_monthly: Figure = NATIONAL_INSURANCE_CLASS_1_UPPER_LIMIT_MONTHLY,
        main_rate: Rate = NATIONAL_INSURANCE_CLASS_1_MAIN_RATE,
        additional_rate: Rate = NATIONAL_INSURANCE_CLASS_1_ADDITIONAL_RATE,
        class_2_rate: Figure = NATIONAL_INSURANCE_CLASS_2_COMPULSORY_RATE,
        class_2_threshold: Figure = NATIONAL_INSURANCE_CLASS_2_LOWER_PROFITS_THRESHOLD,
        class_4_lower_limit: Figure = NATIONAL_INSURANCE_CLASS_4_LOWER_LIMIT,
        class_4_upper_limit: Figure = NATIONAL_INSURANCE_CLASS_4_UPPER_LIMIT,
        class_4_main_rate: Rate = NATIONAL_INSURANCE_CLASS_4_MAIN_RATE,
        class_4_additional_rate: Rate = NATIONAL_INSURANCE_CLASS_4_ADDITIONAL_RATE,
    }
}

bundle! {
    /// Universal Credit in assessment periods that start at a time.
    UniversalCreditRates {
        taper: Rate = UNIVERSAL_CREDIT_TAPER,
        work_allowance_with_housing: Figure = UNIVERSAL_CREDIT_WORK_ALLOWANCE_WITH_HOUSING,
        work_allowance_without_housing: Figure = UNIVERSAL_CREDIT_WORK_ALLOWANCE_WITHOUT_HOUSING,
        single_under_25: Figure = UNIVERSAL_CREDIT_STANDARD_ALLOWANCE_SINGLE_UNDER_25,
        single_25_and_over: Figure = UNIVERSAL_CREDIT_STANDARD_ALLOWANCE_SINGLE_25_AND_OVER,
        couple_both_under_25: Figure = UNIVERSAL_CREDIT_STANDARD_ALLOWANCE_COUPLE_BOTH_UNDER_25,
        couple_one_25_and_over: Figure = UNIVERSAL_CREDIT_STANDARD_ALLOWANCE_COUPLE_ONE_25_AND_OVER,
        limited_for_work: Option<Figure> = UNIVERSAL_CREDIT_WORK_ELEMENT,
        limited_for_activity: Figure = UNIVERSAL_CREDIT_WORK_RELATED_ACTIVITY_ELEMENT_PROTECTED,
        limited_for_activity_new: Option<Figure> = UNIVERSAL_CREDIT_WORK_RELATED_ACTIVITY_ELEMENT_NEW_CLAIMANTS,
        carer_element: Figure = UNIVERSAL_CREDIT_CARER_ELEMENT,
        child_element: Figure = UNIVERSAL_CREDIT_CHILD_ELEMENT,
        first_child_born_before_2017: Figure = UNIVERSAL_CREDIT_CHILD_ELEMENT_FIRST_BORN_BEFORE_2017,
        capital_limit: Figure = UNIVERSAL_CREDIT_CAPITAL_LIMIT,
        tariff_threshold: Figure = UNIVERSAL_CREDIT_TARIFF_INCOME_THRESHOLD,
        tariff_amount: Figure = UNIVERSAL_CREDIT_TARIFF_INCOME_AMOUNT,
        tariff_step: Figure = UNIVERSAL_CREDIT_TARIFF_INCOME_STEP,
        cap: CapLimits = BENEFIT_CAP_MONTHLY,
        cap_earnings_exception: Figure = BENEFIT_CAP_EARNINGS_EXCEPTION_MONTHLY,
        carers_allowance: Figure = CARERS_ALLOWANCE_RATE,
        carer_support: Option<Figure> = CARER_SUPPORT_PAYMENT_RATE,
        esa_under_25: Option<Figure> = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_NEW_STYLE_ALLOWANCE_UNDER_25,
        esa_25_and_over: Option<Figure> = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_NEW_STYLE_ALLOWANCE_25_AND_OVER,
        esa_support: Option<Figure> = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_SUPPORT_COMPONENT,
        jsa_under_25: Option<Figure> = JOBSEEKERS_ALLOWANCE_NEW_STYLE_RATE_UNDER_25,
        jsa_25_and_over: Option<Figure> = JOBSEEKERS_ALLOWANCE_NEW_STYLE_RATE_25_AND_OVER,
    }
}

bundle! {
    /// Carer's Allowance in a week that starts at a time.
    CarerRates {
        earnings_limit: Figure = CARERS_ALLOWANCE_EARNINGS_LIMIT,
        rate: Figure = CARERS_ALLOWANCE_RATE,
        pension_deduction: Rate = CARERS_ALLOWANCE_PENSION_DEDUCTION,
    }
}

bundle! {
    /// Carer Support Payment in a week that starts at a time.
    CarerSupportRates {
        earnings_limit: Figure = CARER_SUPPORT_PAYMENT_EARNINGS_LIMIT,
        rate: Figure = CARER_SUPPORT_PAYMENT_RATE,
        pension_deduction: Rate = CARER_SUPPORT_PAYMENT_PENSION_DEDUCTION,
    }
}

bundle! {
    /// What work Employment and Support Allowance permits in a week that starts at a time.
    PermittedWorkRates {
        lower_limit: Figure = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_PERMITTED_WORK_LOWER_LIMIT,
        higher_limit: Figure = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_PERMITTED_WORK_HIGHER_LIMIT,
        hours_below: Figure = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_PERMITTED_WORK_HOURS_BELOW,
        pension_deduction: Rate = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_PENSION_DEDUCTION,
    }
}

bundle! {
    /// What Employment and Support Allowance pays in a week that starts at a time.
    EsaRates {
        new_style_under_25: Figure = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_NEW_STYLE_ALLOWANCE_UNDER_25,
        new_style_25_and_over: Figure = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_NEW_STYLE_ALLOWANCE_25_AND_OVER,
        income_related_under_25: Figure = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_INCOME_RELATED_ALLOWANCE_UNDER_25,
        income_related_25_and_over: Figure = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_INCOME_RELATED_ALLOWANCE_25_AND_OVER,
        support_component: Figure = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_SUPPORT_COMPONENT,
    }
}

bundle! {
    /// How Jobseeker's Allowance counts work in a week that starts at a time.
    JobseekerRules {
        earnings_disregard: Figure = JOBSEEKERS_ALLOWANCE_CONTRIBUTION_BASED_EARNINGS_DISREGARD,
        hours_below: Figure = JOBSEEKERS_ALLOWANCE_NEW_STYLE_HOURS_BELOW,
        pension_deduction: Rate = JOBSEEKERS_ALLOWANCE_NEW_STYLE_PENSION_DEDUCTION,
    }
}

bundle! {
    /// What Jobseeker's Allowance pays in a week that starts at a time.
    JobseekerRates {
        under_25: Figure = JOBSEEKERS_ALLOWANCE_NEW_STYLE_RATE_UNDER_25,
        from_25: Figure = JOBSEEKERS_ALLOWANCE_NEW_STYLE_RATE_25_AND_OVER,
    }
}

bundle! {
    /// Housing Benefit in a week that starts at a time.
    HousingRates {
        disregard_single: Figure = HOUSING_BENEFIT_DISREGARD_SINGLE,
        disregard_couple: Figure = HOUSING_BENEFIT_DISREGARD_COUPLE,
        disregard_lone_parent: Figure = HOUSING_BENEFIT_DISREGARD_LONE_PARENT,
        disregard_special: Figure = HOUSING_BENEFIT_DISREGARD_SPECIAL,
        permitted_work: Figure = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_PERMITTED_WORK_HIGHER_LIMIT,
        taper: Rate = HOUSING_BENEFIT_TAPER,
        pension_deduction: Rate = HOUSING_BENEFIT_PENSION_DEDUCTION,
    }
}

bundle! {
    /// Pension Credit in a week that starts at a time.
    PensionCreditRates {
        disregard_single: Figure = PENSION_CREDIT_DISREGARD_SINGLE,
        disregard_couple: Figure = PENSION_CREDIT_DISREGARD_COUPLE,
        disregard_higher: Figure = PENSION_CREDIT_DISREGARD_HIGHER,
        pension_deduction: Rate = PENSION_CREDIT_PENSION_DEDUCTION,
    }
}
