//! What grammar settles by itself, so that no weight is asked: who is the subject of the predicate
//! itself, who is named by "by", whose act a noun is.

use super::candidates::Candidate;
use super::features::{AGAINST, BETWEEN, BY, FROM, Kind, OF, WITH};
use super::path::{Down, Path, Through, Up};
use super::question::Shape;

/// What is settled of a predicate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Settled {
    /// Who acts.
    pub(super) source: Option<usize>,
    /// Towards whom.
    pub(super) target: Option<usize>,
    /// A subject that acts, unless it is a pronoun for somebody who is chosen.
    pub(super) subject: Option<usize>,
    /// A passive without an agent: who acts is not said.
    pub(super) agentless: bool,
}

/// A predicate as the rules see it.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "what is known of a predicate, each by itself")]
pub(super) struct Seen<'a> {
    pub(super) candidates: &'a [Candidate],
    pub(super) paths: &'a [Path],
    pub(super) shape: Shape,
    /// Head of the subject of the nearest clause, and whether it is the predicate's own.
    pub(super) subject: Option<(usize, bool)>,
    /// Head of the object of a predicate of saying.
    pub(super) object: Option<usize>,
    pub(super) symmetric: bool,
    /// Whether the predicate tells a state of things.
    pub(super) is_state: bool,
    /// Whether the verb of the subject bears the noun: "agreed to hold talks".
    pub(super) borne: bool,
    /// Head of whom it is told of: "criticized Peru over the arrests".
    pub(super) blamed: Option<usize>,
    /// Whether a speaker judges.
    pub(super) judged: bool,
    /// Whether it asks for something.
    pub(super) demands: bool,
}

