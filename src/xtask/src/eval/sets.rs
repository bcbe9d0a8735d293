//! What is measured: sets of gold texts, and where the scorer's answer holds each figure.

/// Where a layer's input comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// The gold's own `text`.
    Text,
    /// `headline` and `summary`.
    Headline,
    /// Rebuilt from a treebank by the scorer.
    Treebank,
    /// None: the trainer predicts each fifth of the texts with models learned from the rest.
    Folds,
}

/// One table of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Set {
    /// Its name in `peers.tsv`.
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) layer: &'static str,
    /// From the folder of the kits.
    pub(super) gold: &'static str,
    pub(super) scorer: &'static str,
    pub(super) input: Input,
    /// Arguments of the scorer before the files.
    pub(super) before: &'static [&'static str],
    /// Arguments of the scorer after the files.
    pub(super) after: &'static [&'static str],
    /// Column, and path in the scorer's answer.
    pub(super) figures: &'static [(&'static str, &'static [&'static str])],
    pub(super) note: &'static str,
}

impl Set {
    /// The file of its predictions, shared by sets that differ in the scoring only.
    pub(super) fn file(&self) -> String {
        format!("{}-{}", self.layer, self.gold_name())
    }

    /// The name of its file of gold texts, without folder and ending.
    pub(super) fn gold_name(&self) -> &'static str {
        let name = self.gold.rsplit('/').next().unwrap_or_default();
        name.split(".jsonl").next().unwrap_or_default()
    }
}

const QUOTES: &[(&str, &[&str])] = &[
    ("all", &["all", "end_to_end", "f1"]),
    ("quotes", &["quotes", "end_to_end", "f1"]),
    ("direct", &["direct", "end_to_end", "f1"]),
    ("mixed", &["mixed", "end_to_end", "f1"]),
    ("indirect", &["indirect", "end_to_end", "f1"]),
    ("precision, all", &["all", "end_to_end", "p"]),
    ("recall, all", &["all", "end_to_end", "r"]),
    ("cue F1", &["all", "cue", "f1"]),
    ("source accuracy", &["all", "source_accuracy"]),
    ("content tokens F1", &["all", "content_tokens", "f1"]),
];

/// The set whose predictions carry a confidence.
pub(super) const QUOTES_SET: &str = "quotes-dev";

const ENTITIES: &[(&str, &[&str])] = &[
    ("strict F1", &["strict", "F1"]),
    ("span F1", &["span", "F1"]),
    ("partial F1", &["partial", "F1"]),
    ("PER", &["types", "PER", "F1"]),
    ("ORG", &["types", "ORG", "F1"]),
    ("LOC", &["types", "LOC", "F1"]),
    ("chips nDCG@10", &["chips", "ndcg10"]),
    ("salient in 10", &["chips", "recall_salience3"]),
];

const COREF: &[(&str, &[&str])] = &[
    ("CoNLL head", &["conll"]),
    ("MUC", &["muc", "F1"]),
    ("B³", &["b3", "F1"]),
    ("CEAFe", &["ceafe", "F1"]),
    ("pronouns, named", &["pronouns", "named", "accuracy"]),
    ("precision", &["pronouns", "named", "precision"]),
    ("he/she", &["pronouns", "he/she", "accuracy"]),
    ("it", &["pronouns", "it", "accuracy"]),
];

const DATES: &[(&str, &[&str])] = &[
    ("found F1", &["found", "F1"]),
    ("value right", &["value", "all", "accuracy"]),
    ("with a year", &["value", "absolute", "accuracy"]),
    ("relative", &["value", "relative", "accuracy"]),
    ("e2e F1", &["e2e", "F1"]),
];

const TOPICS: &[(&str, &[&str])] = &[
    ("stem F1@10", &["stem@10", "F1"]),
    ("multi F1@10", &["multi@10", "F1"]),
    ("multi P@10", &["multi@10", "P"]),
    ("word P@10", &["word@10", "P"]),
    ("repeats", &["dup@10", "share"]),
];

const LABELS: &[(&str, &[&str])] = &[
    ("F1 of 19", &["19", "F1"]),
    ("F1 of 16", &["16", "F1"]),
    ("world P", &["world", "P"]),
    ("world R", &["world", "R"]),
    ("world F1", &["world", "F1"]),
];

const TENSION: &[(&str, &[&str])] = &[
    ("f1_5", &["metrics", "f1_5"]),
    ("f1_4", &["metrics", "f1_4"]),
    ("bin_f1", &["metrics", "bin_f1"]),
    ("sign_f1", &["metrics", "sign_f1"]),
    ("rho", &["metrics", "rho"]),
    ("source F1", &["metrics", "src_f1"]),
    ("target F1", &["metrics", "tgt_f1"]),
    ("pair", &["metrics", "pair_dir"]),
];

const SYNTAX: &[(&str, &[&str])] = &[
    ("sentences", &["sentences", "2"]),
    ("tokens", &["tokens", "2"]),
    ("UPOS", &["upos", "2"]),
    ("UAS", &["uas", "2"]),
    ("LAS", &["las", "2"]),
    ("key relations", &["key relations", "2"]),
];

const NEWS: &[&str] = &["--genres", "news,interview"];
const FOLDS: &str = "Five-fold cross-validation on the kit's train part (it has no development part): each fifth is read by the product with weights learned from the rest, near-copies kept in one fifth. The rows of `signals.tsv` were written by people who saw sentences of all fifths, so the figure still flatters, and the weights of who acts on whom were learned from all of them (held out, the pair stands at .63); the others' figures are from the held-out part, which has more of the codebook's own examples.";

