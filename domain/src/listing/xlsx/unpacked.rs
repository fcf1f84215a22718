//! A part of an archive, unpacked a piece at a time and no further than may be.

use super::{MOST_PIECE_BYTES, MOST_UNPACKED_BYTES};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};
use std::cell::Cell;
use std::io::{BufRead, ErrorKind, Read, Result};
use std::rc::Rc;

const PIECE_BYTES: usize = 32 << 10;

/// How much may still be unpacked of all parts together.
#[derive(Clone)]
pub(super) struct Budget(Rc<Cell<u64>>);

impl Default for Budget {
    fn default() -> Self {
        Self(Rc::new(Cell::new(MOST_UNPACKED_BYTES)))
    }
}

impl Budget {
    fn take(&self, bytes: usize) -> Result<()> {
        let left = self.0.get().checked_sub(bytes as u64);
        self.0.set(left.ok_or(ErrorKind::FileTooLarge)?);
        Ok(())
    }
}

/// A part that is being read.
pub(super) struct Unpacked<'a> {
    packed: &'a [u8],
    /// `None` if it is not packed at all.
    state: Option<Box<InflateState>>,
    is_over: bool,
    piece: Vec<u8>,
    at: usize,
    filled: usize,
    budget: Budget,
    /// Bytes since [`Self::begin_piece`].
    since: usize,
}

impl<'a> Unpacked<'a> {
    pub(super) fn new(packed: &'a [u8], is_deflated: bool, budget: Budget) -> Self {
        Self {
            packed,
            state: is_deflated.then(|| InflateState::new_boxed(DataFormat::Raw)),
            is_over: false,
            piece: vec![0; PIECE_BYTES],
            at: 0,
            filled: 0,
            budget,
            since: 0,
        }
    }

    /// Whatever reads this begins another element or text.
    pub(super) fn begin_piece(&mut self) {
        self.since = 0;
    }

    fn unpack(&mut self) -> Result<usize> {
        let Some(state) = &mut self.state else {
            let count = self.packed.len().min(PIECE_BYTES);
            self.piece[..count].copy_from_slice(&self.packed[..count]);
            self.packed = &self.packed[count..];
            return Ok(count);
        };
        if self.is_over {
            return Ok(0);
        }
        let done = inflate(state, self.packed, &mut self.piece, MZFlush::None);
        self.packed = &self.packed[done.bytes_consumed..];
        self.is_over = done.status == Ok(MZStatus::StreamEnd);
        match done.status {
            Ok(_) if self.is_over || done.bytes_written > 0 => Ok(done.bytes_written),
            // Without progress it is cut off: the end was not reached.
            _ => Err(ErrorKind::InvalidData.into()),
        }
    }
}

impl BufRead for Unpacked<'_> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.since > MOST_PIECE_BYTES {
            return Err(ErrorKind::FileTooLarge.into());
        }
        if self.at == self.filled {
            self.at = 0;
            self.filled = self.unpack()?;
            self.budget.take(self.filled)?;
        }
        Ok(&self.piece[self.at..self.filled])
    }

    fn consume(&mut self, bytes: usize) {
        self.at += bytes;
        self.since += bytes;
    }
}

impl Read for Unpacked<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let count = self.fill_buf()?.len().min(into.len());
        into[..count].copy_from_slice(&self.piece[self.at..self.at + count]);
        self.consume(count);
        Ok(count)
    }
}
