//! How the closed vocabularies of the model are spelled, for people and in data.

/// A member of a closed vocabulary: one spelling for data and scripts, one for people.
pub trait Label: Copy + 'static {
    /// Every member, in the order in which it is listed and sorted.
    const ALL: &'static [Self];

    /// The spelling in data files, JSON and CSV: lower case, words joined by hyphens.
    fn key(self) -> &'static str;

    /// The words a person reads.
    fn label(self) -> &'static str;

    /// The member spelled `key`, if there is one.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.key() == key)
    }
}

/// Declares an enum with its [`Label`] and a serde form that uses the same keys.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $key:literal, $label:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[cfg_attr(test, schemars(transform = $crate::model::schema::spell_out::<$name>))]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $key)] $variant,)+
        }

        impl $crate::model::Label for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }
        }
    };
}
pub(crate) use vocabulary;
