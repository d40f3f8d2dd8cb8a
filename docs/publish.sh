#!/bin/sh
# Publishes our roles as pages: one for each, and one that sets it beside IT support.
# Usage: docs/publish.sh FOLDER SITE [AGE]. A mistake, or a figure older than AGE, ends it before anything is published.
set -eu
data=$1 site=$2 age=${3:-5y}
roles data check "$data"
pages=$(mktemp -d)
for file in "$data"/roles/*.toml; do
  role=$(basename "$file" .toml)
  roles show "$role" --data "$data" --max-age "$age" --format html > "$pages/$role.html"
  [ "$role" = it-support ] ||
    roles compare "$role" it-support --data "$data" --max-age "$age" --format html > "$pages/$role-compared.html"
done
mkdir -p "$site"
cp "$pages"/*.html "$site"
