#!/usr/bin/env bash
# Installs what the tests need, checks formatting, builds with warnings as errors, runs everything.
#   ./test.sh         fixed seeds, reduced counts (under 20 minutes)
#   ./test.sh long    the same code with full counts
# Ends with "N passed, N failed"; exit code 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "$0")"
[ "${1:-}" = long ] && export OUTREACH_LONG=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
log=$(mktemp)
trap 'rm -f "$log"' EXIT

say() { printf '\n== %s\n' "$*"; }

need=()
have() { command -v "$1" >/dev/null 2>&1; }
have chromium || need+=(chromium)
have tmux || need+=(tmux)
have msgfmt || need+=(gettext)
have gcc || need+=(gcc libc6-dev)
have node && have npm || need+=(nodejs npm)
for dictionary in en-gb:en_GB fr:fr_FR es:es_ES ar:ar uk:uk_UA sw:sw_TZ; do
  [ -e "/usr/share/hunspell/${dictionary#*:}.dic" ] || need+=("hunspell-${dictionary%:*}")
done
have hunspell || need+=(hunspell)
[ -f /usr/share/php/Symfony/Component/Translation/Resources/schemas/xliff-core-1.2-strict.xsd ] || need+=(php-symfony-translation)  # the schema of XLIFF
[ -f /usr/share/unicode/BidiTest.txt ] || need+=(unicode-data)
[ -f /usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf ] || need+=(fonts-noto-core)
[ -e /usr/lib/x86_64-linux-gnu/libicuuc.so.72 ] || [ -e /usr/lib/aarch64-linux-gnu/libicuuc.so.72 ] || need+=(libicu72)
if [ ${#need[@]} -gt 0 ]; then
  say "installing ${need[*]}"
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null \
    || { echo "could not install ${need[*]}: install them by hand and run ./test.sh again"; echo "0 passed, 1 failed"; exit 1; }
fi

for folder in tests/localization/oracle tests/content/oracle tests/acceptance tests/bench/peers; do
  [ -f "$folder/package-lock.json" ] || continue
  say "npm ci in $folder"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) \
    || { echo "npm ci failed in $folder"; echo "0 passed, 1 failed"; exit 1; }
done

failed_steps=0
step() { say "$1"; shift; "$@" || { echo "FAILED: $*"; failed_steps=$((failed_steps + 1)); return 1; }; }

step "restore" dotnet restore Outreach.sln -v q
# Style is checked by the build itself (EnforceCodeStyleInBuild); this checks the white space.
step "formatting" dotnet format whitespace . --folder --verify-no-changes
step "build" dotnet build Outreach.sln --no-restore -v q -c Release || { echo "0 passed, $failed_steps failed"; exit 1; }

say "tests"
for project in tests/*/*.tests.csproj; do
  echo "-- $project"
  dotnet test "$project" --no-build -c Release -v q 2>&1 | tee -a "$log" | grep -vE '^\s*$|A total of|Test run for' || true
done

# "Passed!  - Failed:     0, Passed:     2, Skipped:     0, Total: ..." a line for each project
read -r passed failed projects < <(awk '
  match($0, /Failed: +[0-9]+, Passed: +[0-9]+/) {
    split(substr($0, RSTART, RLENGTH), n, /[^0-9]+/); f += n[2]; p += n[3]; k++
  } END { print p + 0, f + 0, k + 0 }' "$log")
expected=$(ls tests/*/*.tests.csproj | wc -l)
if [ "$projects" -lt "$expected" ]; then
  echo "only $projects of $expected test projects reported"
  failed=$((failed + expected - projects))
fi
failed=$((failed + failed_steps))
echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
