//! Every shipped course loads without a problem.

use hoclieu::content::source::Date;
use hoclieu::load::{self, Origin};

#[test]
fn the_shipped_course_has_no_problems() {
    let report = load::check(&Origin::Shipped, Date::parse("2026-11-24").unwrap(), false).unwrap();
    let errors: Vec<_> = report.problems.iter().filter(|problem| problem.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(report.counts.lessons > 0);
}
