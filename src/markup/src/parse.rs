//! From tokens to nodes.

use proc_macro::{Delimiter, Literal, Span, TokenStream, TokenTree, token_stream::IntoIter};
use std::iter::Peekable;

/// What is wrong, and where.
pub(crate) type Problem = (String, Span);
type Tokens = Peekable<IntoIter>;

/// A piece of markup.
pub(crate) enum Node {
    Text(String),
    /// The message of a key: `{t("key")}`.
    Message(String),
    Value(TokenStream),
    List(TokenStream),
    /// `head` is all before the first brace.
    If {
        head: TokenStream,
        body: Vec<Node>,
        rest: Vec<Node>,
    },
    /// Left to Yew, but for what is inside.
    Component {
        open: TokenStream,
        close: TokenStream,
        children: Vec<Node>,
    },
    Fragment(Vec<Node>),
    Element {
        tag: String,
        attributes: Vec<(String, Value)>,
        children: Vec<Node>,
    },
}

/// The value of an attribute.
pub(crate) enum Value {
    Words(String),
    Message(String),
    Rust(TokenStream),
}

impl Value {
    /// As an expression.
    pub(crate) fn tokens(&self) -> TokenStream {
        match self {
            Self::Words(words) | Self::Message(words) => {
                TokenTree::from(Literal::string(words)).into()
            }
            Self::Rust(rust) => rust.clone(),
        }
    }
}

/// All of this as nodes.
pub(crate) fn nodes(tokens: TokenStream) -> Result<Vec<Node>, Problem> {
    let mut tokens = tokens.into_iter().peekable();
    let (nodes, closing) = children(&mut tokens)?;
    match closing {
        None => Ok(nodes),
        Some((_, span)) => Err(("nothing is open here".to_owned(), span)),
    }
}

/// The name of a closing tag, and where it stands.
type Closing = (String, Span);

/// Nodes up to a closing tag or the end.
fn children(tokens: &mut Tokens) -> Result<(Vec<Node>, Option<Closing>), Problem> {
    let mut nodes = Vec::new();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Punct(mark) if mark.as_char() == '<' => {
                if take(tokens, '/') {
                    let mut name = String::new();
                    for token in tokens.by_ref() {
                        if is(&token, '>') {
                            break;
                        }
                        name.push_str(&token.to_string());
                    }
                    return Ok((nodes, Some((name, mark.span()))));
                }
                nodes.push(tag(tokens, &token)?);
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                nodes.push(block(group.stream()));
            }
            TokenTree::Literal(literal) => match words(literal) {
                Some(words) => nodes.push(Node::Text(words)),
                None => nodes.push(Node::Value(token.into())),
            },
            TokenTree::Ident(word) if word.to_string() == "if" => {
                nodes.push(choice(tokens, token.clone())?);
            }
            other => return Err(("an element, braces or words".to_owned(), other.span())),
        }
    }
    Ok((nodes, None))
}

fn is(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn take(tokens: &mut Tokens, mark: char) -> bool {
    tokens.next_if(|token| is(token, mark)).is_some()
}

/// The words of a literal, if a plan can hold them.
fn words(literal: &Literal) -> Option<String> {
    let source = literal.to_string();
    let inner = source.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains(['\\', '\n'])).then(|| inner.to_owned())
}

/// What a brace holds: words, a message, a list or a value.
fn block(stream: TokenStream) -> Node {
    match value(stream.clone()) {
        Value::Words(words) => Node::Text(words),
        Value::Message(key) => Node::Message(key),
        Value::Rust(rust) => {
            let mut tokens = rust.into_iter();
            match tokens.next() {
                Some(TokenTree::Ident(word)) if word.to_string() == "for" => {
                    Node::List(tokens.collect())
                }
                _ => Node::Value(stream),
            }
        }
    }
}

fn value(stream: TokenStream) -> Value {
    let tokens: Vec<TokenTree> = stream.clone().into_iter().collect();
    let known = match &tokens[..] {
        [TokenTree::Literal(literal)] => words(literal).map(Value::Words),
        [TokenTree::Ident(name), TokenTree::Group(key)] if name.to_string() == "t" => {
            match &key.stream().into_iter().collect::<Vec<_>>()[..] {
                [TokenTree::Literal(literal)] => words(literal).map(Value::Message),
                _ => None,
            }
        }
        _ => None,
    };
    known.unwrap_or(Value::Rust(stream))
}

