### Words of the interface: English. The three files have the same messages with the same arguments, in the order of the page.

app-mark = 要
app-name = Yaolan
app-tagline = Chinese official articles at a glance: people, bodies, indicators, tasks
list-separator = , { "" }
clause-separator = ; { "" }
labelled = { $label }: { $words }
untitled = Untitled
pasted-text = Pasted text
sample-text = Sample
details = Details
count-items = { $n ->
    [one] { $n } item
   *[other] { $n } items
}

## Head of the page

open-file = Open file
choose-files = Choose files
choose-folder = Choose a folder
open-folder = Folder
documents = Documents
new-document = New document
close-document = Close “{ $title }”
mode = Read or edit
mode-read = Read
mode-edit = Edit
compare = Compare
compare-back = Back to the document
language = Interface language
drop-hint = Drop to open

## Progress and messages

loading-dictionary = Loading the dictionary, { $loaded }
loading-dictionary-of = Loading the dictionary, { $loaded } of { $total }
building-dictionary = Preparing the dictionary
analyzing = Analysing
no-dictionary = The dictionary could not be downloaded ({ $reason }), so nothing can be analysed yet. Your text is safe.
retry = Try again
dismiss = Dismiss
engine-stuck = The analysis gave no result for a minute and was started again; your text is safe.
engine-crashed = The analyser stopped unexpectedly ({ $reason }) and was started again; your text is safe.
copy-report = Copy report
engine-gave-up = the analyser keeps stopping
reason-unknown = unknown reason
unchanged = { $reason }. Nothing was changed.
emptied = { $reason }.
emptied-kept = { $reason }; the last result is still shown.

## What is wrong with an input

input-empty = There is no text to analyse
input-too-large = Too large ({ $size } MB): a text may have 2 MB (about 700,000 characters), a file 64 MB
input-too-much = Too much text: at most 2 MB (about 700,000 characters) are read; split it into parts
input-undecodable = The text encoding is unknown: UTF-8, GB18030 (GBK), Big5 and UTF-16 are read; convert it first
input-damaged = This { $what } is damaged or cut short and cannot be opened; get it once more
input-locked = This { $what } is locked with a password; remove the password first
input-bomb = Unpacked, the file is larger than any document and may be harmful; it was not opened
input-scanned = This is a scan: pictures without a text layer; convert it with text recognition (OCR) first
input-garbled = The fonts of this PDF do not say which characters they show; convert it with text recognition (OCR) first
input-old-word = This is an old Word document (.doc); save it as .docx with Word or WPS first
input-old-excel = This is an old Excel workbook (.xls); save it as .xlsx with Excel or WPS first
input-rtf = This is an RTF document; save it as .docx with Word or WPS first
input-image = This is a picture, not text; convert it with text recognition (OCR) first
input-slides = This is a presentation; save it as PDF, or copy its text and paste it
input-archive = This archive cannot be opened: unpack it first; .zip archives are opened
input-program = This is a program, not a document
input-pdf = PDF is not read on the command line: open it in the page, or save it as text first
input-binary = This is binary data, not a document
file-kind-pdf = PDF document
file-kind-word = Word document
file-kind-excel = Excel workbook
file-kind-slides = presentation
file-kind-archive = archive
file-kind-rtf = RTF document
file-kind-image = picture
file-kind-program = program
file-kind-binary = binary file

## Reading files

cancel = Cancel
import-progress = Reading { $n } of { $total }: { $name }
import-report = Files read
import-failures = { $n ->
    [one] { $n } file could not be read, the others are open:
   *[other] { $n } files could not be read, the others are open:
}
import-failed = “{ $name }” could not be opened: { $reason }
import-encoding-chosen = “{ $name }” was read in the encoding you chose:
import-encoding-guessed = The encoding of “{ $name }” is a guess:
import-unreadable = the browser could not read the file ({ $reason })
import-slow = reading took over a minute and was given up
import-crashed = the reading program stopped unexpectedly
import-there = { $n ->
    [one] “{ $name }” is in the library already
   *[other] { $n } files, “{ $name }” first, are in the library already
}

## Composing

