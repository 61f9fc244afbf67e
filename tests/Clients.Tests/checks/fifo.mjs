// FIFO queues of SQS, behaviour by behaviour, and the words of the refusals, as the official JavaScript client sees them.
import { createHash } from 'node:crypto';
import { assert, eventually, refused, run, sleep } from './check.mjs';
import { attributes, bodies, call, counts, create, fifo, hide, idRule, inGroup, one, receive, remove, send, sendBatch, text, wrongType } from './sqs-steps.mjs';

await run({
  'batch: FIFO entries in order, those without a key refused': async () => {
    const url = await fifo({ ContentBasedDeduplication: 'false' });
    const entry = (Id, extra = {}) => ({ Id, MessageBody: Id, MessageGroupId: 'g', MessageDeduplicationId: Id, ...extra });
    const { Successful, Failed } = await sendBatch(url, [entry('a'), entry('b'), entry('c', { MessageDeduplicationId: undefined })]);
    assert.deepEqual(Successful.map(({ Id }) => Id), ['a', 'b']);
    assert.ok(BigInt(Successful[0].SequenceNumber) < BigInt(Successful[1].SequenceNumber));
    assert.deepEqual(
      [Failed[0].Id, Failed[0].Code, Failed[0].Message],
      ['c', 'InvalidParameterValue', 'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly']);
    assert.deepEqual(await bodies(url), ['a', 'b']);
  },
  'purge: of FIFO forgets what was sent': async () => {
    const url = await fifo();
    await inGroup(url, 'x');
    await call('PurgeQueue', { QueueUrl: url });
    await inGroup(url, 'x');
    assert.deepEqual(await bodies(url), ['x']);
  },
  'group: on a standard queue it is told, and orders nothing': async () => {
    const url = await create();
    await inGroup(url, '1');
    await inGroup(url, '2');
    const messages = await receive(url, { MessageSystemAttributeNames: ['All'] });
    assert.equal(messages.length, 2);
    assert.equal(messages[0].Attributes.MessageGroupId, 'g');
    await refused(inGroup(url, 'x', 'group 123'), 'InvalidParameterValue', `Value group 123 for parameter MessageGroupId is invalid. Reason: ${idRule('MessageGroupId')}`);
    await refused(
      send(url, 'x', { MessageDeduplicationId: 'd' }), 'InvalidParameterValue', `Value d for parameter MessageDeduplicationId is invalid. Reason: ${wrongType}`);
  },
  'fifo: what must be given': async () => {
    const url = await fifo({ ContentBasedDeduplication: 'false' });
    await refused(send(url, 'x'), 'MissingParameter', 'The request must contain the parameter MessageGroupId.');
    await refused(
      inGroup(url, 'x'), 'InvalidParameterValue', 'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly');
  },
  'fifo: keys checked': async () => {
    const url = await fifo();
    for (const value of ['group 123', 'a'.repeat(129), '']) {
      await refused(
        inGroup(url, 'x', value), 'InvalidParameterValue', `Value ${value} for parameter MessageGroupId is invalid. Reason: ${idRule('MessageGroupId')}`);
      await refused(
        inGroup(url, 'x', 'g', { MessageDeduplicationId: value }), 'InvalidParameterValue',
        `Value ${value} for parameter MessageDeduplicationId is invalid. Reason: ${idRule('MessageDeduplicationId')}`);
    }
    const allowed = 'aZ09!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
    assert.ok((await inGroup(url, 'x', allowed, { MessageDeduplicationId: allowed })).SequenceNumber);
  },
  'fifo: no delay of its own': async () => {
    const url = await fifo();
    await refused(
      inGroup(url, 'x', 'g', { DelaySeconds: 2 }), 'InvalidParameterValue', `Value 2 for parameter DelaySeconds is invalid. Reason: ${wrongType}`);
    assert.ok(await inGroup(url, 'x', 'g', { DelaySeconds: 0 }));
    const delayed = await fifo({ DelaySeconds: '900' });
    await inGroup(delayed, 'x');
    await inGroup(delayed, 'y', 'g', { DelaySeconds: 0 });
    assert.deepEqual(await counts(delayed), [0, 0, 2]);
  },
  'fifo: once, also after it was deleted': async () => {
    const url = await fifo();
    const first = await inGroup(url, 'x');
    await remove(url, await one(url));
    const second = await inGroup(url, 'x');
    assert.deepEqual([second.MessageId, second.SequenceNumber], [first.MessageId, first.SequenceNumber]);
    assert.equal(await one(url), undefined);
  },
  'fifo: once a queue, or once a group': async () => {
    const a = { MessageDeduplicationId: 'same' };
    const wide = await fifo();
    await inGroup(wide, '1', 'g1', a);
    await inGroup(wide, '2', 'g2', a);
    assert.deepEqual(await bodies(wide), ['1']);
    const narrow = await fifo({ DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' });
    await inGroup(narrow, '1', 'g1', a);
    await inGroup(narrow, '2', 'g2', a);
    await inGroup(narrow, '3', 'g2', a);
    assert.deepEqual((await bodies(narrow)).sort(), ['1', '2']);
  },
  'fifo: attributes are no content': async () => {
    const url = await fifo();
    const first = await inGroup(url, 'x', 'g', { MessageAttributes: { a: text('1') } });
    assert.equal((await inGroup(url, 'x', 'g', { MessageAttributes: { a: text('2') } })).MessageId, first.MessageId);
  },
  'fifo: system attributes': async () => {
    const url = await fifo();
    const { SequenceNumber } = await inGroup(url, 'x', 'group', { MessageDeduplicationId: 'key' });
    assert.match(SequenceNumber, /^\d{20}$/);
    const { Attributes } = await one(url, { MessageSystemAttributeNames: ['All'] });
    assert.deepEqual([Attributes.MessageGroupId, Attributes.MessageDeduplicationId, Attributes.SequenceNumber], ['group', 'key', SequenceNumber]);
    await inGroup(url, 'content', 'other');
    const other = await one(url, { MessageSystemAttributeNames: ['MessageDeduplicationId'] });
    assert.equal(other.Attributes.MessageDeduplicationId, createHash('sha256').update('content').digest('hex'));
  },
  'fifo: a group waits for those it has in flight': async () => {
    const url = await fifo();
    for (const body of ['1', '2', '3']) {
      await inGroup(url, body);
    }
    const held = await receive(url, { MaxNumberOfMessages: 2 });
    assert.deepEqual(held.map(({ Body }) => Body), ['1', '2']);
    assert.equal(await one(url), undefined);
    await remove(url, held[0]);
    assert.equal(await one(url), undefined);
    await remove(url, held[1]);
    assert.equal((await one(url)).Body, '3');
  },
  'fifo: back in its place': async () => {
    const url = await fifo();
    for (const body of ['1', '2']) {
      await inGroup(url, body);
    }
    const first = await one(url);
    await hide(url, first, 0);
    assert.deepEqual(await bodies(url), ['1', '2']);
  },
  'fifo: a group whose messages were hidden for longer': async () => {
    const url = await fifo({ VisibilityTimeout: '30' });
    await inGroup(url, '1');
    await inGroup(url, '2');
    await hide(url, await one(url), 43_000);
    await sleep(3300);
    assert.equal(await one(url), undefined);
  },
  'fifo: a handle whose time is over': async () => {
    const url = await fifo({ VisibilityTimeout: '1' });
    await inGroup(url, 'x');
    const first = await one(url);
    await eventually(async () => (await counts(url))[0] === 1, 'the end of the invisibility');
    await refused(
      remove(url, first), 'InvalidParameterValue', `Value ${first.ReceiptHandle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.`);
  },
  'fifo: a receive tried again has the same messages': async () => {
    const url = await fifo();
    await inGroup(url, 'x');
    const first = await one(url, { ReceiveRequestAttemptId: 'attempt' });
    const again = await one(url, { ReceiveRequestAttemptId: 'attempt' });
    assert.equal(again.MessageId, first.MessageId);
    assert.equal(await one(url), undefined);
  },
});
