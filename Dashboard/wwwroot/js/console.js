// Keeps the end of a growing list in sight, until the reader scrolls away from it.
const near = 30;
const backwards = new Set(["ArrowUp", "PageUp", "Home"]);

/** Follows the end of a list; the page is told when the reader decides otherwise. */
export function follow(list, page) {
    let isFollowing = true;
    let isHeld = false;
    let lastTop = list.scrollTop;

    const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < near;
    const toEnd = () => {
        if (isFollowing) {
            list.scrollTop = list.scrollHeight;
        }
    };
    const tell = now => {
        if (now !== isFollowing) {
            isFollowing = now;
            page.invokeMethodAsync("FollowChanged", now);
        }
    };

    // A list that grows scrolls too: what the reader wants shows in the wheel, the keys, a finger and a held scroll bar.
    const onWheel = event => event.deltaY < 0 && tell(false);
    const onKey = event => backwards.has(event.key) && tell(false);
    const onTouch = () => tell(isAtEnd());
    const onHold = () => { isHeld = true; };
    const onRelease = () => { isHeld = false; };
    const onScroll = () => {
        if (isHeld) {
            tell(isAtEnd());
        } else if (!isFollowing && list.scrollTop > lastTop && isAtEnd()) {
            // Downwards only: the first step away from the end is still near it.
            tell(true);
        }

        lastTop = list.scrollTop;
    };
    const listeners = { wheel: onWheel, keydown: onKey, touchmove: onTouch, pointerdown: onHold, scroll: onScroll };
    const changes = new MutationObserver(toEnd);
    changes.observe(list, { childList: true, subtree: true, attributes: true, attributeFilter: ["style"] });
    const size = new ResizeObserver(toEnd);
    size.observe(list);
    for (const [name, listener] of Object.entries(listeners)) {
        list.addEventListener(name, listener, { passive: true });
    }

    addEventListener("pointerup", onRelease);
    toEnd();

    return {
        set(now) {
            isFollowing = now;
            toEnd();
        },
        goTo(row, height) {
            isFollowing = false;
            list.scrollTop = Math.max(0, row * height - list.clientHeight / 2);
        },
        stop() {
            changes.disconnect();
            size.disconnect();
            for (const [name, listener] of Object.entries(listeners)) {
                list.removeEventListener(name, listener);
            }

            removeEventListener("pointerup", onRelease);
        },
    };
}
