//! What the fuzz targets ask of any text. The checks are also run over the
//! seeds by a test of the core, so that they are compiled with every change.

pub mod checks;
