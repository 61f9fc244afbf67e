// Queues of SQS, their attributes, behaviour by behaviour, and the words of the refusals, as the official JavaScript client sees them.
import { assert, options, refused, run, unique } from './check.mjs';
import { arn, attributes, call, create, fifo, md5, one, raw, set, withDeadLetters } from './sqs-steps.mjs';

await run({
  'create: the same twice, with attributes and without': async () => {
    const name = unique('queue');
    const url = await create({ VisibilityTimeout: '60' }, name);
    assert.equal(await create({ VisibilityTimeout: '60' }, name), url);
    assert.equal(await create(undefined, name), url);
    await set(url, { DelaySeconds: '1' });
    assert.equal(await create(undefined, name), url);
    await refused(create({ DelaySeconds: '0' }, name), 'QueueNameExists', /DelaySeconds$/);
  },
  'create: the defaults named are no difference': async () => {
    const name = unique('queue');
    const url = await create(undefined, name);
    assert.equal(await create({ DelaySeconds: '0', VisibilityTimeout: '30', MessageRetentionPeriod: '345600' }, name), url);
  },
  'create: FIFO twice, and with another attribute': async () => {
    const name = `${unique('queue')}.fifo`;
    const url = await create({ FifoQueue: 'true' }, name);
    assert.equal(await create({ FifoQueue: 'true' }, name), url);
    await refused(
      create({ FifoQueue: 'true', ContentBasedDeduplication: 'true' }, name), 'QueueNameExists',
      'A queue already exists with the same name and a different value for attribute ContentBasedDeduplication');
  },
  'create: FifoQueue for a standard queue': () => refused(create({ FifoQueue: 'false' }), 'InvalidAttributeName', 'Unknown Attribute FifoQueue.'),
  'create: FIFO attributes for a standard queue': async () => {
    await refused(create({ ContentBasedDeduplication: 'true' }), 'InvalidAttributeName', 'Unknown Attribute ContentBasedDeduplication.');
    await refused(create({ DeduplicationScope: 'queue' }), 'InvalidAttributeName', 'You can specify the DeduplicationScope only when FifoQueue is set to true.');
    await refused(create({ FifoThroughputLimit: 'perQueue' }), 'InvalidAttributeName', 'You can specify the FifoThroughputLimit only when FifoQueue is set to true.');
  },
  'create: a FIFO queue needs its suffix': () => refused(
    create({ FifoQueue: 'true' }), 'InvalidParameterValue',
    'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.'),
  'create: a standard queue has none': () => refused(
    create({}, `${unique('queue')}.fifo`), 'InvalidParameterValue', 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length'),
  'create: names': async () => {
    for (const name of ['with/slash', 'with space', 'x'.repeat(81), 'dot.dot']) {
      await refused(create({}, name), 'InvalidParameterValue', 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length');
    }
    assert.ok(await create({}, `${unique('x')}_-${'y'.repeat(60)}`));
  },
  'create: an unknown attribute': () => refused(create({ Nonsense: '1' }), 'InvalidAttributeName', 'Unknown Attribute Nonsense.'),
  'create: with tags': async () => {
    const { QueueUrl } = await call('CreateQueue', { QueueName: unique('queue'), tags: { a: '1', A: '2' } });
    assert.deepEqual((await call('ListQueueTags', { QueueUrl })).Tags, { a: '1', A: '2' });
  },
  'attributes: defaults': async () => {
    const all = await attributes(await create());
    const { DelaySeconds, MaximumMessageSize, MessageRetentionPeriod, ReceiveMessageWaitTimeSeconds, VisibilityTimeout, SqsManagedSseEnabled } = all;
    assert.deepEqual(
      { DelaySeconds, MaximumMessageSize, MessageRetentionPeriod, ReceiveMessageWaitTimeSeconds, VisibilityTimeout, SqsManagedSseEnabled },
      {
        DelaySeconds: '0', MaximumMessageSize: '1048576', MessageRetentionPeriod: '345600', ReceiveMessageWaitTimeSeconds: '0',
        VisibilityTimeout: '30', SqsManagedSseEnabled: 'true',
      });
    assert.match(all.CreatedTimestamp, /^\d{10}$/);
    assert.match(all.LastModifiedTimestamp, /^\d{10}$/);
    assert.equal('FifoQueue' in all, false);
  },
  'attributes: defaults of FIFO': async () => {
    const all = await attributes(await create({ FifoQueue: 'true' }, `${unique('queue')}.fifo`));
    assert.deepEqual(
      [all.FifoQueue, all.ContentBasedDeduplication, all.DeduplicationScope, all.FifoThroughputLimit], ['true', 'false', 'queue', 'perQueue']);
  },
  'attributes: only those asked for': async () => {
    const url = await create();
    assert.deepEqual(Object.keys(await attributes(url, 'QueueArn', 'DelaySeconds')).sort(), ['DelaySeconds', 'QueueArn']);
    assert.equal((await call('GetQueueAttributes', { QueueUrl: url })).Attributes, undefined);
    await refused(attributes(url, 'Nonsense'), 'InvalidAttributeName', 'Unknown Attribute Nonsense.');
  },
  'attributes: ranges': async () => {
    const url = await create();
    for (const [name, values] of Object.entries({
      DelaySeconds: ['-1', '901', 'x'], MaximumMessageSize: ['1023', '1048577'], MessageRetentionPeriod: ['59', '1209601'],
      ReceiveMessageWaitTimeSeconds: ['-1', '21'], VisibilityTimeout: ['-1', '43201'],
    })) {
      for (const value of values) {
        await refused(set(url, { [name]: value }), 'InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
      }
    }
  },
  'attributes: not to be set': async () => {
    const url = await create();
    await refused(set(url, { FifoQueue: 'true' }), 'InvalidAttributeName', 'Unknown Attribute FifoQueue.');
    await refused(set(await fifo(), { FifoQueue: 'false' }), 'InvalidAttributeValue', 'Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.');
    await refused(set(url, { QueueArn: 'x' }), 'InvalidAttributeName');
  },
  'attributes: policy set and emptied': async () => {
    const url = await create();
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*' }] });
    await set(url, { Policy });
    assert.deepEqual(JSON.parse((await attributes(url)).Policy), JSON.parse(Policy));
    await set(url, { Policy: '' });
    assert.equal((await attributes(url)).Policy, undefined);
  },
  'attributes: one kind of encryption': async () => {
    const url = await create({ KmsMasterKeyId: 'alias/one', SqsManagedSseEnabled: 'false' });
    assert.equal((await attributes(url)).KmsMasterKeyId, 'alias/one');
    await refused(
      create({ KmsMasterKeyId: 'alias/one', SqsManagedSseEnabled: 'true' }), 'InvalidAttributeName',
      'You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.');
  },
  'attributes: high throughput': async () => {
    const url = await fifo();
    await refused(
      set(await fifo(), { FifoThroughputLimit: 'perMessageGroupId' }), 'InvalidAttributeValue',
      'Invalid value for the parameter FifoThroughputLimit. Reason: The perMessageGroupId value is allowed only when the value for DeduplicationScope is messageGroup.');
    await set(url, { DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' });
    assert.equal((await attributes(url)).FifoThroughputLimit, 'perMessageGroupId');
    await set(url, { DeduplicationScope: 'queue', FifoThroughputLimit: 'perQueue' });
    assert.equal((await attributes(url)).DeduplicationScope, 'queue');
  },
  'redrive policy: what is wrong is told': async () => {
    const url = await create();
    const deadLetterTargetArn = await arn(await create());
    for (const [policy, reason] of [
      ['not json', 'Redrive policy is not a valid JSON map.'],
      [{ deadLetterTargetArn }, 'Redrive policy does not contain mandatory attribute: maxReceiveCount.'],
      [{ maxReceiveCount: 1 }, 'Redrive policy does not contain mandatory attribute: deadLetterTargetArn.'],
      [{ deadLetterTargetArn, maxReceiveCount: 'invalid' }, 'Invalid value for maxReceiveCount: invalid, valid values are from 1 to 1000 both inclusive.'],
      [{ deadLetterTargetArn, maxReceiveCount: 0 }, 'Invalid value for maxReceiveCount: 0, valid values are from 1 to 1000 both inclusive.'],
      [{ deadLetterTargetArn: `${deadLetterTargetArn}-none`, maxReceiveCount: 1 }, 'Dead letter target does not exist.'],
      [{ deadLetterTargetArn: 'no-arn', maxReceiveCount: 1 }, 'Invalid value for deadLetterTargetArn.'],
    ]) {
      const RedrivePolicy = typeof policy === 'string' ? policy : JSON.stringify(policy);
      await refused(set(url, { RedrivePolicy }), 'InvalidParameterValue', `Value ${RedrivePolicy} for parameter RedrivePolicy is invalid. Reason: ${reason}`);
    }
  },
  'redrive policy: the kinds of queue are the same': async () => {
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: await arn(await create()), maxReceiveCount: 1 });
    await refused(set(await fifo(), { RedrivePolicy }), 'InvalidParameterValue', /Reason: Dead-letter queue must be same type of queue as the source\.$/);
  },
  'redrive policy: a count in quotes, and emptied': async () => {
    const { url, deadArn } = await withDeadLetters();
    await set(url, { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadArn, maxReceiveCount: '5' }) });
    assert.equal(Number(JSON.parse((await attributes(url)).RedrivePolicy).maxReceiveCount), 5);
    await set(url, { RedrivePolicy: '' });
    assert.equal((await attributes(url)).RedrivePolicy, undefined);
  },
  'redrive allow policy: denied, by queue, allowed': async () => {
    const dead = await create({ RedriveAllowPolicy: JSON.stringify({ redrivePermission: 'denyAll' }) });
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: await arn(dead), maxReceiveCount: 1 });
    const url = await create();
    await refused(set(url, { RedrivePolicy }), 'InvalidParameterValue');
    await set(dead, { RedriveAllowPolicy: JSON.stringify({ redrivePermission: 'byQueue', sourceQueueArns: [await arn(url)] }) });
    await set(url, { RedrivePolicy });
    await refused(set(await create(), { RedrivePolicy }), 'InvalidParameterValue');
    await set(dead, { RedriveAllowPolicy: JSON.stringify({ redrivePermission: 'allowAll' }) });
    await set(await create(), { RedrivePolicy });
  },
  'redrive allow policy: checked': async () => {
    const url = await create();
    const queueArn = await arn(url);
    for (const policy of [
      {}, { redrivePermission: 'sometimes' }, { redrivePermission: 'byQueue' }, { redrivePermission: 'denyAll', sourceQueueArns: [queueArn] },
      { redrivePermission: 'byQueue', sourceQueueArns: Array(11).fill(queueArn) },
    ]) {
      await refused(set(url, { RedriveAllowPolicy: JSON.stringify(policy) }), 'InvalidParameterValue', /for parameter RedriveAllowPolicy is invalid\. Reason: /);
    }
  },
  'list: by prefix, in pages, to the end': async () => {
    const stem = unique('listed');
    const urls = [];
    for (let index = 0; index < 5; index++) {
      urls.push(await create({}, `${stem}-${index}`));
    }
    const found = [];
    let NextToken;
    do {
      const page = await call('ListQueues', { QueueNamePrefix: stem, MaxResults: 2, NextToken });
      assert.ok(page.QueueUrls.length <= 2);
      found.push(...page.QueueUrls);
      ({ NextToken } = page);
    } while (NextToken);
    assert.deepEqual(found.sort(), urls);
    assert.equal((await call('ListQueues', { QueueNamePrefix: `${stem}-none` })).QueueUrls, undefined);
  },
  'list: page size and token checked': async () => {
    await refused(call('ListQueues', { MaxResults: 1001 }), 'InvalidParameterValue');
    await refused(call('ListQueues', { MaxResults: 2, NextToken: 'nonsense' }), 'InvalidParameterValue');
  },
  'list: dead-letter sources in pages': async () => {
    const { dead, url, deadArn } = await withDeadLetters();
    const other = await create({ RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadArn, maxReceiveCount: 3 }) });
    const first = await call('ListDeadLetterSourceQueues', { QueueUrl: dead, MaxResults: 1 });
    const second = await call('ListDeadLetterSourceQueues', { QueueUrl: dead, MaxResults: 1, NextToken: first.NextToken });
    assert.deepEqual([...first.queueUrls, ...second.queueUrls].sort(), [url, other].sort());
  },
  'unknown queue: every operation tells': async () => {
    const QueueUrl = `${options.endpoint}/000000000000/${unique('none')}`;
    for (const [name, input] of [
      ['DeleteQueue', {}], ['PurgeQueue', {}], ['GetQueueAttributes', {}], ['SetQueueAttributes', { Attributes: { DelaySeconds: '0' } }],
      ['SendMessage', { MessageBody: 'x' }], ['ReceiveMessage', {}], ['DeleteMessage', { ReceiptHandle: 'x' }],
      ['SendMessageBatch', { Entries: [{ Id: 'a', MessageBody: 'x' }] }], ['TagQueue', { Tags: { a: 'b' } }], ['ListQueueTags', {}],
      ['UntagQueue', { TagKeys: ['a'] }], ['ListDeadLetterSourceQueues', {}], ['RemovePermission', { Label: 'l' }],
    ]) {
      await refused(call(name, { QueueUrl, ...input }), 'QueueDoesNotExist', 'The specified queue does not exist.');
    }
  },
  'tags: changed, case kept, unknown ones ignored': async () => {
    const QueueUrl = await create();
    assert.equal((await call('ListQueueTags', { QueueUrl })).Tags, undefined);
    await call('TagQueue', { QueueUrl, Tags: { a: '1', A: '2' } });
    await call('TagQueue', { QueueUrl, Tags: { a: '3' } });
    await call('UntagQueue', { QueueUrl, TagKeys: ['A', 'none'] });
    assert.deepEqual((await call('ListQueueTags', { QueueUrl })).Tags, { a: '3' });
  },
  'permissions: added, taken, unknown': async () => {
    const QueueUrl = await create();
    const add = (Label) => call('AddPermission', { QueueUrl, Label, AWSAccountIds: ['111122223333', '444455556666'], Actions: ['SendMessage', 'ReceiveMessage'] });
    await add('crossaccountpermission');
    const { Statement: [statement] } = JSON.parse((await attributes(QueueUrl)).Policy);
    assert.deepEqual(
      [statement.Sid, statement.Effect, statement.Principal.AWS, statement.Action],
      ['crossaccountpermission', 'Allow', ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:root'], ['SQS:SendMessage', 'SQS:ReceiveMessage']]);
    await refused(
      add('crossaccountpermission'), 'InvalidParameterValue', 'Value crossaccountpermission for parameter Label is invalid. Reason: Already exists.');
    await refused(
      call('RemovePermission', { QueueUrl, Label: 'crossaccountpermission2' }), 'InvalidParameterValue',
      "Value crossaccountpermission2 for parameter Label is invalid. Reason: can't find label.");
    await call('RemovePermission', { QueueUrl, Label: 'crossaccountpermission' });
    assert.equal((await attributes(QueueUrl)).Policy, undefined);
  },
  'query: by GET': async () => {
    const url = new URL(await create({ DelaySeconds: '3' })).pathname;
    const got = await raw(`${url}?Action=GetQueueAttributes&AttributeName.1=DelaySeconds`);
    assert.equal(got.status, 200);
    assert.match(got.body, /<Attribute><Name>DelaySeconds<\/Name><Value>3<\/Value><\/Attribute>/);
    const sent = await raw(`${url}?Action=SendMessage&MessageBody=hello%20world&DelaySeconds=0`);
    assert.match(sent.body, new RegExp(`<MD5OfMessageBody>${md5('hello world')}</MD5OfMessageBody>`));
    assert.match((await raw(`${url}?Action=ReceiveMessage`)).body, /<Body>hello world<\/Body>/);
    assert.equal((await raw(`${url}?Action=DeleteQueue`)).status, 200);
    const gone = await raw(`${url}?Action=GetQueueAttributes`);
    assert.equal(gone.status, 400);
    assert.match(gone.body, /<Code>AWS\.SimpleQueueService\.NonExistentQueue<\/Code><Message>The specified queue does not exist for this wsdl version\.<\/Message>/);
  },
  'query: refused': async () => {
    const url = new URL(await create()).pathname;
    assert.match((await raw(`${url}?Action=FooBar`)).body, /<Code>InvalidAction<\/Code>/);
    assert.match((await raw(`${url}?Action=SendMessage`)).body, /<Code>MissingParameter<\/Code><Message>The request must contain the parameter MessageBody\.<\/Message>/);
    assert.match((await raw(`${url}?Action=GetQueueAttributes&AttributeName.1=Nonsense`)).body, /<Code>InvalidAttributeName<\/Code>/);
    for (const action of ['CreateQueue', 'ListQueues']) {
      assert.match((await raw(`${url}?Action=${action}&QueueName=x`)).body, new RegExp(`<Code>InvalidAction</Code><Message>The action ${action} is not valid for this endpoint.</Message>`));
    }
    const nothing = await raw(url);
    assert.deepEqual([nothing.status, nothing.body.trim()], [404, '<UnknownOperationException/>']);
  },
});
