// What the trace's page needs of the browser: dragging over the small picture, and the keys of the waterfall.

/** Tells which share of an element was dragged over; a double click: all of it. */
export function brush(host, page) {
    let begun = null;
    let mark = null;

    const share = event => {
        const box = host.getBoundingClientRect();
        return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    };
    const end = () => {
        mark?.remove();
        begun = mark = null;
    };
    const down = event => {
        if (event.button !== 0 || event.target.closest("button")) {
            return;
        }

        begun = share(event);
        host.setPointerCapture(event.pointerId);
        mark = document.createElement("div");
        mark.className = "selection";
        host.append(mark);
    };
    const move = event => {
        if (begun !== null) {
            const now = share(event);
            mark.style.left = `${Math.min(begun, now) * 100}%`;
            mark.style.width = `${Math.abs(now - begun) * 100}%`;
        }
    };
    const up = event => {
        if (begun === null) {
            return;
        }

        const [from, to] = [begun, share(event)].sort((a, b) => a - b);
        end();
        if (to - from > 0.005) {
            page.invokeMethodAsync("Brushed", from, to);
        }
    };
    const whole = () => page.invokeMethodAsync("Brushed", 0, 0);

    host.addEventListener("pointerdown", down);
    host.addEventListener("pointermove", move);
    host.addEventListener("pointerup", up);
    host.addEventListener("pointercancel", end);
    host.addEventListener("dblclick", whole);
    return {
        stop() {
            host.removeEventListener("pointerdown", down);
            host.removeEventListener("pointermove", move);
            host.removeEventListener("pointerup", up);
            host.removeEventListener("pointercancel", end);
            host.removeEventListener("dblclick", whole);
        },
    };
}

const keysOfTheTree = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"]);

/** Takes the keys of a tree from an element, which then does not scroll by them. */
export function keys(host, page) {
    const listen = event => {
        if (keysOfTheTree.has(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) {
            event.preventDefault();
            page.invokeMethodAsync("Pressed", event.key);
        }
    };
    host.addEventListener("keydown", listen);
    return { stop: () => host.removeEventListener("keydown", listen) };
}

/** Scrolls just so far that a row of a list of equal rows is in sight, below a head of some height. */
export function reveal(host, row, height, head) {
    const top = row * height;
    if (top < host.scrollTop) {
        host.scrollTop = top;
    } else if (top + height > host.scrollTop + host.clientHeight - head) {
        host.scrollTop = top + height - host.clientHeight + head;
    }
}