impl Seen<'_> {
    fn position(&self, fits: impl Fn(&Candidate, Path) -> bool) -> Option<usize> {
        let mut all = self.candidates.iter().zip(self.paths);
        all.position(|(candidate, path)| fits(candidate, *path))
    }

    /// Whether a candidate may not be the target: it belongs to another clause with a subject of its
    /// own, or the predicate is a noun beside which it stands, and which has parties of its own
    /// ("Russia's war in Ukraine") or tells a state of things ("tensions").
    pub(super) fn is_barred(&self, path: Path, settled: Settled) -> bool {
        let near = matches!(path.up, Up::Own | Up::Inside | Up::Object | Up::Subject | Up::Xcomp);
        let is_told = self.is_state || settled.source.is_some();
        path.barred || is_told && self.shape == Shape::Noun && !near
    }

    pub(super) fn settle(&self) -> Settled {
        if let Some((source, target)) = self.between() {
            return Settled { source: Some(source), target: Some(target), ..Settled::default() };
        }
        let source = self.agent().or_else(|| self.whose());
        let subject = self.acting_subject();
        let judged = self.judged();
        let agentless = (self.shape == Shape::Passive || judged.is_some()) && source.is_none();
        let target = judged.or_else(|| subject.and_then(|at| self.together(at)));
        let target = target.or_else(|| self.demanded()).or_else(|| self.thing_of_somebody());
        let target = target.or_else(|| self.suffering()).or_else(|| self.against());
        Settled { source, target, subject, agentless }
    }

    /// "tensions between A and B", "an agreement between A and B".
    fn between(&self) -> Option<(usize, usize)> {
        if !self.symmetric && self.acting_subject().is_some() {
            return None;
        }
        let is_own = |path: Path| matches!(path.up, Up::Own | Up::Inside);
        let first = self.position(|one, path| {
            one.preposition == BETWEEN && is_own(path) && path.down != Down::Conj
        })?;
        let second = self.candidates.iter().zip(self.paths).enumerate().skip(first + 1);
        let mut second = second.filter(|(_, (one, path))| {
            one.preposition == BETWEEN && path.down == Down::Conj && one.is_somebody()
        });
        Some((first, second.next()?.0))
    }

    /// "demands that Iran withdraw".
    fn demanded(&self) -> Option<usize> {
        let is_asked = |path: Path| {
            path.up == Up::Own && path.through == Through::Clause && path.down == Down::Subject
        };
        self.position(|one, path| {
            self.demands && is_asked(path) && !path.barred && one.is_somebody()
        })
    }

    /// "condemned the Russian attack on …": whoever did it is condemned.
    fn thing_of_somebody(&self) -> Option<usize> {
        let object = self.object.filter(|_| self.shape == Shape::Verb)?;
        self.position(|one, _| one.head == object && one.kind == Kind::Owned)
    }

    /// "the ambassador was summoned", "the downing of a Russian jet by Turkey".
    fn suffering(&self) -> Option<usize> {
        let is_own = |path: Path| path.up == Up::Own && path.through == Through::Nothing;
        let named = |one: &Candidate| one.actor.is_some() && one.kind != Kind::Pronoun;
        match self.shape {
            Shape::Passive => {
                self.position(|one, path| is_own(path) && path.down == Down::Passive && named(one))
            }
            Shape::Noun if self.agent().is_some() => self.position(|one, path| {
                is_own(path) && path.down == Down::Modifier && one.preposition == OF && named(one)
            }),
            _ => None,
        }
    }

    /// "the Russian attack was barbaric", in somebody's words.
    fn judged(&self) -> Option<usize> {
        let (head, own) = self.subject?;
        let judges = self.judged && self.shape == Shape::Other && own;
        judges
            .then(|| self.position(|one, _| one.head == head && one.kind == Kind::Owned))
            .flatten()
    }

    /// "A and B held talks".
    fn together(&self, subject: usize) -> Option<usize> {
        let up = self.paths.get(subject)?.up;
        // "A and B met with C".
        let partner = |one: &Candidate, path: Path| {
            one.preposition == WITH && (path.up == up || matches!(path.up, Up::Own | Up::Inside))
        };
        if self.position(partner).is_some() {
            return None;
        }
        self.position(|one, path| {
            self.symmetric
                && path.up == up
                && (path.through, path.down) == (Through::Subject, Down::Conj)
                && path.between == 1
                && one.is_somebody()
                && one.actor.is_some()
        })
    }

    /// "threats against Zambia".
    fn against(&self) -> Option<usize> {
        self.position(|one, path| {
            self.shape == Shape::Noun
                && path.up == Up::Own
                && path.through == Through::Nothing
                && path.down == Down::Modifier
                && one.preposition == AGAINST
                && one.is_somebody()
        })
    }

    /// "by the army", after a passive or a noun.
    fn agent(&self) -> Option<usize> {
        if self.shape == Shape::Verb && self.acting_subject().is_some() {
            return None;
        }
        self.position(|one, path| {
            one.preposition == BY
                && one.is_somebody()
                && (path.through == Through::Nothing
                    || self.shape == Shape::Noun
                        && path.through == Through::Modifier
                        && path.between == 1)
                && matches!(path.up, Up::Own | Up::Inside | Up::Subject)
                && matches!(path.down, Down::Oblique | Down::Modifier)
        })
    }

    /// "the Russian attack", "Iran's threats", "support from Poland".
    fn whose(&self) -> Option<usize> {
        if self.shape != Shape::Noun {
            return None;
        }
        let near = |path: Path| path.through == Through::Nothing;
        self.position(|one, path| {
            path.up == Up::Own
                && match path.down {
                    Down::Owner => near(path) && one.is_somebody(),
                    Down::Part => near(path) && one.kind == Kind::Demonym && !self.symmetric,
                    Down::Modifier => one.preposition == FROM && one.is_somebody(),
                    _ => false,
                }
        })
        .or_else(|| {
            let blamed = self.blamed.filter(|_| !self.symmetric)?;
            self.position(|one, _| one.head == blamed && one.is_somebody() && one.actor.is_some())
        })
    }

    /// The subject of a verb that is the predicate, or whose object it is ("imposed sanctions").
    fn acting_subject(&self) -> Option<usize> {
        let (head, own) = self.subject?;
        let acts = match self.shape {
            Shape::Verb => own,
            Shape::Noun => true,
            _ => false,
        };
        let at = self.position(|one, path| {
            one.tokens.contains(head)
                && one.is_somebody()
                && (own
                    || (self.borne || path.up == Up::Object) && path.through == Through::Nothing)
                && (path.down != Down::Passive || path.up == Up::Xcomp)
        })?;
        acts.then_some(at)
    }
}
