// What a page needs of the browser and cannot ask for from the server.

/** The browser's time zone by its IANA name. */
export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The theme that was chosen: light, dark or system. */
export function themeMode() {
    try {
        return JSON.parse(localStorage.getItem("fluentui-blazor:theme-settings"))?.mode ?? "system";
    } catch {
        return "system";
    }
}

// Where the focus was before something lay on top. Followed from the start: a reader may be quicker than the connection.
let opener = null;
document.addEventListener("focusin", event => {
    if (!document.querySelector("div.veil [aria-modal]") && !event.target.closest("div.veil, aside.panel")) {
        opener = event.target;
    }
});

const scrolling = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"]);

/** A long list draws only what is in sight: whoever scrolls with the keys must not lose the focus with the row that it was on. */
function keepInList(event) {
    if (scrolling.has(event.key)) {
        event.target.closest?.(".grid-scroll[tabindex='0']")?.focus({ preventScroll: true });
    }
}

const isTyping = target => target instanceof Element
    && (target.closest("input, textarea, select, [contenteditable], fluent-text-input, fluent-textarea, fluent-dropdown") !== null);

/** Tells the layout of its keys, unless someone is typing. Escape closes what lies on top, and gives the focus back to where it was before; a dialog keeps it. */
export function listenForKeys(layout, keys) {
    const own = new Set([...keys, "?", "Escape"]);
    let closed = null;
    const keep = event => {
        const dialog = document.querySelector("div.veil [aria-modal]");
        if (dialog && !closed?.contains(dialog) && !dialog.contains(event.target)) {
            dialog.focus();
        }
    };
    const listen = event => {
        if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.composedPath()[0])) {
            return;
        }

        keepInList(event);
        const top = event.key === "Escape" && (document.querySelector("div.veil") ?? document.querySelector("aside.panel .close"));
        if (top) {
            closed = top;
            top.click();
            opener?.focus();
            return;
        }

        const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
        if (own.has(key)) {
            layout.invokeMethodAsync("OnShortcut", key);
        }
    };
    document.addEventListener("keydown", listen);
    document.addEventListener("focusin", keep);
    return {
        stop() {
            document.removeEventListener("keydown", listen);
            document.removeEventListener("focusin", keep);
        },
    };
}

/** Whether the end of a list is in sight. */
export const isAtEnd = list => list.scrollHeight - list.scrollTop - list.clientHeight < 30;

/** Brings the end of a list in sight. */
export function scrollToEnd(list) {
    list.scrollTop = list.scrollHeight;
}

/** Copies a text; false when the browser refuses. */
export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return false;
    }
}

/** Saves a stream of the server's as a file. */
export async function save(name, type, stream) {
    const url = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
