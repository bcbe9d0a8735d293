//! Nodes from a plan and its holes: the other half of the macro `html!`, which says what a plan is.
//!
//! A plan that the macro wrote is whole; whatever is missing in one leaves out an element or a value.

use crate::i18n::t;
use std::mem::ManuallyDrop;
use std::rc::Rc;
use yew::html::IntoPropValue;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VTag, VText};
use yew::{AttrValue, Classes, Html};

pub(crate) use readout_markup::html;

/// What only the running page knows. It is not dropped where it was made, for which every list of
/// holes would have code of its own: [`build`] takes all that a plan has.
pub(crate) struct Hole(ManuallyDrop<Filling>);

/// What is in a hole.
#[derive(Default)]
enum Filling {
    /// Taken already.
    #[default]
    Nothing,
    /// A child.
    Node(Html),
    /// The value of an attribute; without one the attribute is not there.
    Value(Option<AttrValue>),
    /// Hears an event.
    On(Option<Rc<dyn Listener>>),
    /// Tells an element from its neighbors.
    Key(Key),
}

/// The nodes of a plan.
pub(crate) fn build(
    plan: &'static str,
    names: &[&'static [&'static str]],
    holes: &mut [Hole],
) -> Html {
    Builder { words: plan.split('\n'), names: names.iter(), holes: holes.iter_mut() }.nodes(None)
}

struct Builder<'a> {
    words: std::str::Split<'static, char>,
    names: std::slice::Iter<'a, &'static [&'static str]>,
    holes: std::slice::IterMut<'a, Hole>,
}

impl Builder<'_> {
    /// The next word: its kind and the rest of it.
    fn word(&mut self) -> Option<(u8, &'static str)> {
        let word = self.words.next()?;
        Some((*word.as_bytes().first()?, word.get(1..)?))
    }

    fn hole(&mut self) -> Filling {
        self.holes.next().map(|hole| std::mem::take(&mut *hole.0)).unwrap_or_default()
    }

    /// What follows, up to the end of the element or of the plan.
    fn nodes(&mut self, mut parent: Option<&mut VTag>) -> Html {
        let mut list: Vec<Html> = Vec::new();
        while let Some((kind, rest)) = self.word() {
            list.push(match kind {
                b'>' => break,
                b'<' => self.element(rest, &[]),
                b'[' => {
                    let names = self.names.next().copied().unwrap_or_default();
                    self.element(rest, names)
                }
                b'"' => text(AttrValue::Static(rest)),
                b'$' => text(t(rest).into()),
                _ => match (self.hole(), &mut parent) {
                    (Filling::Node(node), _) => node,
                    (Filling::On(Some(listener)), Some(tag)) => {
                        tag.add_listener(listener);
                        continue;
                    }
                    (Filling::Key(key), Some(tag)) => {
                        tag.key = Some(key);
                        continue;
                    }
                    _ => continue,
                },
            });
        }
        let only = if list.len() == 1 { list.pop() } else { None };
        only.unwrap_or_else(|| several(list))
    }

    fn element(&mut self, tag: &'static str, names: &'static [&'static str]) -> Html {
        let mut tag = VTag::new(tag);
        if !names.is_empty() {
            let mut values = Vec::with_capacity(names.len());
            for _ in names {
                let value = match self.word() {
                    Some((b'=', words)) => Some(AttrValue::Static(words)),
                    Some((b'$', key)) => Some(t(key).into()),
                    _ => match self.hole() {
                        Filling::Value(value) => value,
                        _ => None,
                    },
                };
                values.push(value.map(AttributeOrProperty::Attribute));
            }
            tag.attributes = Attributes::Dynamic { keys: names, values: values.into() };
        }
        let nodes = self.nodes(Some(&mut tag));
        if let Some(children) = tag.children_mut() {
            *children = nodes;
        }
        tag.into()
    }
}

#[inline(never)]
fn text(words: AttrValue) -> Html {
    VText::new(words).into()
}

#[inline(never)]
fn several(list: Vec<Html>) -> Html {
    VList::with_children(list, None).into()
}

/// A hole with this.
#[inline]
fn hole(filling: Filling) -> Hole {
    Hole(ManuallyDrop::new(filling))
}

/// A hole for a list of children.
#[inline(never)]
pub(crate) fn list(children: impl IntoIterator<Item = Html>) -> Hole {
    let mut list = Vec::new();
    // Less code than to collect, of which each list has its own.
    for child in children {
        list.push(child);
    }
    several(list).part()
}

/// A hole for the value of an attribute.
#[inline(never)]
pub(crate) fn value(value: impl IntoPropValue<Option<AttrValue>>) -> Hole {
    hole(Filling::Value(value.into_prop_value()))
}

/// A hole for a class.
#[inline(never)]
pub(crate) fn class(class: impl Into<Classes>) -> Hole {
    value(class.into())
}

/// A hole for an attribute that is there or not.
#[inline(never)]
pub(crate) fn flag(name: &'static str, on: bool) -> Hole {
    hole(Filling::Value(on.then_some(AttrValue::Static(name))))
}

