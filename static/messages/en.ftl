# The words of the page, in English. Components name keys; a test finds keys that are missing here.
# Parts between <tags> become buttons; `{ $name }` is filled; `{ $n -> [one] … *[other] … }` selects.

## First screen
start-head = Paste a report.
start-head-2 = See who said what.
editor-label = Text to read
editor-hint = Paste a news report, a statement or a transcript
promise = Your text stays in this browser. Nothing is sent, stored or measured.
open-file = Open a file
clear = Clear
show-reading = Show the reading
gallery-head = Or start with one of these
gallery-gauge = { $band } { $value }
too-short = Add a little more text: at least 20 words.

## Bar and foot
brand-label = Readout, start anew
untitled = Untitled text
edit-details = , edit title, source and date
bar-requests = { $n ->
    [one] request
   *[other] requests
}
bar-since = since you pasted
bar-so-far = so far
open = Open
share = Share
embed = Embed
export = Export
make-copy = Make a copy to change
theme-auto = Colors: as the system says. Change to dark
theme-dark = Colors: dark. Change to light
theme-light = Colors: light. Change to automatic
foot-limits = It measures wording in English news prose, and misses irony and context. The text describes; it does not prove.
privacy = Privacy check
keys = Keyboard
busy = Reading
close = Close
dismiss = Dismiss
skip-summary = Skip to the summary
skip-reading = Skip to the text
skip-evidence = Skip to the evidence

## Regions and panes
region-summary = Summary
region-reading = Text
region-evidence = Evidence
region-filters = Topics and speakers
panes = Views
pane-text = Text
pane-quotes = Quotes
pane-topics = Topics
pane-tension = Tension

## Summary
summary-wait = Reading …
summary-counts = { $sentences ->
    [one] 1 sentence.
   *[other] { $sentences } sentences.
} <speakers>{ $speakers ->
    [one] 1 speaker
   *[other] { $speakers } speakers
}</speakers>, <quotes>{ $quotes ->
    [one] 1 quote
   *[other] { $quotes } quotes
}</quotes>{ $quotes ->
    [0] {""}
   *[other] {" "}({ $forms })
}{ $likely ->
    [0] {""}
   *[other] {" "}and <likely>{ $likely } likely</likely>
}.
summary-none = { $sentences ->
    [one] 1 sentence.
   *[other] { $sentences } sentences.
} No one is quoted.
summary-exact = { $n } exact
summary-part = { $n } part exact
summary-reported = { $n } reported
summary-pair = Most described pair: <pair>{ $one } – { $other }</pair>.
summary-their = This text describes their relations as <band>{ $band }</band>.
summary-their-talks = This text describes their relations as <band>{ $band }</band>, with <talks>talks continuing</talks>.
summary-all = This text describes relations as <band>{ $band }</band>.
summary-all-talks = This text describes relations as <band>{ $band }</band>, with <talks>talks continuing</talks>.
made-by = Read by engine { $engine }.
why = Why this reading?
changes-yours = { $n ->
    [one] 1 change by you
   *[other] { $n } changes by you
}
changes-sender = { $n ->
    [one] 1 change by the sender
   *[other] { $n } changes by the sender
}
reading-ready = Reading ready: { $quotes ->
    [one] 1 quote
   *[other] { $quotes } quotes
}, { $topics ->
    [one] 1 topic
   *[other] { $topics } topics
}{ $band ->
    [Calm] , tension Calm
    [Strained] , tension Strained
    [Tense] , tension Tense
    [Severe] , tension Severe
   *[none] {""}
}.

## Gauge
gauge-label = Tension described
gauge-unknown = Tension
gauge-too-short = Too short for a reading
gauge-too-few = Too few signs to give a reading
gauge-too-few-n = { $n } found
gauge-mixed = { $band }, mixed
gauge-figures = { $value }, range { $low }–{ $high }
gauge-value = { $head }: { $figures }, of 100
gauge-sentence = This text describes relations{ $one ->
    [] {""}
   *[other] {" "}between { $one } and { $other }
} as { $head }: { $figures }.
gauge-too-few-sentence = { $head } ({ $figures }); they are listed below.
gauge-counts = { $strain ->
    [one] 1 sign of strain
   *[other] { $strain } signs of strain
}, { $easing } of easing.
band-calm = Calm
band-strained = Strained
band-tense = Tense
band-severe = Severe
trend-easing = ↘ easing
trend-steady = → steady
trend-worsening = ↗ worsening
reading-moved = { $old } → { $new } with your change

