//! Rules on the life cycle of certifications.

use super::super::problem::{Address, Kind};
use super::{Findings, Judged};
use crate::model::Lifecycle;

pub(super) fn retirement(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    for (item, certification) in collection.certifications.iter().enumerate() {
        let own = Address::of(Kind::Certification, item);
        let ends = matches!(
            certification.status,
            Lifecycle::Retired | Lifecycle::Retiring
        );
        if certification.status == Lifecycle::Retired && certification.retired_on.is_none() {
            findings.add(
                own.at("status"),
                format!("{} is retired, without the date", certification.id),
                "say since when with retired_on = \"YYYY-MM-DD\"",
            );
        }
        if certification.retired_on.is_some() && !ends {
            findings.add(
                own.at("retired_on"),
                format!("{} has an end date, and is not retired", certification.id),
                "set status = \"retired\" or \"retiring\", or remove the date",
            );
        }
        for (position, instead) in certification.instead.iter().enumerate() {
            let replacement = judged.known.lifecycle(&instead.certification);
            if replacement == Some(Lifecycle::Retired) {
                findings.add(
                    own.at("instead").at(position).at("certification"),
                    format!("\"{}\" is retired itself", instead.certification),
                    "name one that can still be earned",
                );
            }
        }
    }
}
