//! Where the user is, and the way back.

use crate::content::{LessonId, Slug};

/// A screen and what it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Courses and what to do next.
    #[default]
    Library,
    /// A lesson, at a block if one is named.
    Reader {
        /// The lesson.
        lesson: LessonId,
        /// The block to show first.
        block: Option<Slug>,
    },
    /// The class that is being held, or the choice of one.
    Presenter,
    /// Everything the user wrote.
    Notes,
    /// Questions, cards and progress.
    Study(StudyPlace),
    /// What is looked for in the course.
    Search,
    /// What the user can choose.
    Settings,
}

/// A place under «Ôn tập».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StudyPlace {
    /// What can be done today.
    Today,
    /// All cards.
    Cards,
    /// How far the user is.
    Progress,
    /// What was known before and after learning.
    BeforeAfter,
    /// Progress on one page.
    Summary,
    /// A round of questions.
    Run,
    /// The cards of the day, one by one.
    Session,
}

impl Route {
    /// The top of a lesson.
    pub fn lesson(lesson: LessonId) -> Self {
        Self::Reader { lesson, block: None }
    }

    /// The lesson it shows.
    pub fn lesson_id(&self) -> Option<&LessonId> {
        match self {
            Self::Reader { lesson, .. } => Some(lesson),
            _ => None,
        }
    }

    /// The kind of screen, whatever it shows.
    pub fn screen(&self) -> Screen {
        match self {
            Self::Library => Screen::Library,
            Self::Reader { .. } => Screen::Reader,
            Self::Presenter => Screen::Presenter,
            Self::Notes => Screen::Notes,
            Self::Study(StudyPlace::Run) => Screen::SelfCheck,
            Self::Study(StudyPlace::Session) => Screen::Cards,
            Self::Study(_) => Screen::Study,
            Self::Search => Screen::Search,
            Self::Settings => Screen::Settings,
        }
    }
}

/// A kind of screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of the screens")]
pub enum Screen {
    Library,
    Reader,
    /// The choice of a class.
    Agenda,
    Presenter,
    Notes,
    Study,
    SelfCheck,
    Cards,
    Search,
    Settings,
}

impl Screen {
    /// Every screen.
    pub const ALL: [Self; 10] = [
        Self::Library,
        Self::Reader,
        Self::Agenda,
        Self::Presenter,
        Self::Notes,
        Self::Study,
        Self::SelfCheck,
        Self::Cards,
        Self::Search,
        Self::Settings,
    ];

    /// Whether it belongs to «Ôn tập».
    pub fn is_study(self) -> bool {
        matches!(self, Self::Study | Self::SelfCheck | Self::Cards)
    }
}

/// The way that led here, as in a browser.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Route>,
    present: Route,
    future: Vec<Route>,
}

/// Further back than this nobody goes.
const KEPT: usize = 100;

impl History {
    /// Where the user is.
    pub fn present(&self) -> &Route {
        &self.present
    }

    /// Where the user came from.
    pub fn previous(&self) -> Option<&Route> {
        self.past.last()
    }

    /// Goes somewhere new; what was ahead is forgotten.
    pub fn go(&mut self, to: Route) {
        if to == self.present {
            return;
        }
        self.future.clear();
        self.past.push(std::mem::replace(&mut self.present, to));
        if self.past.len() > KEPT {
            self.past.remove(0);
        }
    }

    /// Notes how far the user read in the present lesson, so that the way back leads there.
    pub fn at_block(&mut self, to: Option<Slug>) {
        if let Route::Reader { block, .. } = &mut self.present {
            *block = to;
        }
    }

    /// Goes back; `false` where there is nothing behind.
    pub fn back(&mut self) -> bool {
        let Some(to) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.present, to));
        true
    }

    /// Goes forward again; `false` where there is nothing ahead.
    pub fn forward(&mut self) -> bool {
        let Some(to) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.present, to));
        true
    }

    /// Whether there is something behind.
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something ahead.
    pub fn has_future(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_retrace_the_way_and_a_new_step_forgets_what_was_ahead() {
        let mut way = History::default();
        way.go(Route::Notes);
        way.go(Route::Settings);
        way.go(Route::Settings);
        assert!(way.back());
        assert_eq!(way.present(), &Route::Notes);
        assert!(way.forward());
        assert_eq!(way.present(), &Route::Settings);
        assert!(way.back() && way.back() && !way.back());
        way.go(Route::Settings);
        assert!(!way.has_future() && way.has_past());
    }
}
