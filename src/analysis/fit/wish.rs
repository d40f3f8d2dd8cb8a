//! What a person can wish for.

use crate::model::label::vocabulary;

vocabulary! {
    /// What is judged, in the order in which it is shown.
    Wish {
        Education = "education", "education";
        Years = "years", "years";
        Certifications = "certifications", "certifications";
        Skills = "skills", "skills";
        Pay = "least-pay", "least pay";
        Growth = "growth", "growth";
        People = "manage-people", "managing people";
        Technical = "stay-technical", "staying technical";
        Customers = "work-with-customers", "work with customers";
        Work = "prefers-work", "kind of work";
        Lead = "prefers-lead", "what to lead";
    }
}
