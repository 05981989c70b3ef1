# One sentence a key. Keys are named after the place where the sentence stands.
app-name = Học Liệu
close = Close
copy = Copy
minutes = { $minutes } min
module-number = Module { $number }

# Commands
command-library = Library
command-read = Continue reading
command-notes = My notes
command-settings = Settings
command-palette = Find a lesson or run a command…
command-keys = Keyboard shortcuts
command-open = Open another course…
command-back = Back
command-forward = Forward
command-next-lesson = Next lesson
command-previous-lesson = Previous lesson
command-done = Mark as done
command-note-lesson = Note on the whole lesson
command-note-block = Note on the passage being read
command-bookmark = Bookmark the passage being read
command-contents = Show the contents of the lesson
command-lesson-notes = Show my notes in the lesson
command-sources = Show the sources of the lesson
command-outline = Show or hide the list of lessons
command-focus = Only the text
command-full-screen = Full screen
command-larger-text = Larger reading text
command-smaller-text = Smaller reading text
command-zoom-in = Enlarge the whole window
command-zoom-out = Shrink the whole window
command-zoom-reset = Window at normal size
command-undo = Undo
command-problems = Problems in the course
command-reload = Read the course from disk again

# Rail
rail-library = Library
rail-read = Read
rail-notes = Notes
rail-settings = Settings

# Library
library-open = Open a folder…
library-courses = Courses
library-loading = Opening the course…
library-continue = Continue
library-begin = Start learning
library-start = Start reading
library-facts = { $module } · { $percent } % read · about { $minutes } min left
library-facts-new = { $module } · about { $minutes } min
library-shipped = Included course
library-shipped-chip = included
library-size = { $modules } modules · { $lessons } lessons
library-hours = { $hours } hours
library-problems = { $count } problems
library-done = { $done } of { $ready } written lessons done
library-edition = edition { $edition }
library-open-course = Open
library-forget = Remove from this list
library-drop = Drop a course folder here, or click to choose one
library-drop-now = Drop to open this course

# Opening a course
open-title = Open another course
open-hint = A course is a folder with a file course.json. You can also drop that folder on the window.
open-pick = Choose a folder…
open-pick-title = Choose the course folder
open-typed = Or type a path
open-path = Path of the folder
open-shipped = Included course

# Reader
search-or-command = Find or command
text-size-and-spacing = Text size and spacing
tabs-toggle = Show or hide contents, notes, sources
outline-filter = Filter lessons
outline-none = No lesson matches
outline-none-hint = Try fewer letters, or type without accents.
lesson-planned = This lesson is being written
lesson-planned-hint = Its title is in the programme; its text comes with a later edition. Please choose another lesson in the list at the left.
lesson-planned-chip = being written
lesson-failed = This lesson could not be read
lesson-slides = { $count } slides
lesson-sources = { $count } sources
lesson-audience = For: { $who }
lesson-care = This content may be distressing
lesson-objectives = After this lesson you can
lesson-done = Done – press to unmark
lesson-before = Previous lesson
lesson-after = Next lesson
note-on-block = Note on this passage
bookmark-block = Set or remove a bookmark on this passage
bookmark = Bookmark
highlight = Highlight
highlight-yellow = Highlight yellow
highlight-green = Highlight green
highlight-blue = Highlight blue
highlight-pink = Highlight pink
tab-contents = Contents
tab-notes = Notes
tab-sources = Sources

# Blocks
source-line = Source:
law-means = For a commune officer
damaged-block = This passage cannot be read; the others are intact
doubt-secondary = secondary source
doubt-unverified = to be verified
contact-fill-in = Fill in your local number
case-label = Case
case-show = Done thinking, show hints
case-hide = Hide hints
activity-label = Activity
activity-materials = To prepare
activity-pairs = in pairs
activity-groups = in groups
activity-hall = whole hall
activity-hands = show of hands
attachment-open = Open { $file }
attachment-title = Open the file with another program?
attachment-hint = The file that comes with the course will be opened by the machine's default program.
attachment-not-harmless = { $file } was not opened: files of this kind can run commands. The lesson is intact; ask the author for a PDF or a picture.
attachment-unpack = The file could not be written to disk ({ $cause }). Check the free space and try again.
attachment-no-program = The machine has no program for this file ({ $cause }).
level-recall = recall
level-understand = understand
level-apply = apply
question-several = several answers
question-check = Show the answer
question-again = Try again

