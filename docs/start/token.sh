#!/bin/sh
# Signs a person in as a browser would (authorization code with PKCE) and prints the access token.
# Usage: token.sh USERNAME PASSWORD     with CORRIDOR and CORRIDOR_CA set, as .corridor/demo.env does
set -eu
auth=$CORRIDOR/api/auth/v1
redirect=http://127.0.0.1:7777/callback
jar=$(mktemp)
trap 'rm -f "$jar"' EXIT
fetch() { curl -sS --cacert "$CORRIDOR_CA" -b "$jar" -c "$jar" "$@"; }
base64url() { base64 | tr -d '\n=' | tr '/+' '_-'; }

verifier=$(head -c 32 /dev/urandom | base64url)
challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | base64url)

page=$(fetch -G "$auth/authorize" -d response_type=code -d client_id=corridor-cli \
  --data-urlencode "redirect_uri=$redirect" -d state=s -d "code_challenge=$challenge" \
  -d code_challenge_method=S256)
action=$(printf %s "$page" | sed -n 's/.*<form[^>]*action="\([^"]*\)".*/\1/p' | sed 's/&amp;/\&/g')
set -- "$1" "$2" $(printf %s "$page" | tr '>' '\n' | grep 'type="hidden"' |
  sed 's/.*name="\([^"]*\)".*value="\([^"]*\)".*/--data-urlencode \1=\2/')
username=$1 password=$2
shift 2

case $action in /*) action=$CORRIDOR$action ;; https:*) ;; *) action=$auth/$action ;; esac
code=$(fetch -o /dev/null -w '%{redirect_url}' "$@" --data-urlencode "username=$username" \
  --data-urlencode "password=$password" "$action" | sed -n 's/.*[?&]code=\([^&]*\).*/\1/p')
[ -n "$code" ] || { echo "the sign-in was refused" >&2; exit 1; }

fetch "$auth/token" -d grant_type=authorization_code -d client_id=corridor-cli -d "code=$code" \
  --data-urlencode "redirect_uri=$redirect" -d "code_verifier=$verifier" |
  sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p'
