//! The page: the only module built for WebAssembly alone.
