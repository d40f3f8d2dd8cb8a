//! The user's own data: what a layer adds, changes and may not hide, and what is said of a broken one.

use super::run::{behaviour_in, command};
use serde_json::Value;
use snapbox::{Assert, Data};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder with folders of data in it, removed when it goes out of scope.
pub struct Room(PathBuf);

impl Room {
    /// Begins with these files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let room = std::env::temp_dir().join(format!("roles-room-{}-{count}", std::process::id()));
        fs::create_dir_all(&room).unwrap();
        let room = Self(room);
        for (name, text) in files {
            room.put(name, text);
        }
        room
    }

    /// Writes a file.
    pub fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Runs the program in this folder, with no environment.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let mut command = command();
        command.current_dir(&self.0).args(arguments);
        command.output().unwrap()
    }

    /// What it answers, which must be an answer.
    fn answer(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {complaints}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        let arguments: Vec<_> = arguments.iter().copied().chain(["--json"]).collect();
        serde_json::from_str(&self.answer(&arguments)).unwrap()
    }

    /// What it complains of, with the exit status 2.
    fn complaint(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Text with all its white space single, as it was before it was wrapped.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const SOURCES: &str = r#"
[[sources]]
id = "acme"
title = "Role descriptions"
publisher = "Acme Training"
kind = "reference"
address = "https://acme.example.org/roles"
licence = "internal"
"#;

const TRAINEE: &str = r#"
id = "trainee"
title = "Support Trainee"
plural = "support trainees"
aliases = ["help desk trainee"]
family = "support"
level = "entry"
summary = { text = "Learns first-line support", sources = ["acme"] }
day = { text = "answer calls under supervision", sources = ["acme"] }
[[duties]]
theme = "users"
text = "Take the first call"
sources = ["acme"]
[[measured_by]]
occupation = "15-1232"
fit = "shared"
reason = "Trainees are counted with all user support"
sources = ["acme"]
[[moves]]
to = "it-support"
kind = "advancement"
evidence = "Trainees go on to it"
sources = ["acme"]
"#;

/// A room with one layer, `acme`, that has a source and these files.
pub fn acme(files: &[(&str, &str)]) -> Room {
    let room = Room::with(&[("acme/sources.toml", SOURCES)]);
    for (name, text) in files {
        room.put(&format!("acme/{name}"), text);
    }
    room
}

#[test]
fn a_new_role_is_a_role_like_any_other() {
    let room = acme(&[("roles/trainee.toml", TRAINEE)]);
    for name in ["trainee", "Support Trainee", "HELP DESK  trainee"] {
        let shown = room.json(&["show", name, "--data", "acme"]);
        assert_eq!(shown["role"]["id"], "trainee", "{name}");
    }
    let listed = |arguments: &[&str]| {
        let listed = room.json(arguments);
        listed["roles"].as_array().unwrap().len()
    };
    assert_eq!(listed(&["list", "--data", "acme"]), listed(&["list"]) + 1);
    let path = room.answer(&["path", "trainee", "it-manager", "--data", "acme"]);
    assert!(path.contains("IT Support Specialist"), "{path}");
    let found = room.answer(&["search", "first call", "--data", "acme"]);
    assert!(found.contains("Support Trainee"), "{found}");
    let compared = room.answer(&["compare", "trainee", "it-support", "--data", "acme"]);
    assert!(
        words(&compared).contains("as a stand-in, for support trainees"),
        "{compared}"
    );
    // Without the layer there is no such role.
    assert!(
        room.complaint(&["show", "trainee"])
            .contains("no role \"trainee\"")
    );
}

#[test]
fn every_value_says_which_layer_it_is_from() {
    let patch = "patch = true\nid = \"it-support\"\ntitle = \"Service Desk Analyst\"\n\
        [[add.duties]]\ntheme = \"users\"\ntext = \"Mind the classroom\"\nsources = [\"acme\", \"dreambound\"]\n";
    let room = acme(&[("roles/it-support.toml", patch)]);
    let shown = room.json(&[
        "show",
        "it-support",
        "--section",
        "duties",
        "--data",
        "acme",
    ]);
    let duties = shown["role"]["duties"].as_array().unwrap();
    let added: Vec<_> = duties
        .iter()
        .filter(|duty| duty["sources"].to_string().contains('@'))
        .collect();
    assert_eq!(added.len(), 1, "{duties:#?}");
    let cited = serde_json::json!(["acme#@acme", "dreambound#@acme"]);
    assert_eq!(added[0]["sources"], cited);
    let layer = &shown["layers"][0];
    assert_eq!(layer["name"], "acme");
    let items = layer["items"].to_string();
    assert!(
        items.contains(
            r#"{"change":"patched","id":"it-support","keys":["duties","title"],"kind":"role"}"#
        ),
        "{items}"
    );
    let described = shown["sources"].as_array().unwrap();
    let layer_of = |id: &str| {
        let source = described.iter().find(|source| source["id"] == id).unwrap();
        source.get("layer").cloned()
    };
    assert_eq!(layer_of("acme"), Some(Value::from("acme")));
    assert_eq!(layer_of("dreambound"), None);

    let csv = room.answer(&[
        "show",
        "it-support",
        "--section",
        "duties",
        "--data",
        "acme",
        "--format",
        "csv",
    ]);
    assert_eq!(
        csv.lines().filter(|line| line.ends_with(",acme")).count(),
        1,
        "{csv}"
    );
    let listed = room.answer(&["list", "--data", "acme", "--format", "jsonl"]);
    let title = listed
        .lines()
        .find(|line| line.contains("Service Desk Analyst"))
        .unwrap();
    assert!(title.ends_with(r#""layer":"acme"}"#), "{title}");
    let table = room.answer(&[
        "show",
        "it-support",
        "--section",
        "duties",
        "--data",
        "acme",
    ]);
    assert!(
        table.contains("Acme Training, Role descriptions: in layer acme."),
        "{table}"
    );
    let markdown = room.answer(&[
        "show",
        "it-support",
        "--data",
        "acme",
        "--format",
        "markdown",
    ]);
    assert!(markdown.contains("From layer acme (acme): role it-support (patched: duties, title)"));
    // What came with the program alone says nothing of layers.
    assert!(room.json(&["show", "it-support"]).get("layers").is_none());
}

#[test]
fn a_patch_changes_its_keys_and_nothing_else() {
    let room = acme(&[
        (
            "occupations/15-1232.toml",
            "patch = true\nsoc = \"15-1232\"\n[[add.pay]]\nyear = 2026\nmedian = 63000\nsource = \"acme\"\n",
        ),
        (
            "skills.toml",
            "[[skills]]\npatch = true\nid = \"troubleshooting\"\nname = \"Finding faults\"\n",
        ),
        (
            "roles/cio.toml",
            "patch = true\nid = \"cio\"\nremove = [\"scope\", \"aliases\"]\n",
        ),
    ]);
    let below = room.json(&["show", "it-support"]);
    let above = room.json(&["show", "it-support", "--data", "acme"]);
    assert_eq!(above["role"]["pay"]["median"]["value"], 63000);
    assert_eq!(above["role"]["pay"]["median"]["source"], "acme#@acme");
    assert_eq!(above["role"]["pay"]["p10"]["status"], "unknown");
    assert_eq!(above["role"]["outlook"], below["role"]["outlook"]);
    assert_eq!(above["role"]["ratings"], below["role"]["ratings"]);
    let skills = above["role"]["skills"].to_string();
    assert!(skills.contains("Finding faults"), "{skills}");
    let history = room.json(&["history", "it-support", "--data", "acme"]);
    let years = |history: &Value| history["pay"].as_array().unwrap().len();
    assert_eq!(
        years(&history),
        years(&room.json(&["history", "it-support"])) + 1
    );

    let cio = room.json(&["show", "cio", "--data", "acme"]);
    assert_eq!(cio["role"]["scope"], serde_json::json!([]));
    assert_eq!(cio["role"]["aliases"], serde_json::json!([]));
    assert_eq!(
        cio["role"]["duties"],
        room.json(&["show", "cio"])["role"]["duties"]
    );
}

#[test]
fn later_layers_lie_on_earlier_ones() {
    let role = |title: &str| format!("patch = true\nid = \"cto\"\ntitle = \"{title}\"\n");
    let room = acme(&[("roles/cto.toml", &role("Head of Engineering"))]);
    room.put(
        "home/.local/share/roles/roles/cto.toml",
        role("Technology Chief"),
    );
    room.put(
        "b/roles/cto.toml",
        "patch = true\nid = \"cto\"\naliases = [\"chief nerd\"]\n",
    );
    let shown = |arguments: &[&str]| {
        let mut command = command();
        command
            .current_dir(room.path())
            .env("HOME", room.path().join("home"));
        let output = command
            .args(["show", "cto", "--json"])
            .args(arguments)
            .output()
            .unwrap();
        let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
        shown["role"].clone()
    };
    assert_eq!(shown(&[])["title"], "Technology Chief");
    assert_eq!(shown(&["--data", "acme"])["title"], "Head of Engineering");
    let both = shown(&["--data", "acme", "--data", "b"]);
    assert_eq!(both["title"], "Head of Engineering");
    assert_eq!(both["aliases"], serde_json::json!(["chief nerd"]));
    assert_eq!(shown(&["--data", "b"])["title"], "Technology Chief");
}

#[test]
fn the_users_folder_follows_the_xdg_rules() {
    let room = Room::with(&[
        ("x/roles/sources.toml", SOURCES),
        ("x/roles/roles/trainee.toml", TRAINEE),
    ]);
    let found = |set: &dyn Fn(&mut std::process::Command)| {
        let mut command = command();
        set(&mut command);
        command
            .args(["show", "trainee"])
            .output()
            .unwrap()
            .status
            .success()
    };
    assert!(found(&|command| {
        command
            .env("XDG_DATA_HOME", room.path().join("x"))
            .env("HOME", "/nowhere");
    }));
    assert!(!found(&|command| {
        command
            .env("XDG_DATA_HOME", room.path().join("y"))
            .env("HOME", room.path());
    }));
    assert!(!found(&|_| ()));
}

#[test]
fn a_layer_cannot_hide_a_warning() {
    let room = acme(&[
        (
            "certifications.toml",
            "[[certifications]]\npatch = true\nid = \"mcsa\"\nstatus = \"active\"\nremove = [\"retired_on\"]\n",
        ),
        (
            "more.toml",
            "[[sources]]\nid = \"onet-29.3\"\ntitle = \"O*NET\"\npublisher = \"Acme\"\nkind = \"reference\"\n\
          address = \"https://acme.example.org/onet\"\nlicence = \"CC BY 4.0\"\n",
        ),
        (
            "occupations/13-1082.toml",
            "patch = true\nsoc = \"13-1082\"\nnotes = [\"Ours\"]\n",
        ),
        (
            "roles/cto.toml",
            "patch = true\nid = \"cto\"\n[[measured_by]]\noccupation = \"11-3021\"\nfit = \"exact\"\n\
          reason = \"It sounds right\"\nsources = [\"acme\"]\n",
        ),
        (
            "roles/it-support.toml",
            "patch = true\nid = \"it-support\"\ncertifications = []\n",
        ),
    ]);
    let with = |arguments: &[&str]| {
        let arguments: Vec<_> = arguments
            .iter()
            .copied()
            .chain(["--data", "acme"])
            .collect();
        room.json(&arguments)
    };
    // A retirement outweighs what a layer says of it, and both are told.
    let mcsa = &with(&["certs", "mcsa"])["certifications"][0];
    assert_eq!(
        (&mcsa["status"], &mcsa["retired_on"]),
        (&"retired".into(), &"2021-01-31".into())
    );
    assert!(
        mcsa["notes"]
            .to_string()
            .contains("A layer has it as active"),
        "{mcsa}"
    );
    let listed = with(&["show", "it-support"])["role"]["certifications"].to_string();
    assert!(
        listed.contains("mcsa") && !listed.contains("comptia-a-plus"),
        "{listed}"
    );

    let caution = |source: &Value| source["sources"][0]["caution"].clone();
    let below = caution(&room.json(&["sources", "onet-29.3"]));
    assert!(below.is_string());
    assert_eq!(caution(&with(&["sources", "onet-29.3"])), below);

    let notes = |shown: Value| {
        shown["role"]["measured_by"][0]["notes"]
            .as_array()
            .unwrap()
            .clone()
    };
    let below = notes(room.json(&["show", "tech-pm"]));
    let above = notes(with(&["show", "tech-pm"]));
    assert!(
        !below.is_empty() && below.iter().all(|note| above.contains(note)),
        "{above:?}"
    );
    assert!(above.contains(&"Ours".into()), "{above:?}");

    let cto = with(&["show", "cto", "--section", "measured-by,pay"]);
    assert_eq!(cto["role"]["pay"]["median"]["fit"], "shared");
    let reason = cto["role"]["measured_by"][0]["reason"].as_str().unwrap();
    assert!(
        reason.contains("a layer has it as exact: It sounds right"),
        "{reason}"
    );
}

/// Pay and a projection of computer user support, newer than what came with the program.
const NEWER: &str = r#"
patch = true
soc = "15-1232"
[[add.pay]]
year = 2026
median = 63000
source = "acme"
[[add.outlook]]
edition = "2026-36"
growth = 4.0
source = "acme"
"#;

#[test]
fn what_a_text_is_held_against_says_whose_it_is() {
    let room = acme(&[("occupations/15-1232.toml", NEWER)]);
    let text = "The median pay of computer user support specialists was $61,860 in May 2025.\n\n\
                A help desk technician earns a median of $63,000 a year.\n\n\
                IT support jobs will decline by 3.7% from 2024 to 2034.\n\n\
                Network administrators: employment is projected to decline 4% over 2024-34.\n";
    room.put("text.md", text);
    let check = |arguments: &[&str]| {
        let arguments: Vec<_> = ["check", "text.md"].iter().chain(arguments).collect();
        let arguments: Vec<_> = arguments.into_iter().copied().collect();
        let output = room.run(&arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let lines = check(&["--data", "acme", "--format", "jsonl"]);
    let findings: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let found = findings.iter().map(|finding| {
        let line = finding["place"]["line"].as_u64().unwrap();
        (finding["rule"].as_str().unwrap(), line)
    });
    // A layer's edition for one occupation makes nothing old that is said of another.
    let expected = [
        ("superseded-figure", 1),
        ("undated-figure", 3),
        ("superseded-figure", 5),
        ("superseded-edition", 5),
    ];
    assert_eq!(found.collect::<Vec<_>>(), expected);
    for finding in &findings {
        assert_eq!(finding["layer"], "acme");
        let (data, instead) = (finding["data"].as_str(), finding["instead"].as_str());
        let (data, instead) = (data.unwrap(), instead.unwrap());
        assert!(
            data.contains(" (by Acme Training, in layer acme)"),
            "{data}"
        );
        assert!(
            instead.contains("(Acme Training, in layer acme)"),
            "{instead}"
        );
        for words in [data, instead] {
            assert!(
                !words.contains("BLS") && !words.contains("official"),
                "{words}"
            );
        }
    }
    let last = "All else lies below it.";
    for layout in ["stacked", "sentences"] {
        let told = words(&check(&["--data", "acme", "--layout", layout]));
        assert!(
            told.contains("From layer acme") && told.ends_with(last),
            "{told}"
        );
    }
    let rows = check(&[
        "--data",
        "acme",
        "--format",
        "csv",
        "--fields",
        "rule,layer",
    ]);
    assert!(
        rows.starts_with("rule,layer\nsuperseded-figure,acme\n"),
        "{rows}"
    );

    // What came with the program keeps its words, and no layer is spoken of.
    let bundled = check(&["--pedantic"]);
    assert!(!bundled.contains("layer"), "{bundled}");
    let lines = check(&["--pedantic", "--format", "jsonl", "--fields", "layer"]);
    assert!(
        lines.lines().all(|line| line == "{\"layer\":null}"),
        "{lines}"
    );
}

#[test]
fn figures_of_several_times_in_a_column_each_say_of_when_they_are() {
    let room = acme(&[("occupations/15-1232.toml", NEWER)]);
    let cells = |arguments: &[&str]| {
        let list = ["list", "--format", "csv", "--fields", "item,subject,text"];
        let list: Vec<_> = list.iter().chain(arguments).copied().collect();
        room.answer(&list)
    };
    let mixed = cells(&["--data", "acme"]);
    for cell in [
        "median,it-support,\"$63,000, May 2026\"",
        "growth,it-support,\"+4.0%, 2026–36\"",
        "openings,it-support,\"unknown, 2026–36\"",
        "median,sysadmin,\"$99,130, May 2025\"",
        "growth,sysadmin,\"-4.2%, 2024–34\"",
    ] {
        assert!(mixed.contains(cell), "{cell}: {mixed}");
    }
    let told = room.answer(&["list", "--data", "acme"]);
    assert!(told.contains("each figure says of when it is"), "{told}");
    assert!(told.contains("each figure says for which years"), "{told}");
    // Where all are of one time, it is said once for all.
    let alike = cells(&[]);
    assert!(!alike.contains("May 2025"), "{alike}");
    let told = room.answer(&["list"]);
    assert!(
        told.contains("Pay is in dollars a year, May 2025."),
        "{told}"
    );
}

#[test]
fn a_stand_in_of_a_layer_is_no_word_of_an_agency() {
    let figures = NEWER.replace("15-1232", "13-1082");
    let room = acme(&[("occupations/13-1082.toml", &figures)]);
    room.put(
        "text.md",
        "Technical project managers earn a median of $61,860.\n\n\
         Employment of technical project managers is projected to grow 5.6 percent from 2024 to 2034.\n",
    );
    let told = |arguments: &[&str]| {
        let output = room.run(arguments);
        words(
            &String::from_utf8(output.stdout)
                .unwrap()
                .replace("             ", " "),
        )
    };
    let told = told(&[
        "check",
        "text.md",
        "--pedantic",
        "--format",
        "markdown",
        "--data",
        "acme",
    ]);
    assert!(told.contains("No wage of technical project managers alone is known here; project management specialists, \
        the nearest group, had a median annual wage of $63,000 in May 2026 (Acme Training, in layer acme)."), "{told}");
    assert!(told.contains("No projected employment of technical project managers alone is known here; that of project \
        management specialists, the nearest group, is projected to grow by 4.0% from 2026 to 2036 (Acme Training, in \
        layer acme)."), "{told}");
    assert!(!told.contains("BLS"), "{told}");
}

#[test]
fn a_name_that_two_layers_give_picks_none() {
    let trainee = TRAINEE.replace("help desk trainee", "help desk technician");
    let room = acme(&[("roles/trainee.toml", &trainee)]);
    let complaint = room.complaint(&["show", "help desk technician", "--data", "acme"]);
    assert!(complaint.contains("may mean 2 roles"), "{complaint}");
    assert!(complaint.contains("trainee"), "{complaint}");
    let check = room.run(&["data", "check", "acme"]);
    let text = String::from_utf8(check.stdout).unwrap();
    assert_eq!(check.status.code(), Some(1));
    assert!(text.contains("already"), "{text}");
    assert!(text.contains("acme/roles/trainee.toml:5:12"), "{text}");
}

#[test]
fn showing_one_role_reads_no_other() {
    let room = acme(&[
        ("roles/trainee.toml", TRAINEE),
        ("roles/broken.toml", "id = "),
    ]);
    for name in ["trainee", "cio"] {
        assert!(
            room.answer(&["show", name, "--data", "acme"])
                .contains("Overview")
        );
    }
    // A list, or a name that only reading all could tell, cannot do without it.
    for arguments in [&["list"][..], &["show", "help desk trainee"]] {
        let arguments: Vec<_> = arguments
            .iter()
            .copied()
            .chain(["--data", "acme"])
            .collect();
        let complaint = room.complaint(&arguments);
        assert!(
            complaint.contains("acme/roles/broken.toml:1:"),
            "{complaint}"
        );
    }
}

#[test]
fn a_name_never_leads_out_of_the_folder() {
    let room = acme(&[]);
    room.put("trainee.toml", TRAINEE);
    room.put("acme/trainee.toml", TRAINEE);
    for name in [
        "../trainee",
        "../../trainee",
        "./../trainee",
        "roles/../../trainee",
        "..",
        ".",
    ] {
        let complaint = room.complaint(&["show", name, "--data", "acme"]);
        assert!(complaint.contains("no role"), "{name}: {complaint}");
    }
}

#[test]
fn a_broken_layer_says_where_and_how_to_mend_it() {
    let room = acme(&[
        (
            "roles/trainee.toml",
            &TRAINEE
                .replace("family = \"support\"", "family = \"supprt\"")
                .replace("theme = \"users\"", "theem = \"users\""),
        ),
        ("roles/other.toml", &TRAINEE.replace("title", "tilte")),
        ("roles/half.toml", "id = \"half\"\ntitle = \"Half"),
        ("roles/nothing.toml", "patch = true\nid = \"nothing\"\n"),
        (
            "roles/cio.toml",
            "patch = true\nid = \"cio\"\nremove = [\"nothing\"]\n",
        ),
        (
            "occupations/15-1231.toml",
            "patch = true\nsoc = \"15-1231\"\n[[add.pay]]\nyear = 2025\nmedian = 1\np10 = 50000\nsource = \"nobody\"\n",
        ),
        (
            "skills.toml",
            "[[skils]]\nid = \"x\"\n[[skills]]\nid = \"y\"\nname = \"Y\"\nkind = \"odd\"\n",
        ),
        (
            "claims.toml",
            "[[claims]]\nid = \"support-median-54760\"\ntopic = \"pay\"\nsays = \"x\"\nsource = \"acme\"\n\
          verdict = \"superseded\"\nbecause = \"y\"\n",
        ),
    ]);
    room.put("acme/latin.toml", b"# caf\xe9\n");
    let report = [
        behaviour_in(room.path(), &["data", "check", "acme", "--width", "120"]),
        behaviour_in(
            room.path(),
            &[
                "data",
                "check",
                "acme/roles/trainee.toml",
                "--format",
                "csv",
            ],
        ),
        behaviour_in(room.path(), &["show", "trainee", "--data", "acme"]),
        behaviour_in(room.path(), &["show", "half", "--data", "acme"]),
        behaviour_in(room.path(), &["data", "check", "nowhere"]),
        behaviour_in(room.path(), &["list", "--data", "nowhere"]),
        behaviour_in(room.path(), &["list", "--data", "acme/skills.toml"]),
    ];
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/layers.txt");
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(report.join("\n"), Data::read_from(&path, None).raw());
}

#[test]
fn what_is_begun_can_be_checked_and_shown_at_once() {
    let room = Room::with(&[]);
    for (id, more, file) in [
        ("trainee", &[][..], "my/roles/trainee.toml"),
        ("it-support", &["--patch"], "my/roles/it-support.toml"),
        ("15-1232", &["--patch"], "my/occupations/15-1232.toml"),
        ("99-1111", &[], "my/occupations/99-1111.toml"),
        (
            "basics",
            &["--kind", "certification"],
            "my/certifications.toml",
        ),
        (
            "pmp",
            &["--kind", "certification", "--patch"],
            "my/certifications.toml",
        ),
        ("juggling", &["--kind", "skill"], "my/skills.toml"),
        (
            "troubleshooting",
            &["--kind", "skill", "--patch"],
            "my/skills.toml",
        ),
        ("course", &["--kind", "source"], "my/sources.toml"),
        (
            "oews-2025",
            &["--kind", "source", "--patch"],
            "my/sources.toml",
        ),
    ] {
        let arguments: Vec<_> = ["data", "new", id, "--data", "my"]
            .into_iter()
            .chain(more.iter().copied())
            .collect();
        assert_eq!(room.json(&arguments)["file"], file);
        let check = room.answer(&["data", "check", "my"]);
        assert!(check.starts_with("Nothing is wrong"), "{id}: {check}");
    }
    assert!(
        room.answer(&["show", "trainee", "--data", "my"])
            .contains("proxy: a stand-in")
    );
    assert!(
        room.answer(&["certs", "basics", "--data", "my"])
            .contains("unknown")
    );
    // A commented example of a skeleton is right as well, once it is taken in.
    let text = fs::read_to_string(room.path().join("my/roles/trainee.toml")).unwrap();
    let lines = text.lines().map(|line| {
        let rest = line.strip_prefix("# ").unwrap_or(line);
        // All occupations together have no ratings.
        let code = !rest.starts_with("onet =")
            && (rest.starts_with("[[") || rest.split(' ').nth(1) == Some("="));
        if code { rest } else { line }
    });
    room.put(
        "my/roles/trainee.toml",
        lines.collect::<Vec<_>>().join("\n"),
    );
    let check = room.run(&["data", "check", "my"]);
    let found = String::from_utf8(check.stdout).unwrap();
    assert!(found.starts_with("Nothing is wrong"), "{found}");
}

#[test]
fn what_is_begun_in_a_folder_needs_no_other() {
    let room = Room::with(&[(
        "home/.local/share/roles/sources.toml",
        &SOURCES.replace("acme", "own"),
    )]);
    let mut begin = command();
    begin
        .current_dir(room.path())
        .env("HOME", room.path().join("home"));
    assert!(
        begin
            .args(["data", "new", "trainee", "--data", "my"])
            .output()
            .unwrap()
            .status
            .success()
    );
    assert!(
        room.answer(&["data", "check", "my"])
            .starts_with("Nothing is wrong")
    );
    for name in ["role", "lists"] {
        let schema = room.path().join(format!("my/schemas/{name}.json"));
        assert_eq!(
            fs::read_to_string(schema).unwrap(),
            room.answer(&["data", "schema", name])
        );
    }
}

#[test]
fn nothing_is_begun_over_what_is_there() {
    let room = Room::with(&[("my/roles/trainee.toml", "mine")]);
    assert!(
        room.complaint(&["data", "new", "trainee", "--data", "my"])
            .contains("already")
    );
    assert!(
        room.complaint(&["data", "new", "cio", "--data", "my"])
            .contains("--patch")
    );
    assert!(
        room.complaint(&["data", "new", "nobody", "--patch", "--data", "my"])
            .contains("no role nobody")
    );
    assert!(
        room.complaint(&["data", "new", "My Role", "--data", "my"])
            .contains("roles data new my-role")
    );
    assert!(
        room.complaint(&["data", "new", "trainee"])
            .contains("no home folder")
    );
    assert_eq!(
        fs::read_to_string(room.path().join("my/roles/trainee.toml")).unwrap(),
        "mine"
    );
    let left: Vec<_> = fs::read_dir(room.path().join("my/roles"))
        .unwrap()
        .collect();
    assert_eq!(left.len(), 1);
    // A folder that was made for nothing goes again.
    room.complaint(&["data", "new", "nobody", "--patch", "--data", "fresh"]);
    assert!(!room.path().join("fresh").exists());
}

#[test]
fn the_paths_that_are_read_are_told_in_order() {
    let room = acme(&[("roles/trainee.toml", TRAINEE)]);
    room.put("b/acme/skills.toml", "");
    let paths = room.json(&["data", "paths", "--data", "acme", "--data", "b/acme/"]);
    let read: Vec<_> = paths["read"].as_array().unwrap().iter().collect();
    let names: Vec<_> = read
        .iter()
        .map(|layer| layer["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["acme", "acme-2"]);
    let counts = |layer: &Value| {
        (
            layer["roles"].clone(),
            layer["occupations"].clone(),
            layer["lists"].clone(),
        )
    };
    assert_eq!(counts(read[0]), (1.into(), 0.into(), 1.into()));
    assert_eq!(counts(read[1]), (0.into(), 0.into(), 1.into()));
    assert_eq!(paths["user"], Value::Null);
}

#[test]
fn odd_files_are_clear_errors() {
    let room = acme(&[]);
    fs::create_dir_all(room.path().join("acme/roles/folder.toml")).unwrap();
    room.put("acme/roles/long.toml", "#".repeat(9 << 20));
    let mut cases = vec![("folder", "it is a folder"), ("long", "longer than 8 MiB")];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", room.path().join("acme/roles/dangling.toml"))
            .unwrap();
        std::os::unix::fs::symlink("/dev/zero", room.path().join("acme/roles/endless.toml"))
            .unwrap();
        cases.extend([
            ("dangling", "link to nothing"),
            ("endless", "no plain file"),
        ]);
    }
    for (id, words) in cases {
        let complaint = room.complaint(&["show", id, "--data", "acme"]);
        assert!(
            complaint.contains(words) && complaint.contains("hint:"),
            "{id}: {complaint}"
        );
    }
    // Line ends of Windows and a byte order mark do no harm.
    room.put(
        "acme/roles/trainee.toml",
        format!("\u{feff}{}", TRAINEE.replace('\n', "\r\n")),
    );
    room.answer(&["show", "trainee", "--data", "acme"]);
}

/// Runs the script of the docs with these arguments, in this repository.
#[cfg(unix)]
fn publish(arguments: &[&str]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_roles")).parent().unwrap();
    let path = std::env::join_paths([program, Path::new("/usr/bin"), Path::new("/bin")]).unwrap();
    std::process::Command::new("sh")
        .arg("docs/publish.sh")
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .env("PATH", path)
        .output()
        .unwrap()
}

#[test]
#[cfg(unix)]
fn a_school_can_publish_its_own_pages() {
    let room = Room::with(&[]);
    let site = room.path().join("site");
    let site = site.to_str().unwrap();
    let done = publish(&["examples/acme", site, "100y"]);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let page = |name: &str| fs::read_to_string(Path::new(site).join(name)).unwrap();
    assert!(page("help-desk-trainee-compared.html").contains("From layer acme"));
    assert!(page("help-desk-trainee.html").contains("Help Desk Trainee"));
    assert!(page("it-support.html").contains("Mentor trainees"));

    // Nothing is published where a figure is too old, or a file is wrong.
    let old = room.path().join("old");
    assert_eq!(
        publish(&["examples/acme", old.to_str().unwrap(), "1d"])
            .status
            .code(),
        Some(1)
    );
    room.put("acme/roles/broken.toml", "id = ");
    let broken = room.path().join("acme");
    assert_eq!(
        publish(&[broken.to_str().unwrap(), old.to_str().unwrap(), "100y"])
            .status
            .code(),
        Some(1)
    );
    assert!(!old.exists());
}

#[test]
fn what_every_item_has_cannot_be_removed() {
    for (file, text) in [
        (
            "certifications.toml",
            "[[certifications]]\npatch = true\nid = \"ccna\"\nremove = [\"name\"]\nlevel = \"expert\"\n",
        ),
        (
            "sources.toml",
            "[[sources]]\npatch = true\nid = \"oews-2025\"\nremove = [\"licence\"]\n",
        ),
        (
            "roles/cio.toml",
            "patch = true\nid = \"cio\"\nremove = [\"id\"]\n",
        ),
        (
            "occupations/15-1232.toml",
            "patch = true\nsoc = \"15-1232\"\nremove = [\"title\"]\n",
        ),
    ] {
        let room = Room::with(&[(&format!("acme/{file}"), text)]);
        let check = room.run(&["data", "check", "acme"]);
        let found = words(&String::from_utf8(check.stdout).unwrap());
        assert_eq!(check.status.code(), Some(1), "{file}");
        assert!(found.contains("cannot be removed: every"), "{found}");
        assert!(found.starts_with("One thing to mend"), "{found}");
    }
}

#[test]
fn text_that_would_do_something_is_refused_where_it_stands() {
    let bad = |text: &str| TRAINEE.replace("Take the first call", text);
    for (text, words) in [
        ("a\\u001b]0;pwn\\u0007", "U+001B"),
        ("a\\u009b31m", "U+009B"),
        ("a\\u202eb", "U+202E"),
        ("a\\u200bb", "U+200B"),
        ("a\\nb", "more than one line"),
        ("  ", "is empty"),
    ] {
        let room = acme(&[("roles/trainee.toml", &bad(text))]);
        let complaint = room.complaint(&["show", "trainee", "--data", "acme"]);
        assert!(
            complaint.contains("acme/roles/trainee.toml:12:8"),
            "{complaint}"
        );
        assert!(complaint.contains(words), "{complaint}");
        assert!(
            !complaint.contains(['\u{1b}', '\u{9b}', '\u{202e}']),
            "{complaint:?}"
        );
        let check = room.run(&["data", "check", "acme", "--format", "csv"]);
        assert!(!check.stdout.contains(&0x1b) && check.status.code() == Some(1));
    }
    // Letters joined to one, as in many emoji, are no such thing.
    let room = acme(&[("roles/trainee.toml", &bad("👨\u{200d}👩\u{200d}👧 日本"))]);
    room.answer(&["show", "trainee", "--data", "acme"]);
    // Nor does the name of a folder or of a key get through.
    let room = Room::with(&[("a\u{1b}[31m/roles/x.toml", "\"\\u001b[31m\" = 1\n")]);
    let check = room.run(&["data", "check", "a\u{1b}[31m"]);
    assert!(!check.stdout.contains(&0x1b) && !check.stdout.is_empty());
    let paths = room.run(&["data", "paths", "--data", "a\u{1b}[31m"]);
    assert!(!paths.stdout.contains(&0x1b) && paths.status.success());
}

#[test]
fn every_layer_that_an_item_is_made_of_is_told() {
    let room = Room::with(&[
        (
            "one/roles/it-support.toml",
            "patch = true\nid = \"it-support\"\nlevel = \"senior\"\n",
        ),
        (
            "two/roles/it-support.toml",
            "patch = true\nid = \"it-support\"\ntitle = \"Helper\"\n",
        ),
    ]);
    let arguments = [
        "show",
        "it-support",
        "--section",
        "overview",
        "--data",
        "one",
        "--data",
        "two",
    ];
    let page = words(&room.answer(&arguments));
    assert!(
        page.contains("From layer one (one): role it-support (patched: level)."),
        "{page}"
    );
    assert!(
        page.contains("From layer two (two): role it-support (patched: title)."),
        "{page}"
    );
    let csv = room.answer(&[&arguments[..], &["--format", "csv"]].concat());
    let level = csv
        .lines()
        .find(|line| line.starts_with("overview,level"))
        .unwrap();
    assert!(level.ends_with(",one"), "{level}");
    let summary = csv
        .lines()
        .find(|line| line.starts_with("overview,summary"))
        .unwrap();
    assert!(summary.ends_with(','), "{summary}");
}

#[test]
fn a_retirement_stays_whatever_stands_over_it() {
    let whole = "[[certifications]]\nid = \"mcsa\"\nname = \"Foo Cert\"\nshort = \"Foo\"\nissuer = \"Foo\"\n\
        kind = \"certification\"\nlevel = \"entry\"\nlevel_by_issuer = false\nstatus = \"active\"\nstatus_sources = [\"acme\"]\n";
    let later = "[[certifications]]\npatch = true\nid = \"mcsa\"\nretired_on = \"2035-01-01\"\n";
    for text in [whole, later] {
        let room = acme(&[("certifications.toml", text)]);
        let mcsa = &room.json(&["certs", "MCSA", "--data", "acme"])["certifications"][0];
        assert_eq!(mcsa["retired_on"], "2021-01-31");
        assert!(
            mcsa["notes"].to_string().contains("A layer has it as"),
            "{mcsa}"
        );
        room.put("article.md", "Earn the MCSA to start in IT support.\n");
        let check = room.run(&[
            "check",
            "article.md",
            "--data",
            "acme",
            "--rule",
            "retired-certification",
        ]);
        assert_eq!(check.status.code(), Some(1));
        let said = String::from_utf8(check.stdout).unwrap();
        assert!(
            said.contains("2021-01-31") && !said.contains("2035"),
            "{said}"
        );
    }
}

#[test]
fn a_figure_that_there_cannot_be_is_refused() {
    let figure = |figures: &str| {
        format!(
            "patch = true\nsoc = \"15-1232\"\n[[add.pay]]\nyear = 2026\n{figures}\nsource = \"acme\"\n"
        )
    };
    for figures in ["median = -5", "p90 = 1e300", "jobs = -3"] {
        let room = acme(&[("occupations/15-1232.toml", &figure(figures))]);
        let complaint = room.complaint(&["show", "it-support", "--data", "acme"]);
        assert!(complaint.contains("15-1232.toml:5:"), "{complaint}");
        assert!(
            complaint.contains("there can be no such figure"),
            "{complaint}"
        );
    }
    let room = acme(&[(
        "occupations/15-1232.toml",
        "patch = true\nsoc = \"15-1232\"\narea = \"Mars\"\n",
    )]);
    assert!(
        room.complaint(&["show", "it-support", "--data", "acme"])
            .contains("cannot change the area")
    );
    let room = acme(&[(
        "roles/cio.toml",
        "patch = true\nid = \"cio\"\narea = \"Mars\"\n",
    )]);
    let complaint = room.complaint(&["show", "cio", "--data", "acme"]);
    assert!(complaint.contains("no key \"area\""), "{complaint}");
}

#[test]
fn what_lies_there_and_is_not_read_is_told() {
    let room = acme(&[
        ("Roles/trainee.toml", TRAINEE),
        ("role/x.toml", ""),
        ("roles/sub/y.toml", ""),
        ("x.TOML", ""),
    ]);
    let check = room.run(&["data", "check", "acme", "--format", "csv"]);
    let found = String::from_utf8(check.stdout).unwrap();
    for place in ["acme/Roles", "acme/role", "acme/roles/sub", "acme/x.TOML"] {
        assert!(
            found.contains(&format!("problems,message,{place}:1:1,this f")),
            "{place}: {found}"
        );
    }
    #[cfg(unix)]
    {
        let room = acme(&[]);
        std::os::unix::fs::symlink("nowhere", room.path().join("acme/roles")).unwrap();
        assert_eq!(room.run(&["data", "check", "acme"]).status.code(), Some(1));
    }
}

#[test]
#[cfg(unix)]
fn of_many_that_are_begun_at_once_none_is_lost_and_a_link_stays_one() {
    let room = Room::with(&[
        ("real/skills.toml", "# ours\n"),
        ("my/sources.toml", SOURCES),
    ]);
    let link = room.path().join("my/skills.toml");
    std::os::unix::fs::symlink("../real/skills.toml", &link).unwrap();
    let begun = (0..20).map(|count| {
        let mut command = command();
        command
            .current_dir(room.path())
            .stdout(std::process::Stdio::null());
        command.args([
            "data",
            "new",
            &format!("skill-{count}"),
            "--kind",
            "skill",
            "--data",
            "my",
        ]);
        command.spawn().unwrap()
    });
    let begun: Vec<_> = begun.collect();
    for mut process in begun {
        assert!(process.wait().unwrap().success());
    }
    let text = fs::read_to_string(room.path().join("real/skills.toml")).unwrap();
    assert_eq!(text.matches("[[skills]]").count(), 20, "{text}");
    assert!(text.starts_with("# ours\n") && link.is_symlink());
    assert!(
        room.answer(&["data", "check", "my"])
            .starts_with("Nothing is wrong")
    );
    // What cannot be read is not added to.
    room.put("my/certifications.toml", "broken = [\n");
    let complaint = room.complaint(&[
        "data",
        "new",
        "x",
        "--kind",
        "certification",
        "--data",
        "my",
    ]);
    assert!(complaint.contains("cannot be read"), "{complaint}");
    assert_eq!(
        fs::read_to_string(room.path().join("my/certifications.toml")).unwrap(),
        "broken = [\n"
    );
}

#[test]
fn a_hint_keeps_what_was_typed() {
    let room = Room::with(&[("my/skills.toml", "")]);
    for (arguments, hint) in [
        (
            &["it-support"][..],
            "roles data new it-support --patch --data my",
        ),
        (
            &["Bad Id", "--kind", "certification"],
            "roles data new bad-id --kind certification --data my",
        ),
        (
            &["mcsa", "--patch"],
            "roles data new mcsa --kind certification --patch --data my",
        ),
        (
            &["15-1232.00", "--patch"],
            "roles data new 15-1232 --patch --data my",
        ),
    ] {
        let line: Vec<_> = ["data", "new"]
            .iter()
            .chain(arguments)
            .chain(&["--data", "my"])
            .copied()
            .collect();
        let complaint = room.complaint(&line);
        assert!(complaint.trim_end().ends_with(hint), "{complaint}");
        // The hint works.
        let again: Vec<_> = hint.split(' ').skip(1).collect();
        room.answer(&again);
    }
}

#[test]
fn skills_that_no_one_named_are_unknown_and_not_missing() {
    let room = acme(&[("roles/trainee.toml", TRAINEE)]);
    let gap = room.json(&["gap", "trainee", "it-support", "--data", "acme"]);
    let skills = gap["skills"].as_array().unwrap();
    assert!(!skills.is_empty());
    assert!(
        skills.iter().all(|skill| skill["state"] == "unknown"),
        "{skills:?}"
    );
}

#[test]
fn a_profile_that_a_layer_adds_can_be_referred_to_and_no_other() {
    let occupation = "patch = true\nsoc = \"15-1232\"\n\n\
         [[add.onet]]\ncode = \"15-1232.09\"\ntitle = \"Trainees\"\njob_zone = 2\njob_zone_date = \"2026-01\"\nsource = \"own\"\n";
    let role = |code: &str| {
        format!(
            "patch = true\nid = \"it-support\"\n\n\
             [[add.duties]]\ntheme = \"users\"\ntext = \"Mentor trainees\"\nsources = [\"own#{code}\"]\n"
        )
    };
    let room = Room::with(&[
        ("layer/own.toml", super::hostile::SOURCES),
        ("layer/occupations/15-1232.toml", occupation),
        ("layer/roles/it-support.toml", &role("15-1232.09")),
    ]);
    let checked = room.run(&["data", "check", "layer"]);
    let said = String::from_utf8(checked.stdout).unwrap();
    assert_eq!(checked.status.code(), Some(0), "{said}");
    // One that comes with the program is there still.
    room.put("layer/roles/it-support.toml", role("15-1232.00"));
    assert_eq!(room.run(&["data", "check", "layer"]).status.code(), Some(0));
    room.put("layer/roles/it-support.toml", role("15-1232.08"));
    let checked = room.run(&["data", "check", "layer"]);
    let said = String::from_utf8(checked.stdout).unwrap();
    assert!(
        checked.status.code() == Some(1) && said.contains("15-1232.08"),
        "{said}"
    );
}
