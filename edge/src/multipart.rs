//! Forms with files, `multipart/form-data`, read piece by piece.
//!
//! A file that is too large, or one too many, is passed over and not kept, so that everything typed
//! beside it can be shown again. What a file is called is not looked at. `multer` 3.1, the parser of
//! axum, looks for the end of a part's head from its beginning with every piece, however long that
//! has become: a body of nothing else takes it minutes.

/// A part's head names it and its file; nothing else is of use.
const MOST_HEAD_BYTES: usize = 4 << 10;

const LINE: &[u8] = b"\r\n";
const HEAD_END: &[u8] = b"\r\n\r\n";

/// How much of a form is taken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Its parts.
    pub(crate) parts: usize,
    /// The bytes of everything typed.
    pub(crate) text_bytes: usize,
    /// How many files are kept.
    pub(crate) files: usize,
    /// The bytes of each.
    pub(crate) file_bytes: usize,
}

/// Why a form cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It is not as such a form must be, or ends before its end.
    Malformed,
    /// More parts, or more typed, than it may have.
    TooLong,
}

/// Everything in a form.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// What was typed, by the names of the inputs.
    pub(crate) texts: Vec<(String, String)>,
    /// The files, of whichever input. Choosing none sends an empty one, which is left out.
    pub(crate) files: Vec<File>,
}

/// A file in a form.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum File {
    /// What it holds.
    Read(Vec<u8>),
    /// It is larger than it may be.
    TooLarge,
    /// As many as may be came before.
    OneTooMany,
}

/// A form that is being read.
pub(crate) struct Multipart {
    bounds: Bounds,
    /// What stands before each part, and before the end.
    delimiter: Vec<u8>,
    /// What was pushed and cannot be read yet.
    left: Vec<u8>,
    place: Place,
    count: usize,
    text_bytes: usize,
    parts: Parts,
}

/// What comes next.
enum Place {
    /// What belongs to a part, or to none.
    Content(Option<Part>),
    /// Behind a delimiter: the head of a part, or the end.
    Head,
    /// Nothing more that matters.
    End,
}

enum Part {
    Text { name: String, value: Vec<u8> },
    File(File),
}

