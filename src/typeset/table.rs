//! A table: columns as wide as their words need, the header again on each page.

use super::blocks::{Builder, LINE};
use super::flow::{Chunk, count};
use super::text::{Type, least_width, natural_width};
use super::{Fill, Frame, Ink, Mark};
use crate::assets::metrics::Face;
use crate::content::RichText;

impl Builder<'_> {
    pub(super) fn table(
        &mut self,
        caption: Option<&RichText>,
        columns: &[RichText],
        rows: &[Vec<RichText>],
        fill: bool,
    ) {
        if let Some(caption) = caption.filter(|_| !self.has_title) {
            let kind = Type::new(Face::Semibold, Ink::Ink, self.size);
            let words = Self::rows(caption, kind, (0.0, 0.0), self.width);
            let chunk = Chunk { height: words.height, marks: words.marks, keeps_next: true, ..self.chunk() };
            self.chunks.push(chunk);
        }
        let widths = self.column_widths(columns, rows);
        let header_at = self.chunks.len();
        let header = self.row(columns, &widths, Some(Ink::Teal), 0.0);
        self.chunks.push(Chunk { keeps_next: true, ..header });
        let least = if fill { self.size * LINE * 1.5 } else { 0.0 };
        for row in rows {
            let chunk = self.row(row, &widths, None, least);
            self.chunks.push(Chunk { header: Some(header_at), gap: 0.0, ..chunk });
        }
    }

    fn padding(&self) -> f32 {
        self.size * 0.3
    }

    /// A row of cells with a line below it.
    fn row(&self, cells: &[RichText], widths: &[f32], head: Option<Ink>, least: f32) -> Chunk {
        let pad = self.padding();
        let kind = match head {
            Some(ink) => Type::new(Face::Semibold, ink, self.size),
            None => self.plain(),
        };
        let mut chunk = Chunk { height: least, ..self.chunk() };
        let mut x = 0.0;
        for (n, width) in widths.iter().enumerate() {
            if let Some(text) = cells.get(n) {
                let rows = Self::rows(text, kind, (x + pad, pad * 0.6), width - 2.0 * pad);
                chunk.height = chunk.height.max(rows.height + pad * 1.2);
                chunk.marks.extend(rows.marks);
                chunk.too_wide |= !rows.fits;
            }
            x += width;
        }
        let thick = if head.is_some() { 5.0 } else { 2.0 };
        let fill = if head.is_some() { Fill::Teal } else { Fill::Line };
        let frame = Frame { x: 0.0, y: chunk.height - thick, width: self.width, height: thick };
        chunk.marks.push(Mark::Area { frame, fill, radius: 0.0 });
        chunk
    }

    /// Every column gets the room of its longest word; what is left is shared by need.
    fn column_widths(&self, columns: &[RichText], rows: &[Vec<RichText>]) -> Vec<f32> {
        let pad = 2.0 * self.padding();
        let head = Type::new(Face::Semibold, Ink::Ink, self.size);
        let measure = |n: usize, of: fn(&RichText, Type) -> f32| {
            let header = columns.get(n).map_or(0.0, |cell| of(cell, head));
            let cells = rows.iter().filter_map(|row| row.get(n)).map(|cell| of(cell, self.plain()));
            cells.fold(header, f32::max) + pad
        };
        let least: Vec<f32> = (0..columns.len()).map(|n| measure(n, least_width) + 1.0).collect();
        let natural: Vec<f32> = (0..columns.len()).map(|n| measure(n, natural_width) + 1.0).collect();
        let spare = self.width - least.iter().sum::<f32>();
        if spare <= 0.0 {
            return vec![self.width / count(columns.len().max(1)); columns.len()];
        }
        let wish: Vec<f32> =
            natural.iter().zip(&least).map(|(natural, least)| (natural - least).max(1.0)).collect();
        let all: f32 = wish.iter().sum();
        // A column of a few words beside long ones stays readable.
        least.iter().zip(&wish).map(|(least, wish)| least + spare * wish / all).collect()
    }
}
