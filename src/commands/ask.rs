//! The questions that `roles fit` asks on a terminal where no file is given: in plain lines, so that whatever reads the
//! screen can read them, and nothing has to be put back when someone leaves.

use super::draft::begin;
use super::{Failure, person};
use crate::catalog::Catalog;
use crate::data::Text;
use crate::model::{Label, Lead, Person, Work};
use std::io::{self, BufRead, ErrorKind, Write};
use std::path::Path;

/// The most years that a person's file may state.
const MOST_YEARS: u8 = 70;

/// Asks a few questions, each of which may be left open, and offers to write the answers to a file.
pub fn questions(
    catalog: &Catalog,
    input: &mut dyn BufRead,
    screen: &mut dyn Write,
) -> Result<person::Known, Failure> {
    let mut desk = Desk { input, screen };
    let person = desk.person().map_err(ended)?;
    let text = written(&person);
    let wanted = desk.yes_or_no("Write the answers to me.toml?");
    if wanted.map_err(ended)? == Some(true) {
        write("me.toml", &text)?;
    }
    let answers = Text {
        name: "answers".to_owned(),
        text,
    };
    person::known(catalog, answers)
}

/// Where questions are asked and answered.
struct Desk<'d> {
    input: &'d mut dyn BufRead,
    screen: &'d mut dyn Write,
}

impl Desk<'_> {
    fn person(&mut self) -> io::Result<Person> {
        writeln!(
            self.screen,
            "Each question may be left open: Enter is no answer.\n"
        )?;
        Ok(Person {
            education: self.choose("Your highest level of education")?,
            years: self.answer("Years of related work", years)?,
            least_pay: self.answer("The least pay that would do, in dollars a year", dollars)?,
            manage_people: self.yes_or_no("Willing to manage people?")?,
            stay_technical: self.yes_or_no("Want to stay technical?")?,
            work_with_customers: self.yes_or_no("Want to work with users and customers?")?,
            growth: self.yes_or_no("Must jobs be projected to grow?")?,
            prefers_work: self.choose::<Work>("Drawn more to")?,
            prefers_lead: self.choose::<Lead>("Would rather lead")?,
            ..Person::default()
        })
    }

    /// One of a closed vocabulary, by its number or its name.
    fn choose<L: Label>(&mut self, question: &str) -> io::Result<Option<L>> {
        writeln!(self.screen, "{question}:")?;
        for (position, member) in L::ALL.iter().enumerate() {
            writeln!(self.screen, "  {} {}", position + 1, member.label())?;
        }
        let count = L::ALL.len();
        self.answer(&format!("Number, 1 to {count}"), |text| {
            let numbered = text.parse::<usize>().ok();
            let numbered = numbered.and_then(|number| L::ALL.get(number.checked_sub(1)?));
            let mut named = L::ALL.iter();
            let named = named.find(|member| member.label() == text || member.key() == text);
            numbered
                .or(named)
                .copied()
                .ok_or_else(|| format!("a number from 1 to {count}"))
        })
    }

    fn yes_or_no(&mut self, question: &str) -> io::Result<Option<bool>> {
        self.answer(&format!("{question} (yes or no)"), |text| match text {
            "yes" | "y" => Ok(true),
            "no" | "n" => Ok(false),
            _ => Err("yes or no".to_owned()),
        })
    }

    /// Asks until an answer can be read, or there is none. Why it cannot be read is what is asked for instead.
    fn answer<T>(
        &mut self,
        question: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> io::Result<Option<T>> {
        loop {
            write!(self.screen, "{question}: ")?;
            self.screen.flush()?;
            let mut line = String::new();
            if self.input.read_line(&mut line)? == 0 {
                writeln!(self.screen)?;
                let why = "the input ended";
                return Err(io::Error::new(io::ErrorKind::UnexpectedEof, why));
            }
            let text = line.trim().to_lowercase();
            if text.is_empty() {
                return Ok(None);
            }
            match read(&text) {
                Ok(answer) => return Ok(Some(answer)),
                Err(wanted) => writeln!(self.screen, "Give {wanted}, or Enter for no answer.")?,
            }
        }
    }
}

fn years(text: &str) -> Result<u8, String> {
    let years = text.parse().ok().filter(|years| *years <= MOST_YEARS);
    years.ok_or_else(|| format!("a whole number from 0 to {MOST_YEARS}"))
}

/// `50000`, `$50000` or `50,000`; commas stand before every three digits, so that `50,5` is not taken for `505`.
fn dollars(text: &str) -> Result<u32, String> {
    let wanted = || "a whole number of dollars, such as 50000 or 50,000".to_owned();
    let digits = text.strip_prefix('$').unwrap_or(text).trim_start();
    let mut groups = digits.split(',');
    let first = groups.next().unwrap_or_default();
    let parted = digits.contains(',');
    let in_threes =
        groups.all(|group| group.len() == 3) && (!parted || (1..=3).contains(&first.len()));
    let is_number = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b',');
    if !in_threes || !is_number {
        return Err(wanted());
    }
    digits.replace(',', "").parse().map_err(|_| wanted())
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
    begin(Path::new(path), text).map_err(|error| {
        let hint = match error.kind() {
            ErrorKind::AlreadyExists => "move the file that is there, or answer no",
            _ => "go to a folder that you may write in, or answer no",
        };
        Failure::new(format!("cannot write {path}: {error}"), hint)
    })
}

fn ended(error: io::Error) -> Failure {
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

    fn person() -> Person {
        Person {
            education: Some(EducationLevel::SomeCollege),
            years: Some(3),
            least_pay: Some(50_000),
            manage_people: Some(false),
            prefers_work: Some(Work::Problems),
            prefers_lead: Some(Lead::Project),
            ..Person::default()
        }
    }

    /// What the answers come to, and what was shown.
    fn asked(answers: &str) -> (io::Result<Person>, String) {
        let mut screen = Vec::new();
        let person = Desk {
            input: &mut answers.as_bytes(),
            screen: &mut screen,
        }
        .person();
        (person, String::from_utf8(screen).unwrap())
    }

    #[test]
    fn what_is_written_reads_back() {
        let file = Text {
            name: "me.toml".to_owned(),
            text: written(&person()),
        };
        assert_eq!(PersonFile::read(file).unwrap().person, person());
    }

    #[test]
    fn questions_are_plain_lines_and_ask_again_what_they_cannot_read() {
        let (answered, screen) = asked(
            "some college, no degree\n300\n3\n50,5\n$50,000\nperhaps\nNo\n\n\n\n3\n1\nproject\n",
        );
        assert_eq!(answered.unwrap(), person(), "{screen}");
        assert!(screen.contains("  2 a department\nNumber, 1 to 2: "));
        assert!(screen.contains("Give a whole number from 0 to 70, or Enter for no answer.\n"));
        assert!(screen.contains("Give yes or no, or Enter"));
        assert!(!screen.contains('\u{1b}'));
        assert_eq!(asked(&"\n".repeat(9)).0.unwrap(), Person::default());
        assert!(asked("1\n").0.is_err(), "the input ended");
    }

    #[test]
    fn pay_is_read_as_people_write_it() {
        for text in ["50000", "$50000", "50,000", "$50,000", "$ 50,000"] {
            assert_eq!(dollars(text), Ok(50_000), "{text}");
        }
        for text in [
            "50,5", "50,0000", "5000,000", ",500", "50k", "-1", "$", "+50",
        ] {
            assert!(dollars(text).is_err(), "{text}");
        }
    }
}
