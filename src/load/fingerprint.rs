//! A number that tells two states of a course apart.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::{Origin, lesson_file, limits};
use crate::content::course::LessonState;
use crate::content::{Course, RelPath};

/// Changes whenever a document of the course changes. It is good for caches alone: another version
/// of the program may count otherwise.
pub fn fingerprint(origin: &Origin, course: &Course) -> u64 {
    let mut hasher = DefaultHasher::new();
    let documents = [
        ("course.json", limits::COURSE_BYTES),
        ("sources.json", limits::SOURCES_BYTES),
        ("glossary.json", limits::GLOSSARY_BYTES),
    ];
    let written = course.lessons().filter(|spot| spot.entry.state == LessonState::Ready);
    let lessons = written.map(|spot| (lesson_file(&spot.entry.id), limits::LESSON_BYTES));
    let documents = documents.into_iter().map(|(file, limit)| (file.to_owned(), limit));
    for (file, limit_bytes) in documents.chain(lessons) {
        // What cannot be read is told from what is empty.
        let bytes = RelPath::parse(&file).and_then(|path| origin.read(&path, limit_bytes).ok());
        bytes.hash(&mut hasher);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk;

    #[test]
    fn every_document_counts() {
        let folder = tempfile::tempdir().unwrap();
        let put = |file: &str, text: &str| disk::replace(&folder.path().join(file), text.as_bytes()).unwrap();
        std::fs::create_dir_all(folder.path().join("lessons/m01")).unwrap();
        let outline = r#"{"format":1,"id":"k","title":"K","language":"vi","parts":[{"title":"I","modules":[
            {"id":"m01","title":"M","lessons":[{"id":"m01/a","title":"A","minutes":5}]}]}]}"#;
        put("course.json", outline);
        let origin = Origin::folder(folder.path()).unwrap();
        let course = crate::load::course(&origin, &mut Vec::new()).unwrap();
        let mut seen = vec![fingerprint(&origin, &course)];
        assert_eq!(fingerprint(&origin, &course), seen[0]);
        let changes = [
            ("lessons/m01/a.json", ""),
            ("lessons/m01/a.json", "{}"),
            ("sources.json", "1"),
            ("glossary.json", "1"),
        ];
        for (file, text) in changes {
            put(file, text);
            let now = fingerprint(&origin, &course);
            assert!(!seen.contains(&now), "{file}");
            seen.push(now);
        }
    }
}
