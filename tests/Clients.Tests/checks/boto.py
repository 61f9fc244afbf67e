"""LocalAws as Debian's boto3 sees it: EventBridge, SQS (JSON or Query, as its version has it) and the configuration services."""
import json

from check import endpoint, run, unique

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

settings = {"endpoint_url": endpoint, "config": Config(retries={"max_attempts": 0})}
events, sqs, ssm, vault, stacks, sts = (
    boto3.client(name, **settings) for name in ("events", "sqs", "ssm", "secretsmanager", "cloudformation", "sts"))

BUS_WITH_QUEUE = """
Parameters:
  Name: { Type: String }
Resources:
  Bus: { Type: AWS::Events::EventBus, Properties: { Name: !Ref Name } }
  Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Name } }
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: !Ref Bus
      EventPattern: { source: [shop] }
      Targets: [{ Id: queue, Arn: !GetAtt Queue.Arn }]
Outputs:
  Url: { Value: !Ref Queue }
"""


def refused(code, call, **arguments):
    try:
        answer = call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return error.response["Error"]["Message"]
    raise AssertionError(f"{code} was expected, and the answer is {answer}")


def sqs_sends_receives_and_deletes():
    url = sqs.create_queue(QueueName=unique("queue"), Attributes={"VisibilityTimeout": "7"})["QueueUrl"]
    sent = sqs.send_message(
        QueueUrl=url, MessageBody="\u00fc\n", MessageAttributes={"n": {"DataType": "Number", "StringValue": "1"}})
    [got] = sqs.receive_message(QueueUrl=url, AttributeNames=["All"], MessageAttributeNames=["All"], WaitTimeSeconds=5)["Messages"]
    assert (got["Body"], got["MessageId"]) == ("\u00fc\n", sent["MessageId"])
    assert got["MessageAttributes"]["n"]["StringValue"] == "1"
    sqs.delete_message(QueueUrl=url, ReceiptHandle=got["ReceiptHandle"])
    counts = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert (counts["VisibilityTimeout"], counts["ApproximateNumberOfMessages"]) == ("7", "0")


def sqs_batches_and_refuses():
    url = sqs.create_queue(QueueName=unique("queue"))["QueueUrl"]
    answer = sqs.send_message_batch(QueueUrl=url, Entries=[
        {"Id": "good", "MessageBody": "x"}, {"Id": "bad", "MessageBody": "x", "DelaySeconds": 901}])
    assert [one["Id"] for one in answer["Successful"]] == ["good"]
    assert [one["Id"] for one in answer["Failed"]] == ["bad"]
    refused("AWS.SimpleQueueService.NonExistentQueue", sqs.get_queue_url, QueueName=unique("none"))


def sqs_orders_by_group_and_knows_duplicates():
    url = sqs.create_queue(QueueName=unique("queue") + ".fifo", Attributes={"FifoQueue": "true", "ContentBasedDeduplication": "true"})["QueueUrl"]
    for body in ("1", "1", "2"):
        sqs.send_message(QueueUrl=url, MessageBody=body, MessageGroupId="g")
    got = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
    assert [one["Body"] for one in got] == ["1", "2"]


def parameters_have_versions_labels_and_paths():
    root = f"/{unique('boto')}"
    for value in ("one", "two"):
        ssm.put_parameter(Name=f"{root}/a", Value=value, Type="SecureString", Overwrite=True)
    ssm.label_parameter_version(Name=f"{root}/a", ParameterVersion=1, Labels=["live"])
    assert ssm.get_parameter(Name=f"{root}/a:live", WithDecryption=True)["Parameter"]["Value"] == "one"
    ssm.put_parameter(Name=f"{root}/b", Value="x", Type="String")
    pages = ssm.get_paginator("get_parameters_by_path").paginate(Path=root, PaginationConfig={"PageSize": 1})
    assert [one["Name"] for page in pages for one in page["Parameters"]] == [f"{root}/a", f"{root}/b"]
    refused("ParameterNotFound", ssm.get_parameter, Name=f"{root}/none")


def secrets_have_stages_and_come_back():
    name = unique("boto")
    vault.create_secret(Name=name, SecretBinary=b"\x00\xff")
    assert vault.get_secret_value(SecretId=name)["SecretBinary"] == b"\x00\xff"
    vault.put_secret_value(SecretId=name, SecretString="two")
    assert "SecretBinary" in vault.get_secret_value(SecretId=name, VersionStage="AWSPREVIOUS")
    vault.delete_secret(SecretId=name)
    refused("InvalidRequestException", vault.get_secret_value, SecretId=name)
    vault.restore_secret(SecretId=name)
    assert vault.get_secret_value(SecretId=name)["SecretString"] == "two"


def a_stack_routes_an_event_to_its_queue():
    name = unique("boto")
    stacks.create_stack(StackName=name, TemplateBody=BUS_WITH_QUEUE, Parameters=[{"ParameterKey": "Name", "ParameterValue": name}])
    stacks.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 20})
    [stack] = stacks.describe_stacks(StackName=name)["Stacks"]
    assert events.put_events(Entries=[
        {"EventBusName": name, "Source": "shop", "DetailType": "order", "Detail": '{"n": 1}'}])["FailedEntryCount"] == 0
    [got] = sqs.receive_message(QueueUrl=stack["Outputs"][0]["OutputValue"], WaitTimeSeconds=10)["Messages"]
    assert json.loads(got["Body"])["detail"] == {"n": 1}
    stacks.delete_stack(StackName=name)
    stacks.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 20})
    refused("ValidationError", stacks.describe_stacks, StackName=name)


def patterns_are_tested_and_refused():
    event = {"id": "1", "source": "shop", "detail-type": "x", "account": "1", "time": "2026-01-01T00:00:00Z", "region": "r", "resources": [], "detail": {}}
    assert events.test_event_pattern(EventPattern='{"source": [{"prefix": "sh"}]}', Event=json.dumps(event))["Result"]
    refused("InvalidEventPatternException", events.test_event_pattern, EventPattern='{"source": [{"prefixx": "sh"}]}', Event=json.dumps(event))


def sts_says_who_calls():
    assert sts.get_caller_identity()["Account"] == "000000000000"


run(sqs_sends_receives_and_deletes, sqs_batches_and_refuses, sqs_orders_by_group_and_knows_duplicates,
    parameters_have_versions_labels_and_paths, secrets_have_stages_and_come_back, a_stack_routes_an_event_to_its_queue,
    patterns_are_tested_and_refused, sts_says_who_calls)
