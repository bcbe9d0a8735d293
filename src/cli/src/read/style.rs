//! Color and weight of words on a terminal; nothing at all elsewhere.

use std::io::IsTerminal as _;

/// Whether words are painted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    painted: bool,
}

impl Style {
    /// Painted on a terminal, unless `NO_COLOR` is set (<https://no-color.org>) or it is too dumb.
    pub(crate) fn of_terminal() -> Self {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self { painted: std::io::stdout().is_terminal() && !set("NO_COLOR") && !dumb }
    }

    fn paint(self, code: &str, words: &str) -> String {
        if self.painted && !words.is_empty() {
            format!("\u{1b}[{code}m{words}\u{1b}[0m")
        } else {
            words.to_owned()
        }
    }

    /// Headings and names.
    pub(crate) fn strong(self, words: &str) -> String {
        self.paint("1", words)
    }

    /// Notes.
    pub(crate) fn faint(self, words: &str) -> String {
        self.paint("2", words)
    }

    /// Strain.
    pub(crate) fn strain(self, words: &str) -> String {
        self.paint("31", words)
    }

    /// Easing.
    pub(crate) fn easing(self, words: &str) -> String {
        self.paint("36", words)
    }
}

/// Words of a text that cannot command a terminal: control characters show as `�`.
pub(crate) fn plain(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// Words broken into lines of at most `width` characters where they can be, the later lines
/// indented; the first line begins after `used` characters that are there already.
pub(crate) fn wrap(words: &str, used: usize, indent: usize, width: usize) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    let mut column = used;
    for (index, word) in words.split_whitespace().enumerate() {
        let length = word.chars().count();
        if index > 0 && column + 1 + length > width {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else if index > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_wrapped_not_lost() {
        assert_eq!(wrap("one two three", 2, 2, 9), "one two\n  three");
        assert_eq!(wrap("unbreakable", 0, 2, 4), "unbreakable");
    }

    #[test]
    fn a_text_cannot_command_the_terminal() {
        assert_eq!(plain("a\u{1b}[2Jb"), "a\u{fffd}[2Jb");
    }
}