## Topics and filters
group-issues = Issues
group-places = Places
group-organizations = Organizations
group-events = Events
kind-issue = issue
kind-term = term
kind-place = place
kind-organization = organization
kind-event = event
chip-label = { $name }, { $kind }, { $n ->
    [one] 1 sentence
   *[other] { $count } sentences
}, { $state }{ $signs ->
    [] {""}
   *[other] . { $signs }
}
chip-more = { $name }: more
chip-on = on
chip-off = off
chip-without = left out
chip-signs = { $lean }: ▲ { $strain }, ▼ { $easing }
count-of = { $n } of { $all }
lean-strain = Leans to strain
lean-easing = Leans to easing
lean-level = Leans neither way
show-more = Show { $n } more
show-fewer = Show fewer
hidden-n = Hidden ({ $n })
add-topic = Add an issue of your own
new-topic = An issue of your own
topic-label = Its name
topic-words = Words that show it
add-words = Add a word or alias
add-words-how = Words and phrases with commas between them; a star stands for any ending: tariff*, trade war.
change-topic = Change this topic
rename-topic = Rename
merge-with = Merge with…
merge = Merge
add = Add
topic-evidence = Evidence
sentences-n = { $n ->
    [one] 1 sentence
   *[other] { $n } sentences
}
found-by-list = Words of this issue’s list stand in the text: { $words }
found-by-term = The text uses these words again and again: { $words }
found-by-name = It is named: { $words }
found-by-demonym = By the word for its people, or what belongs to it: { $words }
found-by-metonym = By what stands for it: { $words }
found-by-reader = By your own words: { $words }
bring-back = Bring back “{ $name }”
no-topics = No topics were found in this text.
topics = Topics
speakers = Speakers
sentences-match = { $n ->
    [one] 1 sentence matches
   *[other] { $n } sentences match
}
any-all = Sentences with
match-any = Any { $n }
match-all = All { $n }
only-matching = Only matching
show-all-text = Whole text
clear-filters = Clear filters
why-topic = Why is this a topic?
only-this = Only this
without-this = Without this
hide-topic = Hide
matched = matched: { $words }
speaker-unclear = Not clear who
speaker-counts = { $n ->
    [one] 1 quote
   *[other] { $n } quotes
}{ $likely ->
    [0] {""}
   *[other] {" "}and { $likely } likely
}

## Text
headline = Headline
sentence-n = Sentence { $n }
notes-on = { $n ->
    [one] 1 note
   *[other] { $n } notes
} on { $where }
minutes = { $n } min
not-read = Not read for topics and tension: not in English
layers = Marks in the text
layers-usual = Quotes
layers-all = All marks
layers-plain = Plain text
edit-text = Edit the text
sentences-hidden = { $n ->
    [one] 1 sentence hidden
   *[other] { $n } sentences hidden
} —
show = show
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $day } { $month } { $year }

## Strip
strip = Tension by sentence
as-table = Table
by-sentence = By sentence
column-sentence = Sentence
column-voice = Whose words
close-table = Close the table
strip-bar = Sentence { $n } of { $all }, { $sign }{ $strength ->
    [] {""}
   *[other] , { $strength }
}
strip-bar-speaker = Sentence { $n } of { $all }, { $sign }{ $strength ->
    [] {""}
   *[other] , { $strength }
}, { $speaker } speaking
strength-1 = slight
strength-2 = moderate
strength-3 = strong
sign-strain = strain
sign-easing = easing
sign-both = strain and easing
sign-none = no sign

