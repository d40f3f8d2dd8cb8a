//! What only a search reads: job titles by O*NET occupation, and synonyms. In the catalog room.

use super::{Catalog, Result};
use crate::model::Synonyms;

impl Catalog {
    /// The job titles that O*NET lists for an occupation, `15-1232.00`; empty where the data has none.
    pub fn job_titles(&self, code: &str) -> Result<Vec<String>> {
        self.of_profile(
            code,
            |profile| profile.titles.clone(),
            |base| base.job_titles(code),
        )
    }

    /// Every group of synonyms, in the order of the data.
    pub fn synonyms(&self) -> Result<Vec<Synonyms>> {
        let mut groups = self.base.synonyms()?;
        groups.extend(self.additions::<Synonyms>()?.into_iter().cloned());
        Ok(groups)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn job_titles_and_synonyms_read_back_and_stay_out_of_profiles() {
        let catalog = Catalog::bundled();
        let titles = catalog.job_titles("15-1242.00").unwrap();
        assert!(titles.iter().any(|title| title == "Database Manager"));
        assert!(
            catalog
                .onet_profile("15-1242.00")
                .unwrap()
                .titles
                .is_empty()
        );
        assert!(catalog.synonyms().unwrap().len() > 5);
        assert!(catalog.job_titles("99-9999.00").is_err());
    }
}
