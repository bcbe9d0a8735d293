//! Bytes to fewer bytes and back: one file a codec, by number; a number is frozen once released.

mod deflate;

use crate::error::LinkError;

/// The most bytes a body may have, before coding and after decoding.
pub const MAX_BODY: usize = 5_000_000;

/// A way of coding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Codec {
    /// 0: raw DEFLATE.
    Deflate,
}

impl Codec {
    /// The codec of a number; one that is not known here comes from a newer version.
    pub(crate) fn of(number: &str) -> Result<Self, LinkError> {
        match number {
            "0" => Ok(Self::Deflate),
            _ => Err(LinkError::TooNew),
        }
    }

    /// Its number.
    pub(crate) fn number(self) -> &'static str {
        match self {
            Self::Deflate => "0",
        }
    }

    pub(crate) fn encode(self, bytes: &[u8]) -> Result<Vec<u8>, LinkError> {
        if bytes.len() > MAX_BODY {
            return Err(LinkError::TooBig { limit: MAX_BODY });
        }
        Ok(match self {
            Self::Deflate => deflate::encode(bytes),
        })
    }

    pub(crate) fn decode(self, bytes: &[u8]) -> Result<Vec<u8>, LinkError> {
        if bytes.len() > MAX_BODY {
            return Err(LinkError::TooBig { limit: MAX_BODY });
        }
        match self {
            Self::Deflate => deflate::decode(bytes, MAX_BODY),
        }
    }
}
