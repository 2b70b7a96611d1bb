#!/usr/bin/env bash
# Events that a context could not take: looks at them, has them taken again, drops them.
#
#   dead-letters.sh list    [type]     each with its id, type, reason
#   dead-letters.sh show    <id>       one, with its body
#   dead-letters.sh replay  <id>|all   takes it again; "all": each of those that are there
#   dead-letters.sh discard <id>
#
# CORRIDOR_URL: what stands before /api, such as https://localhost:9443
# CORRIDOR_TOKEN: an access token with events:read, and events:operate for the last two
# CORRIDOR_CONTEXT: whose letters; transaction if not set
# CORRIDOR_CACERT: a file of certificates to trust; the system's if not set
set -euo pipefail

: "${CORRIDOR_URL:?such as https://localhost:9443}" "${CORRIDOR_TOKEN:?an access token}"
letters="$CORRIDOR_URL/api/${CORRIDOR_CONTEXT:-transaction}/v1/dead-letters"

call() { # method, path; the answer's body, and a line with its status
  curl --silent --show-error ${CORRIDOR_CACERT:+--cacert "$CORRIDOR_CACERT"} \
    --request "$1" --header "Authorization: Bearer $CORRIDOR_TOKEN" \
    --write-out '\n%{http_code}\n' "$letters$2"
}

expect() { # method, path, status
  local answer
  answer=$(call "$1" "$2")
  if [ "${answer##*$'\n'}" != "$3" ]; then
    echo "$answer" >&2
    return 1
  fi
  echo "${answer%$'\n'*}"
}

ids() { expect GET "?limit=200" 200 | grep -o '"id":"[^"]*"' | cut -d'"' -f4; }

replay() { expect POST "/$1/replay" 204 >/dev/null && echo "taken: $1"; }

case "${1:-}" in
  list) expect GET "?limit=200${2:+&type=$2}" 200 ;;
  show) expect GET "/${2:?an id}" 200 ;;
  discard) expect DELETE "/${2:?an id}" 204 >/dev/null && echo "dropped: $2" ;;
  replay)
    if [ "${2:?an id, or all}" = all ]; then
      outcome=0
      for id in $(ids); do replay "$id" || outcome=1; done
      exit "$outcome"
    fi
    replay "$2"
    ;;
  *)
    sed -n '2,13s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
