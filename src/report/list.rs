//! `roles list`: every role in a line, with its newest figures.

use super::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use super::profile::{projected, wages};
use super::{Figure, Report};
use crate::analysis::reading::{Reading, readings};
use crate::catalog::{Catalog, Result};
use crate::model::{Family, Fit, Label, Level};
use serde::Serialize;

crate::model::label::vocabulary! {
    /// What a list is sorted by. Figures are sorted from high to low; what is unknown stands last.
    Sort {
        Title = "title", "title";
        Pay = "pay", "newest median pay";
        Growth = "growth", "projected growth";
        Openings = "openings", "projected openings a year";
    }
}

/// Which roles are listed, and how.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub family: Option<Family>,
    pub level: Option<Level>,
    pub sort: Option<Sort>,
}

/// The list of roles.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct List {
    /// What the roles are sorted by.
    pub sort: Sort,
    /// The roles that fit, in that order.
    pub roles: Vec<Listed>,
}

/// A role in the list.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Listed {
    /// What commands know it by.
    pub id: String,
    /// What people call it.
    pub title: String,
    pub family: Family,
    pub level: Level,
    /// The SOC 2018 code of the occupation that the preferred reading measures it by.
    pub occupation: Option<String>,
    /// The title of that occupation.
    pub occupation_title: Option<String>,
    /// How well that occupation stands for the role.
    pub fit: Option<Fit>,
    /// The newest median pay of the preferred reading.
    pub median: Option<Figure>,
    /// The newest projected growth over ten years.
    pub growth: Option<Figure>,
    /// The newest projected openings a year.
    pub openings: Option<Figure>,
}

impl List {
    /// Lists the roles that the options let through.
    pub fn of(catalog: &Catalog, options: &Options) -> Result<Self> {
        let mut roles = Vec::new();
        for id in catalog.role_ids()? {
            let role = catalog.role(&id)?;
            let let_through = options.family.is_none_or(|family| family == role.family)
                && options.level.is_none_or(|level| level == role.level);
            if !let_through {
                continue;
            }
            let readings = readings(catalog, role.measured_by)?;
            let reading = readings.first();
            let outlook = reading.and_then(projected);
            roles.push(Listed {
                id: role.id,
                title: role.title,
                family: role.family,
                level: role.level,
                occupation: reading.map(|reading| reading.occupation.soc.clone()),
                occupation_title: reading.map(|reading| reading.occupation.title.clone()),
                fit: reading.map(Reading::fit),
                median: reading.and_then(wages).map(|wages| wages.median),
                growth: outlook.as_ref().map(|outlook| outlook.growth.clone()),
                openings: outlook.map(|outlook| outlook.openings),
            });
        }
        let sort = options.sort.unwrap_or(Sort::Title);
        sort_roles(&mut roles, sort);
        Ok(Self { sort, roles })
    }
}

/// Sorts by title, then by the figure asked for; a stable sort keeps equals in the order of titles.
fn sort_roles(roles: &mut [Listed], sort: Sort) {
    let number = |figure: &Option<Figure>| Some(figure.as_ref()?.value?.0);
    let key = |role: &Listed| match sort {
        Sort::Title => None,
        Sort::Pay => number(&role.median),
        Sort::Growth => number(&role.growth),
        Sort::Openings => number(&role.openings),
    };
    roles.sort_by(|a, b| a.title.cmp(&b.title));
    roles.sort_by(|a, b| match (key(a), key(b)) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
}

fn page(roles: &[Listed], sort: Sort) -> Page<'_> {
    let columns = [
        ("title", "Title", 1),
        ("family", "Family", 2),
        ("level", "Level", 3),
        ("median", "Median pay", 0),
        ("growth", "Growth", 0),
        ("openings", "Openings a year", 0),
        ("occupation", "Measured by", 0),
    ];
    let pay = Periods::of(roles.iter().filter_map(|role| role.median.as_ref()));
    let outlook = Periods::of(
        roles
            .iter()
            .flat_map(|role| [&role.growth, &role.openings])
            .flatten(),
    );
    let rows = roles.iter().map(|role| {
        let figure = |figure: &Option<Figure>, periods: &Periods| match figure {
            Some(figure) => Entry::of(periods.text(figure), figure.clone()),
            None => Entry::plain("unknown"),
        };
        let occupation = match (&role.occupation, role.fit) {
            (Some(code), Some(fit)) if fit.is_stand_in() => {
                format!("{code} (stand-in)")
            }
            (Some(code), _) => code.clone(),
            _ => "nothing".to_owned(),
        };
        let cells = [
            Entry::plain(&role.title),
            Entry::plain(role.family.label()),
            Entry::plain(role.level.label()),
            figure(&role.median, &pay),
            figure(&role.growth, &outlook),
            figure(&role.openings, &outlook),
            Entry::plain(occupation),
        ];
        let cells = cells.into_iter().map(Cell::one).collect();
        Row::alone(role.id.clone(), role.id.clone(), cells)
    });
    let section = Section {
        picture: None,
        id: "roles".to_owned(),
        title: "Role".to_owned(),
        subjects: Subjects::Rows,
        columns: Column::qualified(Column::all(&columns), "occupation"),
        rows: rows.collect(),
    };
    let count = match roles.len() {
        0 => "No role fits".to_owned(),
        1 => "One role".to_owned(),
        many => format!("{many} roles, by {}", sort.label()),
    };
    let lead = [
        match pay {
            Periods::None => None,
            Periods::One(period) => Some(format!("Pay is in dollars a year, {period}.")),
            Periods::Many => {
                Some("Pay is in dollars a year; each figure says of when it is.".to_owned())
            }
        },
        match outlook {
            Periods::None => None,
            Periods::One(period) => {
                Some(format!("Growth and openings are projected for {period}."))
            }
            Periods::Many => Some(
                "Growth and openings are projected; each figure says for which years.".to_owned(),
            ),
        },
    ];
    let sections = if roles.is_empty() {
        Vec::new()
    } else {
        vec![section]
    };
    Page {
        title: count,
        lead: lead.into_iter().flatten().collect(),
        sections,
        ..Page::default()
    }
}

/// The periods of the figures of a column.
enum Periods {
    /// There are no figures, or none that has a period.
    None,
    One(String),
    Many,
}

impl Periods {
    fn of<'a>(figures: impl Iterator<Item = &'a Figure>) -> Self {
        let mut periods = figures.map(Figure::period_text);
        let Some(first) = periods.next() else {
            return Self::None;
        };
        match (periods.all(|period| period == first), first) {
            (true, Some(period)) => Self::One(period),
            (true, None) => Self::None,
            (false, _) => Self::Many,
        }
    }

    /// A figure with its period, where the column does not say it for all.
    fn text(&self, figure: &Figure) -> String {
        match (self, figure.period_text()) {
            (Self::Many, Some(period)) => format!("{}, {period}", figure.text()),
            _ => figure.text(),
        }
    }
}

impl Report for List {
    const SCHEMA: &'static str = "roles/list/1";

    fn page(&self) -> Page<'_> {
        page(&self.roles, self.sort)
    }

    fn names(&self) -> Vec<&str> {
        self.roles.iter().map(|role| role.id.as_str()).collect()
    }

    fn cited(&self) -> Vec<&str> {
        let figures = self
            .roles
            .iter()
            .flat_map(|role| [&role.median, &role.growth, &role.openings]);
        figures
            .flatten()
            .map(|figure| figure.origin.source.as_str())
            .collect()
    }
}
