//! What is larger than a value may be, in pieces.

use super::{Row, SqlError, Value};

/// A value of a Durable Object has at most 2 MB on Cloudflare.
const PIECE_BYTES: usize = 1 << 20;

/// The pieces, each with its number.
pub(crate) fn pieces(bytes: &[u8]) -> impl Iterator<Item = (Value, Value)> {
    let pieces = (0..).zip(bytes.chunks(PIECE_BYTES));
    pieces.map(|(number, piece)| (Value::Integer(number), Value::Bytes(piece.to_vec())))
}

/// What was in pieces, from the first column of their rows in order.
pub(crate) fn whole(pieces: &[Row]) -> Result<Vec<u8>, SqlError> {
    let mut whole = Vec::new();
    for piece in pieces {
        whole.extend(piece.bytes(0)?);
    }
    Ok(whole)
}
