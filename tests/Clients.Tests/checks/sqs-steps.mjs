// What checks of SQS have in common.
import { createHash } from 'node:crypto';
import * as sqs from '@aws-sdk/client-sqs';
import { assert, options, unique } from './check.mjs';

const client = new sqs.SQSClient(options);
export const call = (name, input, extra) => client.send(new sqs[`${name}Command`](input), extra);
export const create = async (Attributes, QueueName = unique('queue')) => (await call('CreateQueue', { QueueName, Attributes })).QueueUrl;
export const fifo = (extra = {}) => create({ FifoQueue: 'true', ContentBasedDeduplication: 'true', VisibilityTimeout: '43200', ...extra }, `${unique('queue')}.fifo`);
export const send = (QueueUrl, MessageBody, extra = {}) => call('SendMessage', { QueueUrl, MessageBody, ...extra });
export const inGroup = (QueueUrl, MessageBody, MessageGroupId = 'g', extra = {}) => send(QueueUrl, MessageBody, { MessageGroupId, ...extra });
export const sendBatch = (QueueUrl, Entries) => call('SendMessageBatch', { QueueUrl, Entries });
export const receive = async (QueueUrl, extra = {}) => (await call('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10, ...extra })).Messages ?? [];
export const one = async (url, extra = {}) => (await receive(url, { MaxNumberOfMessages: 1, ...extra }))[0];
export const bodies = async (url, extra) => (await receive(url, extra)).map((message) => message.Body);
export const remove = (QueueUrl, { ReceiptHandle }) => call('DeleteMessage', { QueueUrl, ReceiptHandle });
export const hide = (QueueUrl, { ReceiptHandle }, VisibilityTimeout) => call('ChangeMessageVisibility', { QueueUrl, ReceiptHandle, VisibilityTimeout });
export const set = (QueueUrl, Attributes) => call('SetQueueAttributes', { QueueUrl, Attributes });
export const attributes = async (QueueUrl, ...names) => (await call('GetQueueAttributes', { QueueUrl, AttributeNames: names.length ? names : ['All'] })).Attributes;
export const arn = async (url) => (await attributes(url, 'QueueArn')).QueueArn;
export const counts = async (url) => {
  const all = await attributes(url);
  return ['', 'NotVisible', 'Delayed'].map((kind) => Number(all[`ApproximateNumberOfMessages${kind}`]));
};
export const md5 = (text) => createHash('md5').update(text).digest('hex');

/** A queue whose messages go to another one, and that one. */
export async function withDeadLetters(maxReceiveCount = 1, kind = create) {
  const dead = await kind();
  const redrive = JSON.stringify({ deadLetterTargetArn: await arn(dead), maxReceiveCount });
  return { dead, url: await kind({ VisibilityTimeout: '0', RedrivePolicy: redrive }), deadArn: await arn(dead) };
}

/** Sends a message through a queue into its dead letters. */
export async function bury({ url, dead }, body = 'poison', extra = {}) {
  await send(url, body, extra);
  await receive(url);
  await receive(url);
  assert.equal((await counts(dead))[0] > 0, true, 'it is among the dead letters');
}

/** MD5 of attributes as AWS documents it: name, type and value, each behind its length, the transport type a byte before the value. */
export function digest(all) {
  const parts = [];
  const add = (bytes) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    parts.push(length, bytes);
  };
  for (const name of Object.keys(all).sort()) {
    add(Buffer.from(name));
    add(Buffer.from(all[name].DataType));
    parts.push(Buffer.from([all[name].BinaryValue ? 2 : 1]));
    add(Buffer.from(all[name].BinaryValue ?? all[name].StringValue));
  }
  return createHash('md5').update(Buffer.concat(parts)).digest('hex');
}

export const text = (StringValue) => ({ DataType: 'String', StringValue });
export const wrongType = 'The request include parameter that is not valid for this queue type.';
export const idRule = (name) => `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`;

/** A move from dead letters that takes long enough to be looked at. */
export async function slowMove(messages = 100) {
  const pair = await withDeadLetters();
  for (let sent = 0; sent < messages; sent += 10) {
    await sendBatch(pair.dead, Array.from({ length: 10 }, (_, index) => ({ Id: `${index}`, MessageBody: `${sent + index}` })));
  }
  // They were sent here, and so come from nowhere: a move must be told where to.
  const { TaskHandle } = await call('StartMessageMoveTask', { SourceArn: pair.deadArn, DestinationArn: await arn(pair.url), MaxNumberOfMessagesPerSecond: 1 });
  return { ...pair, TaskHandle };
}

export const tasks = async (SourceArn, extra = {}) => (await call('ListMessageMoveTasks', { SourceArn, ...extra })).Results;

export async function raw(query, method = 'GET') {
  const answer = await fetch(`${options.endpoint}${query}`, {
    method, headers: { authorization: 'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0' },
  });
  return { status: answer.status, body: await answer.text() };
}
