//! Which pages there are without a network: those of the snapshot, and those that need nothing.

use crate::asked::Asked;
use app::check::Check;
use app::document::Page;
use app::pages::map::MapPage;
use app::pages::offline::Pack;
use app::pages::service::Offer;
use app::pages::station::StationPage;
use app::request::{Form, StationAt};
use app::results::{PAGE_SIZE, Results};
use domain::city::City;
use domain::policy::Programme;
use domain::search::{self, Search};
use domain::station::StationId;

/// The page; `None` if it needs the network.
pub(crate) fn page(city: &City, asked: &Asked) -> Option<Page> {
    let path: Vec<_> = asked.path().split('/').skip(1).collect();
    match *path.as_slice() {
        [""] => Some(Page::Home),
        ["stations"] => Some(Page::Stations(list(city, asked))),
        ["stations", id] => {
            let place = city.place(StationId(id.parse().ok()?))?;
            StationPage::new(city, place, asked.now).map(|page| Page::Station(Box::new(page)))
        }
        ["map"] => {
            let (search, _dropped) = Search::parse(asked.query());
            Some(Page::Map(Box::new(MapPage::new(
                city, &search, asked.now, None,
            ))))
        }
        ["services"] => Some(Page::Services),
        ["services", id] => Offer::from_id(id).map(Page::Service),
        ["check"] => Some(check(asked, None)),
        ["check", id] => Some(check(asked, Some(Programme::from_id(id)?))),
        ["check", id, "rules"] => Programme::from_id(id).map(Page::Rules),
        ["requests", "new"] => {
            let form = Form::open(asked.preferences.lang, asked.query(), &asked.fresh_key);
            let form = form.ask(|id| StationAt::of(city, id));
            Some(Page::NewRequest(Box::new(form)))
        }
        ["about"] => Some(Page::About),
        ["privacy"] => Some(Page::Privacy),
        ["offline"] => Some(Page::Offline(packs(city))),
        _ => None,
    }
}

/// What they weigh only the site knows.
fn packs(city: &City) -> Vec<Pack> {
    let districts = city.text_files().map(|(district, _)| district);
    let pack = |district| Pack {
        district,
        bytes: None,
    };
    districts.map(pack).collect()
}

fn list(city: &City, asked: &Asked) -> Results {
    let (search, _dropped) = Search::parse(asked.query());
    let answer = search::search(city, &search, asked.now, PAGE_SIZE);
    Results::new(city, search, &answer, asked.now)
}

fn check(asked: &Asked, programme: Option<Programme>) -> Page {
    let check = Check::read(programme, asked.query(), asked.now.date());
    Page::Check(Box::new(check))
}

#[cfg(test)]
mod tests;
