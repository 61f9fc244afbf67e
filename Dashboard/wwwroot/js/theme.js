// Before anything is painted: the theme of the last visit, so that a dark page does not flash white. The components keep
// the choice; this only reads it, and follows when it changes.
(() => {
    const root = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)");

    function chosen() {
        try {
            return JSON.parse(localStorage.getItem("fluentui-blazor:theme-settings"))?.mode;
        } catch {
            return undefined;
        }
    }

    function apply() {
        const mode = chosen();
        const isDark = mode === "dark" || (mode !== "light" && system.matches);
        root.dataset.theme = isDark ? "dark" : "light";
        root.dispatchEvent(new CustomEvent("theme", { detail: { isDark } }));
    }

    apply();
    system.addEventListener("change", apply);
    addEventListener("storage", apply);
    document.addEventListener("DOMContentLoaded", () => document.body.addEventListener("themeChanged", apply));
})();
