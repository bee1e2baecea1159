#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::unwrap_used)]
use drawbridge_core::{
    analysis::analyze,
    document::{Document, Session, open},
    fixture,
    lower::{Lowered, survey::Survey},
    reach::{Question, ask},
    rules::{self, Severity},
};
fn main() {
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&file).unwrap();
        for case in text
            .split("\n=== ")
            .map(|it| it.strip_prefix("=== ").unwrap_or(it))
        {
            let (title, body) = case.split_once('\n').unwrap_or((case, ""));
            println!("\n=== {title}");
            let (qs, lines): (Vec<&str>, Vec<&str>) =
                body.lines().partition(|l| l.starts_with("? "));
            let body = lines.join("\n");
            let document: Document = if body.trim_start().starts_with('{') {
                match open(&body) {
                    Ok(it) => it.document,
                    Err(e) => {
                        println!("REFUSED {e}");
                        continue;
                    }
                }
            } else {
                match fixture::read(&body) {
                    Ok(it) => it.document,
                    Err(e) => {
                        println!("FIXTURE {e}");
                        continue;
                    }
                }
            };
            let a = analyze(&document);
            for f in &a.findings {
                println!(
                    "  {} {} [{}:{}]: {}",
                    f.severity, f.rule.id, f.resource, f.path, f.message
                );
                for fix in rules::fixes(&document, f) {
                    let mut s = Session::new(document.clone());
                    s.commit(fix.change.clone()).unwrap();
                    let after = analyze(s.document());
                    let mended = !after.findings.iter().any(|x| x.is_same(f));
                    let new: Vec<_> = after
                        .findings
                        .iter()
                        .filter(|x| !a.findings.iter().any(|o| o.is_same(x)))
                        .map(|x| {
                            format!(
                                "{} {}: {}",
                                if x.severity == Severity::Error {
                                    "NEWERROR"
                                } else {
                                    "new"
                                },
                                x.rule.id,
                                x.message
                            )
                        })
                        .collect();
                    println!(
                        "      fix: {}{}{}",
                        fix.title,
                        if mended { "" } else { "  !!NOT MENDED" },
                        if new.is_empty() {
                            String::new()
                        } else {
                            format!("  -> {new:?}")
                        }
                    );
                }
            }
            let l = Lowered::of(&Survey::of(&document));
            let d = drawbridge_core::diagram::project(&document);
            let _ = d;
            for (id, why) in &l.unsupported {
                println!("  unsupported {id}: {why}");
            }
            for x in &l.assumptions {
                println!("  assume {}: {}", x.about, x.message);
            }
            for (id, why) in &l.open {
                println!("  open {id}: {why}");
            }
            for q in qs {
                let q = &q[2..];
                let line = match q.parse::<Question>() {
                    Ok(question) => match ask(&l, &question) {
                        Ok(x) => format!(
                            "{} reply {} {}{}",
                            x.forward,
                            x.reply.as_str(),
                            x.blocked.as_ref().map_or(String::new(), |b| format!(
                                "{} [{:?}:{}] {}",
                                b.code,
                                b.resource.as_ref().map(|r| r.to_string()),
                                b.path,
                                b.sentence
                            )),
                            x.assumptions
                                .iter()
                                .map(|m| format!(" | {m}"))
                                .collect::<String>()
                        ),
                        Err(why) => format!("unsupported {}", why.0),
                    },
                    Err(e) => e.to_string(),
                };
                println!("  ? {q} => {line}");
            }
        }
    }
}
