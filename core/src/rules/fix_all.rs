//! Several findings at once: their fixes, and every safe fix as one change.
//! Knows no rule.

use std::collections::HashMap;

use super::conformity::Deviation;
use super::{Context, Finding, Findings, Fix, Safety};
use crate::document::{Change, Document, Draft, Session};
use crate::lower::survey::Survey;
use crate::message::Message;
use crate::schema::Schemas;

/// The most findings that one call mends: a bound on time.
const MOST: usize = 200;

/// The most findings of one rule that are given their fixes at once.
const MOST_OF_A_RULE: usize = 100;

/// What came of mending everything that can be mended without thinking.
#[derive(Clone, Debug, PartialEq)]
pub struct FixedAll {
    /// One change for all of it; empty if nothing could be mended.
    pub change: Change,
    /// How many findings it mends.
    pub count: usize,
}

/// The ways to mend each of several findings of a document, in their order.
///
/// As [`super::fixes`] for each, from a survey that is already made. Of a rule
/// that finds more than a hundred things, the first hundred are given theirs: a
/// fix holds a copy of its resource, and nobody reads on.
pub fn fixes_of(
    document: &Document,
    schemas: &Schemas,
    survey: &Survey,
    findings: &[Finding],
) -> Vec<Vec<Fix>> {
    let setting = document.setting();
    let context = Context::new(document, &setting, survey, schemas);
    let mut mending = Mending::default();
    mending.step(context, findings, &|| true);
    mending.fixes()
}

/// The ways to mend several findings, while they are looked for: what
/// [`fixes_of`] gives, a piece at a time. Whoever steps brings the same design
/// and the same findings each time.
#[derive(Debug, Default)]
pub struct Mending {
    fixes: Vec<Vec<Fix>>,
    /// How many findings of a rule there were, by the rule's name.
    counts: HashMap<&'static str, usize>,
    /// What one step finds out for the next ones, since it takes long.
    deviations: Option<Vec<Deviation>>,
}

impl Mending {
    /// Looks at as many further findings as there is time for, at least one.
    /// Says whether there are more.
    pub fn step(
        &mut self,
        mut context: Context<'_>,
        findings: &[Finding],
        has_time: &dyn Fn() -> bool,
    ) -> bool {
        context.bring(self.deviations.take());
        for finding in findings.iter().skip(self.fixes.len()) {
            let count = self.counts.entry(finding.rule.id).or_default();
            *count = count.saturating_add(1);
            self.fixes.push(if *count > MOST_OF_A_RULE {
                Vec::new()
            } else {
                (finding.rule.fixes)(&context, finding)
            });
            if !has_time() {
                break;
            }
        }
        self.deviations = context.into_deviations();
        self.fixes.len() < findings.len()
    }

    /// The ways to mend each of the findings that were looked at, in their order.
    pub fn fixes(self) -> Vec<Vec<Fix>> {
        self.fixes
    }
}

/// Mends each of several findings by its best fix, where that is safe.
///
/// One after the other, each on what the ones before have left: two subnets
/// that both want the next free block get different ones, and a finding that
/// went with an earlier one is left alone.
pub fn fix_all(document: &Document, schemas: &Schemas, findings: &[Finding]) -> FixedAll {
    let mut session = Session::new(document.clone());
    let mut count = 0;
    for finding in findings.iter().take(MOST) {
        let Some(fix) = best_fix(session.document(), schemas, finding) else {
            continue;
        };
        if fix.safety == Safety::Safe && session.commit(fix.change).is_ok() {
            count += 1;
        }
    }
    let mut draft = Draft::new(document);
    draft
        .template_mut()
        .clone_from(&session.document().template);
    draft.layout_mut().clone_from(&session.document().layout);
    let title = Message::new("Mend {count} findings").text("count", count);
    FixedAll {
        change: draft.into_change(title),
        count,
    }
}

/// The best fix of a finding that the document still has.
fn best_fix(document: &Document, schemas: &Schemas, finding: &Finding) -> Option<Fix> {
    let survey = Survey::of(document);
    let setting = document.setting();
    let context = Context::new(document, &setting, &survey, schemas);
    let mut found = Findings::of(finding.rule);
    (finding.rule.check)(&context, &mut found);
    let found = found.into_list();
    let still = found.iter().find(|it| it.is_same(finding))?;
    (finding.rule.fixes)(&context, still).into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::fixture;
    use crate::schema::everything;

    #[test]
    fn all_safe_fixes_together_leave_nothing_that_one_of_them_mends() {
        for rule in crate::rules::all() {
            let document = fixture::design(rule.bad);
            let findings = analyze(&document, everything()).findings;
            let fixed = fix_all(&document, everything(), &findings);
            let mut session = Session::new(document);
            assert!(session.commit(fixed.change).is_ok(), "{}", rule.id);
            let left = analyze(session.document(), everything()).findings;
            let survey = Survey::of(session.document());
            let choices = fixes_of(session.document(), everything(), &survey, &left);
            for (finding, choice) in left.iter().zip(choices) {
                let is_safe = choice.first().is_some_and(|fix| fix.safety == Safety::Safe);
                let is_new = !findings.iter().any(|it| it.is_same(finding));
                assert!(!is_safe || is_new, "{}: {}", rule.id, finding.message);
            }
        }
    }

    #[test]
    fn one_change_mends_several_findings_each_in_its_own_way() {
        // Each wants an address of its own.
        let text = "vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.1.0/24
    nat one
    nat two
";
        let document = fixture::design(text);
        let before = document.template.resources.len();
        let findings = analyze(&document, everything()).findings;
        let of_rule = |it: &&Finding| it.rule.id == "nat-gateway-without-eip";
        let wanted: Vec<_> = findings.iter().filter(of_rule).cloned().collect();
        let fixed = fix_all(&document, everything(), &wanted);
        assert_eq!((wanted.len(), fixed.count), (2, 2));
        let mut session = Session::new(document);
        session.commit(fixed.change).unwrap();
        assert_eq!(session.document().template.resources.len(), before + 2);
        let left = analyze(session.document(), everything()).findings;
        assert_eq!(left.iter().filter(of_rule).count(), 0);
        session.undo();
        assert_eq!(session.document().template.resources.len(), before);
    }

    #[test]
    fn of_many_findings_of_a_rule_the_first_hundred_are_given_their_fixes() {
        let rules = (0..150).map(|it| {
            let block = format!("10.0.0.{}/24", it + 1);
            format!("{{IpProtocol=tcp, FromPort={it}, ToPort={it}, CidrIp={block}}}")
        });
        let rules: Vec<String> = rules.collect();
        let document = fixture::design(&format!(
            "vpc main CidrBlock=10.0.0.0/16\n  sg web GroupDescription=w SecurityGroupIngress=[{}]",
            rules.join(", ")
        ));
        let analysis = analyze(&document, everything());
        let own = |it: &&Finding| it.rule.id == "filter-block-not-canonical";
        let found: Vec<Finding> = analysis.findings.iter().filter(own).cloned().collect();
        assert_eq!(found.len(), 150);
        let fixes = fixes_of(&document, everything(), &analysis.survey, &found);
        let mended = fixes.iter().take_while(|it| !it.is_empty()).count();
        assert_eq!((fixes.len(), mended), (150, 100));
        let setting = document.setting();
        let mut in_pieces = Mending::default();
        let context = || Context::new(&document, &setting, &analysis.survey, everything());
        while in_pieces.step(context(), &found, &|| false) {}
        assert_eq!(in_pieces.fixes(), fixes);
    }
}
