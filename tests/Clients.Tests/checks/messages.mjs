// Messages of SQS, behaviour by behaviour, and the words of the refusals, as the official JavaScript client sees them.
import { assert, eventually, refused, run, sleep } from './check.mjs';
import { attributes, bodies, call, counts, create, digest, hide, md5, one, receive, remove, send, sendBatch, set, text } from './sqs-steps.mjs';

await run({
  'body: digest, line ends and markup kept': async () => {
    const url = await create();
    for (const body of ['a\rb\r\nc\n\t', '<a href="x">&amp;\'</a>', '{"json": "\\u00e4"}', '\u{1F600} \uD7FF\uE000\uFFFD', ' ']) {
      const sent = await send(url, body);
      assert.equal(sent.MD5OfMessageBody, md5(body));
      const message = await one(url);
      assert.equal(message.Body, body);
      assert.equal(message.MD5OfBody, md5(body));
      await remove(url, message);
    }
  },
  'body: characters that XML does not have': async () => {
    const url = await create();
    for (const character of ['\u0000', '\u0008', '\u000b', '\ufffe', '\uffff']) {
      await refused(send(url, `a${character}b`), 'InvalidMessageContents');
    }
  },
  'body: must be there': async () => refused(send(await create(), ''), 'MissingParameter', 'The request must contain the parameter MessageBody.'),
  'body: up to the limit': async () => {
    const url = await create();
    assert.ok((await send(url, 'x'.repeat(1_048_576))).MessageId);
    await refused(send(url, 'x'.repeat(1_048_577)), 'InvalidParameterValue', 'One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.');
    await set(url, { MaximumMessageSize: '1024' });
    await refused(send(url, 'ä'.repeat(513)), 'InvalidParameterValue', 'One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.');
    await refused(send(url, 'x'.repeat(1020), { MessageAttributes: { name: text('value') } }), 'InvalidParameterValue', /Message must be shorter than 1024 bytes\.$/);
  },
  'message attributes: digest as documented': async () => {
    const url = await create();
    const MessageAttributes = {
      zeta: text('z'), alpha: { DataType: 'Number.int', StringValue: '12' }, beta: { DataType: 'Binary.png', BinaryValue: Uint8Array.of(0, 1, 254) },
      'with.dots_and-1': { DataType: 'String.custom', StringValue: 'ä' },
    };
    assert.equal((await send(url, 'x', { MessageAttributes })).MD5OfMessageAttributes, digest(MessageAttributes));
    const message = await one(url, { MessageAttributeNames: ['All'] });
    assert.equal(message.MD5OfMessageAttributes, digest(MessageAttributes));
    assert.deepEqual(Object.keys(message.MessageAttributes).sort(), Object.keys(MessageAttributes).sort());
    assert.equal(message.MessageAttributes.alpha.DataType, 'Number.int');
  },
  'message attributes: names and prefixes choose': async () => {
    const url = await create({ VisibilityTimeout: '0' });
    const all = { 'foo.a': text('1'), 'foo.b': text('2'), bar: text('3') };
    await send(url, 'x', { MessageAttributes: all });
    for (const [wanted, expected] of [
      [['All'], ['bar', 'foo.a', 'foo.b']], [['.*'], ['bar', 'foo.a', 'foo.b']], [['foo.*'], ['foo.a', 'foo.b']], [['bar', 'none'], ['bar']],
      [['foo.a'], ['foo.a']], [['none'], []], [[], []],
    ]) {
      const message = await one(url, { MessageAttributeNames: wanted });
      assert.deepEqual(Object.keys(message.MessageAttributes ?? {}).sort(), expected, `${wanted}`);
      assert.equal(
        message.MD5OfMessageAttributes, expected.length ? digest(Object.fromEntries(expected.map((name) => [name, all[name]]))) : undefined, `${wanted}`);
    }
  },
  'message attributes: refused': async () => {
    const url = await create();
    const withOne = (attribute, name = 'ErrorDetails') => send(url, 'x', { MessageAttributes: { [name]: attribute } });
    await refused(withOne(text('')), 'InvalidParameterValue', "Message (user) attribute 'ErrorDetails' must contain a non-empty value of type 'String'.");
    for (const [attribute, name] of [
      [{ DataType: 'Strange', StringValue: 'x' }], [{ DataType: 'Number', StringValue: 'ten' }], [{ DataType: 'Binary', StringValue: 'x' }],
      [text('a\u0001b')], [text('x'), 'AWS.name'], [text('x'), 'amazon.name'], [text('x'), '.dot'], [text('x'), 'dots..two'], [text('x'), 'with space'],
      [text('x'), 'x'.repeat(257)], [{ DataType: '', StringValue: 'x' }],
    ]) {
      await refused(withOne(attribute, name), 'InvalidParameterValue');
    }
    await refused(
      send(url, 'x', { MessageAttributes: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`a${index}`, text('x')])) }), 'InvalidParameterValue');
  },
  'system attributes: digest, and none of the others': async () => {
    const url = await create();
    const AWSTraceHeader = text('Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1');
    const MessageAttributes = { a: text('1') };
    const sent = await send(url, 'x', { MessageAttributes, MessageSystemAttributes: { AWSTraceHeader } });
    assert.equal(sent.MD5OfMessageAttributes, digest(MessageAttributes));
    assert.equal(sent.MD5OfMessageSystemAttributes, digest({ AWSTraceHeader }));
    await refused(send(url, 'x', { MessageSystemAttributes: { Other: text('x') } }), 'InvalidParameterValue');
  },
  'system attributes: asked for by name': async () => {
    const url = await create({ VisibilityTimeout: '0' });
    await send(url, 'x');
    const first = await one(url, { AttributeNames: ['All'] });
    assert.deepEqual(Object.keys(first.Attributes).sort(), ['ApproximateFirstReceiveTimestamp', 'ApproximateReceiveCount', 'SenderId', 'SentTimestamp']);
    assert.match(first.Attributes.SentTimestamp, /^\d{13}$/);
    const second = await one(url, { MessageSystemAttributeNames: ['ApproximateReceiveCount', 'ApproximateFirstReceiveTimestamp'] });
    assert.deepEqual(Object.keys(second.Attributes).sort(), ['ApproximateFirstReceiveTimestamp', 'ApproximateReceiveCount']);
    assert.equal(second.Attributes.ApproximateReceiveCount, '2');
    assert.equal(second.Attributes.ApproximateFirstReceiveTimestamp, first.Attributes.ApproximateFirstReceiveTimestamp);
    assert.equal((await one(url)).Attributes, undefined);
  },
  'receive: count and wait checked': async () => {
    const url = await create();
    for (const value of [0, 11, -1]) {
      await refused(
        receive(url, { MaxNumberOfMessages: value }), 'InvalidParameterValue',
        `Value ${value} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.`);
    }
    for (const value of [-1, 21]) {
      await refused(
        receive(url, { WaitTimeSeconds: value }), 'InvalidParameterValue',
        `Value ${value} for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.`);
    }
    await refused(receive(url, { VisibilityTimeout: 43_201 }), 'InvalidParameterValue');
  },
  'receive: nothing there': async () => assert.equal((await call('ReceiveMessage', { QueueUrl: await create() })).Messages, undefined),
  'receive: one unless more are asked for': async () => {
    const url = await create();
    await sendBatch(url, [{ Id: 'a', MessageBody: '1' }, { Id: 'b', MessageBody: '2' }]);
    assert.equal((await call('ReceiveMessage', { QueueUrl: url })).Messages.length, 1);
  },
  'receive: its own time of invisibility': async () => {
    const url = await create({ VisibilityTimeout: '0' });
    await send(url, 'x');
    assert.ok(await one(url, { VisibilityTimeout: 43_200 }));
    assert.equal(await one(url), undefined);
    assert.deepEqual(await counts(url), [0, 1, 0]);
  },
  'receive: again after its time, with another handle': async () => {
    const url = await create({ VisibilityTimeout: '30' });
    await send(url, 'x');
    const first = await one(url);
    assert.equal(await one(url), undefined);
    const second = await eventually(() => one(url, { WaitTimeSeconds: 20, MessageSystemAttributeNames: ['All'] }), 'the end of the invisibility');
    assert.equal(second.MessageId, first.MessageId);
    assert.notEqual(second.ReceiptHandle, first.ReceiptHandle);
    assert.equal(second.Attributes.ApproximateReceiveCount, '2');
    await remove(url, first);
  },
  'visibility: ended, and changed after its time': async () => {
    const url = await create({ VisibilityTimeout: '43200' });
    await send(url, 'x');
    const first = await one(url);
    await hide(url, first, 0);
    const second = await one(url);
    assert.equal(second.MessageId, first.MessageId);
    await hide(url, second, 1);
    await eventually(async () => (await counts(url))[0] === 1, 'the end of the invisibility');
    await hide(url, second, 1000);
  },
  'visibility: more than twelve hours': async () => {
    const url = await create();
    await send(url, 'x');
    await refused(hide(url, await one(url), 43_201), 'InvalidParameterValue');
  },
  'visibility: of a message that is gone': async () => {
    const url = await create();
    await send(url, 'x');
    const message = await one(url);
    await remove(url, message);
    await refused(
      hide(url, message, 10), 'InvalidParameterValue',
      `Value ${message.ReceiptHandle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`);
  },
  'delete: twice, and after its time': async () => {
    const url = await create({ VisibilityTimeout: '0' });
    await send(url, 'x');
    const message = await one(url);
    await remove(url, message);
    await remove(url, message);
    assert.deepEqual(await counts(url), [0, 0, 0]);
  },
  'delete: what is no handle': async () => {
    const url = await create();
    await refused(remove(url, { ReceiptHandle: 'garbage' }), 'ReceiptHandleIsInvalid', 'The input receipt handle "garbage" is not a valid receipt handle.');
    await refused(hide(url, { ReceiptHandle: 'garbage' }, 1), 'ReceiptHandleIsInvalid');
    await send(url, 'x');
    await refused(remove(await create(), await one(url)), 'ReceiptHandleIsInvalid');
  },
  'delay: of the queue, of the message': async () => {
    const url = await create({ DelaySeconds: '900', VisibilityTimeout: '43200' });
    await send(url, 'queue');
    await send(url, 'message', { DelaySeconds: 0 });
    assert.deepEqual(await bodies(url), ['message']);
    assert.deepEqual(await counts(url), [0, 1, 1]);
    await refused(send(url, 'x', { DelaySeconds: 901 }), 'InvalidParameterValue');
  },
  'delay: and a wait that is longer': async () => {
    const url = await create();
    await send(url, 'later', { DelaySeconds: 5 });
    assert.deepEqual(await bodies(url, { WaitTimeSeconds: 20 }), ['later']);
  },
  'retention: forgotten after it': async () => {
    const url = await create({ MessageRetentionPeriod: '60' });
    await send(url, 'old');
    assert.deepEqual(await counts(url), [1, 0, 0]);
    await eventually(async () => (await counts(url))[0] === 0, 'the end of the retention');
    assert.deepEqual(await bodies(url), []);
  },
  'long poll: comes back empty': async () => {
    const url = await create({ ReceiveMessageWaitTimeSeconds: '5' });
    const start = Date.now();
    assert.deepEqual(await bodies(url), []);
    assert.ok(Date.now() - start >= 400, `${Date.now() - start} ms for 5 s at ten times the speed`);
  },
  'long poll: does not wait for more than one': async () => {
    const url = await create();
    await send(url, 'x');
    const start = Date.now();
    assert.deepEqual(await bodies(url, { WaitTimeSeconds: 20 }), ['x']);
    assert.ok(Date.now() - start < 1900);
  },
  'long poll: one message each': async () => {
    const url = await create();
    const polls = [1, 2, 3].map(() => one(url, { WaitTimeSeconds: 20 }));
    for (const body of ['1', '2', '3']) {
      await send(url, body);
    }
    assert.deepEqual((await Promise.all(polls)).map((message) => message.Body).sort(), ['1', '2', '3']);
  },
  'long poll: who has left receives nothing': async () => {
    const url = await create();
    const leaving = new AbortController();
    const poll = call('ReceiveMessage', { QueueUrl: url, WaitTimeSeconds: 20 }, { abortSignal: leaving.signal });
    await sleep(100);
    leaving.abort();
    await refused(poll, 'AbortError');
    await sleep(100);
    await send(url, 'x');
    const message = await one(url, { MessageSystemAttributeNames: ['All'] });
    assert.equal(message.Attributes.ApproximateReceiveCount, '1');
  },
  'batch: what is wrong with the whole': async () => {
    const url = await create();
    const entry = (Id, MessageBody = 'x') => ({ Id, MessageBody });
    await refused(sendBatch(url, []), 'EmptyBatchRequest', 'There should be at least one SendMessageBatchRequestEntry in the request.');
    await refused(
      sendBatch(url, Array.from({ length: 20 }, (_, index) => entry(`${index}`))), 'TooManyEntriesInBatchRequest',
      'Maximum number of entries per request are 10. You have sent 20.');
    await refused(sendBatch(url, [entry('a'), entry('a')]), 'BatchEntryIdsNotDistinct');
    for (const id of ['', 'with space', 'dot.', 'x'.repeat(81)]) {
      await refused(
        sendBatch(url, [entry(id)]), 'InvalidBatchEntryId',
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.');
    }
    await refused(
      sendBatch(url, [entry('a', 'x'.repeat(524_288)), entry('b', 'x'.repeat(524_289))]), 'BatchRequestTooLong',
      'Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes.');
    assert.deepEqual(await counts(url), [0, 0, 0]);
  },
  'batch: what is wrong with one entry': async () => {
    const url = await create({ MaximumMessageSize: '1024' });
    const { Successful, Failed } = await sendBatch(url, [
      { Id: 'good', MessageBody: 'x', MessageAttributes: { a: text('1') } }, { Id: 'long', MessageBody: 'x'.repeat(1025) },
      { Id: 'characters', MessageBody: '\u0001' }, { Id: 'delay', MessageBody: 'x', DelaySeconds: 901 },
      { Id: 'attribute', MessageBody: 'x', MessageAttributes: { a: text('') } },
    ]);
    assert.deepEqual(Successful.map(({ Id, MD5OfMessageBody, MD5OfMessageAttributes }) => [Id, MD5OfMessageBody, MD5OfMessageAttributes]),
      [['good', md5('x'), digest({ a: text('1') })]]);
    assert.deepEqual(Failed.map(({ Id, Code, SenderFault }) => [Id, Code, SenderFault]), [
      ['long', 'InvalidParameterValue', true], ['characters', 'InvalidMessageContents', true], ['delay', 'InvalidParameterValue', true],
      ['attribute', 'InvalidParameterValue', true],
    ]);
    assert.equal(Failed[0].Message, 'One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.');
  },
  'batch: deletes and changes': async () => {
    const url = await create();
    await refused(call('DeleteMessageBatch', { QueueUrl: url, Entries: [] }), 'EmptyBatchRequest', 'There should be at least one DeleteMessageBatchRequestEntry in the request.');
    await refused(
      call('ChangeMessageVisibilityBatch', { QueueUrl: url, Entries: [] }), 'EmptyBatchRequest',
      'There should be at least one ChangeMessageVisibilityBatchRequestEntry in the request.');
    const many = Array.from({ length: 11 }, (_, index) => ({ Id: `${index}`, ReceiptHandle: 'x', VisibilityTimeout: 1 }));
    for (const name of ['DeleteMessageBatch', 'ChangeMessageVisibilityBatch']) {
      await refused(call(name, { QueueUrl: url, Entries: many }), 'TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10. You have sent 11.');
      const { Failed } = await call(name, { QueueUrl: url, Entries: [{ Id: 'a', ReceiptHandle: 'garbage', VisibilityTimeout: 1 }] });
      assert.deepEqual(Failed.map(({ Id, Code, SenderFault }) => [Id, Code, SenderFault]), [['a', 'ReceiptHandleIsInvalid', true]]);
    }
  },
  'purge: those in flight and delayed too': async () => {
    const url = await create();
    await send(url, 'flight');
    await receive(url);
    await send(url, 'delayed', { DelaySeconds: 900 });
    await send(url, 'ready');
    await call('PurgeQueue', { QueueUrl: url });
    assert.deepEqual(await counts(url), [0, 0, 0]);
    const name = url.split('/').at(-1);
    await refused(call('PurgeQueue', { QueueUrl: url }), 'PurgeQueueInProgress', `Only one PurgeQueue operation on ${name} is allowed every 60 seconds.`);
  },
});
