//! `v1/<mode>/<anchor>/<payload>`: split and joined, summed and measured.
//!
//! The payload is `seed.<id>.<sum>` or `<codec>.<length>.<data><sum>`: `length` counts the
//! characters of data and sum, so that a link that was cut is told from one that was changed; `sum`
//! is the checksum of everything before it, from the `v` on. `seed.<id>` without a sum is read too,
//! because people write it by hand. Characters after the stated length are dropped: chat programs
//! draw a bracket or a full stop into the link.

use crate::body::Body;
use crate::checksum;
use crate::codec::{Codec, MAX_BODY};
use crate::error::LinkError;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use readout_text::CodePointSpan;
use std::fmt::Write as _;

/// Characters that are looked at; a body of [`MAX_BODY`] bytes needs fewer even if it does not shrink.
const MAX_FRAGMENT: usize = MAX_BODY / 3 * 4 + 1_000;

/// How a link opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// `r`: read-only.
    #[default]
    Read,
    /// `e`: a copy to change.
    Edit,
    /// `m`: inside another page.
    Embed,
}

/// What a link points at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// `-`: nothing; the whole text.
    #[default]
    None,
    /// `c462-644`: a place in the carried text.
    Place(CodePointSpan),
    /// `t.taiwan`: a topic, by the [`topic_slug`] of its label.
    Topic(String),
}

/// What a link carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// A starter text, by its id: small letters, digits and `-`.
    Seed(String),
    /// A text with all that belongs to it.
    Body(Box<Body>),
}

/// A share link, without the address before `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// How it opens.
    pub mode: Mode,
    /// What it points at.
    pub anchor: Anchor,
    /// What it carries.
    pub payload: Payload,
}

impl Link {
    /// The fragment, without `#`.
    ///
    /// Fails with [`LinkError::TooBig`] for a body over [`MAX_BODY`], and with
    /// [`LinkError::NotALink`] if a seed's id or a topic's slug holds other characters than theirs.
    pub fn to_fragment(&self) -> Result<String, LinkError> {
        let mut link = format!("v1/{}/", self.mode.letter());
        match &self.anchor {
            Anchor::None => link.push('-'),
            Anchor::Place(place) => {
                // Writing to a string cannot fail.
                let _ = write!(link, "c{}-{}", place.start, place.end);
            }
            Anchor::Topic(slug) if is_slug(slug) => {
                link.push_str("t.");
                link.push_str(slug);
            }
            Anchor::Topic(_) => return Err(LinkError::NotALink),
        }
        link.push('/');
        match &self.payload {
            Payload::Seed(id) if is_slug(id) => {
                link.push_str("seed.");
                link.push_str(id);
                link.push('.');
            }
            Payload::Seed(_) => return Err(LinkError::NotALink),
            Payload::Body(body) => {
                let codec = Codec::Deflate;
                let data = URL_SAFE_NO_PAD.encode(codec.encode(&body.to_bytes())?);
                let length = data.len() + checksum::LENGTH;
                let _ = write!(link, "{}.{length}.{data}", codec.number());
            }
        }
        let sum = checksum::of(&link);
        link.push_str(&sum);
        Ok(link)
    }

    /// Reads a fragment, with or without `#`.
    pub fn parse(fragment: &str) -> Result<Self, LinkError> {
        let link = fragment.strip_prefix('#').unwrap_or(fragment);
        let rest = after_version(link)?;
        if link.len() > MAX_FRAGMENT {
            return Err(LinkError::TooBig { limit: MAX_BODY });
        }
        let cut = LinkError::CutOff { have: link.chars().count(), want: None };
        let (mode, rest) = rest.split_once('/').ok_or(cut)?;
        let (anchor, payload) = rest.split_once('/').ok_or(cut)?;
        let mode = Mode::of(mode).ok_or(LinkError::Damaged)?;
        let anchor = Anchor::of(anchor).ok_or(LinkError::Damaged)?;
        let payload = match payload.strip_prefix("seed.") {
            Some(seed) => read_seed(link, seed)?,
            None if "seed.".starts_with(payload) => return Err(cut),
            None => read_body(link, payload)?,
        };
        Ok(Self { mode, anchor, payload })
    }

    /// Whether a fragment is meant for [`Self::parse`], readable or not.
    pub fn looks_like(fragment: &str) -> bool {
        let link = fragment.strip_prefix('#').unwrap_or(fragment);
        !matches!(after_version(link), Err(LinkError::NotALink))
    }
}

