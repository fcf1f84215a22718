//! The XML of a part, one event at a time, by local names. Definitions of the file's own are refused.

use super::Unopened;
use super::unpacked::Unpacked;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::io::ErrorKind;
use std::ops::ControlFlow;

/// What comes next in it.
pub(super) enum Next<'b> {
    /// An element begins; one that is empty ends at once.
    Begins(Element<'b>),
    /// The element of that local name ends.
    Ends(&'b [u8]),
    /// Text, or a part of one.
    Text(&'b str),
}

/// The begin of an element.
pub(super) struct Element<'b>(&'b BytesStart<'b>);

impl Element<'_> {
    /// Its name without a prefix.
    pub(super) fn name(&self) -> &[u8] {
        local(self.0.name().0)
    }

    /// The value of the attribute of that local name.
    pub(super) fn attribute(&self, name: &[u8]) -> Result<Option<String>, Unopened> {
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(broken)?;
            if local(attribute.key.0) == name {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                return Ok(Some(value.map_err(broken)?.into_owned()));
            }
        }
        Ok(None)
    }
}

/// Shows `see` one event after the other, until it has seen enough or there are no more.
pub(super) fn each(
    part: Unpacked<'_>,
    mut see: impl FnMut(Next<'_>) -> Result<ControlFlow<()>, Unopened>,
) -> Result<(), Unopened> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        reader.get_mut().begin_piece();
        let event = reader.read_event_into(&mut buffer);
        let next = match event.map_err(|error| unopened(&error))? {
            Event::Start(element) => see(Next::Begins(Element(&element)))?,
            Event::End(element) => see(Next::Ends(local(element.name().0)))?,
            Event::Text(text) => see(Next::Text(&text.decode().map_err(broken)?))?,
            Event::CData(text) => see(Next::Text(&text.decode().map_err(broken)?))?,
            Event::GeneralRef(reference) => see(Next::Text(&referred(&reference)?))?,
            Event::DocType(_) => return Err(Unopened::Definitions),
            Event::Eof => return Ok(()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {
                ControlFlow::Continue(())
            }
        };
        if next.is_break() {
            return Ok(());
        }
    }
}

/// What `&amp;` or `&#10;` stands for; other names would have to be defined.
fn referred(reference: &BytesRef<'_>) -> Result<String, Unopened> {
    if let Some(character) = reference.resolve_char_ref().map_err(broken)? {
        return Ok(character.to_string());
    }
    let name = reference.decode().map_err(broken)?;
    let known = resolve_predefined_entity(&name);
    known.map(str::to_owned).ok_or(Unopened::Definitions)
}

fn broken<E>(_: E) -> Unopened {
    Unopened::Broken
}

fn unopened(error: &quick_xml::Error) -> Unopened {
    match error {
        quick_xml::Error::Io(io) if io.kind() == ErrorKind::FileTooLarge => Unopened::TooMuch,
        _ => Unopened::Broken,
    }
}

fn local(name: &[u8]) -> &[u8] {
    let colon = name.iter().position(|byte| *byte == b':');
    &name[colon.map_or(0, |at| at + 1)..]
}
