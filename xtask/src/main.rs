//! The only automation: `cargo xtask setup | build | dev | admin | test | bench | screenshots`.

mod bench;
mod build;
mod dev;
mod order;
mod place;
mod screenshots;
mod setup;
mod sh;
mod test;

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
        Order::Admin { name, port } => dev::administrator(&name, port),
        Order::Test { only } => test::all(only),
        Order::Bench => bench::all(),
        Order::Screenshots { folder } => screenshots::take(&folder),
    }
}
