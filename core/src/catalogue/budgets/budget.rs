//! `AWS::Budgets::Budget`.
//!
//! A budget tells; by itself it stops nothing:
//! <https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html>

use crate::catalogue::{Category, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Budgets::Budget",
    word: "budget",
    label: "Budget",
    stem: "Budget",
    summary: "How much may be spent in a month or a year, and who is told before it is too late.",
    category: Category::Management,
    icon: include_str!("../icons/budgets-budget.svg"),
    links: &[Link::new(
        "NotificationsWithSubscribers.*.Subscribers.*.Address",
        "AWS::SNS::Topic",
        "notifies",
    )
    .with(&[(
        "NotificationsWithSubscribers.*.Subscribers.*.SubscriptionType",
        "SNS",
    )])],
    fields: &[
        Field::new(
            "Budget.BudgetLimit.Amount",
            "Amount",
            Format::Text,
            "How much may be spent, or used, in each period.",
        ),
        Field::new(
            "Budget.BudgetLimit.Unit",
            "Unit",
            Format::Text,
            "USD for costs; for usage, what is counted.",
        ),
        Field::new(
            "Budget.TimeUnit",
            "Period",
            Format::Choice(&["DAILY", "MONTHLY", "QUARTERLY", "ANNUALLY"]),
            "How long the amount is for.",
        ),
        Field::new(
            "Budget.BudgetType",
            "Type",
            Format::Choice(&[
                "COST",
                "USAGE",
                "RI_UTILIZATION",
                "RI_COVERAGE",
                "SAVINGS_PLANS_UTILIZATION",
                "SAVINGS_PLANS_COVERAGE",
            ]),
            "What is counted: money, usage, or how well reservations are used.",
        ),
        Field::new(
            "NotificationsWithSubscribers",
            "Notifications",
            Format::Json,
            "At which part of the amount, and to which addresses or topic. Put your address here.",
        ),
        Field::new(
            "Budget.CostFilters",
            "Filter",
            Format::Json,
            "What counts, such as one service or one tag; everything if this is empty.",
        ),
        Field::new(
            "Budget.BudgetName",
            "Name",
            Format::Text,
            "A fixed name. CloudFormation makes one if this is empty.",
        ),
        Field::new("ResourceTags", "Tags", Format::Json, "Names for people."),
    ],
    defaults: r#"{"Budget":{"BudgetType":"COST","TimeUnit":"MONTHLY","BudgetLimit":{"Amount":100,"Unit":"USD"}},"NotificationsWithSubscribers":[{"Notification":{"NotificationType":"ACTUAL","ComparisonOperator":"GREATER_THAN","Threshold":80,"ThresholdType":"PERCENTAGE"},"Subscribers":[{"SubscriptionType":"EMAIL","Address":"put-your-address-here@example.com"}]}]}"#,
    ..Entry::BOX
};
