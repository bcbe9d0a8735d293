//! `html!` of Yew, with most of it as data: a plan of the elements in a few bytes each, and the parts
//! that are known only when the page runs, its holes. `explorer::markup` builds nodes from both.
//!
//! Yew's macro writes some 250 bytes of WebAssembly for every element; a plan takes 20. The syntax is
//! Yew's: elements, `{values}`, `{for lists}`, `if … else …`, `<>…</>` and components. What is not
//! here (attributes that are properties, dynamic tags, `ref`) stops the build.
//!
//! A plan is words, each ended by a line feed; its first letter says what it is:
//!
//! | word | means |
//! | --- | --- |
//! | `<tag` | an element begins; with `[tag` the next list of attributes' names is its own |
//! | `=words`, `$key`, `*` | the value of the next attribute: itself, a message, the next hole |
//! | `!`, `#` | the next hole listens to an event of the element; is its key |
//! | `"words`, `$key`, `*` | a child: itself, a message, the next hole |
//! | `>` | the element ends |

#![forbid(unsafe_code)]

mod parse;

use parse::{Node, Value};
use proc_macro::{Delimiter, Group, Literal, TokenStream, TokenTree};

/// Markup in Yew's syntax, as a node.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    match parse::nodes(input) {
        Ok(nodes) => node(&nodes),
        Err((message, span)) => {
            let mut words = TokenTree::from(Literal::string(&message));
            words.set_span(span);
            join([code("::std::compile_error!"), group(Delimiter::Parenthesis, words.into())])
        }
    }
}

/// Rust from a string of ours.
fn code(rust: &str) -> TokenStream {
    rust.parse().expect("it is Rust")
}

fn group(delimiter: Delimiter, inner: TokenStream) -> TokenStream {
    TokenTree::from(Group::new(delimiter, inner)).into()
}

fn join(parts: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    parts.into_iter().collect()
}

/// A call of a function of `explorer::markup`.
fn call(name: &str, value: TokenStream) -> TokenStream {
    let name = code(&format!("crate::markup::{name}"));
    join([name, group(Delimiter::Parenthesis, value)])
}

/// A plan that is being written.
#[derive(Default)]
struct Plan {
    words: String,
    names: String,
    holes: TokenStream,
}

/// The node of these.
fn node(nodes: &[Node]) -> TokenStream {
    if nodes.is_empty() {
        return code("<::yew::Html as ::std::default::Default>::default()");
    }
    let mut plan = Plan::default();
    plan.nodes(nodes);
    let Plan { words, names, holes } = plan;
    let holes = join([code("&mut "), group(Delimiter::Bracket, holes)]);
    let words = TokenTree::from(Literal::string(&words)).into();
    call("build", join([words, code(&format!(", &[{names}], ")), holes]))
}

impl Plan {
    fn word(&mut self, kind: char, rest: &str) {
        self.words.push(kind);
        self.words.push_str(rest);
        self.words.push('\n');
    }

    fn hole(&mut self, kind: char, value: TokenStream) {
        self.word(kind, "");
        self.holes.extend(join([value, code(",")]));
    }

    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, one: &Node) {
        match one {
            Node::Text(words) => self.word('"', words),
            Node::Message(key) => self.word('$', key),
            Node::Value(value) => self.hole('*', call("Part::part", value.clone())),
            Node::List(list) => self.hole('*', call("list", list.clone())),
            Node::If { head, body, rest } => {
                let brace = |nodes: &[Node]| group(Delimiter::Brace, node(nodes));
                let choice = join([head.clone(), brace(body), code("else"), brace(rest)]);
                self.hole('*', call("Part::part", choice));
            }
            Node::Component { open, close, children } => {
                let children = match &children[..] {
                    [] => TokenStream::new(),
                    children => group(Delimiter::Brace, node(children)),
                };
                let inner = join([open.clone(), children, close.clone()]);
                let made = join([code("::yew::html!"), group(Delimiter::Brace, inner)]);
                self.hole('*', call("Part::part", made));
            }
            Node::Fragment(children) => self.nodes(children),
            Node::Element { tag, attributes, children } => {
                let none = |(name, value): &&(String, Value)| {
                    name == "class" && matches!(value, Value::Words(words) if words.is_empty())
                };
                let (mut named, special): (Vec<_>, Vec<_>) = attributes
                    .iter()
                    .filter(|attribute| !none(attribute))
                    .partition(|(name, _)| name != "key" && !is_event(name));
                named.sort_by_key(|(name, _)| rank(name));
                self.word(if named.is_empty() { '<' } else { '[' }, tag);
                if !named.is_empty() {
                    self.names.push_str("&[");
                    for (name, _) in &named {
                        self.names.extend(["\"", name, "\","]);
                    }
                    self.names.push_str("],");
                }
                for (name, value) in named {
                    self.attribute(name, value);
                }
                for (name, value) in special {
                    let value = value.tokens();
                    if name == "key" {
                        self.hole('#', call("key", value));
                    } else {
                        let event = code(&format!("::yew::html::{name}::Wrapper::__macro_new"));
                        let value = join([event, group(Delimiter::Parenthesis, value)]);
                        self.hole('!', call("on", value));
                    }
                }
                self.nodes(children);
                self.word('>', "");
            }
        }
    }

    fn attribute(&mut self, name: &str, value: &Value) {
        match value {
            Value::Words(words) => self.word('=', words),
            Value::Message(key) => self.word('$', key),
            // Yew takes these for true or false.
            Value::Rust(rust) if BOOLEAN.contains(&name) => {
                let name = TokenTree::from(Literal::string(name)).into();
                self.hole('*', call("flag", join([name, code(","), rust.clone()])));
            }
            Value::Rust(rust) if name == "class" => self.hole('*', call("class", rust.clone())),
            Value::Rust(rust) => self.hole('*', call("value", rust.clone())),
        }
    }
}

/// Attributes that are there or not.
const BOOLEAN: [&str; 5] = ["disabled", "hidden", "open", "readonly", "selected"];

/// Attributes are set in Yew's order.
fn rank(name: &str) -> u8 {
    match name {
        "class" => 3,
        _ if BOOLEAN.contains(&name) => 2,
        "value" => 1,
        _ => 0,
    }
}

fn is_event(name: &str) -> bool {
    name.starts_with("on")
}
