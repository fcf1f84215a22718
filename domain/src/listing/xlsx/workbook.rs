//! A workbook: its sheets by name, and what they share.

use super::archive::Archive;
use super::sheet::{self, SheetRow};
use super::strings::Strings;
use super::styles::Styles;
use super::unpacked::{Budget, Unpacked};
use super::xml::{Next, each};
use super::{MOST_SHEETS, Unopened};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// Where an archive says what it is of.
const ROOT: &str = "_rels/.rels";

pub(super) struct Workbook<'a> {
    archive: Archive<'a>,
    budget: Budget,
    sheets: Vec<Sheet>,
    from_1904: bool,
    strings: Strings,
    styles: Styles,
}

struct Sheet {
    name: String,
    part: String,
    is_visible: bool,
}

/// What a part refers to: the kind of thing, by its id, and the part it stands in.
type Relations = HashMap<String, (String, String)>;

impl<'a> Workbook<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unopened> {
        let archive = Archive::open(bytes)?;
        let budget = Budget::default();
        let part = |name: &str| {
            let (packed, is_deflated) = archive.part(name)?;
            Ok(Unpacked::new(packed, is_deflated, budget.clone()))
        };
        let main = of_kind(&relations(part(ROOT)?, "")?, "officeDocument");
        let main = main.ok_or(Unopened::Broken)?;
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let within = relations(part(&format!("{folder}/_rels/{file}.rels"))?, folder)?;
        let (sheets, from_1904) = sheets(part(&main)?, &within)?;
        let shared = |kind: &str| {
            let name = of_kind(&within, kind).filter(|name| archive.has(name));
            name.map(|name| part(&name)).transpose()
        };
        let strings = shared("sharedStrings")?.map(Strings::read).transpose()?;
        let styles = shared("styles")?.map(Styles::read).transpose()?;
        Ok(Self {
            sheets,
            from_1904,
            strings: strings.unwrap_or_default(),
            styles: styles.unwrap_or_default(),
            archive,
            budget,
        })
    }

    pub(super) fn counts_from_1904(&self) -> bool {
        self.from_1904
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.sheets.iter().any(|sheet| sheet.name == name)
    }

    /// The names of the sheets that are not hidden.
    pub(super) fn visible(&self) -> Vec<String> {
        let visible = self.sheets.iter().filter(|sheet| sheet.is_visible);
        visible.map(|sheet| sheet.name.clone()).collect()
    }

    /// The first so many rows of a sheet that are not blank.
    pub(super) fn rows(&mut self, name: &str, most: usize) -> Result<Vec<SheetRow>, Unopened> {
        let sheet = self.sheets.iter().find(|sheet| sheet.name == name);
        let sheet = sheet.ok_or(Unopened::NoSuchSheet)?;
        let (packed, is_deflated) = self.archive.part(&sheet.part)?;
        let part = Unpacked::new(packed, is_deflated, self.budget.clone());
        sheet::read(part, &self.strings, &self.styles, self.from_1904, most)
    }
}

/// Sheets in their order, and whether days are counted from 1904.
fn sheets(part: Unpacked<'_>, within: &Relations) -> Result<(Vec<Sheet>, bool), Unopened> {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    each(part, |next| {
        if let Next::Begins(element) = next {
            match element.name() {
                b"workbookPr" => {
                    let value = element.attribute(b"date1904")?;
                    from_1904 = matches!(value.as_deref(), Some("1" | "true"));
                }
                b"sheet" if sheets.len() < MOST_SHEETS => {
                    let id = element.attribute(b"id")?.unwrap_or_default();
                    // A chart has a sheet, too, and no cells.
                    if let Some((kind, part)) = within.get(&id)
                        && kind == "worksheet"
                    {
                        sheets.push(Sheet {
                            name: element.attribute(b"name")?.unwrap_or_default(),
                            part: part.clone(),
                            is_visible: element
                                .attribute(b"state")?
                                .is_none_or(|state| state == "visible"),
                        });
                    }
                }
                _ => {}
            }
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok((sheets, from_1904))
}

/// What a part in `folder` refers to. What lies outside of the archive is left out.
fn relations(part: Unpacked<'_>, folder: &str) -> Result<Relations, Unopened> {
    let mut relations = HashMap::new();
    each(part, |next| {
        if let Next::Begins(element) = next
            && element.name() == b"Relationship"
            && element.attribute(b"TargetMode")?.as_deref() != Some("External")
            && let (Some(id), Some(kind), Some(target)) = (
                element.attribute(b"Id")?,
                element.attribute(b"Type")?,
                element.attribute(b"Target")?,
            )
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let part = match target.strip_prefix('/') {
                Some(from_root) => from_root.to_owned(),
                None if folder.is_empty() => target,
                None => format!("{folder}/{target}"),
            };
            relations.insert(id, (kind, part));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(relations)
}

fn of_kind(relations: &Relations, wanted: &str) -> Option<String> {
    let found = relations.values().find(|(kind, _)| kind == wanted);
    found.map(|(_, part)| part.clone())
}
