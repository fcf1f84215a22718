//! A map as SVG: outlines, and over them a tag for each area, which is a link with a spoken name.

use super::labels::{LEAST_EM, Label, Parts, Placed, Print, covers, place, tag_em};
use super::sheet::{Sheet, Spot, WIDTH};
use crate::markup::Markup;
use domain::map::World;
use domain::status::Tally;

/// The length of the bar that shows how many are open, in em.
const BAR_EM: f64 = 2.4;

/// A map to be drawn.
pub(super) struct Drawing {
    /// Its id in the page.
    pub(super) id: &'static str,
    /// What it is, for those who do not see it.
    pub(super) spoken: &'static str,
    /// Its paper.
    pub(super) sheet: Sheet,
    /// What is drawn below the tags.
    pub(super) shapes: Vec<Shape>,
    /// What is written on it, in the order in which it is read.
    pub(super) tags: Vec<Tag>,
    /// How its tags are placed.
    pub(super) parts: Parts,
}

/// The class of a shape, and its rings.
pub(super) type Shape = (&'static str, Vec<Vec<World>>);

/// A link on a map.
pub(super) struct Tag {
    /// The name, as short as it may be.
    pub(super) name: &'static str,
    /// The language of the name.
    pub(super) name_lang: &'static str,
    /// The name, as it is written and in full, and what the figures say.
    pub(super) spoken: String,
    /// Where it leads.
    pub(super) address: String,
    /// What there is.
    pub(super) tally: Tally,
    /// What it names.
    pub(super) at: World,
    /// The heaviest are placed first.
    pub(super) weight: u32,
}

impl Drawing {
    /// The tags as the map wants them placed.
    pub(super) fn labels(&self) -> Vec<Label> {
        let label = |tag: &Tag| Label {
            anchor: self.sheet.spot(tag.at),
            width_em: tag_em(tag.name, &tag.figures()),
            weight: tag.weight,
        };
        self.tags.iter().map(label).collect()
    }

    /// The map in letters of that height.
    pub(super) fn draw(&self, print: Print) -> Markup {
        let labels = self.labels();
        let placed = place(&self.sheet, &labels, print, self.parts);
        let shapes: Markup = self
            .shapes
            .iter()
            .map(|(class, rings)| {
                html!(r#"<path class=""# {*class} r#"" d=""# {self.sheet.path(rings)} r#""/>"#)
            })
            .collect();
        let each = || labels.iter().zip(&placed);
        let anchors: Markup = each()
            .map(|(label, placed)| anchor(label, placed.as_ref(), print))
            .collect();
        let tags: Markup = self
            .tags
            .iter()
            .zip(each())
            .filter_map(|(tag, (label, placed))| Some(tag.draw(label.width_em, placed.as_ref()?)))
            .collect();
        html!(
            r#"<svg class="sheet" role="group" id=""# {self.id} r#"" aria-label=""# {self.spoken}
            r#"" viewBox="0 0 "# {units(WIDTH)} " " {units(self.sheet.height)} r#"">"#
            r#"<g transform="scale(.5)">"# {shapes} "</g>" {anchors} {tags} "</svg>"
        )
    }
}

impl Tag {
    /// How many are open, and how many there are.
    fn figures(&self) -> String {
        format!("{}/{}", self.tally.open_now(), self.tally.total())
    }

    fn draw(&self, width_em: f64, placed: &Placed) -> Markup {
        let open = match self.tally.total() {
            0 => 0.0,
            total => f64::from(self.tally.open_now()) / f64::from(total) * BAR_EM,
        };
        let glow = (open > 0.0).then(|| bar("glow", open));
        html!(
            "<a" {only_wide(placed.only_wide)} r#" href=""# {self.address.as_str()}
            r#"" transform="translate("# {units(placed.at.x)} " " {units(placed.at.y)} r#")"><title>"#
            {self.spoken.as_str()} r#"</title><rect class="tag" x=""# {em(-width_em / 2.0)}
            r#"" y=""# {em(-LEAST_EM / 2.0)} r#"" width=""# {em(width_em)} r#"" height=""#
            {em(LEAST_EM)} r#""/>"#
            r#"<text lang=""# {self.name_lang} r#"" y="-.4em">"# {self.name} "</text>"
            r#"<text class="figures" y=".8em">"# {self.figures()} "</text>"
            {bar("bar", BAR_EM)} {glow} "</a>"
        )
    }
}

/// A dot where the named area is, and a line from there to its tag, unless the tag lies over it.
fn anchor(label: &Label, placed: Option<&Placed>, print: Print) -> Markup {
    let Spot { x, y } = label.anchor;
    let covered = |placed: &&Placed| covers(placed.at, label.width_em, print.wide, label.anchor);
    if placed
        .filter(covered)
        .is_some_and(|placed| !placed.only_wide)
    {
        return Markup::default();
    }
    let line = placed.filter(|placed| !covered(placed)).map(|placed| {
        html!(
            "<path" {only_wide(placed.only_wide)} r#" d="M"# {units(x)} " " {units(y)}
            "L" {units(placed.at.x)} " " {units(placed.at.y)} r#""/>"#
        )
    });
    html!({line} r#"<circle cx=""# {units(x)} r#"" cy=""# {units(y)} r#"" r="2.5"/>"#)
}

/// The class of what phones leave out.
fn only_wide(only_wide: bool) -> Option<Markup> {
    only_wide.then(|| html!(r#" class="only-wide""#))
}

/// Beside the figures, how much of it is open: what is long is much, whatever its colour.
fn bar(class: &'static str, width: f64) -> Markup {
    html!(
        r#"<rect class=""# {class} r#"" x=""# {em(-BAR_EM / 2.0)} r#"" y="1.05em" width=""#
        {em(width)} r#"" height=".3em"/>"#
    )
}

fn units(number: f64) -> String {
    format!("{}", number.round())
}

fn em(number: f64) -> String {
    format!("{}em", (number * 100.0).round() / 100.0)
}
