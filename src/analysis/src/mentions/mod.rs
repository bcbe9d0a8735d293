//! From tokens and syntax to mentions: the words of one paragraph that name someone.

pub(crate) mod lists;

use crate::document::{Base, Sentence, SyntaxWord, Token, TokenRange};
use crate::lexicons::Lexicons;
use crate::models::Models;
use readout_contract::report::{ActorKind, MentionKind};
use readout_text::Span;

/// Usual sex of a name, title or pronoun; unknown is the rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    He,
    She,
}

/// Words that name someone, as one paragraph shows them.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// All of its words, title included, article not.
    pub(crate) span: Span,
    /// The name itself, or the noun.
    pub(crate) head: Span,
    /// Tokens of `span`.
    pub(crate) tokens: TokenRange,
    /// Tokens of `head`.
    pub(crate) head_tokens: TokenRange,
    pub(crate) kind: MentionKind,
    /// What it names, if the words tell.
    pub(crate) entity: Option<ActorKind>,
    /// Gazetteer code of what it names ("CHN", "body.un"), if it is known.
    pub(crate) code: Option<&'static str>,
    /// Gazetteer code of the state or body that its title or adjective names.
    pub(crate) side: Option<&'static str>,
    /// The role words beside the name ("Chinese Foreign Minister").
    pub(crate) role: Option<Span>,
    pub(crate) gender: Gender,
    pub(crate) plural: bool,
    pub(crate) rule: &'static str,
}

impl Mention {
    pub(crate) fn shift(&self, base: Base) -> Self {
        Self {
            span: base.span(self.span),
            head: base.span(self.head),
            tokens: base.tokens(self.tokens),
            head_tokens: base.tokens(self.head_tokens),
            role: self.role.map(|role| base.span(role)),
            ..self.clone()
        }
    }
}

/// Finds the mentions of a paragraph, in text order; they do not cross each other.
pub(crate) fn find(
    _text: &str,
    _tokens: &[Token],
    _sentences: &[Sentence],
    _syntax: &[SyntaxWord],
    _lexicons: &Lexicons,
    _models: &Models,
) -> Vec<Mention> {
    Vec::new()
}
