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
    /// Everything the user wrote.
    Notes,
    /// What is looked for in the course.
    Search,
    /// What the user can choose.
    Settings,
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
            Self::Notes => Screen::Notes,
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
    Notes,
    Search,
    Settings,
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
