// SQS as the official JavaScript client sees it.
import { createHash } from 'node:crypto';
import * as sqs from '@aws-sdk/client-sqs';
import { assert, eventually, options, refused, run, unique } from './check.mjs';

const client = new sqs.SQSClient(options);
const call = (name, input) => client.send(new sqs[`${name}Command`](input));
const create = async (Attributes, QueueName = unique('queue')) => (await call('CreateQueue', { QueueName, Attributes })).QueueUrl;
const fifo = (extra = {}) => create({ FifoQueue: 'true', ContentBasedDeduplication: 'true', ...extra }, `${unique('queue')}.fifo`);
const send = (QueueUrl, MessageBody, extra = {}) => call('SendMessage', { QueueUrl, MessageBody, ...extra });
const receive = async (QueueUrl, extra = {}) => (await call('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10, ...extra })).Messages ?? [];
const attributes = async (QueueUrl, ...names) => (await call('GetQueueAttributes', { QueueUrl, AttributeNames: names.length ? names : ['All'] })).Attributes;
const arn = async (url) => (await attributes(url, 'QueueArn')).QueueArn;

await run({
  'queue: create again, url, list, delete': async () => {
    const name = unique('queue');
    const url = await create({ DelaySeconds: '1' }, name);
    assert.equal(await create({ DelaySeconds: '1' }, name), url);
    await refused(create({ DelaySeconds: '2' }, name), 'QueueNameExists', 'A queue already exists with the same name and a different value for attribute DelaySeconds');
    assert.equal((await call('GetQueueUrl', { QueueName: name })).QueueUrl, url);
    assert.deepEqual((await call('ListQueues', { QueueNamePrefix: name })).QueueUrls, [url]);
    await call('DeleteQueue', { QueueUrl: url });
    await refused(call('GetQueueUrl', { QueueName: name }), 'QueueDoesNotExist', 'The specified queue does not exist.');
  },
  'queue: attributes and their ranges': async () => {
    const url = await create({ VisibilityTimeout: '7' });
    await call('SetQueueAttributes', { QueueUrl: url, Attributes: { MessageRetentionPeriod: '600' } });
    const all = await attributes(url);
    assert.equal(all.VisibilityTimeout, '7');
    assert.equal(all.MessageRetentionPeriod, '600');
    assert.equal(all.ApproximateNumberOfMessages, '0');
    await refused(call('SetQueueAttributes', { QueueUrl: url, Attributes: { VisibilityTimeout: '43201' } }), 'InvalidAttributeValue');
    await refused(call('SetQueueAttributes', { QueueUrl: url, Attributes: { Nonsense: '1' } }), 'InvalidAttributeName');
  },
  'queue: pages': async () => {
    const stem = unique('paged');
    for (const end of ['a', 'b', 'c']) {
      await create({}, `${stem}-${end}`);
    }
    const first = await call('ListQueues', { QueueNamePrefix: stem, MaxResults: 2 });
    const second = await call('ListQueues', { QueueNamePrefix: stem, MaxResults: 2, NextToken: first.NextToken });
    assert.deepEqual([first.QueueUrls.length, second.QueueUrls.length, second.NextToken], [2, 1, undefined]);
  },
  'queue: tags': async () => {
    const url = await create();
    await call('TagQueue', { QueueUrl: url, Tags: { a: '1', b: '2' } });
    await call('UntagQueue', { QueueUrl: url, TagKeys: ['a', 'none'] });
    assert.deepEqual((await call('ListQueueTags', { QueueUrl: url })).Tags, { b: '2' });
  },
  'queue: unknown': () => refused(send(`${options.endpoint}/000000000000/none`, 'x'), 'QueueDoesNotExist', 'The specified queue does not exist.'),
  'message: sent, received, deleted': async () => {
    const url = await create();
    const sent = await send(url, 'hello\r\nÄ');
    assert.equal(sent.MD5OfMessageBody, createHash('md5').update('hello\r\nÄ').digest('hex'));
    const [message] = await receive(url, { MessageSystemAttributeNames: ['All'] });
    assert.equal(message.Body, 'hello\r\nÄ');
    assert.equal(message.MessageId, sent.MessageId);
    assert.equal(message.Attributes.ApproximateReceiveCount, '1');
    assert.equal((await attributes(url)).ApproximateNumberOfMessagesNotVisible, '1');
    await call('DeleteMessage', { QueueUrl: url, ReceiptHandle: message.ReceiptHandle });
    assert.equal((await attributes(url)).ApproximateNumberOfMessagesNotVisible, '0');
  },
  'message: attributes and their digest': async () => {
    const url = await create();
    const MessageAttributes = {
      text: { DataType: 'String', StringValue: 'a' }, number: { DataType: 'Number', StringValue: '1.5' }, bytes: { DataType: 'Binary', BinaryValue: Uint8Array.of(1, 2, 255) },
    };
    const sent = await send(url, 'x', { MessageAttributes });
    const [message] = await receive(url, { MessageAttributeNames: ['All'] });
    assert.equal(message.MD5OfMessageAttributes, sent.MD5OfMessageAttributes);
    assert.deepEqual([...message.MessageAttributes.bytes.BinaryValue], [1, 2, 255]);
    assert.equal(message.MessageAttributes.number.StringValue, '1.5');
    await refused(send(url, 'x', { MessageAttributes: { empty: { DataType: 'String', StringValue: '' } } }), 'InvalidParameterValue');
  },
  'message: trace header': async () => {
    const url = await create();
    const StringValue = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
    await send(url, 'x', { MessageSystemAttributes: { AWSTraceHeader: { DataType: 'String', StringValue } } });
    assert.equal((await receive(url, { MessageSystemAttributeNames: ['AWSTraceHeader'] }))[0].Attributes.AWSTraceHeader, StringValue);
  },
  'message: refused': async () => {
    const url = await create({ MaximumMessageSize: '1024' });
    await refused(send(url, 'x'.repeat(1025)), 'InvalidParameterValue', 'One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.');
    await refused(send(url, '\u0001'), 'InvalidMessageContents');
    await refused(send(url, ''), 'MissingParameter', 'The request must contain the parameter MessageBody.');
    await refused(receive(url, { MaxNumberOfMessages: 11 }), 'InvalidParameterValue', 'Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.');
    await refused(receive(url, { WaitTimeSeconds: 21 }), 'InvalidParameterValue', 'Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.');
    await refused(call('DeleteMessage', { QueueUrl: url, ReceiptHandle: 'nonsense' }), 'ReceiptHandleIsInvalid');
  },
  'message: delayed': async () => {
    const url = await create();
    await send(url, 'later', { DelaySeconds: 20 });
    assert.equal((await attributes(url)).ApproximateNumberOfMessagesDelayed, '1');
    assert.deepEqual(await receive(url), []);
    assert.equal((await eventually(async () => (await receive(url))[0], 'the message')).Body, 'later');
  },
  'message: long poll ends with the message': async () => {
    const url = await create();
    const poll = receive(url, { WaitTimeSeconds: 20 });
    await send(url, 'now');
    assert.equal((await poll)[0].Body, 'now');
  },
  'message: visibility': async () => {
    const url = await create({ VisibilityTimeout: '43200' });
    await send(url, 'x');
    const [{ ReceiptHandle }] = await receive(url);
    assert.deepEqual(await receive(url), []);
    await call('ChangeMessageVisibility', { QueueUrl: url, ReceiptHandle, VisibilityTimeout: 0 });
    assert.equal((await receive(url, { MessageSystemAttributeNames: ['ApproximateReceiveCount'] }))[0].Attributes.ApproximateReceiveCount, '2');
  },
  'batch: sent, changed, deleted, each on its own': async () => {
    const url = await create();
    const sent = await call('SendMessageBatch', { QueueUrl: url, Entries: [{ Id: 'a', MessageBody: '1' }, { Id: 'b', MessageBody: '\u0002' }] });
    assert.deepEqual([sent.Successful.map((entry) => entry.Id), sent.Failed.map((entry) => entry.Id)], [['a'], ['b']]);
    const [{ ReceiptHandle }] = await receive(url);
    const changed = await call('ChangeMessageVisibilityBatch', { QueueUrl: url, Entries: [{ Id: 'x', ReceiptHandle, VisibilityTimeout: 100 }] });
    assert.equal(changed.Successful.length, 1);
    const deleted = await call('DeleteMessageBatch', { QueueUrl: url, Entries: [{ Id: 'x', ReceiptHandle }, { Id: 'y', ReceiptHandle: 'nonsense' }] });
    assert.deepEqual([deleted.Successful.length, deleted.Failed.length], [1, 1]);
  },
  'batch: refused': async () => {
    const url = await create();
    const entries = (count, id = (index) => `${index}`) => Array.from({ length: count }, (_, index) => ({ Id: id(index), MessageBody: 'x' }));
    await refused(call('SendMessageBatch', { QueueUrl: url, Entries: [] }), 'EmptyBatchRequest');
    await refused(call('SendMessageBatch', { QueueUrl: url, Entries: entries(11) }), 'TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10. You have sent 11.');
    await refused(call('SendMessageBatch', { QueueUrl: url, Entries: entries(2, () => 'same') }), 'BatchEntryIdsNotDistinct');
    await refused(call('SendMessageBatch', { QueueUrl: url, Entries: entries(1, () => 'not allowed') }), 'InvalidBatchEntryId');
  },
  'dead letters: after the last receive': async () => {
    const dead = await create();
    const url = await create({ VisibilityTimeout: '0', RedrivePolicy: JSON.stringify({ deadLetterTargetArn: await arn(dead), maxReceiveCount: 2 }) });
    await send(url, 'poison');
    await receive(url);
    await receive(url);
    assert.deepEqual(await receive(url), []);
    assert.equal((await receive(dead))[0].Body, 'poison');
    assert.deepEqual((await call('ListDeadLetterSourceQueues', { QueueUrl: dead })).queueUrls, [url]);
  },
  'dead letters: moved back': async () => {
    const dead = await create();
    const url = await create({ VisibilityTimeout: '0', RedrivePolicy: JSON.stringify({ deadLetterTargetArn: await arn(dead), maxReceiveCount: 1 }) });
    await send(url, 'again');
    await receive(url);
    await receive(url);
    await call('StartMessageMoveTask', { SourceArn: await arn(dead) });
    assert.equal((await eventually(async () => (await receive(url))[0], 'the move')).Body, 'again');
    assert.ok((await call('ListMessageMoveTasks', { SourceArn: await arn(dead) })).Results.length >= 1);
  },
  'purge: all gone, and not twice': async () => {
    const url = await create();
    await send(url, 'x');
    await call('PurgeQueue', { QueueUrl: url });
    assert.deepEqual(await receive(url), []);
    await refused(call('PurgeQueue', { QueueUrl: url }), 'PurgeQueueInProgress', /^Only one PurgeQueue operation on .* is allowed every 60 seconds\.$/);
  },
  'fifo: order within a group, groups apart': async () => {
    const url = await fifo();
    for (const [body, group] of [['a1', 'a'], ['b1', 'b'], ['a2', 'a']]) {
      assert.ok((await send(url, body, { MessageGroupId: group })).SequenceNumber);
    }
    const [first] = await receive(url, { MaxNumberOfMessages: 1 });
    assert.equal(first.Body, 'a1');
    assert.deepEqual((await receive(url)).map((message) => message.Body), ['b1']);
    await call('DeleteMessage', { QueueUrl: url, ReceiptHandle: first.ReceiptHandle });
    assert.deepEqual((await receive(url)).map((message) => message.Body), ['a2']);
  },
  'fifo: once only': async () => {
    const url = await fifo();
    const first = await send(url, 'same', { MessageGroupId: 'g' });
    const second = await send(url, 'same', { MessageGroupId: 'g' });
    assert.equal(second.MessageId, first.MessageId);
    await send(url, 'other', { MessageGroupId: 'g', MessageDeduplicationId: 'd' });
    await send(url, 'ignored', { MessageGroupId: 'g', MessageDeduplicationId: 'd' });
    assert.deepEqual((await receive(url)).map((message) => message.Body), ['same', 'other']);
  },
  'fifo: refused': async () => {
    const url = await fifo({ ContentBasedDeduplication: 'false' });
    await refused(send(url, 'x'), 'MissingParameter', 'The request must contain the parameter MessageGroupId.');
    await refused(send(url, 'x', { MessageGroupId: 'g' }), 'InvalidParameterValue', 'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly');
    await refused(create({ FifoQueue: 'true' }), 'InvalidParameterValue');
  },
  'permissions': async () => {
    const url = await create();
    await call('AddPermission', { QueueUrl: url, Label: 'l', AWSAccountIds: ['111122223333'], Actions: ['SendMessage'] });
    assert.equal(JSON.parse((await attributes(url, 'Policy')).Policy).Statement.length, 1);
    await call('RemovePermission', { QueueUrl: url, Label: 'l' });
  },
});
