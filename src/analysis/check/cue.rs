//! Words that tell how a figure or a name in a text is meant.

/// What a word or phrase gives away about its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cue {
    /// "median", in the singular: one number.
    Median,
    /// "medians": several of them, as of several occupations.
    Medians,
    Mean,
    /// What someone earns.
    Pay,
    /// A word of statistics: "typically", "on average", "ranges".
    Typical,
    /// Who publishes official figures.
    Authority,
    /// A look ahead: "projected", "over the next decade".
    Projection,
    /// The same in words that look ahead to anything: "will".
    Ahead,
    /// What grows or shrinks when an occupation does: "employment", "jobs".
    Employment,
    /// "demand", which grows without a job more.
    Demand,
    Grow,
    Shrink,
    /// Growth that is told as past: "grew".
    Past,
    /// A change either way, as a table's head names it.
    Change,
    /// Little or no change.
    Flat,
    /// The text itself treats what it says as history.
    History,
    /// The text says that a credential is no longer offered, or treats it as a thing of the past.
    Retired,
    /// The same, in words that may be about something else: they count in the credential's own sentence.
    Replaced,
    /// Somebody once earned it, holds it, or has it on a list of the past.
    Held,
    /// A comparison with something else.
    Compare,
    /// The text names a stand-in as one.
    StandIn,
    /// Business, prices and shops: no one's pay.
    Commerce,
    /// A job advert's own offer, or a person's own pay.
    Offer,
    /// "you can expect", which makes a statistic of what follows, whoever is spoken to.
    Expect,
    Certification,
    /// Words for learning that are wider than certifications: "degree", "education", "qualifications".
    Education,
    /// A degree by its name.
    Degree,
    /// Places, industries and employers, each of which has its own figures.
    Part,
    /// Beginners and old hands, who have their own figures.
    Stage,
    /// Hourly, weekly or monthly pay.
    Hourly,
}