compose = Text
compose-welcome = Paste an article and see what it says
compose-welcome-text = Plans, work reports, meeting reports, statistical bulletins, appointments, interviews. Everything is analysed in your browser; the text never leaves this device.
compose-text = Full text
compose-placeholder = Paste or type the article here …
compose-hint = Paste, drop files or folders (txt, md, html, docx, xlsx, csv, pdf) or open them; the analysis starts when you pause.
compose-count = { $n ->
    [one] { $n } character, at most 2 MB
   *[other] { $n } characters, at most 2 MB
}
compose-sample = Show a sample

## Summary, legend, outline

summary = Summary
summary-size = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}
summary-reporters = By { $names }
summary-speed = analysed in { $n } ms
summary-figures = Main indicators
summary-people = Main people
date-change = Change the date
date-set = Set the date
date-label = Count “this year” or “28 January” from
legend = Highlights
legend-hide-all = Hide all
legend-show-all = Show all
outline = Outline
outline-count = Outline ({ $n })
panes = Article or tables
pane-article = Article
pane-tables = Tables
peek-open = Show

## Kinds of rows

kind-person = People
kind-place = Places
kind-organization = Organisations
kind-facility = Facilities
kind-event = Events
kind-time = Times
kind-indicator = Indicators
kind-code = Slogans
kind-programme = Programmes
kind-quote = Quotes
kind-task = Tasks
kind-keyword = Keywords

comparator-equal = equal to
comparator-greater = more than
comparator-at-least = at least
comparator-less = less than
comparator-at-most = at most
comparator-about = about
comparator-range = range
sign-about = ≈{ "" }

status-actual = Result
status-estimate = Estimate
status-target = Target

figure-level = level
figure-change = change
figure-growth = growth rate
figure-share = share
figure-multiple = multiple
figure-rank = rank

tenure-current = current
tenure-past = former
tenure-coming = designate

level-country = country
level-province = province
level-prefecture = prefecture
level-county = county
level-township = township
level-village = village
level-other = region

organization-party = Party
organization-government = Government
organization-congress = Congresses and CPPCC
organization-company = Companies
organization-education = Education
organization-health = Health
organization-research = Research
organization-media = Media
organization-bank = Banks
organization-social = Social organisations
organization-other = Other

quote-direct = direct
quote-reported = reported

doubt-name-missing = no name was found
doubt-name-assumed = the name is inferred
doubt-period-assumed = the period is inferred
doubt-share = a share above 100%
doubt-growth = an unusual rate of growth
doubt-range = outside the usual range

## Numbers and dates

number-scale-1 = { $n }m
number-scale-2 = { $n }bn
number-scale-3 = { $n }tn
unit-points = { " " }pp
period-from = from { $day }
period-until = until { $day }
period-span = { $from } – { $to }
period-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
period-year = { $year }
period-years = { $from }–{ $to }
period-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
period-months = { $from ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}–{ $to ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
period-days = { $from }–{ $to } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
period-days-months = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} – { $to_day } { $to_month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }

## Tables

tables = What was found
tables-tabs = Tables
filter = Filter
filter-kind = Filter { $kind }
count-all = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
count-some = { $n } of { $total } rows
none-in-text = Nothing of this kind was found in the text.
none-in-filter = Nothing matches the filter.
why = Why
grouping = Group rows
group-none = Not grouped
group-subject = By subject
group-period = By period
group-status = By status
group-heading = By section
group-owner = By owner
group-deadline = By deadline
subject-missing = No subject given
period-missing = No period given
heading-missing = In no section
owner-missing = No owner given
deadline-missing = No deadline given
byline-staff = Editorial staff

column-name = Name
column-mentions = Mentions
column-others = Also written
column-time = Time
column-place = Place
column-person = Name
column-posts = Posts
column-quotes = Quotes
column-place-name = Place
column-level = Level
column-code = Division code
column-slogan = Slogan
column-members = Members
column-complete = Complete
column-value = Value
column-period = Period
column-status = Status
column-baseline = Baseline
column-subject = Subject
column-speaker = Speaker
column-words = Words
column-manner = Manner
column-task = Task
column-owner = Owner
column-deadline = Deadline
column-written = As written
column-meaning = Meaning
column-start = From
column-end = To
column-keyword = Keyword
column-weight = Weight

code-complete = complete
code-unlisted = not listed
code-some = { $found } of { $count }
code-glossary = general meaning, not from this text
time-unresolved = not resolved
task-done = Done

