#!/usr/bin/env bash
# Takes the pictures of every page, light and dark, into this folder (or the one that is named): plays the smoke scenario twice
# and the talk's once (some minutes), and opens the pages in the system's Chromium (or CHROMIUM_PATH) as the browser tests do.
set -euo pipefail
folder="$(realpath "${1:-$(dirname "$0")}")"
cd "$(dirname "$0")/../.."
TAKE_PICTURES="$folder" REQUIRE_BROWSER=1 dotnet test --project tests/Browser.Tests -- --explicit on --filter-class "*LabTests" --filter-class "*TalkTests" --filter-class "*PicturesTests"
ls -l "$folder"/*.png
