//! What stands around a reading: the host page, notices, requests, starter texts.

/// What an embed shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedView {
    /// Text and panel.
    #[default]
    Reading,
    /// Quotes.
    Quotes,
    /// Topics and the text.
    Topics,
    /// Tension.
    Tension,
    /// Gauge, three chips, one quote.
    Card,
    /// One quote.
    Quote,
}

/// What the host page asks of an embed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmbedSettings {
    /// What to show.
    pub view: EmbedView,
    /// Colors that replace the theme's: CSS variable name without dashes, `#rrggbb`.
    pub colors: Vec<(String, String)>,
}

/// What the reader may do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Everything.
    #[default]
    Edit,
    /// Look; "Make a copy to change" leads to `Edit`.
    ReadOnly,
    /// Inside another page.
    Embed(EmbedSettings),
}

/// Colors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Something to tell the reader; each is one message key, see `select::notice_key`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A link lost its end: characters there, characters expected if that is known.
    LinkCutOff(u32, Option<u32>),
    /// A link does not fit its checksum.
    LinkDamaged,
    /// A link of a newer version.
    LinkTooNew,
    /// A link that decodes past the limit.
    LinkTooBig,
    /// A link to a starter text that is not here.
    LinkUnknownSeed(String),
    /// The place that the link points at is not in the text.
    AnchorLost,
    /// Copied.
    Copied,
    /// The clipboard refused; the text to copy by hand.
    CopyByHand(String),
    /// A file that is not text: what it looks like.
    NotText(String),
    /// A file or text over the limit.
    FileTooBig,
    /// A file that could not be read.
    FileUnreadable(String),
    /// Read as Windows-1252, because it is not UTF-8.
    WrongLetters,
    /// A starter text could not be fetched.
    SeedMissing(String),
}

/// What the page contacted since the text was entered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Privacy {
    /// Counts up with every text that is entered anew.
    pub epoch: u32,
    /// Requests since the text was entered.
    pub requests: Vec<String>,
    /// Outcome of the last try to contact an outside address: `Some(true)` when it was refused.
    pub outside_refused: Option<bool>,
}

/// A starter text, before it is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GalleryEntry {
    /// Its id, in links.
    pub id: String,
    /// Its file under `seeds/`.
    pub file: String,
    /// Its headline.
    pub title: String,
    /// Its date, `YYYY-MM-DD`.
    pub date: String,
    /// Its language, BCP 47.
    pub language: String,
    /// What it shows, in a few words.
    pub shows: String,
    /// The other account of the same event.
    pub pair: Option<String>,
    /// Value and range of its reading, if they were made with the page.
    pub gauge: Option<(u8, u8, u8)>,
}
