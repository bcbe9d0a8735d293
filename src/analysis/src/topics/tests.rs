//! Topics of short texts of our own.