card-posts = Posts
card-places = Mentions
card-quotes = Quotes
card-company = Appears with
card-full = Full text
card-action = Action and object
card-indicators = Indicators in it
card-rule = Rule
card-value = Value
card-derivation = How it was read
card-doubts = To be checked
card-evidence = Evidence
evidence-value = Value: { "" }
evidence-name = Name: { "" }
evidence-period = Period: { "" }

graph = Graph of people, posts and bodies
graph-label = Posts that tie { $people ->
    [one] { $people } person
   *[other] { $people } people
} to { $bodies ->
    [one] { $bodies } body
   *[other] { $bodies } bodies
}

## Comparison

comparison = Comparison of documents
comparison-documents = Documents compared
comparison-parts = Parts of the comparison
compare-matrix = Indicator matrix
compare-outcomes = Targets and results
compare-timeline = Timeline
compare-phrases = Changes of phrasing
compare-contradictions = Contradictions
date-unknown = no date
matrix-none = No indicators were found in these documents.
matrix-filter = Filter indicators
matrix-all = Include indicators outside the lexicon
matrix-count = { $n } of { $total }
matrix-no-period = No period
matrix-chart = Line chart
outcomes-none = These documents have no targets with a deadline.
outcome-reached = reached
outcome-missed = missed
outcome-open = no result yet
column-indicator = Indicator
column-target = Target
column-latest = Latest result
column-gap = Gap
column-verdict = Verdict
column-figures = Figures given
column-due = Due
column-kind = Kind
column-content = What
column-document = Document
column-source = Source
contradictions-none = No indicator has different values for the same subject and period.
phrases-none = Open at least two documents to see how phrases change.
phrases-came = New
phrases-stayed = Still used
phrases-went = Dropped
timeline-none = These documents have no dated targets, tasks or events.
timeline-label = { $n ->
    [one] Timeline with { $n } entry, in the table below
   *[other] Timeline with { $n } entries, in the table below
}
timeline-target = Target
timeline-deadline = Task deadline
timeline-event = Event
chart-none = Fewer than two dated values: nothing to draw.
chart-unit = Unit: { $unit }
chart-data = Data of the chart
chart-label = Line chart: { $title }
save-svg = Save as SVG
save-png = Save as PNG

## Library

link-text = Document from a link
link-failed = The document in the link was not opened: { $reason }.
link-newer = a newer version of this page made the link; update the page, then open it again
link-damaged = the link is incomplete or damaged; ask for the whole link again
link-too-large = there is too much in the link
link-copied = Link copied. The document is in the link itself and passes no server; whoever has the link can read the whole text.
link-too-long = This document is too long for a link; a backup file can carry it.
copy-link = Copy link
own-copy = { $name } (changes of this window)
parted = Another window changed this document at the same time. Both are kept: this window’s text is now “{ $name }”.
changed-elsewhere = “{ $name }” was changed in another window; the latest text is shown here.
store-forbidden = The browser does not let this page save anything: documents stay in this page’s memory only. Copy them or make a backup before you close it.
store-full = The browser’s storage is full. The latest content could not be saved and stays in this page’s memory only; make a backup, then delete some documents.

## Corrections

correct-bar = Corrections
correct-hint = Pick a highlight or a row to confirm, change or reject it; select words of the text to mark them.
correct-confirm = Confirm
correct-edit = Change
correct-reject = Reject
correct-unmark = Not in this place
correct-add = Add
correct-add-row = Add row
correct-menu = Correct “{ $words }”
correct-undo = Undo correction
correct-redo = Redo correction
correct-list = Corrections made
correct-list-count = Corrections made: { $n }
correct-mark-as = Mark “{ $words }” as
correct-add-title = Add: { $kind }
correct-edit-title = Change { $kind }: { $words }
correct-words = Words of the text
correct-words-missing = The text does not have these words; copy them as they are written.
correct-everywhere = Mark the same words everywhere in the text
correct-always = Put it into the lexicon, for all documents
correct-note = Note
correct-save = Save
correct-none = No corrections yet. Pick a row to confirm, change or reject it; rejected rows are listed here and can be restored.
correct-delete = Withdraw this correction
correct-delete-of = Withdraw this correction: “{ $words }”
correct-never = Lexicon: this is no name
verdict-confirmed = Confirmed
verdict-edited = Changed
verdict-added = Added by hand
verdict-rejected = Rejected
correction-applied = In force
correction-gone = The text has changed; its evidence is gone
correction-overruled = Replaced by a later correction
problem-missing = Please fill this in
problem-too-long = Too long
problem-not-a-number = A number is needed, such as 8.2 or 3.6万亿
problem-not-a-count = A whole number is needed
problem-not-a-day = A date is needed, such as 2025-01-31
problem-not-a-division = A division code of six or nine digits is needed
problem-not-a-choice = Choose one of those offered
problem-end-before-start = The end lies before the start
problem-max-below-value = The upper limit lies below the lower one
problem-range-without-max = A range needs an upper limit
field-posts = Posts (one a line)
field-posts-hint = Where not held now, add |past or |coming
field-count = Members announced
field-within = Division above
field-members = Members (one a line)
field-max = Upper limit
field-unit = Unit
field-comparator = Comparison
field-action = Action
field-object = Object
field-spans = Places

