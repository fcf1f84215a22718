//! CRC-32 as PNG has it, for the chunks that are checked and the one that is written.

const TABLE: [u32; 256] = table();

/// The check value of `parts`, one after the other.
pub(super) fn crc(parts: &[&[u8]]) -> u32 {
    let bytes = parts.iter().copied().flatten();
    let step = |crc: u32, byte: &u8| TABLE[usize::from(*byte ^ crc as u8)] ^ (crc >> 8);
    !bytes.fold(u32::MAX, step)
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut value = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 {
                0xedb8_8320 ^ (value >> 1)
            } else {
                value >> 1
            };
            bit += 1;
        }
        table[byte] = value;
        byte += 1;
    }
    table
}
