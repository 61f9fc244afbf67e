"""Runs checks one after another and tells of each in one line of JSON, as check.mjs does."""
import json
import os
import secrets
import sys

endpoint = sys.argv[1]

# Only what is said here counts, whatever this machine's user has set.
os.environ.update(
    AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION="us-east-1",
    AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull, AWS_EC2_METADATA_DISABLED="true", AWS_PAGER="",
)


def unique(stem):
    """A name that no other check has."""
    return f"{stem}-{secrets.token_hex(4)}"


def run(*checks):
    for check in checks:
        result = {"check": check.__name__.replace("_", " "), "ok": True}
        try:
            check()
        except Exception as error:  # Whatever it is, it is what the check found.
            result.update(ok=False, error=f"{type(error).__name__}: {error}")
        print(json.dumps(result), flush=True)
