#!/usr/bin/env bash
# Takes the pictures of every page, light and dark, into this folder (or the one that is named): plays the smoke scenario twice
# and the talk's once (some minutes), and opens the pages in the system's Chromium (or CHROMIUM_PATH) as the browser tests do.
set -euo pipefail
folder="$(realpath "${1:-$(dirname "$0")}")"
cd "$(dirname "$0")/../.."
export TAKE_PICTURES="$folder" REQUIRE_BROWSER=1
# The talk in a system of its own: the other tests look at the last run that was played.
dotnet test --project tests/Browser.Tests -- --filter-class "*LabTests" --filter-class "*PicturesTests"
dotnet test --no-build --project tests/Browser.Tests -- --explicit on --filter-class "*TalkTests"
ls -l "$folder"/*.png
