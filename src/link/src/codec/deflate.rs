//! Codec 0: raw DEFLATE (RFC 1951), as the browser's own `CompressionStream("deflate-raw")` writes.

use crate::error::LinkError;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// The best level: a link is made once and sent often.
const LEVEL: u8 = 10;

pub(crate) fn encode(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, LEVEL)
}

pub(crate) fn decode(bytes: &[u8], limit: usize) -> Result<Vec<u8>, LinkError> {
    decompress_to_vec_with_limit(bytes, limit).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooBig { limit },
        _ => LinkError::Damaged,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_bomb_is_refused_at_the_limit() {
        let bomb = encode(&vec![b'a'; 200_000]);
        assert!(bomb.len() < 1_000, "it is small outside");
        assert_eq!(decode(&bomb, 199_999), Err(LinkError::TooBig { limit: 199_999 }));
        assert_eq!(decode(&bomb, 200_000).map(|bytes| bytes.len()), Ok(200_000));
    }

    #[test]
    fn what_is_not_deflate_is_damaged() {
        assert_eq!(decode(&[0xFF, 0xFF, 0x00], 100), Err(LinkError::Damaged));
        assert_eq!(decode(&[], 100), Err(LinkError::Damaged));
    }
}