## Lexicon

lexicon = Lexicon
lexicon-hint = Names kept here are used at once in all open documents: they stay in one piece, are read as the kind you chose, and aliases become one row. The lexicon stays on this device.
lexicon-search = Search the lexicon
lexicon-aliases = Aliases (separated by |)
lexicon-add = Add name
lexicon-delete = Delete
lexicon-edit-of = Change “{ $name }”
lexicon-delete-of = Delete “{ $name }”
lexicon-import = Import
lexicon-export = Export
lexicon-none = The lexicon is empty.
lexicon-nothing = No name
lexicon-learnt = “{ $name }” is known now
lexicon-read = { $n ->
    [one] 1 entry read
   *[other] { $n } entries read
}
lexicon-too-short = A name has at least two characters
lexicon-not-kept = The browser cannot keep the lexicon; it is lost when the page is closed. Export it first.
lexicon-no-name = Line { $line } has no name; nothing of the file was taken
lexicon-unknown-kind = Line { $line } has the unknown kind “{ $kind }”; nothing of the file was taken
lexicon-unreadable = Line { $line } cannot be read; nothing of the file was taken
lexicon-too-many = More than { $n } entries; nothing was taken

## The installed page

update-found = A new version has been downloaded.
update-apply = Update
installed-kept = The page is kept on this device and works offline.
installed-remove = Remove from this device
installed-removed = The page was removed from this device; the next visit downloads it again.
share-too-large = What was shared is too large (the limit is 64 MB) and was not opened. Nothing was changed.
share-failed = What was shared could not be taken in. Nothing was changed.

## Keys, commands, settings, about

