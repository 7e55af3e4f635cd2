//! Files in the manner of what readers bring: pages of common publishing systems, and files that mean harm.

mod hostile;
mod pages;