## Evidence
tab-quotes = Quotes
tab-tension = Tension
tab-pairs = Pairs
tab-changes = Changes
tab-changes-n = Changes { $n }
no-quotes = No one is quoted in this text.
show-forms = Show
forms-all = all quotes
order-by = Order
order-quotes = most quotes
order-text = as in the text
order-name = by name
order-weight = heaviest first
verbs = Verbs:
quotes-hidden = { $n ->
    [one] 1 quote hidden by the filter.
   *[other] { $n } quotes hidden by the filter.
}
form-exact = Exact
form-part = Part exact
form-reported = Reported
form-likely = Likely
form-mentioned = Mentioned, words not given
found-named = Named here
found-reference = From “he”, “they”, “it”
found-group = Group or institution
found-unclear = Not clear
found-reader = Set by you
verb-strong = a strong word
verb-doubtful = keeps a distance
to-target = to { $name }
matches = ✓ Matches the text
matches-title = These words stand in the text, character for character. It says nothing about truth.
sure = sure
sure-fairly = fairly sure
sure-not = unsure
sure-figure = { $word }, { $n } of 100
sure-title = Of quotes that look like this one, { $n } in 100 are read rightly
by-reader = Corrected by reader
forms-likely = { $n } likely
mentions-n = { $n ->
    [one] 1 mention
   *[other] { $n } mentions
} without the words
mentioned-n = Mentioned without the words: { $n }
mentioned-only = { $n } only mentioned
more-filters = More filters
filter-any = any
filter-verb = Verb
filter-side = Side
filter-about = About
choice-n = { $name } ({ $n })
verbs-neutral = neutral (said)
verbs-strong = strong (warned)
verbs-doubtful = doubtful (claimed)
correct = Correct
correct-label = Correct this quote
correct-speaker = Speaker
moved-quotes = { $name } { $old } → { $new }
moved-no-quotes = Quotes by speaker unchanged
moved-tension = tension { $old } → { $new }
moved-no-tension = tension unchanged
speaker-other = Somebody else …
speaker-name = Name of the speaker
set = Set
edge-start = Start
edge-end = End
edge-earlier = earlier
edge-later = later
copy-citation = Copy with citation
citation-style = Citation style
style-plain = plain
style-chicago = Chicago
style-apa = APA
style-mla = MLA
# What a copied citation says after the speaker.
citation-reported-in = as reported in { $where }
citation-sentence = sentence { $n }
link-to-this = Link to this
not-a-quote = Not a quote
close-card = Close the card
linked-quote = Linked quote: { $name }, { $where }
linked-sentence = Linked: { $where }
dates = Dates
date-means = { $words }: { $date }
date-unknown = { $words }: say when the text was written
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-week = week of { $day } { $month } { $year }
month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
    [21] spring
    [22] summer
    [23] autumn
    [24] winter
   *[other] December
}
link-to-sentence = Copy link to this sentence

## Tension
text-describes = What this text describes, in its own words. It does not prove that relations are so.
why-reading = Why this reading
whose-words = Whose words?
whose-words-line = Of { $strain ->
    [one] 1 sign of strain
   *[other] { $strain } signs of strain
}, { $parts }.
whose-writer = { $n } in the writer’s own words
whose-speaker = { $n } in those of { $name }
whose-unclear = { $n } in those of a speaker who is not clear
words-and-deeds = Words and deeds
in-words = Words { $n }
in-acts = Acts { $n }
in-plans = Planned or threatened { $n }
signs-filtered = Only the chosen signs are listed.
signs-all = Show all signs
evidence-n = Evidence ({ $n })
other-signs-n = Other signs in this text ({ $n })
other-signs = About other pairs, or about nobody in particular. The number above does not count them.
no-signs = No signs of strain or easing were found.
signs = Signs
signs-n = { $n ->
    [one] 1 sign
   *[other] { $n } signs
}
weight = weight
over-issue = over { $name }
sign-rule = listed as { $rule }
leave-out = Leave out
flip = Flip
flip-back = Flip back
voice-writer = The writer
voice-unclear = A speaker, not clear who
quad-statement = a state described
quad-verbal-cooperation = words of cooperation
quad-material-cooperation = an act of cooperation
quad-verbal-conflict = words of conflict
quad-material-conflict = an act of conflict
modifier-negated = negated: “{ $words }”
modifier-hedged = hedged: “{ $words }”
modifier-conditional = conditional: “{ $words }”
modifier-past = past: “{ $words }”
modifier-planned = planned: “{ $words }”
modifier-conceded = conceded: “{ $words }”
modifier-intensified = raised by “{ $words }”
modifier-softened = softened by “{ $words }”
modifier-relieved = turned by “{ $words }”
modifier-other-actor = about someone else: “{ $words }”
why-strain = Strongest signs of strain
why-easing = Strongest signs of easing
why-lowered = Lowered or turned
why-change = What would change it: without these the word would be another
why-made = How it was made
why-made-words = Each sign has a weight from a published list of words; what negates, hedges or conditions it lowers the weight. The value follows from the signs alone. The range is the middle 80 % of 500 fixed re-samples of the sentences, widened where they are few. Engine { $engine }.
why-lists = The lists stand beside the program, each row with its source: signals and modifiers for signs, events for the class of an act, places, bodies and offices for who acts, issues and topics for over what.
why-nothing = There is no reading yet to explain.
why-limits = It measures wording in English news prose, and misses irony and context.

