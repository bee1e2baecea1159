//! Which lines of a text an edit may touch: those of the smallest values that
//! differ, the line of a neighbor that gains or loses a comma, and the blank
//! lines that set an element apart. Computed from the places that were read
//! and from the two values, not from what was printed.

use drawbridge_core::template::{Format, Inside, Node, Source, Value};

/// The lines of a text that may change, and between which some may come.
pub(crate) struct Touched<'a> {
    source: &'a Source,
    lines: Vec<&'a str>,
    /// For each line, whether it may change or go.
    may: Vec<bool>,
    /// For each line, whether others may come before it; one more at the end.
    before: Vec<bool>,
}

/// An element among its siblings.
struct Element {
    start: usize,
    end: usize,
    stays: bool,
}

impl<'a> Touched<'a> {
    /// What may change in a text that is to say `new`.
    pub(crate) fn of(source: &'a Source, new: &Value) -> Self {
        let lines: Vec<_> = source.text.split_inclusive('\n').collect();
        let mut touched = Self {
            source,
            may: vec![false; lines.len()],
            before: vec![false; lines.len() + 1],
            lines,
        };
        let root = &source.root;
        touched.value(root, root.span.start, &source.value, new, false);
        touched
    }

    /// How a text departs from that, if it does: the first line that is lost
    /// or altered though it may not be.
    pub(crate) fn departs(&self, printed: &str) -> Option<String> {
        // Runs of lines that must stay, apart from each other by what may come.
        let mut runs: Vec<Vec<&str>> = vec![Vec::new()];
        for (at, line) in self.lines.iter().enumerate() {
            if self.before[at] || self.may[at] {
                runs.push(Vec::new());
            }
            if !self.may[at] {
                runs.last_mut()?.push(line.trim_end_matches(['\r', '\n']));
            }
        }
        if self.may.last() == Some(&true) || self.before.last() == Some(&true) {
            runs.push(Vec::new());
        }
        let printed: Vec<_> = printed
            .split_inclusive('\n')
            .map(|line| line.trim_end_matches(['\r', '\n']))
            .collect();
        let (mut at, last) = (0, runs.len() - 1);
        for (place, run) in runs.iter().enumerate() {
            let rest = &printed[at..];
            let found = match place {
                // The one run of a text that may not change at all.
                0 if last == 0 => (rest == run.as_slice()).then_some(0),
                0 => rest.starts_with(run).then_some(0),
                _ if place == last => rest.ends_with(run).then(|| rest.len() - run.len()),
                _ => rest
                    .windows(run.len().max(1))
                    .position(|it| run.is_empty() || it == run.as_slice()),
            };
            match found {
                Some(found) => at += found + run.len(),
                None if run.is_empty() => {}
                None => return Some(format!("not kept as they are: {run:#?}")),
            }
        }
        None
    }

    fn value(&mut self, node: &Node, start: usize, old: &Value, new: &Value, resources: bool) {
        if old == new {
            return;
        }
        let is_resources =
            |key: &str| std::ptr::eq(node, &raw const self.source.root) && key == "Resources";
        let call = |value: &Value| value.as_function().map(|call| call.name);
        let done = match (&node.inside, entries(old), entries(new), old, new) {
            (Inside::Map(read), Some(old), Some(new), was, is)
                if call(was) == call(is) && !old.is_empty() && !new.is_empty() =>
            {
                let stays: Vec<_> = read.iter().map(|entry| find(&new, &entry.key)).collect();
                let renamed = renamed(&old, &new);
                let elements = read.iter().enumerate().map(|(at, entry)| Element {
                    start: entry.key_span.start,
                    end: entry.value.span.end.max(entry.key_span.end),
                    stays: stays[at].is_some() || renamed == Some(at),
                });
                let elements: Vec<_> = elements.collect();
                if stays.iter().all(Option::is_none) && renamed.is_none() {
                    self.lines_of(start, node.span.end);
                    return;
                }
                for (at, entry) in read.iter().enumerate() {
                    let under = is_resources(&entry.key);
                    match (find(&old, &entry.key), stays[at]) {
                        (Some(old), Some(new)) => {
                            self.value(&entry.value, entry.key_span.start, old, new, under);
                        }
                        _ => match renamed.filter(|place| *place == at) {
                            Some(place) => {
                                self.lines_of(entry.key_span.start, entry.key_span.end);
                                let (old, new) = (old[place].1, new[place].1);
                                self.value(&entry.value, entry.key_span.start, old, new, under);
                            }
                            None => self.removed(node, &elements, at, resources),
                        },
                    }
                }
                for (at, (key, _)) in new.iter().enumerate() {
                    if find(&old, key).is_none() && renamed != Some(at) {
                        let behind = new[..at].iter().rev();
                        let behind =
                            behind.filter_map(|(key, _)| read.iter().position(|it| it.key == *key));
                        self.added(node, &elements, behind.max());
                    }
                }
                true
            }
            (Inside::List(read), _, _, Value::List(old), Value::List(new))
                if !read.is_empty() && !new.is_empty() =>
            {
                let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
                let tail = old[head..].iter().rev().zip(new[head..].iter().rev());
                let tail = tail.take_while(|(a, b)| a == b).count();
                let middle = old.len().min(new.len()) - head - tail;
                let elements = read.iter().enumerate().map(|(at, node)| Element {
                    start: node.span.start,
                    end: node.span.end,
                    stays: at < head + middle || at >= old.len() - tail,
                });
                let elements: Vec<_> = elements.collect();
                for at in head..head + middle {
                    self.value(&read[at], read[at].span.start, &old[at], &new[at], false);
                }
                for at in head + middle..old.len() - tail {
                    self.removed(node, &elements, at, false);
                }
                if head + middle < new.len() - tail {
                    self.added(node, &elements, (head + middle).checked_sub(1));
                }
                true
            }
            _ => false,
        };
        if !done {
            self.lines_of(start, node.span.end);
        }
    }