/// Every cue with its words, in lower case; commas part them.
const CUES: &[(Cue, &str)] = &[
    (Cue::Median, "median, midpoint"),
    (
        Cue::Medians,
        "medians, median wages, median salaries, median earnings range",
    ),
    (
        Cue::Mean,
        "mean, average annual wage, average annual salary, average wage, average salary, average pay, average \
         yearly wage, average annual pay, annual mean wage, mean annual wage, mean wage, average earnings, \
         average income",
    ),
    (
        Cue::Pay,
        "wage, wages, salary, salaries, pay, pays, paid, paycheck, earn, earns, earned, earning, earnings, \
         income, incomes, compensation, remuneration, take home, takes home, make between, makes between, make \
         around, make about, paying, make, makes, made, salaried, a year, per year, annually, per annum, /year, \
         /yr, cleared, pocketed, pulls in, pull in, clear, clears, usually comes with",
    ),
    (
        Cue::Typical,
        "typically, on average, average, ranges from, range from, ranging from, ranges between, range between, \
         ranging between, salary range, pay range for, usually, generally, nationally, nationwide, national, in \
         the united states, in the us, in the u.s., across the country, annual wage, annual wages, annual salary, \
         annual salaries, yearly, half of, middle half, typical, averaged, averages, tend to, tends to, in the \
         states, the states, roughly",
    ),
    (
        Cue::Authority,
        "bureau of labor statistics, bls, occupational outlook handbook, oews, oes, department of labor, labor \
         department, labor statistics, official figures, official statistics, federal data, federal figures, \
         government data, government figures, federal statistics, the bureau, federal statisticians, federal \
         estimates, national estimates, federal wage survey, the government counts, federal survey, federal \
         group, national survey, government statisticians, labor bureau, federal projections, federal forecasts, \
         labour statistics, the department",
    ),
    (
        Cue::Projection,
        "projected, projects, project a, project an, project that, projecting, projection, projections, forecast, \
         forecasts, forecasted, predicts, predicted, prediction, estimated to, estimates that, outlook, over the \
         next decade, in the next decade, over the decade, next ten years, next 10 years, coming decade, over the \
         coming, this decade, in ten years, within ten years, over ten years, in the coming ten years, over the \
         coming decade, over the next ten years, federal projections, federal forecasts",
    ),
    (
        Cue::Ahead,
        "expects, expect, expected, anticipated, anticipates, will, should, likely to, coming years, set to, \
         slated to, on track to, poised to, expected to, is expected, are expected, foresees, foresee, counts on, \
         sees, envisions, looks for, look forward to, reckons on, going to, is going to, are going to",
    ),
    (
        Cue::Employment,
        "employment, jobs, job, positions, openings, workforce, occupation, occupations, number of, headcount, \
         profession, field, career, careers, roles, role, hiring, job market, labor market, more jobs, new jobs, \
         fewer jobs, job losses, job growth, employment up, jobs up, their number, the number, employment growth, \
         their numbers, their ranks, ranks, the ranks",
    ),
    (Cue::Demand, "demand, need for, opportunities, prospects"),
    (
        Cue::Grow,
        "grow, grows, growing, growth, increase, increases, increasing, rise, rises, rising, expand, expands, \
         expanding, expansion, climb, climbs, climbing, gain, gains, add, adds, adding, jump, surge, swell, \
         uptick, upward, boom, growth rate, go up, goes up, more jobs, new jobs, job growth, employment up, jobs \
         up, up by, employment growth, going up, went up",
    ),
    (
        Cue::Shrink,
        "decline, declines, declining, shrink, shrinks, shrinking, shrinkage, decrease, decreases, decreasing, \
         fall, falls, falling, drop, drops, dropping, lose, loses, losing, loss, losses, contract by, \
         contraction, reduction, fewer jobs, go down, negative, dip, slump, downturn, job losses, downward, \
         fewer, going down, goes down",
    ),
    (
        Cue::Past,
        "grew, rose, climbed, has grown, have grown, had grown, has risen, has increased, jumped, surged, fell, \
         shrank, dropped, has fallen, has shrunk, was up, were up, was down, gained, added, increased by, \
         declined by",
    ),
    (Cue::Change, "change, percent change, employment change"),
    (
        Cue::Flat,
        "little or no change, no change, unchanged, remain flat, stay flat, hold steady",
    ),
    (
        Cue::History,
        "had projected, had been projected, once projected, was projected, were projected, had expected, was \
         expected, were expected, once expected, had forecast, previously projected, earlier edition, earlier \
         editions, previous edition, older edition, older editions, an earlier projection, earlier projection, \
         earlier projections, previous projection, older projection, old projection, at the time, back then, in \
         those days, back in, years ago, formerly, previously, used to, at that time, outdated, out of date, \
         out-of-date, stale, superseded, no longer current, historical, historically, up from, down from, \
         compared with, since revised, still quote, still cite, still quotes, earlier figure, the old figure, \
         older figure, then-current, called for, foresaw, predicted, years before, year before, years earlier, \
         year earlier, had been, earlier had, an earlier version, earlier version, that was the, we wrote, still \
         expected, we gave, used to say, in an earlier, correction, corrected",
    ),
    (
        Cue::Retired,
        "retired, retires, retiring, retirement, former, formerly, legacy, discontinued, discontinue, \
         discontinuing, no longer, sunset, sunsetted, phased out, phasing out, obsolete, defunct, withdrawn, \
         withdrew, deprecated, cannot be earned, can't be earned, can not be earned, not available, unavailable, \
         now-retired, killed off, scrapped, end of life, end-of-life, inactive, archived, extinct, wound down, \
         shut down, ceased, expired, outdated, out of date, out-of-date, bygone, axed, retire in, retire on, was \
         to retire, set to retire, can't sit, cannot sit, can't take, cannot take, no one can earn, nobody can \
         earn, nobody has earned, no one has earned, not offered, isn't offered, not be earned, can't get, cannot \
         be taken, can't be taken, was dropped, were dropped, was pulled, is dead, are dead, has ended, have \
         ended, ended in, ended on, stopped offering, closed the, went the same way",
    ),
    (
        Cue::Replaced,
        "replaced, replaces, replacing, replacement, replacements, used to, predecessor, predecessors, successor, \
         successors, succeeded, superseded, renamed, vanished, disappeared, instead of, previously, back when, \
         was once, were once",
    ),
    (
        Cue::Held,
        "earned his, earned her, earned my, earned the, earned an, earned a, earned their, i earned, he earned, \
         she earned, i got, i hold, i held, i have my, got his, got her, got my, got an, passed, since earning, \
         already hold, already holds, already have, already earned, still hold, still holds, still holding, still \
         list, still lists, holders, held, obtained, completed, alumni, awarded, achieved, back in, years ago, \
         was certified, were certified, certified in, became, lapsed, had an, with an old",
    ),
    (
        Cue::Compare,
        "by comparison, in comparison, compared, compare, compares, comparing, by contrast, in contrast, \
         contrast, whereas, versus, vs, unlike, more than, less than, higher than, lower than, rather than, \
         similarly, next to, against, ahead of, behind, above, below, for reference, for context, at the top, \
         move up, moving up, next step, promotion, promoted, eventually, neighbouring, neighboring, difference \
         between, gap between, other, meanwhile, distinct from, step up, report to, reports to, who manage, those \
         who, career ladder, advance to, advancing to, supervise, bosses, move on to, moves on to, moved on to, \
         moving on to, move into, moving into, go on to, goes on to, where the median",
    ),
    (
        Cue::StandIn,
        "nearest, closest, does not track, doesn't track, do not track, not tracked, does not publish, doesn't \
         publish, no separate, not separately, separately, proxy, stand-in, stands in, stand in for, standing in, \
         grouped, groups, group that, lumps, lumped, falls under, fall under, falls within, classified, \
         classifies, counted, counts, no figure, no figures, no official, no statistics, not publish, broader, \
         umbrella, category, part of, includes, included in, combined, combines, approximation, approximate, \
         measured as, measured under, does not measure, doesn't measure, no data, does not have, doesn't have, do \
         not confuse, not to be confused, confuse, mistake, wrongly, not a figure, does not apply, do not apply, \
         not apply, belongs to, belong to, not the figure, is not the, borrow, borrows, borrowed, not ours",
    ),
    (
        Cue::Commerce,
        "market size, market is, market was, market will, the market for, global market, market value, revenue, \
         revenues, sales, price, prices, priced, cost, costs, costing, fee, fees, tuition, discount, discounts, \
         coupon, budget, budgets, customer, customers, ticket, tickets, stock, shares, last quarter, this \
         quarter, the quarter, first quarter, second quarter, third quarter, fourth quarter, per quarter, next \
         quarter, each quarter , quarterly, profit, profits, billion, million, voucher, exam, shipping, invoice, \
         refund, laptop, router, cable, subscription, per month, a month, /month, per seat, per user, grant, \
         scholarship, loan, debt, funding, donation, spend, spends, spending, sold, buy, bought, purchase, \
         purchased, warranty, repair bill, savings, saved, uptime, satisfaction, inflation, traffic, backlog, \
         turnover, attendance, enrollment, enrolment, pass rate, score, scored, users, subscribers, members, \
         visitors, downloads, installments, deposit, down payment, rent, premium, incidents, devices, servers, \
         bandwidth, storage, raise, raises, pay rise, signing bonus, sign-on bonus, stipend, reimbursement, \
         portfolio, contract worth, valued at, project worth, projects worth, grade, final grade, course grade, \
         response rate, response time, survey, respondents, fundraising, our plant, our company, the company, our \
         firm, our business, our school, the firm, company, our team, our sample, the team, support team, our \
         staff, we expect, we plan, next year",
    ),
    (
        Cue::Offer,
        "we offer, we're offering, we pay, we are hiring, we're hiring, we are looking, we're looking, offering, \
         base salary, base pay, starting pay, hiring range, salary:, pay:, compensation:, compensation package, \
         compensation range, pay band, pay grade, salary band, successful candidate, ideal candidate, this \
         position, this role pays, the position pays, depending on experience, doe, commensurate, 401(k), 401k, \
         paid time off, pto, apply now, apply today, apply by, to apply, our team, our client, join our, i earn, \
         i make, i made, i earned, i was making, i was paid, my salary, my pay, my first, my current, my wage, my \
         offer, an offer, offered me, offer of, job offer, you will earn, you'll earn, we budgeted, our budget, \
         hiring salary, posting range, target salary, salary range:, pay range:, pay range for this, salary range \
         for this, salary for this position, pay scale, per diem, step 1, negotiable, i'm making, i am making, im \
         making, making, for this post, for the post, for this job, for this opening, for this vacancy",
    ),
    (
        Cue::Expect,
        "can expect, could expect, may expect, should expect, can earn, you can make, can make, could earn, can \
         count on, could count on, can easily make, easily make",
    ),
    (
        Cue::Certification,
        "certification, certifications, certificate, certificates, certs, cert, professional certification, \
         professional certifications, industry certifications",
    ),
    (
        Cue::Education,
        "degree, degrees, education, educational, qualification, qualifications, academic, university, college, \
         schooling, diploma, diplomas, credentials, credential, graduate, graduates, studies, study",
    ),
    (
        Cue::Degree,
        "m.b.a., bachelor's degree, bachelors degree, bachelor degree, bachelor of science, bachelor of arts, \
         associate degree, associate's degree, associates degree, associate of applied science, master's degree, \
         masters degree, master degree, master of science, doctorate, phd, ph.d., doctoral degree, b.sc., bsc, \
         msc, m.sc., master of information technology, executive mba",
    ),
    (
        Cue::Part,
        "state, states, city, cities, metro, metropolitan, county, region, regions, industry, industries, sector, \
         california, texas, new york, san francisco, silicon valley, seattle, washington, boston, chicago, \
         florida, virginia, massachusetts, colorado, denver, austin, canada, united kingdom, uk, london, india, \
         australia, europe, germany, local, locally, government agencies, finance and insurance, manufacturing, \
         hospitals, glassdoor, payscale, indeed, ziprecruiter, salary.com, linkedin, robert half, zippia, \
         talent.com, our survey, our own survey, our sample, sample, respondents, survey of our, our readers",
    ),
    (
        Cue::Stage,
        "entry-level, entry level, starting, start at, beginner, beginners, newcomers, junior, senior, \
         experienced, freelance, freelancers, contractors, contractor, part-time, interns, intern, internship, \
         apprentice, apprentices",
    ),
    (
        Cue::Hourly,
        "per hour, an hour, hourly, /hour, /hr, an hr, per hr, a week, per week, weekly, a day, per day, daily",
    ),
];

/// Every cue with each of its words.
pub fn cues() -> impl Iterator<Item = (Cue, &'static str)> {
    let words =
        |(cue, words): &'static (Cue, &'static str)| words.split(", ").map(|word| (*cue, word));
    CUES.iter().flat_map(words)
}
