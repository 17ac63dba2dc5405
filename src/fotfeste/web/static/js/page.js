// Small comforts; every page works without them.
import "./once.js";
import "./menus.js";
import "./errors.js";
import "./unsaved.js";
import "./autosave.js";