## Pairs
no-pairs = No pair of actors was found.
all-pairs = { $n } more pairs
over-what = Over what
pair-table = Who towards whom
pair-table-caption = Row acts or speaks towards column. Each cell: words and acts of cooperation, words and acts of conflict.
count-verbal-conflict = { $n } in words of conflict
count-material-conflict = { $n ->
    [one] 1 act of conflict
   *[other] { $n } acts of conflict
}
count-verbal-cooperation = { $n } in words of cooperation
count-material-cooperation = { $n ->
    [one] 1 act of cooperation
   *[other] { $n } acts of cooperation
}
count-statements = { $n ->
    [one] 1 state described
   *[other] { $n } states described
}
count-none = nothing described

## Changes
no-changes = No changes. Leave out a sign, or correct a quote: the reading follows at once, and a link carries your changes.
changes-travel = Your changes travel with links and files.
undo = Undo
redo = Redo
remove = Take back
remove-all = Take back all
by-sender = by the sender
lost-its-place = lost its place in the text
change-leave-out = Left out
change-flip = Turned
change-speaker = Speaker is now { $to ->
    [] not clear:
   *[other] { $to }:
}
change-not-quote = Not a quote:
change-quote = A quote:
change-edges = Edges moved; the quote is now
change-hide-topic = Hidden topic
change-rename-topic = Renamed to { $to }:
change-merge = Same as { $to }:
change-add-words = Words added to { $to }:
change-add-issue = Own issue { $to }:

