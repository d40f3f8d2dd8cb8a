//! The questions that `roles fit` asks on a terminal where no file is given.

use super::{Failure, person};
use crate::catalog::Catalog;
use crate::data::Text;
use crate::model::{Label, Lead, Person, Work};
use dialoguer::{Confirm, Input, Select};
use std::fs::OpenOptions;
use std::io::Write;

/// Asks a few questions, each of which may be left open, and offers to write the answers to a file.
pub fn questions(catalog: &Catalog) -> Result<person::Known, Failure> {
    let person = Person {
        education: choose("Your highest level of education")?,
        years: number("Years of related work (Enter: no answer)")?
            .and_then(|years| u8::try_from(years).ok()),
        least_pay: number("The least pay that would do, in dollars a year (Enter: no answer)")?,
        manage_people: yes_or_no("Willing to manage people")?,
        stay_technical: yes_or_no("Want to stay technical")?,
        work_with_customers: yes_or_no("Want to work with users and customers")?,
        growth: yes_or_no("Jobs must be projected to grow")?,
        prefers_work: choose::<Work>("Drawn more to")?,
        prefers_lead: choose::<Lead>("Would rather lead")?,
        ..Person::default()
    };
    let text = written(&person);
    if Confirm::new()
        .with_prompt("Write the answers to me.toml?")
        .default(false)
        .interact()
        .map_err(ended)?
    {
        write("me.toml", &text)?;
    }
    let answers = Text {
        name: "answers".to_owned(),
        text,
    };
    person::known(catalog, answers)
}

/// The answers as the file that `--me` reads.
fn written(person: &Person) -> String {
    let mut text =
        "# What I hold and wish for, for `roles fit --me` and `roles gap --me`; see docs/me.md.\n"
            .to_owned();
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            text.push_str(&format!("{key} = {value}\n"));
        }
    };
    line("education", person.education.map(quoted));
    line("years", person.years.map(|years| years.to_string()));
    line(
        "least_pay",
        person.least_pay.map(|dollars| dollars.to_string()),
    );
    line(
        "manage_people",
        person.manage_people.map(|yes| yes.to_string()),
    );
    line(
        "stay_technical",
        person.stay_technical.map(|yes| yes.to_string()),
    );
    line(
        "work_with_customers",
        person.work_with_customers.map(|yes| yes.to_string()),
    );
    line("growth", person.growth.map(|yes| yes.to_string()));
    line("prefers_work", person.prefers_work.map(quoted));
    line("prefers_lead", person.prefers_lead.map(quoted));
    text
}

fn quoted(word: impl Label) -> String {
    format!("\"{}\"", word.key())
}

/// Writes a new file; one that is there is not touched.
fn write(path: &str, text: &str) -> Result<(), Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| {
            Failure::new(
                format!("cannot write {path}: {error}"),
                "move the file that is there, or answer no",
            )
        })
}

fn choose<L: Label>(question: &str) -> Result<Option<L>, Failure> {
    let open = std::iter::once("no answer");
    let labels: Vec<_> = open
        .chain(L::ALL.iter().map(|member| member.label()))
        .collect();
    let chosen = Select::new()
        .with_prompt(question)
        .items(&labels)
        .default(0)
        .interact()
        .map_err(ended)?;
    Ok(chosen
        .checked_sub(1)
        .and_then(|position| L::ALL.get(position).copied()))
}

fn yes_or_no(question: &str) -> Result<Option<bool>, Failure> {
    let answers = ["no answer", "yes", "no"];
    let chosen = Select::new()
        .with_prompt(question)
        .items(answers)
        .default(0)
        .interact()
        .map_err(ended)?;
    Ok(match chosen {
        1 => Some(true),
        2 => Some(false),
        _ => None,
    })
}

/// A whole number, or nothing for an empty answer.
fn number(question: &str) -> Result<Option<u32>, Failure> {
    let valid = |text: &String| match text.trim() {
        "" => Ok(()),
        digits => digits
            .parse::<u32>()
            .map(|_| ())
            .map_err(|_| "a whole number, or nothing"),
    };
    let text: String = Input::new()
        .with_prompt(question)
        .allow_empty(true)
        .validate_with(valid)
        .interact_text()
        .map_err(ended)?;
    Ok(text.trim().parse().ok())
}

fn ended(error: dialoguer::Error) -> Failure {
    Failure::new(
        format!("the questions were not answered: {error}"),
        "roles fit --me FILE asks none",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::person::PersonFile;
    use crate::model::EducationLevel;

    #[test]
    fn what_is_written_reads_back() {
        let person = Person {
            education: Some(EducationLevel::SomeCollege),
            years: Some(3),
            least_pay: Some(50_000),
            manage_people: Some(false),
            prefers_work: Some(Work::Problems),
            prefers_lead: Some(Lead::Project),
            ..Person::default()
        };
        let file = Text {
            name: "me.toml".to_owned(),
            text: written(&person),
        };
        assert_eq!(PersonFile::read(file).unwrap().person, person);
    }
}