    /// An element that goes: its lines and the blank ones around it.
    fn removed(&mut self, node: &Node, elements: &[Element], at: usize, resources: bool) {
        let element = &elements[at];
        let (mut from, mut to) = (self.line(element.start), self.last_line(element) + 1);
        let column = self.column(element.start);
        while to < self.lines.len()
            && (self.is_blank(to) || self.comment(to).is_some_and(|it| it > column))
        {
            to += 1;
        }
        while resources && from > 0 && self.comment(from - 1) == Some(column) {
            from -= 1;
        }
        while from > 0 && self.is_blank(from - 1) {
            from -= 1;
        }
        self.may[from..to].fill(true);
        let before = elements[..at].iter().rev().find(|it| it.stays);
        let behind = elements[at + 1..].iter().find(|it| it.stays);
        match (before, behind) {
            // The comma that is not needed any more.
            (Some(before), None) if self.has_commas(node) => {
                let line = self.last_line(before);
                self.may[line] = true;
            }
            // What follows moves up to the bracket, or behind the dash.
            (None, Some(behind)) if self.has_commas(node) || !self.leads(element.start) => {
                let to = self.line(behind.start);
                self.may[from..=to].fill(true);
            }
            _ => {}
        }
    }

    /// An element that comes behind one of the others.
    fn added(&mut self, node: &Node, elements: &[Element], behind: Option<usize>) {
        let Some(neighbor) = behind.and_then(|at| elements.get(at)) else {
            return self.lines_of(node.span.start, elements[0].start);
        };
        let line = self.last_line(neighbor);
        if self.has_commas(node) {
            self.may[line] = true;
            self.before[line + 1] = true;
            return;
        }
        let mut at = line + 1;
        self.before[at] = true;
        while at < self.lines.len() && (self.is_blank(at) || self.comment(at).is_some()) {
            at += 1;
            self.before[at] = true;
        }
    }

    fn has_commas(&self, node: &Node) -> bool {
        let sign = self.source.text.as_bytes().get(node.body);
        self.source.format == Format::Json || matches!(sign, Some(b'{' | b'['))
    }

    fn lines_of(&mut self, start: usize, end: usize) {
        let last = self.last_line(&Element {
            start,
            end,
            stays: true,
        });
        let first = self.line(start);
        self.may[first..=last.max(first)].fill(true);
    }

    fn line(&self, byte: usize) -> usize {
        (self.source.position(byte).line - 1).min(self.lines.len() - 1)
    }

    /// The line of an element's last byte that is no line end.
    fn last_line(&self, element: &Element) -> usize {
        let text = &self.source.text[element.start..element.end];
        self.line(element.start + text.trim_end().len().saturating_sub(1))
    }

    fn is_blank(&self, line: usize) -> bool {
        self.lines[line].trim().is_empty()
    }

    /// The column of a comment that has a line for itself.
    fn comment(&self, line: usize) -> Option<usize> {
        let text = self.lines[line].trim_start();
        text.starts_with('#')
            .then(|| self.lines[line].len() - text.len())
    }

    /// How many bytes stand before one in its line.
    fn column(&self, byte: usize) -> usize {
        let before = &self.source.text[..byte];
        byte - before.rfind('\n').map_or(0, |newline| newline + 1)
    }

    fn leads(&self, byte: usize) -> bool {
        self.lines[self.line(byte)][..self.column(byte)]
            .trim()
            .is_empty()
    }
}

type Entries<'v> = Vec<(&'v str, &'v Value)>;

fn entries(value: &Value) -> Option<Entries<'_>> {
    match value {
        Value::Map(map) => Some(
            map.iter()
                .map(|(key, value)| (key.as_str(), value))
                .collect(),
        ),
        Value::Function(call) => Some(vec![(call.name.as_str(), &call.argument)]),
        _ => None,
    }
}

fn find<'v>(entries: &Entries<'v>, key: &str) -> Option<&'v Value> {
    entries
        .iter()
        .find(|(name, _)| *name == key)
        .map(|(_, value)| *value)
}

/// The place of the one key that differs, if what it names is of the same type.
fn renamed(old: &Entries<'_>, new: &Entries<'_>) -> Option<usize> {
    let differ = old.iter().zip(new).enumerate();
    let differ: Vec<_> = differ.filter(|(_, (was, is))| was.0 != is.0).collect();
    let [(place, (was, is))] = differ.as_slice() else {
        return None;
    };
    let kind = |value: &Value| value.as_map().and_then(|map| map.get("Type").cloned());
    let alike = kind(was.1).is_some() && kind(was.1) == kind(is.1);
    let new_name = find(new, was.0).is_none() && find(old, is.0).is_none();
    (old.len() == new.len() && new_name && alike).then_some(*place)
}
