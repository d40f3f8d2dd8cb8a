//! Certifications laid out together, a row each, and what they come to.

use super::{Certifications, Described, Sort, Totals};
use crate::model::{Label, Lifecycle};
use crate::report::fees::ExamFees;
use crate::report::figure::grouped;
use crate::report::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use crate::report::sentence::{and, list};

pub fn together(report: &Certifications) -> Page<'_> {
    let certifications = &report.certifications;
    let retired = |described: &Described| described.status == Lifecycle::Retired;
    let mut columns = Column::all(&[
        ("name", "Name", 3),
        ("issuer", "Issuer", 1),
        ("level", "Level", 2),
        ("status", "Status", 0),
        ("fee", "Exam fee", 0),
        ("validity", "Valid for", 0),
        ("roles", "Listed for", 4),
    ]);
    let instead = certifications.iter().any(retired);
    if instead {
        // Where nothing can be earned any more, what is taken today is the answer.
        let dispensable = if certifications.iter().all(retired) {
            0
        } else {
            5
        };
        columns.push(Column {
            dispensable,
            ..Column::new("instead", "Taken today")
        });
    }
    let asked = report.role.as_ref().map(|role| role.id.as_str());
    let rows = certifications.iter().map(|certification| {
        let mut cells = vec![
            Cell::one(Entry::plain(&certification.name)),
            Cell::one(Entry::plain(&certification.issuer)),
            Cell::one(Entry::plain(certification.level_text())),
            Cell::one(certification.status_entry()),
            certification.fees(),
            certification.validity(),
            certification.roles(asked),
        ];
        if instead {
            cells.push(taken_today(certification));
        }
        Row::alone(certification.id.clone(), certification.id.clone(), cells)
    });
    let section = Section {
        picture: None,
        id: "certifications".to_owned(),
        title: "Certification".to_owned(),
        subjects: Subjects::Rows,
        columns: Column::qualified(columns, "status"),
        rows: rows.collect(),
    };
    let count = match certifications.len() {
        0 => "No certification fits".to_owned(),
        1 => "One certification".to_owned(),
        many => format!("{many} certifications"),
    };
    let whose = report.role.as_ref().map_or_else(String::new, |role| {
        let verb = if certifications.is_empty() {
            "among those listed for"
        } else {
            "listed for"
        };
        format!(" {verb} {}", role.title)
    });
    let order = match report.sort {
        Some(sort) if sort != Sort::Status && certifications.len() > 1 => {
            format!(", by {}", sort.label())
        }
        _ => String::new(),
    };
    let sections = if certifications.is_empty() {
        Vec::new()
    } else {
        vec![section]
    };
    let lead = report
        .totals
        .as_ref()
        .filter(|_| !certifications.is_empty());
    Page {
        title: format!("{count}{whose}{order}"),
        lead: lead.map_or_else(Vec::new, sentences),
        sections,
        remarks: if instead {
            vec!["Taken today: `roles certs` with the id of a retired one says why, and whose reading that is.".to_owned()]
        } else {
            Vec::new()
        },
        graph: None,
    }
}

/// What may be taken in place of a retired one, by its short name; why is told where it stands alone.
fn taken_today(certification: &Described) -> Cell<'_> {
    let named = certification.instead.iter();
    let named = named.map(|other| Entry::plain(&other.short));
    Cell {
        entries: named.collect(),
    }
}

fn sentences(totals: &Totals) -> Vec<String> {
    let counted = [
        (totals.active, "active"),
        (totals.retiring, "retiring"),
        (totals.retired, "retired"),
        (totals.unknown, "of unknown status"),
    ];
    let counted = counted.into_iter().filter(|(count, _)| *count > 0);
    let mut counted: Vec<_> = counted
        .map(|(count, how)| format!("{count} {how}"))
        .collect();
    match totals.degrees {
        0 => {}
        1 => counted.push("one a degree, not a certification".to_owned()),
        many => counted.push(format!("{many} degrees, not certifications")),
    }
    let by_status = format!("By status: {}.", list(&counted, ", ", ", "));
    let fees = totals.exam_fees.as_ref().and_then(fees);
    std::iter::once(by_status).chain(fees).collect()
}

/// What the exams cost, when that was read, and what is not in the sum. None where nothing is active.
fn fees(fees: &ExamFees) -> Option<String> {
    let mut left_out = Vec::new();
    if !fees.unknown.is_empty() {
        let (ids, verb) = (
            and(&fees.unknown),
            if fees.unknown.len() == 1 { "is" } else { "are" },
        );
        left_out.push(format!(
            "the exam fees of {} ({ids}) {verb} unknown",
            fees.unknown.len()
        ));
    }
    if !fees.monthly.is_empty() {
        let verb = if fees.monthly.len() == 1 { "is" } else { "are" };
        left_out.push(format!("{} {verb} paid by the month", and(&fees.monthly)));
    }
    let left_out = |before: &str| match left_out.as_slice() {
        [] => String::new(),
        some => format!("{before}{}", some.join("; ")),
    };
    let Some(value) = fees.value else {
        let text = left_out("Of the active ones, ");
        return (!text.is_empty()).then(|| format!("{text}."));
    };
    let about = if fees.approximate { "about " } else { "" };
    let read = match (&fees.read_from, &fees.read_to) {
        (Some(from), Some(to)) if from == to => format!(", read {from}"),
        (Some(from), Some(to)) => format!(", read between {from} and {to}"),
        _ => String::new(),
    };
    let undated = match fees.undated.as_slice() {
        [] => String::new(),
        ids => format!(", undated for {}", and(ids)),
    };
    let what = match fees.counted.len() {
        1 => "The exam of the one active certification with a known fee costs".to_owned(),
        many => format!("The exams of the {many} active certifications with a known fee cost"),
    };
    Some(format!(
        "{what} {about}${} in all, at the lowest price for non-members{read}{undated}{}.",
        grouped(f64::from(value)),
        left_out("; ")
    ))
}
