//! What the roles of a large layer are called, kept between runs, so that a title need not be looked for in every file.
//! In the catalog room.
//!
//! It cannot go stale unseen: each name is kept with the stamp of the file it was read from, and holds only while the file
//! has that stamp. Where it cannot be read or written, the files are read instead, and the answer is the same.

use crate::data::pack::Naming;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How many roles a layer must have for its names to be kept: fewer are read as fast as they are looked up.
const LARGE: usize = 200;
/// How long a file must have lain untouched for its stamp to tell a later change, which may fall in the same tick.
const SETTLED: Duration = Duration::from_secs(3);

/// The names of one role, each with how it names it.
type Names = Vec<(String, Naming)>;

/// The names of a layer's roles by the ids of these.
#[derive(Debug)]
pub(super) struct Index {
    /// Where it is kept; nowhere for a small layer.
    file: Option<PathBuf>,
    /// What makes it that of this layer and this program.
    label: String,
    known: BTreeMap<String, (Stamp, Names)>,
    /// Those that were asked for and still held.
    kept: BTreeMap<String, (Stamp, Names)>,
    changed: bool,
}

/// What a file looks like from outside; it changes whenever the file does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Stamp {
    length: u64,
    /// Nanoseconds since 1970.
    modified: u128,
    /// When anything of it last changed, and which file it is, where the system tells.
    changed: i128,
    file: u64,
}

impl Stamp {
    /// The stamp that a file has now.
    fn now(path: &Path) -> Option<Self> {
        let what = fs::metadata(path).ok()?;
        let (changed, file) = inner(&what);
        Some(Self {
            length: what.len(),
            modified: what
                .modified()
                .ok()?
                .duration_since(UNIX_EPOCH)
                .ok()?
                .as_nanos(),
            changed,
            file,
        })
    }

    /// The stamp of a file to keep; none where it has changed so lately that a further change might not show.
    pub fn to_keep(path: &Path) -> Option<Self> {
        Self::now(path).filter(|stamp| stamp.is_settled(SystemTime::now()))
    }

    fn is_settled(&self, now: SystemTime) -> bool {
        let now = now
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
            .as_nanos();
        let latest = self
            .modified
            .max(u128::try_from(self.changed).unwrap_or_default());
        now.checked_sub(latest)
            .is_some_and(|age| age >= SETTLED.as_nanos())
    }
}

#[cfg(unix)]
fn inner(what: &Metadata) -> (i128, u64) {
    use std::os::unix::fs::MetadataExt;
    let changed = i128::from(what.ctime()) * 1_000_000_000 + i128::from(what.ctime_nsec());
    (changed, what.ino())
}

#[cfg(not(unix))]
fn inner(_: &Metadata) -> (i128, u64) {
    (0, 0)
}

impl Index {
    /// What was kept of the layer in `root`, which has this many roles.
    pub fn open(folder: Option<&Path>, root: &Path, count: usize) -> Self {
        let whole = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let label = format!(
            "roles {} names of {}",
            env!("CARGO_PKG_VERSION"),
            whole.display()
        );
        let file = folder
            .filter(|_| count >= LARGE)
            .map(|folder| folder.join(format!("names-{:016x}", hash(label.as_bytes()))));
        let known = file.as_deref().and_then(|file| read(file, &label));
        Self {
            file,
            label,
            known: known.unwrap_or_default(),
            kept: BTreeMap::new(),
            changed: false,
        }
    }

    /// The names of a role as they were read from its file, if the file is still the same.
    pub fn get(&mut self, role: &str, path: &Path) -> Option<Names> {
        let (stamp, names) = self.known.get(role)?;
        if Stamp::now(path).as_ref() != Some(stamp) {
            return None;
        }
        self.kept
            .insert(role.to_owned(), (stamp.clone(), names.clone()));
        Some(names.clone())
    }

    /// Keeps the names of a role, which were read after its file had this stamp.
    pub fn put(&mut self, role: &str, stamp: Option<Stamp>, names: &Names) {
        if let Some(stamp) = stamp.filter(|_| self.file.is_some()) {
            self.kept.insert(role.to_owned(), (stamp, names.clone()));
            self.changed = true;
        }
    }

    /// Writes it down if there is anything new. It is no matter if that fails.
    pub fn close(self) {
        let Some(file) = self
            .file
            .filter(|_| self.changed || self.kept.len() != self.known.len())
        else {
            return;
        };
        let Ok(mut bytes) = postcard::to_allocvec(&(&self.label, &self.kept)) else {
            return;
        };
        bytes.extend(hash(&bytes).to_le_bytes());
        // Whole or not at all, whoever else is writing.
        let draft = file.with_extension(process::id().to_string());
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        let written = folder
            .and_then(|()| fs::write(&draft, bytes))
            .and_then(|()| fs::rename(&draft, &file));
        if written.is_err() {
            let _ = fs::remove_file(&draft);
        }
    }
}

