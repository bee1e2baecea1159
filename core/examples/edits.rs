#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::unwrap_used)]
// edits OUTDIR SAMPLE.. : dumps templates after each edit; new findings printed.
use drawbridge_core::{
    analysis::analyze, catalogue::ENTRIES, diagram::project, document::*, edit, rules::Severity,
    template::LogicalId,
};
use std::collections::BTreeSet;
fn main() {
    let mut args = std::env::args().skip(1);
    let out = args.next().unwrap();
    std::fs::create_dir_all(&out).unwrap();
    let mut n = 0;
    for file in args {
        let text = std::fs::read_to_string(&file).unwrap();
        let document = open(&text).unwrap().document;
        let base = std::path::Path::new(&file)
            .file_stem()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        std::fs::write(format!("{out}/{base}--input.json"), export(&document)).unwrap();
        let before: Vec<_> = analyze(&document).findings;
        let mut dump =
            |what: String, change: Result<Change, Refusal>| {
                let change = match change {
                    Ok(c) => c,
                    Err(why) => {
                        println!("{base} {what}: REFUSED {why}");
                        return;
                    }
                };
                let title = change.title.to_string();
                let mut s = Session::new(document.clone());
                if let Err(e) = s.commit(change) {
                    println!("{base} {what}: STALE {e}");
                    return;
                }
                let d = s.document();
                let after = analyze(d);
                for f in after.findings.iter().filter(|f| {
                    f.severity == Severity::Error && !before.iter().any(|b| b.is_same(f))
                }) {
                    println!("{base} {what}: ERROR {} {}", f.rule.id, f.message);
                }
                let diagram = project(d);
                overlaps(&diagram, &format!("{base} {what}"));
                n += 1;
                std::fs::write(
                    format!(
                        "{out}/{base}--{n:04}-{}.json",
                        what.replace([' ', ':', '/'], "_")
                    ),
                    export(d),
                )
                .unwrap();
                println!("{base} {what}: [{n:04}] {title}");
            };
        let ids: Vec<LogicalId> = document.template.resources.keys().cloned().collect();
        let mut containers: Vec<Option<LogicalId>> = vec![None];
        let diagram = project(&document);
        containers.extend(diagram.nodes.values().map(|n| Some(n.id.clone())));
        let mut seen = BTreeSet::new();
        for entry in ENTRIES {
            for c in &containers {
                let kind = c
                    .as_ref()
                    .map(|c| document.template.resource(c).unwrap().kind().to_string());
                if !seen.insert((entry.kind, kind.clone())) {
                    continue;
                }
                let place = edit::Place {
                    container: c.clone(),
                    ..Default::default()
                };
                let r = edit::place(&document, entry.kind, &place);
                if r.is_err() {
                    let _ = r;
                    continue;
                }
                dump(
                    format!(
                        "place {} in {}",
                        entry.kind.rsplit("::").next().unwrap(),
                        c.as_ref().map_or("nothing", |c| c.as_str())
                    ),
                    r.map(|x| x.0),
                );
            }
        }
        let mut pairs = BTreeSet::new();
        for a in &ids {
            for b in &ids {
                let k = |x: &LogicalId| document.template.resource(x).unwrap().kind().to_string();
                let Ok(cs) = edit::connections(&document, a, b) else {
                    continue;
                };
                for c in cs {
                    if !pairs.insert((k(a), k(b), format!("{:?}", c.verb))) {
                        continue;
                    }
                    dump(
                        format!("connect {a} to {b}"),
                        edit::connect(&document, &c, Some(8080)),
                    );
                }
            }
        }
        for id in &ids {
            dump(
                format!("remove {id}"),
                edit::remove(&document, &[id.clone()]),
            );
            dump(
                format!("duplicate {id}"),
                edit::duplicate(&document, &[id.clone()]).map(|x| x.0),
            );
            dump(
                format!("rename {id}"),
                edit::rename(&document, id, "Renamed1"),
            );
        }
    }
}
fn overlaps(d: &drawbridge_core::diagram::Diagram, what: &str) {
    let mut lists: Vec<&Vec<LogicalId>> = vec![&d.roots];
    for n in d.nodes.values() {
        lists.push(&n.children)
    }
    for l in lists {
        for (i, a) in l.iter().enumerate() {
            for b in &l[i + 1..] {
                let (x, y) = (d.nodes[a].frame, d.nodes[b].frame);
                if x.x < y.x + y.w && y.x < x.x + x.w && x.y < y.y + y.h && y.y < x.y + x.h {
                    println!("{what}: OVERLAP {a} {b}");
                }
            }
        }
    }
    for n in d.nodes.values() {
        if let Some(p) = n.parent.as_ref().and_then(|p| d.nodes.get(p)) {
            let f = n.frame;
            if f.x < 0.0 || f.y < 0.0 || f.x + f.w > p.frame.w || f.y + f.h > p.frame.h {
                println!("{what}: OUTSIDE {} of {}", n.id, p.id);
            }
        }
    }
}