close = Close
skip = Skip to
skip-main = Skip to the text
skip-tables = Skip to the tables
analyzed = { $n ->
    [one] Analysis done: { $n } row found
   *[other] Analysis done: { $n } rows found
}
article = Full article
show-more = Show more
palette = Commands
palette-placeholder = Type a command, a document, a table …
palette-list = Commands
palette-none = No command matches.
group-view = View
group-documents = Documents
group-tables = Tables
group-page = Page
command-read = Read the document
command-edit = Edit the document
command-filter = Filter the open table
command-article = Go to the article
command-tables = Go to the tables
command-hide-all = Hide all highlights
command-show-all = Show all highlights
command-compare = Compare the documents
command-sample = Open the sample
command-previous = Previous document
command-next = Next document
command-close = Close this document
command-open = Open “{ $title }”
command-export-all = Export everything: { $format }
command-export-table = Export the table “{ $table }”: { $format }
command-table = Table: { $kind }
help = Keyboard help
help-commands = Commands
help-keys-off = Single-key commands are switched off in the settings.
help-places = Tables and article
help-rows = In a table: row above, row below
help-inside-row = In a row: previous, next button
help-tabs = On the tabs: previous, next table
help-highlights = In the article: previous, next highlight
help-enter = Open the row or highlight
help-escape = Close a panel; leave a highlight
settings = Settings
scheme = Appearance
scheme-auto = System
scheme-light = Light
scheme-dark = Dark
scheme-contrast = High contrast
setting-labels = Name the kind at each highlight
setting-labels-note = Tells kinds apart without colour; copied text stays clean
setting-keys = Single-key commands
setting-keys-note = Such as ? for the keyboard help; never while you type
about = About Yaolan
about-version = Version { $version }
about-licence = Licensed MIT or Apache-2.0
about-limits = Please note
about-limits-text = Results come from rules and word lists and can be wrong; every row leads back to its place in the text.
privacy = Your text stays on this device
privacy-local = Everything is analysed in your browser; neither texts nor results are uploaded.
privacy-network = Once loaded, the page reads nothing but its own files (program, dictionary) from its own site; the browser enforces this by a Content-Security-Policy.
privacy-kept = Documents, results and settings are kept in this browser’s storage; clearing the site’s data removes all of them.
privacy-check = See for yourself: the page works just the same without a network.
hint = Your text is analysed in this browser and never leaves the device.
hint-more = Learn more
hint-dismiss = Got it
library = Library
library-count = { $n } { $n ->
    [one] document
   *[other] documents
}
library-search = Search all documents and tables
library-searching = Searching…
library-no-hits = Nothing found in texts and tables.
library-hits = Found in { $n } { $n ->
    [one] document
   *[other] documents
}:
library-analyze-all = Analyse all
library-analyze = Analyse
library-compare = Compare
library-delete = Delete
library-wipe = Wipe everything
library-wipe-ask = Wipe everything this page has kept in this browser? Documents, results, tags and settings are deleted for good.
library-wiped = Everything is wiped.
library-not-wiped = The browser did not allow it; delete this site’s data in the browser’s settings.
library-deleted = Deleted: { $n }. Can be restored for a day.
library-progress = Analysing { $done } / { $total }, failed { $failed }, { $workers } at a time
library-select-all = Select all
library-select = Select “{ $title }”
library-chosen = For the selected documents
library-chosen-count = Selected: { $n }
library-add-tags = Add tags, parted by blanks
library-order = Order
library-standing = Result
library-tags = Tags
library-any = Any
library-name = Name
library-more = Name, tags and deletion of “{ $title }”
library-figures = Figures: { $n }
library-empty = The library is empty. Whatever you paste, drop or open is kept here.
library-none = No document fits.
library-pages = Pages
library-before = Previous
library-after = Next
library-page = Page { $n } of { $total }
backup-save = Save a backup
backup-restore = Restore a backup
backup-saving = Saving the backup: { $done } of { $total }
backup-restoring = Restoring: { $done } of { $total }
backup-checking = Checking the backup
backup-written = The backup is saved.
backup-failed = The backup could not be made: { $reason }
backup-in-part = { $reason } { $n } documents of it can be read. Restore these?
backup-unread = Nothing was restored: { $reason }
backup-read = { $n } documents were restored; { $there } were there already.
backup-copy = { $name } (from the backup)
backup-foreign = This is no backup of Yaolan.
backup-newer = A later version of Yaolan made this backup: update the page first.
backup-damaged = The backup is damaged.
backup-cut = The backup is incomplete.
library-undelete = Bring back what was deleted
library-named = Documents whose name or tags fit: { $n }
library-open = Open
library-list = Save the list
library-reverse = Reverse order
library-edit = Name, tags and deletion
library-too-many = At most { $n } documents are opened at a time; the others were not opened.
command-library = Open the library
command-confirm = Confirm the selected row
command-edit-row = Change the selected row
command-reject = Reject the selected row
command-add-row = Add a row
library-slow = The analysis took too long and was given up
library-stopped = The analysis of the library has stopped: { $reason }. Try again later.
library-gone = This document is no longer in the library.
standing-waiting = Not analysed
standing-outdated = Older version
standing-failed = Failed
standing-current = Analysed
order-changed = Last changed
order-created = Last added
order-title = Title
order-source = Source
order-day = Date
order-length = Length
## Export

export = Export
export-table = This table: { $table }
export-all = All results
export-failed = The file was not made: { $reason }
copy-table = Copy the table
copied = The table is copied and can be pasted into Excel or Word.
copy-refused = The browser does not let the clipboard be written to; export the table instead.
print = Print or save as PDF
format-csv = CSV
format-csv-zip = CSV (zip archive)
format-xlsx = Excel workbook
format-json = JSON
format-markdown = Markdown
format-web-annotation = W3C Web Annotation
format-doccano = doccano
format-brat = brat
format-label-studio = Label Studio
