//! The reader's changes that concern actors.

use super::People;
use readout_contract::change::{Change, ChangeOutcome};
use readout_contract::ids::ActorId;
use readout_sorted::sort;

/// Makes one actor of two names. The other actor keeps its number and no mentions would be left, so
/// numbers are given anew.
pub(super) fn merge(people: &mut People, changes: &[Change], outcomes: &mut [ChangeOutcome]) {
    for (change, outcome) in changes.iter().zip(outcomes) {
        let Change::MergeActors { keep, merge } = change else { continue };
        let find = |name: &str| people.actors.iter().position(|actor| actor.name == name);
        let (Some(keep), Some(gone)) = (find(keep), find(merge)) else { continue };
        if keep == gone {
            continue;
        }
        join(people, keep, gone);
        *outcome = ChangeOutcome::Applied;
    }
}

fn join(people: &mut People, keep: usize, gone: usize) {
    let moved = people.actors.remove(gone);
    let after = |id: ActorId| match id.index() {
        index if index == gone => ActorId::new(if keep > gone { keep - 1 } else { keep }),
        index if index > gone => ActorId::new(index - 1),
        _ => id,
    };
    for mention in &mut people.mentions {
        mention.actor = mention.actor.map(after);
    }
    let keep = after(ActorId::new(keep));
    for (index, actor) in people.actors.iter_mut().enumerate() {
        actor.side = actor.side.map(after).filter(|side| side.index() != index);
    }
    if let Some(actor) = people.actors.get_mut(keep.index()) {
        actor.mentions.extend(moved.mentions);
        sort(&mut actor.mentions, &Ord::cmp);
        actor.role = actor.role.or(moved.role);
        actor.side = actor.side.or(moved.side.map(after)).filter(|side| *side != keep);
    }
}
