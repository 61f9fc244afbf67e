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
