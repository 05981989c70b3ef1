//! Everything that the screens show.

use std::path::PathBuf;

use uuid::Uuid;

use crate::app::anchors::Anchors;
use crate::app::command::Command;
use crate::app::keys::Keys;
use crate::app::notice::Notice;
use crate::app::open_course::OpenCourse;
use crate::app::pictures::{PictureKey, Pictures};
use crate::app::present::Hall;
use crate::app::route::{History, Route, Screen};
use crate::app::searching::Searching;
use crate::app::settings::Settings;
use crate::app::study_room::StudyRoom;
use crate::app::tr::{Tr, loader};
use crate::class::{Classes, OwnAgenda};
use crate::content::source::Date;
use crate::content::{LessonId, RelPath, Slug};
use crate::store::Revision;
use crate::study::exchange::Report;
use crate::study::{Annotation, Study};
use crate::typeset::Shape;

/// The number of a request; a late answer to an old one is dropped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(u64);

impl Ticket {
    /// The next number.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// What lies above the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    /// Lessons and commands by typed words.
    Palette,
    /// All keys.
    Keys,
    /// Type or pick the folder of a course.
    OpenCourse,
    /// What is wrong in the course.
    Problems,
    /// Where the notes shall be written, and as what.
    NotesExport,
    /// Which file of notes shall be read.
    NotesImport,
    /// What an import did.
    Imported(Report),
    /// A picture as large as the window, and the words that describe it.
    Picture(PictureKey, String),
    /// A source of the course.
    Source(Slug),
    /// A glossary word.
    Term(Slug),
    /// Before a file of the course is handed to another program.
    Attachment(RelPath),
    /// Slides whose sources no longer hold or were not verified.
    Doubts,
    /// The keys pressed next are for a command: in place of those of that number, or beside them.
    PressKeys(Command, Option<usize>),
    /// Which slides go round before the class.
    PreShow,
    /// The words and the length of a break.
    PauseCard,
    /// Hands are counted.
    Hands,
    /// The clock of an activity is set.
    Timer,
    /// A row or group is drawn.
    Pick,
    /// What is noted of the class: how many are there, questions for later.
    ClassSheet,
    /// What could be left out to end in time.
    Replan,
    /// What stays of a class.
    Record,
    /// A class was cut off; it can go on.
    CutOff,
    /// Before a link leaves the program.
    Link(String),
}

/// A tab at the right of the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReaderTab {
    /// The headings of the lesson.
    #[default]
    Contents,
    /// What the user wrote in it.
    Notes,
    /// Its sources with their status.
    Sources,
}

/// From this width on, in points, the tabs stand beside the text; below they take its place.
pub const TABS_BESIDE: f32 = 1180.0;
/// From this width on, in points, the outline stands beside the text.
pub const OUTLINE_BESIDE: f32 = 900.0;

/// Something beside the text that is shown where there is room, and on demand where there is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// Shown where there is room.
    beside: bool,
    /// Shown where there is none.
    drawer: bool,
}

impl Default for Side {
    fn default() -> Self {
        Self { beside: true, drawer: false }
    }
}

impl Side {
    /// Whether it is shown; `room` says whether it fits beside the text.
    pub fn visible(self, room: bool) -> bool {
        if room { self.beside } else { self.drawer }
    }

    /// Shows or hides it.
    pub(super) fn set(&mut self, room: bool, visible: bool) {
        *(if room { &mut self.beside } else { &mut self.drawer }) = visible;
    }
}

/// How the reader is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderLayout {
    /// The tab at the right.
    pub tab: ReaderTab,
    /// The tabs at the right.
    pub tabs: Side,
    /// The outline at the left.
    pub outline: Side,
    /// Nothing but the column.
    pub focus: bool,
    /// Counts up when the field for a note shall take the keys.
    pub write_note: u32,
    /// The block that the field is for; the lesson as a whole where none is named.
    pub note_on: Option<Slug>,
    /// The highlight whose card is open.
    pub mark: Option<Uuid>,
    /// Counts up when something shall be done with the selected words, and what.
    pub on_words: (u32, OnWords),
}

/// What keys do with the selected words or the marked ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnWords {
    /// Mark the selected words in the colour used last.
    #[default]
    Mark,
    /// Write a note on the selected words.
    Note,
    /// Open the next marked words.
    Next,
    /// Open the marked words before.
    Previous,
}

/// What can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undo {
    /// Bring back what was deleted.
    Delete(Uuid),
    /// What an import replaced, and what it brought.
    Import(Vec<Annotation>, Vec<Uuid>),
    /// Take the mark "đã học" away or set it again.
    Done(LessonId, bool),
    /// The keys of commands as they were.
    Keys(Keys),
    /// Take back what happened to cards.
    Cards(Vec<Uuid>),
    /// Give an agenda its former shape.
    Agenda(Box<OwnAgenda>),
}

/// What waits for the answer to a request.
pub enum CourseState {
    /// Nothing is open.
    None,
    /// It is being read.
    Loading,
    /// It is open.
    Open(Box<OpenCourse>),
}

