//! The only automation: `cargo xtask help` lists what it does.

mod audit;
mod bench;
mod build;
mod crash;
mod dev;
mod object_file;
mod order;
mod place;
mod screenshots;
mod setup;
mod sh;
mod test;
mod upkeep;

use std::process::ExitCode;

use order::Order;
use sh::Outcome;

fn main() -> ExitCode {
    match Order::from_command_line().and_then(carry_out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(order: Order) -> Outcome {
    match order {
        Order::Help => {
            print!("{}", order::USAGE);
            Ok(())
        }
        Order::Setup => setup::everything(),
        Order::Build => build::within_budget(),
        Order::Dev(wishes) => dev::site(&wishes),
        Order::Admin { name, port } => upkeep::administrator(&upkeep::Site::on(port)?, &name),
        Order::Test { only } => test::all(only),
        Order::Bench => bench::all(),
        Order::Audit { file } => audit::verify_file(&file),
        Order::Crash(kills) => crash::again_and_again(kills),
        Order::Retention { port, apply } => upkeep::retention(&upkeep::Site::on(port)?, apply),
        Order::Rewrap { port } => upkeep::rewrap(&upkeep::Site::on(port)?),
        Order::Screenshots { folder } => screenshots::take(&folder),
    }
}
