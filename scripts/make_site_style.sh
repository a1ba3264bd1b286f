#!/usr/bin/env bash
# Makes the site's style and script of GOV.UK Frontend (MIT). Needs npm; only a developer who changes the look runs it.
set -euo pipefail
cd "$(dirname "$0")/.."
web=src/lessonbook/web
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm --prefix "$work" install --silent --no-save govuk-frontend@6.6.0 sass@1.108.2
"$work/node_modules/.bin/sass" --style=compressed --no-source-map --quiet \
  --load-path="$work/node_modules" "$web/style/site.scss" "$web/static/lessonbook/site.css"
cp "$work/node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js" "$web/static/lessonbook/govuk-frontend.min.js"
