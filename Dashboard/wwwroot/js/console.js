// Keeps the end of a growing list in sight, until the reader scrolls away from it.
const near = 30;

/** Follows the end of a list; the page is told when the reader decides otherwise. */
export function follow(list, page) {
    let isFollowing = true;
    let lastTop = list.scrollTop;
    let lastHeight = list.scrollHeight;
    let isOurs = false;

    const toEnd = () => {
        if (isFollowing) {
            isOurs = true;
            list.scrollTop = list.scrollHeight;
        }
    };
    const tell = now => {
        if (now !== isFollowing) {
            isFollowing = now;
            page.invokeMethodAsync("FollowChanged", now);
        }
    };
    const onScroll = () => {
        const { scrollTop, scrollHeight, clientHeight } = list;
        const isAtEnd = scrollHeight - scrollTop - clientHeight < near;
        // A list that grew or shrank moves its own top; only a reader moves it up while its height stays.
        if (!isOurs && scrollTop < lastTop && scrollHeight === lastHeight && !isAtEnd) {
            tell(false);
        } else if (!isOurs && isAtEnd && scrollTop > lastTop) {
            tell(true);
        }

        isOurs = false;
        lastTop = scrollTop;
        lastHeight = scrollHeight;
    };
    const changes = new MutationObserver(toEnd);
    changes.observe(list, { childList: true, subtree: true, attributes: true, attributeFilter: ["style"] });
    const size = new ResizeObserver(toEnd);
    size.observe(list);
    list.addEventListener("scroll", onScroll, { passive: true });
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
            list.removeEventListener("scroll", onScroll);
        },
    };
}