impl Multipart {
    /// The form in a body of that content type; `None` if it is another.
    pub(crate) fn of(content_type: &str, bounds: Bounds) -> Option<Self> {
        let (essence, parameters) = content_type.split_once(';')?;
        if !essence.trim().eq_ignore_ascii_case("multipart/form-data") {
            return None;
        }
        let mut parameters = parameters.split(';').map(str::trim);
        let boundary = parameters.find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            name.eq_ignore_ascii_case("boundary").then_some(value)
        })?;
        let boundary = boundary.trim_matches('"');
        (1..=70).contains(&boundary.len()).then(|| Self {
            bounds,
            delimiter: [b"\r\n--", boundary.as_bytes()].concat(),
            // As if a line had ended before the body.
            left: LINE.to_vec(),
            place: Place::Content(None),
            count: 0,
            text_bytes: 0,
            parts: Parts::default(),
        })
    }

    /// Reads the next piece of the body.
    pub(crate) fn push(&mut self, piece: &[u8]) -> Result<(), Unreadable> {
        let mut bytes = std::mem::take(&mut self.left);
        bytes.extend(piece);
        let mut rest = bytes.as_slice();
        while self.step(&mut rest)? {}
        self.left = rest.to_vec();
        Ok(())
    }

    /// Everything in the form, once all of it was read.
    pub(crate) fn finish(self) -> Result<Parts, Unreadable> {
        match self.place {
            Place::End => Ok(self.parts),
            Place::Content(_) | Place::Head => Err(Unreadable::Malformed),
        }
    }

    /// Reads on in `rest`, as far as it goes; gives whether there may be more to read.
    fn step(&mut self, rest: &mut &[u8]) -> Result<bool, Unreadable> {
        match self.place {
            Place::End => {
                *rest = &[];
                Ok(false)
            }
            Place::Content(_) => match find(rest, &self.delimiter) {
                Some(at) => {
                    self.content(&rest[..at])?;
                    *rest = &rest[at + self.delimiter.len()..];
                    self.end_part();
                    Ok(true)
                }
                None => {
                    let kept = rest.len().min(self.delimiter.len() - 1);
                    let (content, kept) = rest.split_at(rest.len() - kept);
                    self.content(content)?;
                    *rest = kept;
                    Ok(false)
                }
            },
            Place::Head if rest.starts_with(b"--") => {
                self.place = Place::End;
                Ok(true)
            }
            Place::Head => match find(rest, HEAD_END) {
                Some(at) if at <= MOST_HEAD_BYTES => {
                    self.begin_part(&rest[..at])?;
                    *rest = &rest[at + HEAD_END.len()..];
                    Ok(true)
                }
                None if rest.len() < MOST_HEAD_BYTES + HEAD_END.len() => Ok(false),
                _ => Err(Unreadable::Malformed),
            },
        }
    }

    fn begin_part(&mut self, head: &[u8]) -> Result<(), Unreadable> {
        self.count += 1;
        if self.count > self.bounds.parts {
            return Err(Unreadable::TooLong);
        }
        let (name, is_file) = named(head).ok_or(Unreadable::Malformed)?;
        let is_full = self.parts.files.len() >= self.bounds.files;
        self.place = Place::Content(Some(match (is_file, is_full) {
            (true, false) => Part::File(File::Read(Vec::new())),
            (true, true) => Part::File(File::OneTooMany),
            (false, _) => Part::Text {
                name,
                value: Vec::new(),
            },
        }));
        Ok(())
    }

    fn content(&mut self, content: &[u8]) -> Result<(), Unreadable> {
        let Place::Content(Some(part)) = &mut self.place else {
            return Ok(());
        };
        match part {
            Part::Text { value, .. } => {
                self.text_bytes += content.len();
                if self.text_bytes > self.bounds.text_bytes {
                    return Err(Unreadable::TooLong);
                }
                value.extend(content);
            }
            Part::File(file) => match file {
                File::Read(bytes) if bytes.len() + content.len() > self.bounds.file_bytes => {
                    *file = File::TooLarge;
                }
                File::Read(bytes) => bytes.extend(content),
                File::TooLarge | File::OneTooMany => {}
            },
        }
        Ok(())
    }

    fn end_part(&mut self) {
        match std::mem::replace(&mut self.place, Place::Head) {
            Place::Content(Some(Part::Text { name, value })) => {
                let value = String::from_utf8_lossy(&value).into_owned();
                self.parts.texts.push((name, value));
            }
            Place::Content(Some(Part::File(file))) if file != File::Read(Vec::new()) => {
                self.parts.files.push(file);
            }
            Place::Content(_) | Place::Head | Place::End => {}
        }
    }
}

/// The name of a part, and whether it is a file. The name stands before that of the file, which may
/// be anything.
fn named(head: &[u8]) -> Option<(String, bool)> {
    let head = String::from_utf8_lossy(head);
    let disposition = head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_it = name.trim().eq_ignore_ascii_case("content-disposition");
        is_it.then_some(value.trim())
    })?;
    let parameters = disposition.strip_prefix("form-data;")?.trim_start();
    let (name, more) = parameters.strip_prefix("name=\"")?.split_once('"')?;
    let is_file = more.trim_start_matches([';', ' ']).starts_with("filename");
    Some((name.to_owned(), is_file))
}

/// Where `wanted`, which begins with the end of a line, stands first.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = bytes[from..].iter().position(|byte| *byte == b'\r') {
        if bytes[from + found..].starts_with(wanted) {
            return Some(from + found);
        }
        from += found + 1;
    }
    None
}

#[cfg(test)]
mod tests;
