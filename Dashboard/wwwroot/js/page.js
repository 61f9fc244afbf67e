// What a page needs of the browser and cannot ask for from the server.

/** The browser's time zone by its IANA name. */
export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const isTyping = target => target instanceof Element
    && (target.closest("input, textarea, select, [contenteditable], fluent-text-input, fluent-textarea, fluent-dropdown") !== null);

/** Tells the layout of its keys, unless someone is typing. */
export function listenForKeys(layout, keys) {
    const own = new Set([...keys, "?", "Escape"]);
    const listen = event => {
        if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.composedPath()[0])) {
            return;
        }

        const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
        if (own.has(key)) {
            layout.invokeMethodAsync("OnShortcut", key);
        }
    };
    document.addEventListener("keydown", listen);
    return { stop: () => document.removeEventListener("keydown", listen) };
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

/** Scrolls to the end of a list. */
export function scrollToEnd(element) {
    element.scrollTop = element.scrollHeight;
}

/** Whether the end of a list is in sight, within a line or two. */
export const isAtEnd = element => element.scrollHeight - element.scrollTop - element.clientHeight < 40;

/** Scrolls a list of equal rows so that one row is in the middle. */
export function scrollToRow(element, row, height) {
    element.scrollTop = Math.max(0, row * height - element.clientHeight / 2);
}
