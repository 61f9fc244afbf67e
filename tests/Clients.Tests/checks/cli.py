"""LocalAws as Debian's awscli sees it, the template of this repository deployed with it included."""
import json
import pathlib
import subprocess

from check import endpoint, run, unique

# Debian's own: a shim before it on PATH may start another version or nothing.
AWS = "/usr/bin/aws" if pathlib.Path("/usr/bin/aws").exists() else "aws"
TEMPLATE = pathlib.Path(__file__).with_name("template.yaml")
KEYS = ["DeliveryApiKey=one", "EventsApiKey=two"]


def aws(*words, fails=False):
    """What the command prints, read as JSON if it is; of a command that fails, its complaint."""
    done = subprocess.run([AWS, *words, "--endpoint-url", endpoint, "--output", "json"], capture_output=True, text=True, timeout=180)
    if fails:
        assert done.returncode != 0, done.stdout
        return done.stderr
    assert done.returncode == 0, done.stderr
    try:
        return json.loads(done.stdout)
    except ValueError:
        return done.stdout + done.stderr


def deploy(*overrides):
    return aws("cloudformation", "deploy", "--template-file", str(TEMPLATE), "--stack-name", "sls", "--capabilities", "CAPABILITY_IAM",
               "--parameter-overrides", *overrides)


def targets():
    return [one["Arn"] for one in aws("events", "list-targets-by-rule", "--event-bus-name", "sls-observe", "--rule", rule())["Targets"]]


def rule():
    return aws("events", "list-rules", "--event-bus-name", "sls-observe")["Rules"][0]["Name"]


def deploy_makes_the_stack_moves_the_target_and_then_has_nothing_to_do():
    assert "Successfully created/updated stack - sls" in deploy("FlowControl=false", *KEYS)
    before = targets()
    assert ":api-destination/" in before[0], before
    assert "Successfully created/updated stack - sls" in deploy("FlowControl=true")
    after = targets()
    assert ":sqs:" in after[0], after
    assert "No changes to deploy. Stack sls is up to date" in deploy("FlowControl=true")
    assert aws("cloudformation", "describe-stacks", "--stack-name", "sls")["Stacks"][0]["StackStatus"] == "UPDATE_COMPLETE"


def queues_take_and_give_messages():
    url = aws("sqs", "create-queue", "--queue-name", unique("cli"))["QueueUrl"]
    aws("sqs", "send-message", "--queue-url", url, "--message-body", "hello")
    assert aws("sqs", "receive-message", "--queue-url", url, "--wait-time-seconds", "5")["Messages"][0]["Body"] == "hello"
    assert "NonExistentQueue" in aws("sqs", "get-queue-url", "--queue-name", unique("none"), fails=True)


def parameters_and_secrets_are_kept():
    name = f"/{unique('cli')}"
    aws("ssm", "put-parameter", "--name", name, "--value", "one", "--type", "String")
    assert aws("ssm", "get-parameter", "--name", name)["Parameter"]["Value"] == "one"
    assert "ParameterAlreadyExists" in aws("ssm", "put-parameter", "--name", name, "--value", "x", "--type", "String", fails=True)
    aws("secretsmanager", "create-secret", "--name", name, "--secret-string", "hush")
    assert aws("secretsmanager", "get-secret-value", "--secret-id", name)["SecretString"] == "hush"


def sts_says_who_calls():
    assert aws("sts", "get-caller-identity")["Account"] == "000000000000"


run(deploy_makes_the_stack_moves_the_target_and_then_has_nothing_to_do, queues_take_and_give_messages,
    parameters_and_secrets_are_kept, sts_says_who_calls)
