//! Screens as they are plugged in and out on X11, where the window library keeps its first list.

use x11rb::connection::Connection as _;
use x11rb::protocol::randr::{ConnectionExt as _, NotifyMask};
use x11rb::protocol::xproto::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use crate::app::present::Monitor;

/// Tells the list of screens now and whenever it changes; returns where there is no X11.
pub fn watch(tell: impl Fn(Vec<Monitor>)) {
    if let Err(error) = follow(&tell) {
        tracing::info!(%error, "screens are not watched");
    }
}

fn follow(tell: &impl Fn(Vec<Monitor>)) -> Result<(), Box<dyn std::error::Error>> {
    let (connection, screen) = x11rb::connect(None)?;
    let root = connection.setup().roots.get(screen).ok_or("no root window")?.root;
    let changes = NotifyMask::SCREEN_CHANGE | NotifyMask::CRTC_CHANGE;
    connection.randr_select_input(root, changes)?.check()?;
    loop {
        tell(list(&connection, root)?);
        connection.wait_for_event()?;
        // One change of the screens comes as several events.
        while connection.poll_for_event()?.is_some() {}
    }
}

fn list(connection: &RustConnection, root: u32) -> Result<Vec<Monitor>, Box<dyn std::error::Error>> {
    let found = connection.randr_get_monitors(root, true)?.reply()?;
    let monitor = |info: &x11rb::protocol::randr::MonitorInfo| {
        let name = connection.get_atom_name(info.name).ok()?.reply().ok()?;
        Some(Monitor {
            name: String::from_utf8_lossy(&name.name).into_owned(),
            size: (u32::from(info.width), u32::from(info.height)),
            at: (i32::from(info.x), i32::from(info.y)),
        })
    };
    Ok(found.monitors.iter().filter_map(monitor).collect())
}
