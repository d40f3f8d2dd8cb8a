//! Standard input, and whether there is any.

use std::io;

/// Standard input, if the caller has not closed it.
///
/// Rust opens /dev/null for reading and writing where it finds it closed, so that a text which never came would read as
/// an empty one. Shells open /dev/null for reading only; a write of nothing tells the two apart.
#[cfg(unix)]
pub fn input() -> io::Result<io::StdinLock<'static>> {
    use std::fs::{File, metadata};
    use std::io::Write;
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;

    let input = io::stdin().lock();
    let mut file = File::from(input.as_fd().try_clone_to_owned()?);
    let device = file.metadata()?.rdev();
    if device != 0
        && metadata("/dev/null").is_ok_and(|null| null.rdev() == device)
        && file.write(&[]).is_ok()
    {
        return Err(io::Error::other("standard input is closed"));
    }
    Ok(input)
}

/// Standard input; reading it fails where the caller has closed it.
#[cfg(not(unix))]
pub fn input() -> io::Result<io::StdinLock<'static>> {
    Ok(io::stdin().lock())
}