/// `if head { … } else if … else { … }`.
fn choice(tokens: &mut Tokens, word: TokenTree) -> Result<Node, Problem> {
    let span = word.span();
    let mut head: TokenStream = word.into();
    for token in tokens.by_ref() {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let body = nodes(group.stream())?;
                let rest = otherwise(tokens)?;
                return Ok(Node::If { head, body, rest });
            }
            token => head.extend([token]),
        }
    }
    Err(("an `if` has braces".to_owned(), span))
}

fn otherwise(tokens: &mut Tokens) -> Result<Vec<Node>, Problem> {
    let is_else =
        |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word.to_string() == "else");
    let Some(word) = tokens.next_if(is_else) else { return Ok(Vec::new()) };
    match tokens.next() {
        Some(TokenTree::Group(group)) => nodes(group.stream()),
        Some(again @ TokenTree::Ident(_)) => Ok(vec![choice(tokens, again)?]),
        _ => Err(("an `else` has braces".to_owned(), word.span())),
    }
}

/// What begins after `<`.
fn tag(tokens: &mut Tokens, open: &TokenTree) -> Result<Node, Problem> {
    if take(tokens, '>') {
        return Ok(Node::Fragment(inside(tokens, "", open.span())?));
    }
    let Some(TokenTree::Ident(name)) = tokens.next() else {
        return Err(("the name of an element".to_owned(), open.span()));
    };
    let tag = name.to_string();
    // Components, and fields, whose value Yew keeps apart.
    if tag.starts_with(char::is_uppercase) || tag == "input" || tag == "textarea" {
        let mut begin = TokenStream::from_iter([open.clone(), name.clone().into()]);
        let mut alone = false;
        for token in tokens.by_ref() {
            let end = is(&token, '>');
            if !end {
                alone = is(&token, '/');
            }
            begin.extend([token]);
            if end {
                break;
            }
        }
        if alone {
            let close = TokenStream::new();
            return Ok(Node::Component { open: begin, close, children: Vec::new() });
        }
        let children = inside(tokens, &tag, name.span())?;
        let close = format!("</{tag}>").parse().map_err(|_| ("a name".to_owned(), name.span()))?;
        return Ok(Node::Component { open: begin, close, children });
    }
    let mut attributes = Vec::new();
    loop {
        match tokens.next() {
            Some(token) if is(&token, '>') => break,
            Some(token) if is(&token, '/') => {
                take(tokens, '>');
                return Ok(Node::Element { tag, attributes, children: Vec::new() });
            }
            Some(TokenTree::Group(short)) => {
                attributes.push((short.stream().to_string(), Value::Rust(short.stream())));
            }
            Some(TokenTree::Ident(first)) => attributes.push(attribute(tokens, first.to_string())?),
            _ => return Err(("the tag is not closed".to_owned(), name.span())),
        }
    }
    let children = inside(tokens, &tag, name.span())?;
    Ok(Node::Element { tag, attributes, children })
}

/// `name=value`, after the first part of the name.
fn attribute(tokens: &mut Tokens, mut name: String) -> Result<(String, Value), Problem> {
    for token in tokens.by_ref() {
        if is(&token, '=') {
            break;
        }
        name.push_str(&token.to_string());
    }
    let value = match tokens.next() {
        Some(TokenTree::Group(group)) => value(group.stream()),
        Some(token @ TokenTree::Literal(_)) => match value(token.clone().into()) {
            Value::Rust(_) => Value::Words(token.to_string()),
            words => words,
        },
        // `true`: the attribute is there.
        Some(TokenTree::Ident(word)) if word.to_string() == "true" => Value::Words(name.clone()),
        _ => return Err((format!("{name} has a value"), Span::call_site())),
    };
    Ok((name, value))
}

/// The children up to this closing tag.
fn inside(tokens: &mut Tokens, tag: &str, span: Span) -> Result<Vec<Node>, Problem> {
    match children(tokens)? {
        (nodes, Some((name, _))) if name == tag => Ok(nodes),
        (_, Some((name, span))) => Err((format!("</{tag}> comes before </{name}>"), span)),
        (_, None) => Err((format!("</{tag}> is missing"), span)),
    }
}
