//! Writer that stops at a limit, so that no template fills the memory of the machine.

/// Bytes that a page may have at most.
const LONGEST: usize = 32 * 1024 * 1024;

/// Bytes written so far.
#[derive(Default)]
pub(super) struct CappedWriter(pub(super) Vec<u8>);

impl std::io::Write for CappedWriter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST {
            return Err(std::io::Error::other("too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
