//! Saving a reading in a published form.

use super::files::save;
use crate::store::Store;
use crate::store::select::{ExportForm, export};

/// Saves the reading in this form, if there is one.
pub(crate) fn save_as(store: &Store, form: ExportForm) {
    if let Some(file) = export(store, form) {
        save(&file.name, file.kind, &file.text);
    }
}
