//! A corpus of any size, the same every time: careers pages and adverts made of sentences drawn at random.

use std::io::{self, Write};

/// Whom the texts are about.
const WHO: [&str; 10] = [
    "IT support specialists",
    "Systems administrators",
    "Network engineers",
    "IT managers",
    "Technical project managers",
    "Information security analysts",
    "Database administrators",
    "IT technicians",
    "Cloud engineers",
    "Help desk technicians",
];

/// Sentences that say nothing that could be wrong. Most sentences of most texts are of this kind.
const PLAIN: [&str; 30] = [
    "{} spend the morning on tickets and the afternoon on the things that keep tickets away.",
    "A patient voice on the telephone is worth more here than a drawer full of cables.",
    "Good notes help the colleague who takes the next shift, and often oneself a month later.",
    "In smaller firms {} do a little of everything, from printers to the wireless network.",
    "Larger employers split the work among teams, each with a queue and a rota of its own.",
    "Whoever likes puzzles will find plenty of them, and not all have a solution in the manual.",
    "The work is done on site, at home, or in a mix of both that the team agrees on.",
    "Every change is announced, tested on a few machines, and rolled back if it does harm.",
    "{} learn the business by listening to the people who use what they look after.",
    "Backups are only as good as the last time somebody restored one.",
    "It pays to write down what was tried, in which order, and what came of it.",
    "A calm hour with the logs is often quicker than a busy day of guessing.",
    "New hires shadow an experienced colleague for some weeks before they answer alone.",
    "Evening shifts come round every third week and are swapped freely.",
    "Customers seldom know the words, so half of the art is asking the right question.",
    "{} sit between the vendors, who promise, and the users, who wait.",
    "Documentation lives in a wiki that everybody may edit and most people do.",
    "Security is part of every task, from the first password to the last disk that is wiped.",
    "The tools change every few years; the way of thinking does not.",
    "Meetings are short, stand at the board, and end with a list of names.",
    "Projects begin with a question about money and end with one about time.",
    "A lab at home, however small, teaches what no course can.",
    "Curiosity is the one requirement that no form has a box for.",
    "{} who write clearly are trusted sooner with the larger systems.",
    "On quiet days the team cleans up accounts, labels ports and tidies the store room.",
    "Regular reviews with the business keep the list of wishes in some order.",
    "The first week is for reading, the second for asking, the third for doing.",
    "Remote sites are visited twice a year, with a van full of spare parts.",
    "Most outages announce themselves long before, to those who look at the graphs.",
    "A handover without a checklist is a story with the ending torn out.",
];

/// Sentences with certifications, offers and other people's numbers: names to be found, nothing to complain of.
const BUSY: [&str; 10] = [
    "Useful certifications for {} are CompTIA A+, Network+ and CCNA.",
    "The PMP exam asks for 36 months of leading projects; the CCNA exam costs $300.",
    "Salary: $55,000 to $65,000, depending on experience.",
    "We offer $31 an hour, a bonus of 5 percent and four weeks of leave.",
    "Ticket numbers fell by 12 percent in the third quarter, after the new portal opened.",
    "In May 2025 {} were asked what they would change, and 61 percent said the chairs.",
    "Call (555) 010-2019 and ask for the service desk.",
    "She worked as a systems administrator from 2009 to 2019 and as an IT manager since.",
    "In May 2025 computer user support specialists earned a median of $61,860 (BLS).",
    "Security+, CISSP or a similar certification is welcome, and so is a bachelor's degree.",
];

/// Sentences with something wrong in them.
const FAULTY: [&str; 8] = [
    "In May 2020 computer support specialists had a median wage of $54,760.",
    "The number of computer support specialists should grow by 8 percent from 2019 to 2029.",
    "Many {} go on to earn the Microsoft Certified Solutions Expert (MCSE).",
    "{} earn a median of $71,000 to $84,000 a year.",
    "An MCSA is a good first step.",
    "Employment of systems administrators is projected to grow by 4% over the next decade.",
    "Technical project managers earned a median of $175,140 in May 2025.",
    "Valuable certifications include CCNA, PMP and an MBA.",
];

/// Draws numbers; Knuth's constants for a linear congruential generator of 64 bits.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all.get(self.below(all.len())).copied().unwrap_or_default()
    }

    /// One sentence: of a thousand, 960 are plain, 36 busy and 4 faulty.
    fn sentence(&mut self, who: &str) -> String {
        let pattern = match self.below(1000) {
            0..960 => self.of(&PLAIN),
            960..996 => self.of(&BUSY),
            _ => self.of(&FAULTY),
        };
        pattern.replace("{}", who)
    }

    /// A paragraph on one line.
    fn paragraph(&mut self, who: &str) -> String {
        let count = 3 + self.below(4);
        let sentences: Vec<_> = (0..count).map(|_| self.sentence(who)).collect();
        sentences.join(" ")
    }
}

/// Writes articles with headings until there are so many bytes.
pub fn articles(out: &mut impl Write, bytes: usize) -> io::Result<()> {
    let mut draw = Draw(2025);
    let mut written = 0;
    while written < bytes {
        let who = draw.of(&WHO);
        let mut text = format!("What {who} do\n\n");
        for _ in 0..4 + draw.below(5) {
            text.push_str(&draw.paragraph(who));
            text.push_str("\n\n");
        }
        out.write_all(text.as_bytes())?;
        written += text.len();
    }
    Ok(())
}

/// Writes adverts, one JSON object a line, until there are so many bytes.
pub fn adverts(out: &mut impl Write, bytes: usize) -> io::Result<()> {
    let mut draw = Draw(2034);
    let mut written = 0;
    let mut id = 0;
    while written < bytes {
        let who = draw.of(&WHO);
        let text = [
            draw.paragraph(who),
            draw.paragraph(who),
            draw.paragraph(who),
        ]
        .join("\n\n");
        let line = serde_json::json!({ "id": id, "title": who, "text": text }).to_string();
        writeln!(out, "{line}")?;
        written += line.len() + 1;
        id += 1;
    }
    Ok(())
}
