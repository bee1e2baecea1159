//! What a command may open: dialogs, the file chooser, the panels of the dock.

use leptos::html::Input;
use leptos::prelude::*;

use crate::platform::{Theme, apply_theme, stored_theme};
use crate::reach::Reaching;
use crate::ui::effect;
use crate::workspace::Workspace;

/// What is open. Copied freely; found by [`Surfaces::here`].
#[derive(Clone, Copy)]
pub(crate) struct Surfaces {
    /// The dialog of samples.
    pub(crate) samples: RwSignal<bool>,
    /// The sheet of shortcuts.
    pub(crate) shortcuts: RwSignal<bool>,
    /// The dialog that connects what is selected to something else.
    pub(crate) connect: RwSignal<bool>,
    /// The dialog that asks before a design is left.
    pub(crate) anew: RwSignal<bool>,
    /// The dialog for pasted text.
    pub(crate) paste: RwSignal<bool>,
    /// The panel of the dock that shows.
    pub(crate) dock: RwSignal<&'static str>,
    /// The chooser of files.
    pub(crate) chooser: NodeRef<Input>,
    /// Light or dark.
    pub(crate) theme: RwSignal<Theme>,
    /// Who reaches whom: the question and the overlay.
    pub(crate) reaching: Reaching,
}

impl Surfaces {
    /// Makes them, all closed, and provides them to everything below.
    pub(crate) fn provide(workspace: Workspace) -> Self {
        let dock = RwSignal::new("problems");
        let surfaces = Self {
            samples: RwSignal::new(false),
            shortcuts: RwSignal::new(false),
            connect: RwSignal::new(false),
            anew: RwSignal::new(false),
            paste: RwSignal::new(false),
            dock,
            chooser: NodeRef::new(),
            theme: RwSignal::new(stored_theme()),
            reaching: Reaching::provide(workspace, dock),
        };
        effect(move || apply_theme(surfaces.theme.get()));
        provide_context(surfaces);
        surfaces
    }

    /// The surfaces provided above.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Shows the file chooser.
    pub(crate) fn choose_file(self) {
        if let Some(input) = self.chooser.get_untracked() {
            input.click();
        }
    }

    /// Light becomes dark, and dark light.
    pub(crate) fn toggle_theme(self) {
        let is_dark = self.theme.get_untracked().is_dark();
        self.theme
            .set(if is_dark { Theme::Light } else { Theme::Dark });
    }
}