/// Reads what was kept, if it is whole and of this layer and program.
fn read(file: &Path, label: &str) -> Option<BTreeMap<String, (Stamp, Names)>> {
    // A pipe or a device in its place would never end.
    fs::metadata(file).ok().filter(Metadata::is_file)?;
    let bytes = fs::read(file).ok()?;
    let (bytes, sum) = bytes.split_last_chunk::<8>()?;
    if u64::from_le_bytes(*sum) != hash(bytes) {
        return None;
    }
    let (kept_label, known): (String, BTreeMap<String, (Stamp, Names)>) =
        postcard::from_bytes(bytes).ok()?;
    (kept_label == label).then_some(known)
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a file in it, removed at the end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("roles-index-{name}-{}", process::id()));
            fs::create_dir_all(&folder).unwrap();
            let folder = Self(folder);
            fs::write(folder.role(), "one").unwrap();
            folder
        }

        fn role(&self) -> PathBuf {
            self.0.join("a.toml")
        }

        fn open(&self) -> Index {
            Index::open(Some(&self.0.join("cache")), &self.0, LARGE)
        }

        fn keep(&self) {
            let mut index = self.open();
            index.put("a", Stamp::now(&self.role()), &names());
            index.close();
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn names() -> Names {
        vec![("title of a".to_owned(), Naming::Title)]
    }

    #[test]
    fn names_hold_while_their_file_is_the_same() {
        let folder = Folder::new("same");
        assert_eq!(folder.open().get("a", &folder.role()), None);
        folder.keep();
        assert_eq!(folder.open().get("a", &folder.role()), Some(names()));
        assert_eq!(folder.open().get("b", &folder.role()), None);
        // Another text of the same length, in the same file or in one that took its place with its date.
        let date = fs::metadata(folder.role()).unwrap().modified().unwrap();
        fs::write(folder.0.join("b.toml"), "two").unwrap();
        fs::File::options()
            .append(true)
            .open(folder.0.join("b.toml"))
            .unwrap()
            .set_modified(date)
            .unwrap();
        fs::rename(folder.0.join("b.toml"), folder.role()).unwrap();
        assert_eq!(folder.open().get("a", &folder.role()), None);
    }

    #[test]
    fn what_nobody_asks_for_any_more_is_kept_no_longer() {
        let folder = Folder::new("forgotten");
        folder.keep();
        let mut asked = folder.open();
        asked.get("a", &folder.role());
        asked.close();
        assert_eq!(folder.open().known.len(), 1);
        folder.open().close();
        assert_eq!(folder.open().known.len(), 0);
    }

    #[test]
    fn what_is_damaged_or_of_another_layer_is_not_believed() {
        let folder = Folder::new("damaged");
        folder.keep();
        let file = folder.open().file.unwrap();
        let good = fs::read(&file).unwrap();
        for place in 0..good.len() {
            let mut bad = good.clone();
            bad[place] ^= 1;
            fs::write(&file, bad).unwrap();
            assert!(folder.open().known.is_empty(), "{place}");
        }
        fs::write(&file, &good[..7]).unwrap();
        assert!(folder.open().known.is_empty());
        fs::write(&file, &good).unwrap();
        assert_eq!(folder.open().known.len(), 1);
        assert!(read(&file, "another label").is_none());
    }

    #[test]
    #[cfg(unix)]
    fn what_is_no_file_is_not_read() {
        let folder = Folder::new("endless");
        let endless = folder.0.join("endless");
        std::os::unix::fs::symlink("/dev/zero", &endless).unwrap();
        assert!(read(&endless, "label").is_none());
    }

    #[test]
    fn a_file_that_has_just_changed_is_not_kept() {
        let folder = Folder::new("settled");
        assert_eq!(Stamp::to_keep(&folder.role()), None);
        let stamp = Stamp::now(&folder.role()).unwrap();
        let now = SystemTime::now();
        assert!(!stamp.is_settled(now));
        assert!(stamp.is_settled(now + SETTLED + Duration::from_secs(1)));
        assert!(!stamp.is_settled(now - Duration::from_secs(60)));
    }

    #[test]
    fn a_small_layer_keeps_nothing_and_one_without_a_place_neither() {
        let folder = Folder::new("small");
        assert_eq!(
            Index::open(Some(&folder.0), &folder.0, LARGE - 1).file,
            None
        );
        assert_eq!(Index::open(None, &folder.0, LARGE).file, None);
    }
}