/// Everything that the screens show; changed by `apply` alone.
pub struct State {
    /// Where the user is.
    pub way: History,
    /// What lies above the screen.
    pub overlay: Option<Overlay>,
    /// The open course.
    pub course: CourseState,
    /// The number of the last request for a course.
    pub ticket: Ticket,
    /// Where to go when the course that was asked for is there.
    pub after_load: Option<Route>,
    /// Counts up whenever a place in the lesson shall be shown.
    pub jump: u32,
    /// Pictures drawn so far.
    pub pictures: Pictures,
    /// What is looked for and what was found.
    pub search: Searching,
    /// What the user wrote and read.
    pub study: Study,
    /// Where what the user wrote stands in the open course.
    pub anchors: Anchors,
    /// What the user is doing under «Ôn tập».
    pub room: StudyRoom,
    /// What the user chose.
    pub settings: Settings,
    /// How the reader is laid out.
    pub reader: ReaderLayout,
    /// The class that is being held.
    pub hall: Hall,
    /// Classes that were held, and agendas.
    pub classes: Classes,
    /// The sentences of the interface.
    pub tr: Tr,
    /// The sentence at the foot of the window and its number.
    pub notice: Option<(u32, Notice)>,
    /// What can be taken back, the latest last.
    pub undo: Vec<Undo>,
    /// The last change that was handed to the database.
    pub handed: Revision,
    /// The last change that is on the disk.
    pub saved: Revision,
    /// Today, for the age of sources.
    pub today: Date,
    /// Where people look for their documents.
    pub documents: Option<PathBuf>,
    /// Where the user's data lie; none where nothing can be kept.
    pub data_folder: Option<PathBuf>,
    /// Whether the window fills the screen.
    pub full_screen: bool,
}

impl State {
    /// The state at the start.
    pub fn new(
        study: Study,
        room: StudyRoom,
        settings: Settings,
        today: Date,
        data_folder: Option<PathBuf>,
    ) -> Self {
        let tr = loader(settings.language);
        let recent = study.settings.get(Searching::KEY).ok().flatten().unwrap_or_default();
        Self {
            way: History::default(),
            overlay: None,
            course: CourseState::None,
            ticket: Ticket::default(),
            after_load: None,
            jump: 0,
            pictures: Pictures::default(),
            search: Searching::with_recent(recent),
            study,
            anchors: Anchors::default(),
            room,
            settings,
            reader: ReaderLayout::default(),
            hall: Hall::default(),
            classes: Classes::default(),
            tr,
            notice: None,
            undo: Vec::new(),
            handed: Revision::default(),
            saved: Revision::default(),
            today,
            documents: None,
            data_folder,
            full_screen: false,
        }
    }

    /// Where the user is.
    pub fn route(&self) -> &Route {
        self.way.present()
    }

    /// The screen whose keys work: before a class and a check there is no stage yet.
    pub fn screen(&self) -> Screen {
        match self.route().screen() {
            Screen::Presenter if self.hall.talk.is_none() && self.hall.check.is_none() => Screen::Agenda,
            screen => screen,
        }
    }

    /// The open course.
    pub fn open_course(&self) -> Option<&OpenCourse> {
        match &self.course {
            CourseState::Open(open) => Some(open),
            CourseState::None | CourseState::Loading => None,
        }
    }

    /// The open course, to be changed.
    pub(super) fn open_course_mut(&mut self) -> Option<&mut OpenCourse> {
        match &mut self.course {
            CourseState::Open(open) => Some(open),
            CourseState::None | CourseState::Loading => None,
        }
    }

    /// Shows a sentence at the foot of the window.
    pub(super) fn notify(&mut self, notice: Notice) {
        let number = self.notice.as_ref().map_or(0, |(number, _)| *number).wrapping_add(1);
        self.notice = Some((number, notice));
    }

    /// The title of the window: what is being read, and the program.
    pub fn window_title(&self) -> String {
        let name = self.tr.get("app-name");
        let spot =
            self.open_course().zip(self.route().lesson_id()).and_then(|(open, id)| open.course.spot(id));
        match spot {
            Some(spot) => format!("{} – {name}", spot.entry.title),
            None => name,
        }
    }

    /// The screen that the hall looks at; none where there is only the speaker's.
    pub fn hall_screen(&self) -> Option<usize> {
        let chosen = self.hall.chosen.as_ref().or(self.settings.present.monitor.as_ref());
        self.hall.screens.hall(chosen)
    }

    /// The shape for which slides are set: that of the hall's screen, else of the speaker's own.
    pub fn hall_shape(&self) -> Shape {
        let screens = &self.hall.screens;
        let screen = self.hall_screen().or(screens.own).and_then(|at| screens.all.get(at));
        screen.map_or(Shape::SixteenByNine, |screen| {
            #[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
            Shape::of_screen(screen.size.0 as f32, screen.size.1 as f32)
        })
    }

    /// Whether everything written is on the disk.
    pub fn is_saved(&self) -> bool {
        self.saved >= self.handed
    }
}
