#!/usr/bin/env bash
# What the dashboard takes while a page watches it: plays smoke so many times (3) in one start of the lab, one after the other, with the lab's page
# open in the system's Chromium (or CHROMIUM_PATH; without one nobody watches), and prints after each run the dashboard's CPU and
# memory: the resident set that is the process' own (RssAnon), ten seconds after the run, when its rows have gone into the file. What is
# left of a run is the database's cache of them (3 MB, within Dashboard:Store:MemoryMegabytes) and the sums kept for the pages: fails when
# more than 12 MB a run are left after the first. Rows that stayed in memory were 10 MB a run and more. The managed heap is what
# tests/Dashboard.Tests/MemoryTests.cs looks at. Needs a build of AppHost (dotnet build AppHost). Takes half a minute a run.
set -euo pipefail
runs="${1:-3}"
left=12
app="$(dirname "$0")/../artifacts/bin/AppHost/debug/AppHost"
data="$(mktemp -d)"
log="$data/app.log"
AppHost__BrowserToken=three-runs "$app" --scenario smoke --speed 10 --Load:AutoStart false --Lab:DataDirectory "$data/runs" >"$log" 2>&1 </dev/null &
host=$!
watcher=""
stop() {
    [ -z "$watcher" ] || kill "$watcher" 2>/dev/null || true
    kill "$host" 2>/dev/null || true
    wait || true
    rm -rf "$data"
}
trap stop EXIT

until_is() { # what, command: tried every second, for three minutes
    for _ in $(seq 180); do
        if eval "$2" >/dev/null 2>&1; then return; fi
        sleep 1
    done
    echo "Not within three minutes: $1" >&2
    tail -5 "$log" >&2
    exit 1
}

url() { grep -E "^$1 +Healthy" "$log" | tail -1 | awk '{print $3}'; }
until_is "everything is healthy" "grep -q 'Everything is healthy' '$log'"
dashboard="$(url dashboard)"
generator="$(url load-generator)"
process="$(pgrep -P "$host" -f '/Dashboard$')"
browser="${CHROMIUM_PATH:-$(command -v chromium || true)}"
if [ -n "$browser" ]; then
    "$browser" --headless --no-sandbox --user-data-dir="$data/browser" --window-size=1280,1000 --remote-debugging-port=0 "$dashboard/login?t=three-runs" >/dev/null 2>&1 &
    watcher=$!
fi

send() { curl -fsS -X POST "$1" -H 'content-type: application/json' -d "$2"; }
ticks() { awk '{print $14 + $15}' "/proc/$process/stat"; }
kilobytes() { awk '/^RssAnon/ {print $2}' "/proc/$process/status"; }

echo "before: $(($(kilobytes) / 1024)) MB${watcher:+, watched by a page}"
for run in $(seq "$runs"); do
    began="$(date +%s%N)"
    from="$(ticks)"
    send "$dashboard/api/runs" '{"scenario":"smoke","flowControl":false,"speed":10,"seed":1}' >/dev/null
    send "$generator/runs" '{"scenario":"smoke"}' >/dev/null
    until_is "the load is over" "curl -fsS $generator/runs/current | grep -q '\"state\":\"completed\"'"
    until_is "the run is settled" "curl -fsS $dashboard/api/runs/current | grep -q '\"settled\":true'"
    send "$dashboard/api/runs/current/finish" '{"drained":true}' >/dev/null
    spent=$((($(ticks) - from) * 1000 / $(getconf CLK_TCK)))
    wall=$((($(date +%s%N) - began) / 1000000))
    sleep 10
    last="$(($(kilobytes) / 1024))"
    first="${first:-$last}"
    echo "run $run: $last MB, $((spent * 100 / wall)) % of a core over $((wall / 1000)) s"
done
if [ "$last" -gt "$((first + left * (runs - 1)))" ]; then
    echo "The dashboard grew from $first to $last MB, by more than $left MB a run." >&2
    exit 1
fi