/// All sets, in the order of the page.
pub(super) const SETS: &[Set] = &[
    Set {
        id: "quotes-dev",
        title: "Quotes: PolNeAR dev, end to end F1",
        layer: "quotes",
        gold: "quotes/polnear-dev.jsonl.gz",
        scorer: "quotes/score.py",
        input: Input::Text,
        before: &[],
        after: &[],
        figures: QUOTES,
        note: "",
    },
    Set {
        id: "entities-gum-dev",
        title: "Names: GUM dev, all genres",
        layer: "entities",
        gold: "entities/gum.dev.jsonl.gz",
        scorer: "entities/score.py",
        input: Input::Text,
        before: &[],
        after: &[],
        figures: ENTITIES,
        note: "",
    },
    Set {
        id: "entities-gum-dev-news",
        title: "Names: GUM dev, news and interviews",
        layer: "entities",
        gold: "entities/gum.dev.jsonl.gz",
        scorer: "entities/score.py",
        input: Input::Text,
        before: &[],
        after: NEWS,
        figures: ENTITIES,
        note: "",
    },
    Set {
        id: "entities-uner-dev",
        title: "Names: UNER-EWT dev, single sentences of web text",
        layer: "entities",
        gold: "entities/uner-ewt.dev.jsonl.gz",
        scorer: "entities/score.py",
        input: Input::Text,
        before: &[],
        after: &[],
        figures: &[
            ("strict F1", &["strict", "F1"]),
            ("span F1", &["span", "F1"]),
            ("partial F1", &["partial", "F1"]),
        ],
        note: "",
    },
    Set {
        id: "coref-gum-dev",
        title: "Who is who: GUM dev, all genres",
        layer: "coref",
        gold: "coref/gum.dev.jsonl.gz",
        scorer: "coref/score.py",
        input: Input::Text,
        before: &[],
        after: &[],
        figures: COREF,
        note: "",
    },
    Set {
        id: "coref-gum-dev-news",
        title: "Who is who: GUM dev, news and interviews",
        layer: "coref",
        gold: "coref/gum.dev.jsonl.gz",
        scorer: "coref/score.py",
        input: Input::Text,
        before: &[],
        after: NEWS,
        figures: COREF,
        note: "",
    },
    Set {
        id: "dates-gum-dev",
        title: "Dates: GUM dev, all genres",
        layer: "dates",
        gold: "dates/gum.dev.jsonl.gz",
        scorer: "dates/score.py",
        input: Input::Text,
        before: &[],
        after: &[],
        figures: DATES,
        note: "",
    },
    Set {
        id: "topics-kpcrowd-dev",
        title: "Topics: key phrases, KPCrowd dev, all sections",
        layer: "topics",
        gold: "topics/kpcrowd.dev.jsonl.gz",
        scorer: "topics/score.py",
        input: Input::Text,
        before: &[],
        after: &[],
        figures: TOPICS,
        note: "One list of words and phrases: names, words of issues and terms by weight. Stem counts its first ten, multi the first ten of two words or more.",
    },
    Set {
        id: "topics-kpcrowd-dev-politics",
        title: "Topics: key phrases, KPCrowd dev, politics",
        layer: "topics",
        gold: "topics/kpcrowd.dev.jsonl.gz",
        scorer: "topics/score.py",
        input: Input::Text,
        before: &[],
        after: &["--genres", "politics_world,politics_us"],
        figures: TOPICS,
        note: "21 stories; the others' figures are from the 24 held-out ones.",
    },
    Set {
        id: "labels-cap-dev",
        title: "Issues: world or not, CAP-NYT dev",
        layer: "labels",
        gold: "topics/cap-nyt.dev.jsonl.gz",
        scorer: "topics/score.py",
        input: Input::Headline,
        before: &["--labels"],
        after: &[],
        figures: LABELS,
        note: "World: international affairs, defense, foreign trade, immigration. Readout names no other label; the weights of its signs are learned from the training part.",
    },
    Set {
        id: "tension-cameo",
        title: "Tension: class of an act, CAMEO sentences",
        layer: "tension",
        gold: "tension/quad-train.jsonl.gz",
        scorer: "tension/score.py",
        input: Input::Folds,
        before: &[],
        after: &["--boot", "0"],
        figures: TENSION,
        note: FOLDS,
    },
    Set {
        id: "tension-plv",
        title: "Tension: class, direction and actors, PLOVER sentences",
        layer: "tension",
        gold: "tension/plv-train.jsonl.gz",
        scorer: "tension/score.py",
        input: Input::Folds,
        before: &[],
        after: &["--boot", "0"],
        figures: TENSION,
        note: FOLDS,
    },
    Set {
        id: "syntax-gum-dev",
        title: "Syntax from raw text: GUM dev",
        layer: "syntax",
        gold: "../data/ud/gum-clean.dev.conllu.gz",
        scorer: "syntax/score.py",
        input: Input::Treebank,
        before: &["score"],
        after: &[],
        figures: SYNTAX,
        note: "",
    },
    Set {
        id: "syntax-ewt-dev",
        title: "Syntax from raw text: EWT dev",
        layer: "syntax",
        gold: "../data/ud/ewt.dev.conllu.gz",
        scorer: "syntax/score.py",
        input: Input::Treebank,
        before: &["score"],
        after: &[],
        figures: SYNTAX,
        note: "",
    },
];