/// A hole for what hears an event.
#[inline(never)]
pub(crate) fn on(listener: Option<Rc<dyn Listener>>) -> Hole {
    hole(Filling::On(listener))
}

/// A hole for the key of an element.
#[inline(never)]
pub(crate) fn key(key: impl Into<Key>) -> Hole {
    hole(Filling::Key(key.into()))
}

/// What can be a child.
pub(crate) trait Part {
    /// A hole for it.
    fn part(self) -> Hole;
}

impl Part for Html {
    #[inline]
    fn part(self) -> Hole {
        hole(Filling::Node(self))
    }
}

impl Part for AttrValue {
    #[inline(never)]
    fn part(self) -> Hole {
        text(self).part()
    }
}

impl Part for String {
    #[inline(never)]
    fn part(self) -> Hole {
        AttrValue::from(self).part()
    }
}

impl Part for &str {
    #[inline(never)]
    fn part(self) -> Hole {
        self.to_owned().part()
    }
}

impl Part for &String {
    fn part(self) -> Hole {
        self.as_str().part()
    }
}

impl Part for u32 {
    #[inline(never)]
    fn part(self) -> Hole {
        self.to_string().part()
    }
}

impl Part for u8 {
    fn part(self) -> Hole {
        u32::from(self).part()
    }
}

impl Part for usize {
    #[inline(never)]
    fn part(self) -> Hole {
        self.to_string().part()
    }
}

impl<P: Part> Part for Option<P> {
    #[inline(never)]
    fn part(self) -> Hole {
        self.map_or_else(|| Html::default().part(), Part::part)
    }
}

impl Part for Vec<Html> {
    #[inline(never)]
    fn part(self) -> Hole {
        several(self).part()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yew::virtual_dom::VNode;
    use yew::{Callback, MouseEvent, classes};

    /// Elements, attributes, keys and words of a node, as a reader of the page gets them.
    fn shown(node: &Html) -> String {
        match node {
            VNode::VText(text) => format!("{}|", text.text),
            VNode::VList(list) => list.iter().map(shown).collect(),
            VNode::VTag(tag) => {
                let mut attributes = String::new();
                for (name, value) in tag.attributes.iter() {
                    attributes.extend([" ", name, "=", value]);
                }
                let children = tag.children().map(shown).unwrap_or_default();
                format!("<{} {:?}{attributes}>{children}</>", tag.tag(), tag.key)
            }
            other => format!("{other:?}"),
        }
    }

    /// The same markup by this macro and by Yew's.
    macro_rules! same {
        ($($markup:tt)*) => {
            assert_eq!(shown(&html! { $($markup)* }), shown(&::yew::html! { $($markup)* }));
        };
    }

    #[test]
    fn elements_are_those_of_yew() {
        same! {};
        same! { <p /> };
        same! { <p class="lead">{t("close")}</p> };
        same! { <><p>{"one"}</p>{" "}<br /></> };
        same! { <svg viewBox="0 0 2 2" aria-hidden="true"><rect stroke-width="3" /></svg> };
        same! { <a href="#x" class="plain" target="_blank">{"“é”"}</a> };
        same! { <div aria-label={t("close")} hidden=true data-x="1"><b /></div> };
        same! { <label for="x" /> };
    }

    #[test]
    fn holes_are_filled_in_order() {
        let (word, none, some) = ("word".to_owned(), None::<String>, Some("id".to_owned()));
        let on = true;
        same! {
            <section id={some.clone()} title={none.clone()} class={classes!("a", on.then_some("b"))}>
                {word.clone()}{&*word}{3_u32}{4_usize}{"five"}
                <i lang={word.clone()} />{Some(AttrValue::from(word.clone()))}
            </section>
        };
        let id = "id";
        same! { <ul {id} class={""}>{for (0..3).map(|n| html! { <li key={n}>{n.to_string()}</li> })}</ul> };
        same! { <p class={word.clone()}>{vec![html! { <b /> }, html! { "x" }]}</p> };
        same! { <p>{html! {}}{html! { <><b /><i /></> }}</p> };
        same! { <option selected={on} value={word.clone()} disabled={!on}>{word.clone()}</option> };
        same! { <><textarea rows="3" value={word.clone()} /><input type="text" readonly=true /></> };
    }

    #[test]
    fn conditions_choose() {
        for number in 0..4 {
            let some = Some(number).filter(|n| *n == 3);
            same! {
                if number == 0 {
                    <p>{"none"}</p>
                } else if let Some(three) = some {
                    {three.to_string()}<br />
                } else if number == 1 {
                } else {
                    <p class="more">if matches!(number, 2) { <b>{"two"}</b> }</p>
                }
            };
        }
    }

    #[test]
    fn an_element_hears() {
        let onclick = Callback::from(|_: MouseEvent| {});
        let node =
            html! { <button class="x" {onclick} onkeydown={None::<Callback<_>>}>{"x"}</button> };
        let VNode::VTag(tag) = node else { panic!("it is an element") };
        assert!(format!("{tag:?}").contains("onclick"));
        assert_eq!(shown(&VNode::VTag(tag)), "<button None class=x>x|</>");
    }
}
