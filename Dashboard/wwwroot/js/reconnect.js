// Says what happened to the connection, and comes back by itself: a server that restarted does not know this page any
// more, so the page is loaded anew, at the same address, which holds every filter.
const notice = document.getElementById("components-reconnect-modal");
const words = notice.querySelector(".words");
const retryEvery = 1_000;
let lostAt = 0;
let timer = 0;

const say = text => {
    words.textContent = text;
    notice.hidden = false;
};

async function returnWhenServed() {
    try {
        const answer = await fetch("/alive", { cache: "no-store" });
        if (answer.ok) {
            location.reload();
            return;
        }
    } catch {
        // Nobody listens yet.
    }

    const seconds = Math.round((Date.now() - lostAt) / 1_000);
    say(`The dashboard does not answer since ${seconds} s. It was stopped, or is starting again; this page returns by itself.`);
    timer = setTimeout(returnWhenServed, retryEvery);
}

function startReturning() {
    clearTimeout(timer);
    lostAt ||= Date.now();
    returnWhenServed();
}

notice.addEventListener("components-reconnect-state-changed", event => {
    switch (event.detail.state) {
        case "show":
        case "retrying":
            lostAt ||= Date.now();
            say("The connection to the dashboard was lost. Connecting again …");
            break;
        case "hide":
            clearTimeout(timer);
            lostAt = 0;
            notice.hidden = true;
            break;
        case "failed":
        case "rejected":
        case "paused":
        case "resume-failed":
            startReturning();
            break;
    }
});
