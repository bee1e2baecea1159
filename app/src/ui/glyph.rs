//! The interface's icons by what they mean, so that one meaning has one picture. The
//! drawings are Lucide's; this list is the only place that knows it.

/// A drawing that [`super::Icon`] can show.
pub(crate) type Glyph = icondata_core::Icon;

/// Every picture that the interface uses, named by its meaning.
pub(crate) mod glyphs {
    pub(crate) use icondata_lu::{
        LuArrowRight as ARROW_RIGHT, LuCheck as CHECK, LuChevronDown as CHEVRON_DOWN,
        LuChevronRight as CHEVRON_RIGHT, LuChevronUp as CHEVRON_UP, LuCircleCheck as SUCCESS,
        LuCircleX as ERROR, LuCopy as COPY, LuCopyPlus as DUPLICATE, LuDownload as DOWNLOAD,
        LuEye as EYE, LuFileCode as FILE, LuFolderOpen as OPEN, LuInfo as INFO,
        LuKeyboard as KEYBOARD, LuLightbulb as HINT, LuLink as LINK, LuList as LIST,
        LuListFilter as FILTER, LuMoon as MOON, LuMousePointer2 as POINTER, LuPencil as RENAME,
        LuPlus as PLUS, LuRedo2 as REDO, LuSave as SAVE, LuScan as ZOOM_FIT, LuSearch as SEARCH,
        LuShare2 as SHARE, LuSun as SUN, LuTrash2 as TRASH, LuTriangleAlert as WARNING,
        LuUndo2 as UNDO, LuWrench as WRENCH, LuX as CLOSE, LuZoomIn as ZOOM_IN,
        LuZoomOut as ZOOM_OUT,
    };
}
