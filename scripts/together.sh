#!/bin/sh
# Runs two commands at once. What the first one says is seen at once, what the second says when both are done.
#
#   scripts/together.sh "make dist" "make native"
#
# The exit status is 0 where both succeed.
set -u
said=$(mktemp)
trap 'rm -f "$said"' EXIT
sh -c "$2" >"$said" 2>&1 &
second=$!
trap 'kill "$second" 2>/dev/null; exit 1' INT TERM
status=0
sh -c "$1" || status=1
wait "$second" || status=1
cat "$said"
exit "$status"