# Sources and terms
source = Source
source-now = Now in use: { $names }
source-taught-2018 = Taught in the class of 23/4/2018
source-checked = Checked on { $date }
source-stale = Last checked on { $date }, more than 12 months ago: check its status again
sources-none = This lesson cites no source
status-in-force = in force
status-amended = amended
status-replaced = replaced
status-expired = expired
status-historical = historical
status-unknown = status unknown
term-aliases = Also: { $words }
link-title = Open a link outside the program?
link-hint = This address opens in the machine's browser and needs a network.
link-open = Open
link-copy = Copy the address

# Pictures
picture-larger = Enlarge the picture
picture-smaller = Shrink the picture
picture-unknown = { $file } is no picture that can be drawn (svg, png, jpg, webp).
picture-chart = The chart cannot be drawn: { $cause }.
picture-too-large = The picture has { $width } × { $height } pixels, more than is allowed, and was not opened.
picture-damaged = The picture is damaged: { $cause }.

# Notes
note = Note
note-lesson = Note on the whole lesson
note-hint = Write here, it is saved as you type
note-saved = Saved
note-saving = Saving…
note-delete = Delete the note
note-go = Open this place in the lesson
mark-delete = Delete this mark
notes-filter = Filter notes
notes-none = No notes yet
notes-none-hint = While reading, select words to highlight them, or press the pencil in the margin to write a note. Everything appears here in the order of the course.
notes-none-here = No notes on passages yet
notes-none-here-hint = Point at a passage and press the pencil at its left, or press Ctrl+M.
notes-no-course = No course is open
notes-no-course-hint = Open a course in the library, and its notes appear here.
notes-filter-none = No note matches

# Finding and keys
palette-hint = Lesson or command, accents are not needed
palette-none = No lesson or command matches «{ $words }». Try fewer letters.
palette-choose = choose
palette-take = open
keys-in-text = In a lesson: Space, PageUp, PageDown, Home, End and arrows scroll; Ctrl+A selects all, Ctrl+C copies; Tab walks through buttons and links.
problems-title = Problems in the course
problems-none = No problem was found in what was opened.
problems-hint = The sound parts can be read. Send this list to the author; «hoclieu check» finds the problems of the whole course.

# Settings
settings-look = Appearance
settings-language = Language
settings-theme = Colours
settings-zoom = Size of the whole window
settings-motion = Motion
settings-reading = Reading text
settings-text-size = Text size
settings-spacing = Line spacing
settings-numbers = Local telephone numbers
settings-numbers-hint = Numbers left open in lessons are taken from here. Call them before you print or project them.
settings-numbers-none = Open a lesson with contacts, and the numbers to fill in appear here.
settings-data = My data
settings-data-hint = Notes, bookmarks and progress are in this folder; every day a backup goes into its folder backups.
settings-data-copy = Copy the path
settings-data-none = The storage could not be opened: what you write now will be lost when the program closes.
settings-licences = Licences
settings-licences-text = Program: MIT or Apache-2.0. Included course: CC BY 4.0. Fonts Be Vietnam Pro and JetBrains Mono: SIL OFL 1.1. Phosphor icons: MIT.
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
motion-short = Short
motion-none = None
spacing-tight = Tight
spacing-normal = Normal
spacing-wide = Wide

# Notices
notice-deleted = Deleted.
notice-restored = Restored.
notice-nothing-to-undo = Nothing left to undo.
notice-open-failed = The course could not be opened. { $cause } The open course and all notes are intact.
notice-reloaded = The course was read again.
notice-save-failed = Notes could not be written to disk ({ $cause }). What you wrote is still on the screen; check the free space, the program will try again.
notice-no-dialog = This machine has no dialog for folders. Please type the path.
notice-no-thread = The machine is overloaded, so the last thing was not done. Close other programs and try again.
notice-no-database = The storage for notes could not be opened ({ $cause }). You can read, but what you write now will be lost when the program closes.
database-fine = Data are ready.
database-migrated = The data of the older version were converted; nothing was lost.
database-recovered = The data file was damaged, so the newest backup was taken. The damaged file is kept at { $file }.
database-lost = The data file was damaged and there was no backup; a new one was begun. The damaged file is kept at { $file }.
database-read-only = The data belong to a newer version or lie where nothing can be written. Old notes can be read, new ones cannot be saved yet.

# Start
start-bad-lesson = «{ $id }» is no id of a lesson. An id looks like m06/phong-ngua.
start-no-window = The window could not be opened: { $cause }. Check the screen and the graphics driver; «hoclieu check» works without a window.
