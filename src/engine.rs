//! `Request` to `Response`: one interface in a worker, on the page and on a desktop.
