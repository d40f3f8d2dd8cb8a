//! The roles on the ways of a path, with the pay and outlook of each by its preferred reading.

use super::Named;
use super::figure::Figure;
use super::page::{Cell, Column, Entry, Row, Section, Subjects};
use super::picture::{Bar, Picture, Spread};
use super::profile::{Projected, Wages, projected, wages};
use crate::analysis::reading::Reading;
use crate::model::{Fit, Role};
use serde::Serialize;

/// A role on a way.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StopFigures {
    #[serde(flatten)]
    pub role: Named,
    /// The wages of the newest year; null where none are known.
    pub pay: Option<Wages>,
    /// The newest projection; null where none is known.
    pub outlook: Option<Projected>,
}

impl StopFigures {
    /// The newest figures of a role, by the preferred of its readings.
    pub fn of(role: &Role, readings: &[Reading]) -> Self {
        Self {
            role: Named {
                id: role.id.clone(),
                title: role.title.clone(),
            },
            pay: readings.first().and_then(wages),
            outlook: readings.first().and_then(projected),
        }
    }

    /// The ids of the publications that the figures come from.
    pub fn cited(&self) -> impl Iterator<Item = &str> {
        let pay = self.pay.iter().map(|pay| &pay.median);
        let outlook = self.outlook.iter().map(|outlook| &outlook.growth);
        let figures = pay.chain(outlook);
        figures.map(|figure| figure.origin.source.as_str())
    }
}

/// What each role pays, one a row.
pub fn pay(stops: &[StopFigures]) -> Option<Section<'_>> {
    let columns = [
        ("median", "Median a year", 0),
        ("p10", "10th percentile", 2),
        ("p25", "25th percentile", 1),
        ("p75", "75th percentile", 1),
        ("p90", "90th percentile", 2),
    ];
    let known = stops
        .iter()
        .filter_map(|stop| Some((stop, stop.pay.as_ref()?)));
    let spread = |(stop, pay): (&StopFigures, &Wages)| Spread {
        label: stop.role.title.clone(),
        p10: pay.p10.clone(),
        p25: pay.p25.clone(),
        median: pay.median.clone(),
        p75: pay.p75.clone(),
        p90: pay.p90.clone(),
    };
    let spreads: Vec<_> = known.map(spread).collect();
    let rows = stops.iter().map(|stop| {
        let of = |pay: &Wages| Measured {
            figures: [&pay.median, &pay.p10, &pay.p25, &pay.p75, &pay.p90]
                .map(Figure::clone)
                .to_vec(),
            occupation: pay.occupation.clone(),
            fit: pay.fit,
        };
        row(stop, stop.pay.as_ref().map(of), columns.len())
    });
    let rows = rows.collect();
    (!spreads.is_empty()).then(|| Section {
        picture: Some(Picture::Spreads(spreads)),
        ..section("pay", "Pay", &columns, rows)
    })
}

/// What is projected for each role, one a row.
pub fn outlook(stops: &[StopFigures]) -> Option<Section<'_>> {
    let columns = [
        ("growth", "Growth in ten years", 0),
        ("openings", "Openings a year", 0),
    ];
    let known = stops
        .iter()
        .filter_map(|stop| Some((stop, stop.outlook.as_ref()?)));
    let bar = |(stop, outlook): (&StopFigures, &Projected)| Bar {
        label: stop.role.title.clone(),
        figure: outlook.growth.clone(),
    };
    let bars: Vec<_> = known.map(bar).collect();
    let rows = stops.iter().map(|stop| {
        let of = |outlook: &Projected| Measured {
            figures: vec![outlook.growth.clone(), outlook.openings.clone()],
            occupation: outlook.occupation.clone(),
            fit: outlook.fit,
        };
        row(stop, stop.outlook.as_ref().map(of), columns.len())
    });
    let rows = rows.collect();
    (!bars.is_empty()).then(|| Section {
        picture: Some(Picture::Bars(bars)),
        ..section("outlook", "Outlook", &columns, rows)
    })
}

/// Figures of one occupation and period, for a row.
struct Measured {
    figures: Vec<Figure>,
    occupation: String,
    fit: Fit,
}

fn row<'a>(stop: &'a StopFigures, measured: Option<Measured>, figures: usize) -> Row<'a> {
    let entries = match measured {
        None => vec![Entry::plain("unknown"); figures + 2],
        Some(measured) => {
            let period = measured.figures.first().and_then(Figure::period_text);
            let mark = if measured.fit.is_stand_in() {
                " (stand-in)"
            } else {
                ""
            };
            let figures = measured.figures.into_iter();
            let mut entries: Vec<_> = figures
                .map(|figure| Entry::of(figure.text(), figure))
                .collect();
            entries.push(Entry::plain(period.unwrap_or_else(|| "undated".to_owned())));
            entries.push(Entry::plain(format!("{}{mark}", measured.occupation)));
            entries
        }
    };
    Row::alone(
        stop.role.id.clone(),
        stop.role.title.clone(),
        entries.into_iter().map(Cell::one).collect(),
    )
}

fn section<'a>(
    id: &str,
    title: &str,
    columns: &[(&str, &str, u8)],
    rows: Vec<Row<'a>>,
) -> Section<'a> {
    let mut columns = Column::all(columns);
    columns.push(Column::new("period", "Period"));
    columns.push(Column::new("occupation", "Measured by"));
    Section {
        picture: None,
        id: id.to_owned(),
        title: title.to_owned(),
        subjects: Subjects::Rows,
        columns,
        rows,
    }
}
