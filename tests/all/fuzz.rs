//! The bodies of the fuzz targets on a stable toolchain: over the kept corpus, and over changes of it that are the same
//! every time.

#[path = "../../fuzz/src/lib.rs"]
mod bodies;

use super::layers::Room;
use bodies::{Body, TARGETS};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// How many changed inputs a target is tried with; `ROLES_FUZZ` says another number, for a longer run.
const CHANGED: usize = 100;

fn folder(target: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target)
}

/// The inputs of a target, by the names of their files.
fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder(target)).unwrap();
    let read = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read(entry.path()).unwrap())
    };
    let mut inputs: Vec<_> = entries.map(|entry| read(entry.unwrap())).collect();
    inputs.sort();
    inputs
}

/// Numbers that look random and are the same every time.
struct Numbers(u64);

impl Numbers {
    /// A number below a limit, which is more than 0.
    fn below(&mut self, limit: usize) -> usize {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(number).unwrap() % limit
    }

    /// A stretch of so many bytes, of sixteen at most.
    fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        start..(start + self.below(17)).min(length)
    }

    /// An input with one to four changes, with parts of another.
    fn changed(&mut self, input: &[u8], other: &[u8]) -> Vec<u8> {
        let mut changed = input.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.stretch(changed.len());
            match self.below(5) {
                0 => drop(changed.drain(at)),
                1 => drop(changed.splice(at, other[self.stretch(other.len())].to_vec())),
                2 => {
                    let twice = changed[at.clone()].to_vec();
                    changed.splice(at.start..at.start, twice);
                }
                3 if !at.is_empty() => changed[at.start] ^= 1 << self.below(8),
                _ => {
                    let byte = u8::try_from(self.below(256)).unwrap();
                    changed.insert(at.start, byte);
                }
            }
        }
        changed
    }
}

/// Runs a body, and says which input it was that it found something in.
fn tried(target: &str, body: Body, name: &str, input: &[u8]) {
    let done = catch_unwind(AssertUnwindSafe(|| body(input)));
    assert!(
        done.is_ok(),
        "{target} finds something in {name}: {:?}",
        String::from_utf8_lossy(input)
    );
}

fn replay(target: &str) {
    let (_, body) = TARGETS
        .into_iter()
        .find(|(name, _)| *name == target)
        .unwrap();
    let inputs = corpus(target);
    assert!(inputs.len() >= 10, "the corpus of {target} is lost");
    for (name, input) in &inputs {
        tried(target, body, name, input);
    }
    let asked = std::env::var("ROLES_FUZZ").ok();
    let turns = asked.map_or(CHANGED, |number| number.parse().unwrap());
    let mut numbers = Numbers(0x0001_5eed);
    for turn in 0..turns {
        let (name, input) = &inputs[numbers.below(inputs.len())];
        let (_, other) = &inputs[numbers.below(inputs.len())];
        let changed = numbers.changed(input, other);
        tried(target, body, &format!("change {turn}, of {name}"), &changed);
    }
}

macro_rules! replays {
    ($($target:ident),+) => {
        $(#[test]
        fn $target() {
            replay(stringify!($target));
        })+

        /// Every target is replayed, is one that libFuzzer runs, and has its corpus; and there is no other.
        #[test]
        fn every_target_is_replayed() {
            let names = TARGETS.map(|(name, _)| name);
            assert_eq!(names, [$(stringify!($target)),+]);
            let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
            let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).unwrap();
            for name in names {
                assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name}");
                let target = fs::read_to_string(fuzz.join(format!("targets/{name}.rs"))).unwrap();
                assert!(target.contains(&format!("roles_fuzz::{name}::run(data)")), "{name}");
            }
            for part in ["targets", "corpus"] {
                assert_eq!(fs::read_dir(fuzz.join(part)).unwrap().count(), names.len(), "{part}");
            }
        }
    };
}

/// Lines that write do so nowhere while they are tried, since any folder may be named among the inputs.
#[test]
fn a_line_writes_nothing() {
    let room = Room::with(&[]);
    let named = room.path().join("named").display().to_string();
    for line in [
        format!("man\n--dir\n{named}"),
        format!("--width=90\nman\n--dir={named}"),
        format!("data\nnew\ndesk-lead\n--data\n{named}"),
    ] {
        bodies::line::run(line.as_bytes());
        assert_eq!(fs::read_dir(room.path()).unwrap().count(), 0, "{line}");
    }
}

replays!(edit, fields, layer, line, names, person, records, texts);
