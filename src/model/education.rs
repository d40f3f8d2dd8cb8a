//! Education, experience and training, in the categories of BLS and O*NET.

use super::label::vocabulary;

vocabulary! {
    /// A level of education, lowest first. The categories are O*NET's twelve.
    EducationLevel {
        LessThanHighSchool = "less-than-high-school", "less than high school";
        HighSchool = "high-school", "high school diploma";
        Certificate = "certificate", "post-secondary certificate";
        SomeCollege = "some-college", "some college, no degree";
        Associate = "associate", "associate's degree";
        Bachelor = "bachelor", "bachelor's degree";
        PostBachelorCertificate = "post-bachelor-certificate", "certificate after a bachelor's";
        Master = "master", "master's degree";
        PostMasterCertificate = "post-master-certificate", "certificate after a master's";
        Professional = "professional", "first professional degree";
        Doctoral = "doctoral", "doctoral degree";
        PostDoctoral = "post-doctoral", "post-doctoral training";
    }
}

vocabulary! {
    /// Work experience in a related occupation that BLS sees as typical at entry.
    ExperienceLevel {
        None = "none", "none";
        UnderFiveYears = "less-than-5-years", "less than 5 years";
        FiveYearsOrMore = "5-years-or-more", "5 years or more";
    }
}

vocabulary! {
    /// On-the-job training that BLS sees as typical to become competent.
    TrainingLevel {
        None = "none", "none";
        ShortTerm = "short-term", "short-term, on the job";
        ModerateTerm = "moderate-term", "moderate-term, on the job";
        LongTerm = "long-term", "long-term, on the job";
    }
}
