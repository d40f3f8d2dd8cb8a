//! What a profile rests on.

use super::Profile;

impl Profile {
    /// The ids of every publication that the profile rests on, with repeats.
    pub fn cited(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        macro_rules! cite {
            ($($list:expr),+ $(,)?) => {$(
                for item in $list { ids.extend(item.sources.iter().map(String::as_str)); }
            )+};
        }
        cite!(&self.shared_titles);
        if let Some(overview) = &self.overview {
            cite!([&overview.summary, &overview.day], &overview.works_in);
        }
        cite!(
            self.focus.iter().flatten(),
            self.scope.iter().flatten(),
            self.duties.iter().flatten(),
            self.skills.iter().flatten(),
            self.aspects.iter().flatten(),
            self.certifications.iter().flatten(),
            self.measured_by.iter().flatten(),
            self.moves.iter().flatten(),
            self.resources.iter().flatten(),
        );
        for certification in self.certifications.iter().flatten() {
            ids.extend(certification.status_sources.iter().map(String::as_str));
        }
        if let Some(education) = &self.education {
            cite!(&education.stated);
            ids.extend(
                education
                    .typical_entry
                    .iter()
                    .map(|entry| entry.source.as_str()),
            );
            let others = education
                .other_readings
                .iter()
                .flat_map(|other| &other.answers);
            let answers = education.respondents.iter().chain(others);
            ids.extend(answers.map(|answer| answer.share.origin.source.as_str()));
        }
        if let Some(experience) = &self.experience {
            cite!(&experience.stated);
            ids.extend(
                experience
                    .typical_entry
                    .iter()
                    .map(|entry| entry.source.as_str()),
            );
            ids.extend(
                experience
                    .training
                    .iter()
                    .map(|entry| entry.source.as_str()),
            );
            let others = experience
                .other_readings
                .iter()
                .flat_map(|other| &other.answers);
            let answers = experience.respondents.iter().chain(others);
            ids.extend(answers.map(|answer| answer.share.origin.source.as_str()));
        }
        if let Some(pay) = &self.pay {
            let wages = [&pay.preferred].into_iter().chain(&pay.other_readings);
            ids.extend(wages.map(|wages| wages.median.origin.source.as_str()));
        }
        if let Some(outlook) = &self.outlook {
            let projected = [&outlook.preferred]
                .into_iter()
                .chain(&outlook.other_readings);
            ids.extend(projected.map(|projected| projected.growth.origin.source.as_str()));
            ids.extend(outlook.reasons.iter().map(|reason| reason.source.as_str()));
        }
        if let Some(ratings) = &self.ratings {
            let rated = [&ratings.preferred]
                .into_iter()
                .chain(&ratings.other_readings);
            ids.extend(rated.filter_map(|rated| rated.source.as_deref()));
        }
        for claim in self.claims.iter().flatten() {
            ids.push(&claim.source);
            ids.extend(claim.evidence.iter().map(String::as_str));
        }
        ids
    }
}