/// What follows `v1/`; other versions are too new, anything else is no link.
fn after_version(link: &str) -> Result<&str, LinkError> {
    let (version, rest) = link.split_once('/').ok_or(LinkError::NotALink)?;
    let number = version.strip_prefix('v').ok_or(LinkError::NotALink)?;
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(LinkError::NotALink);
    }
    match number {
        "1" => Ok(rest),
        _ => Err(LinkError::TooNew),
    }
}

fn read_seed(link: &str, seed: &str) -> Result<Payload, LinkError> {
    let have = link.len();
    let (id, sum) = seed.split_once('.').map_or((seed, None), |(id, sum)| (id, Some(sum)));
    if !is_slug(id) {
        let cut = id.is_empty() && sum.is_none();
        return Err(if cut { LinkError::CutOff { have, want: None } } else { LinkError::Damaged });
    }
    // The full stop before the sum ends the part that is summed.
    let Some(sum) = sum else { return Ok(Payload::Seed(id.to_owned())) };
    let summed = link.get(..have - sum.len()).ok_or(LinkError::Damaged)?;
    let Some(sum) = sum.get(..checksum::LENGTH) else {
        let want = Some(summed.len() + checksum::LENGTH);
        return Err(LinkError::CutOff { have, want });
    };
    if checksum::of(summed) == sum {
        Ok(Payload::Seed(id.to_owned()))
    } else {
        Err(LinkError::Damaged)
    }
}

fn read_body(link: &str, payload: &str) -> Result<Payload, LinkError> {
    let have = link.chars().count();
    let cut = |want| LinkError::CutOff { have, want };
    let (codec, rest) = payload.split_once('.').ok_or(cut(None))?;
    if codec.is_empty() || !codec.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(LinkError::Damaged);
    }
    let codec = Codec::of(codec)?;
    let (length, data) = rest.split_once('.').ok_or(cut(None))?;
    let length: usize = match length.parse() {
        Ok(number) if length.bytes().all(|byte| byte.is_ascii_digit()) => number,
        _ => return Err(LinkError::Damaged),
    };
    if length < checksum::LENGTH {
        return Err(LinkError::Damaged);
    }
    if length > MAX_FRAGMENT {
        return Err(LinkError::TooBig { limit: MAX_BODY });
    }
    // Everything before the data is ASCII by now, or it would have been refused.
    let start = link.len() - data.len();
    let Some(data) = data.get(..length) else {
        let short = data.chars().count() < length;
        return Err(if short { cut(Some(start + length)) } else { LinkError::Damaged });
    };
    let (data, sum) = data.split_at_checked(length - checksum::LENGTH).ok_or(LinkError::Damaged)?;
    let summed = link.get(..start + data.len()).ok_or(LinkError::Damaged)?;
    if checksum::of(summed) != sum {
        return Err(LinkError::Damaged);
    }
    let bytes = URL_SAFE_NO_PAD.decode(data).map_err(|_| LinkError::Damaged)?;
    Ok(Payload::Body(Box::new(Body::from_bytes(&codec.decode(&bytes)?)?)))
}

impl Mode {
    fn letter(self) -> char {
        match self {
            Self::Read => 'r',
            Self::Edit => 'e',
            Self::Embed => 'm',
        }
    }

    fn of(letter: &str) -> Option<Self> {
        match letter {
            "r" => Some(Self::Read),
            "e" => Some(Self::Edit),
            "m" => Some(Self::Embed),
            _ => None,
        }
    }
}

impl Anchor {
    fn of(anchor: &str) -> Option<Self> {
        if anchor == "-" {
            return Some(Self::None);
        }
        if let Some(slug) = anchor.strip_prefix("t.") {
            return is_slug(slug).then(|| Self::Topic(slug.to_owned()));
        }
        let number = |digits: &str| -> Option<u32> {
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
        };
        let (start, end) = anchor.strip_prefix('c')?.split_once('-')?;
        let (start, end) = (number(start)?, number(end)?);
        (start <= end).then_some(Self::Place(CodePointSpan { start, end }))
    }
}

/// Letters, digits, `-` and `_`: what an id and a topic's slug are made of.
fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// The name of a topic inside a link: `South China Sea` is `south-china-sea`. Letters outside ASCII
/// become their number between underscores; a label without letters is `-`.
pub fn topic_slug(label: &str) -> String {
    let mut slug = String::with_capacity(label.len());
    for letter in label.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if letter.is_alphanumeric() {
            let _ = write!(slug, "_{:x}_", u32::from(letter));
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let length = slug.trim_end_matches('-').len();
    slug.truncate(length);
    if slug.is_empty() { "-".to_owned() } else { slug }
}
