//! The pages on which staff import a listing: the file, the plan, what came of it.

mod alarms;
mod plan;
mod rows;
mod upload;
mod words;

pub(crate) use plan::plan;
pub(crate) use upload::imports;

messages! {
    import_title: "导入清单" / "Import a listing";
    plan_title: "看一看再导入" / "Look before it is imported";
}