## Sheets
share-head = Share
share-lead = The text is in the link itself. No one keeps it, and anyone with this link can read it.
share-link = The link
link-length = { $n } characters.
fits-anywhere = Fits anywhere.
fits-most = Fits mail, documents and most chats; Discord makes it a file.
fits-browsers = Fits browsers; many chats will cut it.
fits-nowhere = This text is too long for a link. Share an excerpt, or a file.
copy-link = Copy link
copy-editable = Copy an editable link
share-excerpt = An excerpt
share-excerpt-words = The chosen quote with up to two sentences on each side, title and source.
share-quote = The whole text, opened at this quote
share-quote-words = The sentence is outlined and its card is open.
share-file = A file
share-file-words = Data or notes to keep and to send.
share-embed = In a page of your own
share-embed-words = One snippet; it stays readable without script.
share-clear = Address bar
share-clear-words = Takes the link out of the address bar; the text stays here.
embed-head = Embed
embed-lead = Paste one snippet into a page. It follows the page’s width, sets no cookies and measures nothing.
embed-element = With the article inside
embed-element-words = Recommended. The article stands in your page and stays readable without script; the marks come when they can.
embed-frame = As a frame
embed-frame-words = No script on your page. Fixed height, scrolls inside; the text is in the address.
copy-code = Copy the code
embed-credit = Read with Readout, in your browser.
embed-open = Open the whole reading
export-head = Export
export-lead = Everything found, with the exact places in the text.
export-json = Data
export-json-words = All findings with positions and the engine’s version, in a published form.
export-markdown = Notes
export-markdown-words = Summary, quotes by speaker, evidence.
export-csv = Tables
export-csv-words = For a spreadsheet, one a kind.
export-print = For paper, print this page: marks become shapes, and nothing is cut off.
privacy-head = Privacy check
promise-long = Your text stays in this browser. This page contacts only its own address, only for its own files. It sets no cookies and measures nothing. A link or file you share contains the text.
privacy-requests = { $n ->
    [0] No requests since the text was entered
    [one] 1 request since the text was entered
   *[other] { $n } requests since the text was entered
}
privacy-requests-words = Counted by the browser. A starter text or a file of the page’s own may be among them; your text never is.
privacy-outside = See the browser refuse
privacy-outside-words = The page’s policy forbids every other address. This button tries to contact one that does not exist; the browser must refuse before anything is sent.
privacy-try = Try to contact an outside address
outside-refused = ✓ Refused by the browser.
outside-went-out = It was not refused. The page’s policy is not in force here.
privacy-offline = Go offline and try
privacy-offline-words = Turn the network off, paste a text, and see that everything works.
privacy-kept = Kept on this device
privacy-kept-words = Nothing. Closing the tab forgets the text.
keys-lead = Single keys work while the focus is in the text or the lists, never in a field.
key-sentence = next and previous sentence with notes
key-quote = next and previous quote
key-enter = open what is in focus
key-escape = close, and back to where you were
key-chip = topic 1–9 on or off
key-clear = clear filters
key-correct = correct the chosen quote
key-copy = copy the chosen quote with citation
key-link = copy a link to this
key-plain = plain text on or off
key-gauge = tension
key-why = why this reading
key-share = share
key-region = next region; with Shift the one before
key-undo = undo a change; with Shift redo
key-keys = these keys
details = Title, source and date
details-title = Title
details-source = Source, as a name or an address
details-date = Date
details-why = They stand in citations, links and files. Days such as “Friday” are counted from the date.
save = Save

## States
short-head = A short text
short-words = Quotes and topics are shown. For a tension reading it takes 60 words.
not-english = This does not look like English.
looks-like = This looks like { $language }.
not-english-words = Quotation marks are shown; topics and tension are read only in English.
read-anyway = Read it anyway
mixed-head = Not all in English
mixed-words = Gray paragraphs are shown but not read for topics and tension.
language-fr = French
language-es = Spanish
language-de = German
language-it = Italian
language-pt = Portuguese
language-nl = Dutch
language-ru = Russian
language-ar = Arabic
language-zh = Chinese
language-ja = Japanese
language-tr = Turkish
language-pl = Polish
language-uk = Ukrainian
engine-head = The text is here, but it cannot be read now.
engine-blocked = WebAssembly is switched off here, by a policy or by the browser’s enhanced security. Allow it for this page and try again.
engine-wrong-type = The server gives the wrong type for a file of this page. Tell whoever runs it.
engine-network = A file of this page could not be fetched. Check the connection.
engine-old-file = An old file of this page is in the browser’s cache. Reload the page.
engine-crashed = The engine stopped twice on this text.
engine-crashed-at = Couldn’t read paragraph { $n }; the rest is read.
try-again = Try again
too-long-head = This text is too long.
text-too-long = It has { $n } characters; 2,000,000 is the limit. Cut it to a part.

## Notices
copied = Copied.
copy-by-hand = The clipboard refused. Select this and press Ctrl C or ⌘ C:
link-cut-off = This link is cut off ({ $n } of { $all } characters). Ask for it again, or for the file.
link-cut-off-after = This link is cut off after { $n } characters. Ask for it again, or for the file.
link-damaged = This link is damaged.
link-too-new = Made by a newer version. Reload to update.
link-too-big = This link holds more text than is allowed, or the text is too long for a link.
link-unknown-seed = The starter text “{ $what }” of this link is not here.
anchor-lost = The marked place wasn’t found in the text.
not-text = This file isn’t text: it looks like { $what }.
file-too-big = This file is too big. 10 MB is the limit.
file-unreadable = “{ $what }” could not be read.
wrong-letters = Read as Windows-1252. Look whether the letters are right.
seed-missing = The starter text “{ $what }” could not be fetched.
