# Sourced by a step: lets git reach the code host with the job's token, which is in this step's
# environment alone, in no file and no command line. A header that a checkout left is taken back.
if [ -n "${FOOTNOTED_TOKEN:-}" ]; then
  basic=$(printf 'x-access-token:%s' "$FOOTNOTED_TOKEN" | base64 | tr -d '\n')
  echo "::add-mask::$basic"
  export GIT_CONFIG_COUNT=2
  export GIT_CONFIG_KEY_0="http.$GITHUB_SERVER_URL/.extraheader" GIT_CONFIG_VALUE_0=""
  export GIT_CONFIG_KEY_1="$GIT_CONFIG_KEY_0" GIT_CONFIG_VALUE_1="AUTHORIZATION: basic $basic"
fi
export GIT_AUTHOR_NAME="github-actions[bot]" GIT_COMMITTER_NAME="github-actions[bot]"
export GIT_AUTHOR_EMAIL="41898282+github-actions[bot]@users.noreply.github.com"
export GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"
