// EventBridge as the official JavaScript client sees it.
import { createServer } from 'node:http';
import * as events from '@aws-sdk/client-eventbridge';
import * as sqs from '@aws-sdk/client-sqs';
import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as secrets from '@aws-sdk/client-secrets-manager';
import { assert, eventually, options, refused, run, unique } from './check.mjs';

const bridge = new events.EventBridgeClient(options);
const queues = new sqs.SQSClient(options);
const logGroups = new logs.CloudWatchLogsClient(options);
const vault = new secrets.SecretsManagerClient(options);
const call = (name, input) => bridge.send(new events[`${name}Command`](input));

async function queue(name = unique('queue'), attributes) {
  const { QueueUrl: url } = await queues.send(new sqs.CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  const { Attributes } = await queues.send(new sqs.GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
  return { url, arn: Attributes.QueueArn };
}

async function receive(url, wait = 10) {
  const { Messages } = await queues.send(new sqs.ReceiveMessageCommand({
    QueueUrl: url, WaitTimeSeconds: wait, MaxNumberOfMessages: 1, MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'],
  }));
  if (Messages?.[0]) {
    await queues.send(new sqs.DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: Messages[0].ReceiptHandle }));
  }
  return Messages?.[0];
}

const bus = async (name = unique('bus')) => ({ name, arn: (await call('CreateEventBus', { Name: name })).EventBusArn });

async function rule(busName, pattern = { source: ['shop'] }, name = unique('rule')) {
  await call('PutRule', { Name: name, EventBusName: busName, EventPattern: JSON.stringify(pattern) });
  return name;
}

/** A bus, a rule on it and a queue behind it. */
async function route(target = {}, pattern = undefined) {
  const { name, arn } = await bus();
  const ruleName = await rule(name, pattern);
  const box = await queue();
  await call('PutTargets', { Rule: ruleName, EventBusName: name, Targets: [{ Id: 'one', Arn: box.arn, ...target }] });
  return { bus: name, busArn: arn, rule: ruleName, ...box };
}

const put = (busName, detail = { n: 1 }, extra = {}) => call('PutEvents', {
  Entries: [{ EventBusName: busName, Source: 'shop', DetailType: 'order', Detail: JSON.stringify(detail), ...extra }],
});

async function delivered(target, detail, pattern) {
  const { bus: name, url } = await route(target, pattern);
  await put(name, detail);
  return (await receive(url)).Body;
}

async function http(answer) {
  const received = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => { body += part; });
    request.on('end', () => {
      received.push({ method: request.method, url: request.url, headers: request.headers, body });
      const [status, text] = answer(request, received.length, body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(text ?? '');
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { received, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function destination(connection, url, extra = {}) {
  const name = unique('destination');
  const { ConnectionArn } = await call('CreateConnection', { Name: name, ...connection });
  const { ApiDestinationArn } = await call('CreateApiDestination', {
    Name: name, ConnectionArn, InvocationEndpoint: url, HttpMethod: 'POST', ...extra,
  });
  return { name, arn: ApiDestinationArn, connectionArn: ConnectionArn };
}

const apiKey = { AuthorizationType: 'API_KEY', AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'x-key', ApiKeyValue: 'hush' } } };

async function archive(source, extra = {}) {
  const name = unique('archive');
  const { ArchiveArn } = await call('CreateArchive', { ArchiveName: name, EventSourceArn: source, ...extra });
  return { name, arn: ArchiveArn };
}

const replay = (name, source, busArn, extra = {}) => call('StartReplay', {
  ReplayName: name,
  EventSourceArn: source,
  EventStartTime: new Date(Date.now() - 3_600_000),
  EventEndTime: new Date(Date.now() + 365 * 86_400_000),
  Destination: { Arn: busArn },
  ...extra,
});

async function pages(operation, list, input = {}) {
  const all = [];
  for (let token; ;) {
    const answer = await call(operation, { ...input, NextToken: token });
    all.push(answer[list]);
    token = answer.NextToken;
    if (!token) {
      return all;
    }
  }
}

await run({
  'bus: create, describe, list, delete': async () => {
    const { name, arn } = await bus();
    assert.match(arn, new RegExp(`^arn:aws:events:us-east-1:\\d{12}:event-bus/${name}$`));
    const described = await call('DescribeEventBus', { Name: name });
    assert.equal(described.Arn, arn);
    assert.ok(described.CreationTime instanceof Date && described.LastModifiedTime instanceof Date);
    assert.equal((await call('ListEventBuses', { NamePrefix: name })).EventBuses.length, 1);
    await call('DeleteEventBus', { Name: name });
    await refused(call('DescribeEventBus', { Name: name }), 'ResourceNotFoundException', `Event bus ${name} does not exist.`);
    await call('DeleteEventBus', { Name: name });
  },
  'bus: default is there and stays': async () => {
    assert.equal((await call('DescribeEventBus', {})).Name, 'default');
    await refused(call('DeleteEventBus', { Name: 'default' }), 'ValidationException', 'Cannot delete event bus default.');
  },
  'bus: name taken': async () => {
    const { name } = await bus();
    await refused(bus(name), 'ResourceAlreadyExistsException', `Event bus ${name} already exists.`);
  },
  'bus: name checked': () => refused(bus('no spaces'), 'ValidationException', /at 'name' failed to satisfy constraint/),
  'bus: description, key, dead letters and log level': async () => {
    const name = unique('bus');
    const dead = await queue();
    const created = await call('CreateEventBus', {
      Name: name, Description: 'first', DeadLetterConfig: { Arn: dead.arn }, LogConfig: { Level: 'INFO', IncludeDetail: 'FULL' },
    });
    assert.equal(created.Description, 'first');
    assert.deepEqual(created.LogConfig, { Level: 'INFO', IncludeDetail: 'FULL' });
    const updated = await call('UpdateEventBus', { Name: name, Description: 'second' });
    assert.equal(updated.Description, 'second');
    const described = await call('DescribeEventBus', { Name: name });
    assert.equal(described.DeadLetterConfig.Arn, dead.arn);
    assert.equal(described.Description, 'second');
  },
  'bus: pages': async () => {
    const stem = unique('paged');
    for (const end of ['a', 'b', 'c']) {
      await bus(`${stem}-${end}`);
    }
    const all = await pages('ListEventBuses', 'EventBuses', { NamePrefix: stem, Limit: 2 });
    assert.deepEqual(all.map((page) => page.length), [2, 1]);
  },
  'bus: with rules stays': async () => {
    const { name } = await bus();
    await rule(name);
    await refused(call('DeleteEventBus', { Name: name }), 'ValidationException');
  },
  'policy: put, shown, removed': async () => {
    const { name, arn } = await bus();
    await call('PutPermission', { EventBusName: name, Action: 'events:PutEvents', Principal: '111122223333', StatementId: 'one' });
    await call('PutPermission', { EventBusName: name, Action: 'events:PutEvents', Principal: '*', StatementId: 'two' });
    const policy = JSON.parse((await call('DescribeEventBus', { Name: name })).Policy);
    assert.deepEqual(policy.Statement[0], {
      Sid: 'one', Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'events:PutEvents', Resource: arn,
    });
    assert.equal(policy.Statement[1].Principal, '*');
    await call('RemovePermission', { EventBusName: name, StatementId: 'one' });
    assert.equal(JSON.parse((await call('DescribeEventBus', { Name: name })).Policy).Statement.length, 1);
    await call('RemovePermission', { EventBusName: name, RemoveAllPermissions: true });
    assert.equal((await call('DescribeEventBus', { Name: name })).Policy, undefined);
  },
  'policy: unknown statement and bus': async () => {
    const { name } = await bus();
    await refused(
      call('RemovePermission', { EventBusName: name, StatementId: 'none' }),
      'ResourceNotFoundException', 'Statement with the provided id does not exist.');
    await refused(
      call('PutPermission', { EventBusName: 'nowhere', Action: 'events:PutEvents', Principal: '*', StatementId: 's' }),
      'ResourceNotFoundException', 'Event bus nowhere does not exist.');
  },
  'tags: of a bus': async () => {
    const name = unique('bus');
    const { EventBusArn: ResourceARN } = await call('CreateEventBus', { Name: name, Tags: [{ Key: 'a', Value: '1' }] });
    await call('TagResource', { ResourceARN, Tags: [{ Key: 'b', Value: '2' }, { Key: 'a', Value: '3' }] });
    await call('UntagResource', { ResourceARN, TagKeys: ['b', 'none'] });
    assert.deepEqual((await call('ListTagsForResource', { ResourceARN })).Tags, [{ Key: 'a', Value: '3' }]);
    await call('DeleteEventBus', { Name: name });
    await refused(call('ListTagsForResource', { ResourceARN }), 'ResourceNotFoundException', `Event bus ${name} does not exist.`);
  },
  'tags: of a rule': async () => {
    const name = unique('rule');
    const { RuleArn: ResourceARN } = await call('PutRule', { Name: name, EventPattern: '{"source":["x"]}', Tags: [{ Key: 'k', Value: 'v' }] });
    assert.deepEqual((await call('ListTagsForResource', { ResourceARN })).Tags, [{ Key: 'k', Value: 'v' }]);
    await call('DeleteRule', { Name: name });
    await refused(call('ListTagsForResource', { ResourceARN }), 'ResourceNotFoundException', `Rule ${name} does not exist on EventBus default.`);
  },
  'rule: put, describe, list, delete': async () => {
    const { name } = await bus();
    const pattern = JSON.stringify({ source: ['x'] });
    const { RuleArn } = await call('PutRule', { Name: 'r', EventBusName: name, EventPattern: pattern, Description: 'd', State: 'DISABLED' });
    assert.match(RuleArn, new RegExp(`:rule/${name}/r$`));
    const described = await call('DescribeRule', { Name: 'r', EventBusName: name });
    assert.equal(described.EventPattern, pattern);
    assert.equal(described.State, 'DISABLED');
    assert.match(described.CreatedBy, /^\d{12}$/);
    assert.equal((await call('ListRules', { EventBusName: name, NamePrefix: 'r' })).Rules[0].Arn, RuleArn);
    await call('DeleteRule', { Name: 'r', EventBusName: name });
    await refused(call('DescribeRule', { Name: 'r', EventBusName: name }), 'ResourceNotFoundException', `Rule r does not exist on EventBus ${name}.`);
    await call('DeleteRule', { Name: 'r', EventBusName: name });
  },
  'rule: enable and disable': async () => {
    const { name } = await bus();
    const Name = await rule(name);
    await call('DisableRule', { Name, EventBusName: name });
    assert.equal((await call('DescribeRule', { Name, EventBusName: name })).State, 'DISABLED');
    await call('EnableRule', { Name, EventBusName: name });
    assert.equal((await call('DescribeRule', { Name, EventBusName: name })).State, 'ENABLED');
  },
  'rule: pattern refused': () =>
    refused(call('PutRule', { Name: 'r', EventPattern: '{"a": []}' }), 'InvalidEventPatternException', /^Event pattern is not valid\. Reason: Empty arrays are not allowed/),
  'rule: neither pattern nor schedule': () => refused(
    call('PutRule', { Name: 'r' }), 'ValidationException', 'Parameter(s) EventPattern or ScheduleExpression must be specified.'),
  'rule: with targets stays': async () => {
    const { bus: name, rule: Name } = await route();
    await refused(call('DeleteRule', { Name, EventBusName: name }), 'ValidationException', "Rule can't be deleted since it has targets.");
  },
  'rule: pages': async () => {
    const { name } = await bus();
    for (const end of ['a', 'b', 'c']) {
      await rule(name, undefined, `rule-${end}`);
    }
    assert.deepEqual((await pages('ListRules', 'Rules', { EventBusName: name, Limit: 1 })).map((page) => page.length), [1, 1, 1]);
  },
  'rule: names by target': async () => {
    const { bus: name, rule: first, arn } = await route();
    const second = await rule(name);
    await call('PutTargets', { Rule: second, EventBusName: name, Targets: [{ Id: 'x', Arn: arn }] });
    const { RuleNames } = await call('ListRuleNamesByTarget', { TargetArn: arn, EventBusName: name });
    assert.deepEqual(RuleNames, [first, second].sort());
    const found = await pages('ListRuleNamesByTarget', 'RuleNames', { TargetArn: arn, EventBusName: name, Limit: 1 });
    assert.equal(found.length, 2);
    assert.deepEqual((await call('ListRuleNamesByTarget', { TargetArn: `${arn}x`, EventBusName: name })).RuleNames, []);
  },
  'schedule: rate and cron kept': async () => {
    for (const ScheduleExpression of ['rate(5 minutes)', 'rate(1 day)', 'cron(0 12 * * ? *)', 'cron(0/5 8-17 ? * MON-FRI *)', 'cron(15 10 ? * 6L 2022-2035)']) {
      const Name = unique('scheduled');
      await call('PutRule', { Name, ScheduleExpression });
      assert.equal((await call('DescribeRule', { Name })).ScheduleExpression, ScheduleExpression);
      await call('DeleteRule', { Name });
    }
  },
  'schedule: refused': async () => {
    for (const ScheduleExpression of [
      'rate(10 seconds)', 'rate(1 minutes)', 'rate(10 minute)', 'rate(0 minutes)', 'rate( 10 minutes )', 'rate(10 MINUTES)', 'rate()',
      'cron(0 1 * * * *)', 'cron(0 dummy ? * MON-FRI *)', 'cron(71 8 1 * ? *)', 'cron(7 20 * * NOT *)', 'cron(INVALID)', 'every day',
    ]) {
      await refused(call('PutRule', { Name: 'r', ScheduleExpression }), 'ValidationException', 'Parameter ScheduleExpression is not valid.');
    }
  },
  'schedule: default bus only': async () => refused(
    call('PutRule', { Name: 'r', EventBusName: (await bus()).name, ScheduleExpression: 'rate(1 minute)' }),
    'ValidationException', 'ScheduleExpression is supported only on the default event bus.'),
  'schedule: fires': async () => {
    const box = await queue();
    const Name = unique('scheduled');
    const { RuleArn } = await call('PutRule', { Name, ScheduleExpression: 'rate(1 minute)' });
    await call('PutTargets', { Rule: Name, Targets: [{ Id: 'one', Arn: box.arn }] });
    const body = JSON.parse((await eventually(() => receive(box.url, 5), 'the first event')).Body);
    assert.equal(body['detail-type'], 'Scheduled Event');
    assert.equal(body.source, 'aws.events');
    assert.deepEqual(body.resources, [RuleArn]);
    assert.deepEqual(body.detail, {});
    await call('DisableRule', { Name });
  },
  'target: put, list, remove': async () => {
    const { bus: EventBusName, rule: Rule } = await route();
    const arn = 'arn:aws:lambda:us-east-1:000000000000:function:f';
    const answer = await call('PutTargets', { Rule, EventBusName, Targets: [{ Id: 'two', Arn: arn, RetryPolicy: { MaximumRetryAttempts: 3 } }] });
    assert.equal(answer.FailedEntryCount, 0);
    const { Targets } = await call('ListTargetsByRule', { Rule, EventBusName });
    assert.deepEqual(Targets.map((target) => target.Id), ['one', 'two']);
    assert.equal(Targets[1].RetryPolicy.MaximumRetryAttempts, 3);
    assert.equal((await call('RemoveTargets', { Rule, EventBusName, Ids: ['one'] })).FailedEntryCount, 0);
    assert.equal((await call('ListTargetsByRule', { Rule, EventBusName })).Targets.length, 1);
  },
  'target: five a rule': async () => {
    const { name } = await bus();
    const Rule = await rule(name);
    const Targets = Array.from({ length: 6 }, (_, index) => ({ Id: `${index}`, Arn: 'arn:aws:sqs:us-east-1:000000000000:q' }));
    await refused(
      call('PutTargets', { Rule, EventBusName: name, Targets }),
      'LimitExceededException', 'The requested resource exceeds the maximum number allowed.');
  },
  'target: id checked': async () => {
    const targets = (Id) => call('PutTargets', { Rule: 'r', Targets: [{ Id, Arn: 'arn:aws:sqs:us-east-1:000000000000:q' }] });
    await refused(targets('!@#$@!#$'), 'ValidationException',
      "1 validation error detected: Value '!@#$@!#$' at 'targets.1.member.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+");
    await refused(targets('x'.repeat(65)), 'ValidationException', /Member must have length less than or equal to 64$/);
  },
  'target: of an unknown rule': () => refused(
    call('PutTargets', { Rule: 'none', Targets: [{ Id: 'a', Arn: 'arn:aws:sqs:us-east-1:000000000000:q' }] }),
    'ResourceNotFoundException', 'Rule none does not exist on EventBus default.'),
  'target: one kind of input': async () => refused(
    call('PutTargets', { Rule: await rule('default'), Targets: [{ Id: 'a', Arn: 'arn:aws:sqs:us-east-1:000000000000:q', Input: '{}', InputPath: '$.detail' }] }),
    'ValidationException', 'Only one of Input, InputPath, or InputTransformer must be provided for target a.'),
  'target: parameters of others kept': async () => {
    const { name } = await bus();
    const Rule = await rule(name);
    const target = {
      Id: 'ecs', Arn: 'arn:aws:ecs:us-east-1:000000000000:cluster/c', RoleArn: 'arn:aws:iam::000000000000:role/r', EcsParameters: { TaskDefinitionArn: 'arn:t', TaskCount: 2 },
    };
    await call('PutTargets', { Rule, EventBusName: name, Targets: [target] });
    assert.deepEqual((await call('ListTargetsByRule', { Rule, EventBusName: name })).Targets, [target]);
  },
  'event: envelope': async () => {
    const { bus: name, url } = await route();
    const answer = await put(name, { n: 1 }, { Resources: ['a', 'b'], Time: new Date('2026-02-03T04:05:06Z') });
    assert.equal(answer.FailedEntryCount, 0);
    const body = JSON.parse((await receive(url)).Body);
    assert.deepEqual(body, {
      version: '0', id: answer.Entries[0].EventId, 'detail-type': 'order', source: 'shop', account: body.account,
      time: '2026-02-03T04:05:06Z', region: 'us-east-1', resources: ['a', 'b'], detail: { n: 1 },
    });
  },
  'event: bus by its ARN': async () => {
    const { busArn, url } = await route();
    await put(busArn);
    assert.ok(await receive(url));
  },
  'event: errors by entry': async () => {
    const answer = await call('PutEvents', {
      Entries: [
        { DetailType: 't', Detail: '{}' },
        { Source: 's', Detail: '{}' },
        { Source: 's', DetailType: 't' },
        { Source: 's', DetailType: 't', Detail: '{"a":' },
        { Source: 'aws.ec2', DetailType: 't', Detail: '{}' },
        { Source: 's', DetailType: 't', Detail: '{}' },
      ],
    });
    assert.equal(answer.FailedEntryCount, 5);
    assert.deepEqual(answer.Entries.map((entry) => entry.ErrorCode), [
      'InvalidArgument', 'InvalidArgument', 'InvalidArgument', 'MalformedDetail', 'NotAuthorizedForSourceException', undefined,
    ]);
    assert.equal(answer.Entries[0].ErrorMessage, 'Parameter Source is not valid. Reason: Source is a required argument.');
    assert.equal(answer.Entries[3].ErrorMessage, 'Detail is malformed.');
    assert.ok(answer.Entries[5].EventId);
  },
  'event: ten entries': async () => {
    const Entries = Array.from({ length: 11 }, () => ({ Source: 's', DetailType: 't', Detail: '{}' }));
    assert.equal((await call('PutEvents', { Entries: Entries.slice(0, 10) })).Entries.length, 10);
    await refused(call('PutEvents', { Entries }), 'ValidationException', /^1 validation error detected: Value '\[PutEventsRequestEntry\(time=null, source=s, resources=null, detailType=t, detail=\{\}.*less than or equal to 10$/);
  },
  'event: too large': () => refused(
    put('default', { text: 'x'.repeat(1_100_000) }), 'ValidationException', 'Total size of the entries in the request is over the limit.'),
  'event: unknown bus': async () => assert.equal((await put('nowhere')).FailedEntryCount, 0),
  'event: disabled rule': async () => {
    const { bus: name, rule: Name, url } = await route();
    await call('DisableRule', { Name, EventBusName: name });
    await put(name);
    assert.equal(await receive(url, 1), undefined);
  },
  'event: trace header': async () => {
    const { bus: name, url } = await route();
    await put(name, {}, { TraceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1' });
    assert.match((await receive(url)).Attributes.AWSTraceHeader, /^Root=1-5759e988-bd862e3fe1be46a994272793;Parent=/);
  },
  'input: constant': async () => assert.equal(await delivered({ Input: '{"is": "constant"}' }), '{"is": "constant"}'),
  'input: path': async () => assert.deepEqual(JSON.parse(await delivered({ InputPath: '$.detail.a.b' }, { a: { b: [1, 'x'] } })), [1, 'x']),
  'input: transformer to text': async () => assert.equal(
    await delivered({ InputTransformer: { InputPathsMap: { type: '$.detail-type', what: '$.detail.o', none: '$.detail.none' }, InputTemplate: '"<type> of <what>, <none>"' } }, { o: { a: 'x', b: 2 } }),
    '"order of {a:x,b:2}, "'),
  'input: transformer to JSON': async () => assert.deepEqual(
    JSON.parse(await delivered(
      { InputTransformer: { InputPathsMap: { id: '$.detail.id', o: '$.detail.o', none: '$.detail.none' }, InputTemplate: '{"path": "users/<id>", "id": <id>, "o": <o>, "none": <none>, "list": [<id>]}' } },
      { id: 'u1', o: { a: [1, null] } })),
    { path: 'users/u1', id: 'u1', o: { a: [1, null] }, none: '', list: ['u1'] }),
  'input: transformer to a value': async () => {
    const value = async (InputTemplate) => JSON.parse(await delivered({ InputTransformer: { InputPathsMap: { o: '$.detail.o', id: '$.detail.id' }, InputTemplate } }, { o: { a: ['x', 1] }, id: 'u1' }));
    assert.deepEqual(await value('<o>'), { a: ['x', 1] });
    assert.equal(await value(' <id> '), 'u1');
    assert.deepEqual((await value('<aws.events.event.json>')).detail, { o: { a: ['x', 1] }, id: 'u1' });
  },
  'input: predefined variables': async () => {
    const { bus: name, rule: ruleName, url } = await route({ InputTransformer: {
      InputTemplate: '{"rule": <aws.events.rule-name>, "arn": "<aws.events.rule-arn>", "at": <aws.events.event.ingestion-time>, "event": <aws.events.event>, "all": <aws.events.event.json>}',
    } });
    await put(name, { n: 1 });
    const body = JSON.parse((await receive(url)).Body);
    assert.equal(body.rule, ruleName);
    assert.match(body.arn, new RegExp(`rule/${name}/${ruleName}$`));
    assert.match(body.at, /^\d{4}-\d\d-\d\dT/);
    assert.equal(body.event.source, 'shop');
    assert.equal(body.event.detail, undefined);
    assert.deepEqual(body.all.detail, { n: 1 });
  },
  'input: unknown placeholder': async () => refused(
    call('PutTargets', { Rule: await rule('default'), Targets: [{ Id: 'a', Arn: 'arn:aws:sqs:us-east-1:000000000000:q', InputTransformer: { InputPathsMap: { a: '$.a' }, InputTemplate: '"<a> <notdefinedkey>"' } }] }),
    'ValidationException', 'InputTemplate for target a contains invalid placeholder notdefinedkey.'),
  'pattern: test': async () => {
    const Event = JSON.stringify({ id: '1', 'detail-type': 't', source: 's', account: '1', time: '2026-01-01T00:00:00Z', region: 'r', resources: [], detail: { n: 5 } });
    assert.equal((await call('TestEventPattern', { Event, EventPattern: '{"detail":{"n":[{"numeric":[">",4]}]}}' })).Result, true);
    assert.equal((await call('TestEventPattern', { Event, EventPattern: '{"source":[{"anything-but":"s"}]}' })).Result, false);
    await refused(call('TestEventPattern', { Event: '{}', EventPattern: '{"a":[1]}' }), 'ValidationException', 'Parameter Event is not valid.');
  },
  'fifo: group of the target': async () => {
    const { name } = await bus();
    const Rule = await rule(name);
    const box = await queue(`${unique('queue')}.fifo`, { FifoQueue: 'true', ContentBasedDeduplication: 'true' });
    const failed = await call('PutTargets', { Rule, EventBusName: name, Targets: [{ Id: 'a', Arn: box.arn }] });
    assert.equal(failed.FailedEntryCount, 1);
    await call('PutTargets', { Rule, EventBusName: name, Targets: [{ Id: 'a', Arn: box.arn, SqsParameters: { MessageGroupId: 'g' } }] });
    await put(name);
    assert.equal((await receive(box.url)).Attributes.MessageGroupId, 'g');
  },
  'bus to bus': async () => {
    const { busArn, url } = await route();
    const { name } = await bus();
    const Rule = await rule(name);
    await call('PutTargets', { Rule, EventBusName: name, Targets: [{ Id: 'bus', Arn: busArn, RoleArn: 'arn:aws:iam::000000000000:role/r' }] });
    const { Entries } = await put(name, { n: 7 });
    const body = JSON.parse((await receive(url)).Body);
    assert.equal(body.id, Entries[0].EventId);
    assert.deepEqual(body.detail, { n: 7 });
  },
  'bus to itself ends': async () => {
    const { bus: name, busArn, rule: Rule, url } = await route();
    await call('PutTargets', { Rule, EventBusName: name, Targets: [{ Id: 'loop', Arn: busArn }] });
    await put(name);
    assert.ok(await receive(url));
  },
  'log group': async () => {
    const logGroupName = `/aws/events/${unique('group')}`;
    await logGroups.send(new logs.CreateLogGroupCommand({ logGroupName }));
    const { logGroups: [group] } = await logGroups.send(new logs.DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }));
    const { name } = await bus();
    const Rule = await rule(name);
    await call('PutTargets', { Rule, EventBusName: name, Targets: [{ Id: 'log', Arn: group.arn }] });
    await put(name, { n: 3 });
    const { events: [found] } = await logGroups.send(new logs.FilterLogEventsCommand({ logGroupName, filterPattern: '"shop"' }));
    assert.deepEqual(JSON.parse(found.message).detail, { n: 3 });
    const { logStreams: [stream] } = await logGroups.send(new logs.DescribeLogStreamsCommand({ logGroupName }));
    const read = await logGroups.send(new logs.GetLogEventsCommand({ logGroupName, logStreamName: stream.logStreamName, startFromHead: true }));
    assert.equal(read.events.length, 1);
  },
  'dead letters: no such queue': async () => {
    const dead = await queue();
    const { name, arn } = await bus();
    const Rule = await rule(name);
    const missing = 'arn:aws:sqs:us-east-1:000000000000:missing';
    await call('PutTargets', { Rule, EventBusName: name, Targets: [{ Id: 'a', Arn: missing, DeadLetterConfig: { Arn: dead.arn } }] });
    const { Entries } = await put(name);
    const message = await receive(dead.url);
    assert.equal(JSON.parse(message.Body).id, Entries[0].EventId);
    assert.equal(message.MessageAttributes.ERROR_CODE.StringValue, 'NO_RESOURCE');
    assert.equal(message.MessageAttributes.TARGET_ARN.StringValue, missing);
    assert.equal(message.MessageAttributes.RULE_ARN.StringValue, arn.replace(/event-bus\/.*/, `rule/${name}/${Rule}`));
  },
  'dead letters: retries exhausted': async () => {
    const web = await http(() => [500]);
    const dead = await queue();
    const { arn } = await destination(apiKey, web.url);
    const { bus: name, rule: Rule } = await route();
    await call('PutTargets', { Rule, EventBusName: name, Targets: [{ Id: 'web', Arn: arn, DeadLetterConfig: { Arn: dead.arn }, RetryPolicy: { MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 60 } }] });
    await put(name);
    const { MessageAttributes } = await receive(dead.url, 20);
    web.close();
    assert.equal(MessageAttributes.EXHAUSTED_RETRY_CONDITION.StringValue, 'MaximumRetryAttempts');
    assert.equal(MessageAttributes.RETRY_ATTEMPTS.StringValue, '1');
    assert.equal(web.received.length, 2);
  },
  'api destination: key, path, headers, query, body': async () => {
    const web = await http(() => [200]);
    const { arn } = await destination({
      ...apiKey,
      AuthParameters: { ...apiKey.AuthParameters, InvocationHttpParameters: {
        HeaderParameters: [{ Key: 'x-add', Value: 'h' }], QueryStringParameters: [{ Key: 'q2', Value: '2', IsValueSecret: true }], BodyParameters: [{ Key: 'extra', Value: 'b' }],
      } },
    }, `${web.url}/a/*/c`);
    const { bus: name, rule: Rule } = await route();
    await call('PutTargets', { Rule, EventBusName: name, Targets: [{ Id: 'web', Arn: arn, InputPath: '$.detail', HttpParameters: { PathParameterValues: ['b'], HeaderParameters: { 'x-own': 'o' }, QueryStringParameters: { q1: '1' } } }] });
    await put(name, { n: 1 });
    const got = await eventually(() => web.received[0], 'the request');
    web.close();
    assert.equal(got.method, 'POST');
    assert.equal(got.url, '/a/b/c?q1=1&q2=2');
    assert.equal(got.headers['x-key'], 'hush');
    assert.equal(got.headers['x-own'], 'o');
    assert.equal(got.headers['x-add'], 'h');
    assert.deepEqual(JSON.parse(got.body), { n: 1, extra: 'b' });
  },
  'api destination: OAuth token fetched, kept and renewed': async () => {
    let issued = 0;
    const server = await http(() => [200, JSON.stringify({ access_token: `token-${++issued}`, token_type: 'Bearer', expires_in: 360_000 })]);
    const web = await http((request) => [request.headers.authorization === `Bearer token-${issued}` ? 200 : 401]);
    const { name: connection, arn } = await destination({
      AuthorizationType: 'OAUTH_CLIENT_CREDENTIALS',
      AuthParameters: { OAuthParameters: { ClientParameters: { ClientID: 'id', ClientSecret: 'hush' }, AuthorizationEndpoint: `${server.url}/token`, HttpMethod: 'POST', OAuthHttpParameters: { BodyParameters: [{ Key: 'scope', Value: 'all' }] } } },
    }, web.url);
    await eventually(async () => (await call('DescribeConnection', { Name: connection })).ConnectionState === 'AUTHORIZED', 'the authorization');
    assert.equal(server.received[0].body, 'grant_type=client_credentials&client_id=id&client_secret=hush&scope=all');
    const { bus: name, rule: Rule } = await route();
    await call('PutTargets', { Rule, EventBusName: name, Targets: [{ Id: 'web', Arn: arn }] });
    await put(name);
    await put(name);
    await eventually(() => web.received.length === 2, 'two requests');
    assert.equal(issued, 1);
    issued++;
    await put(name);
    await eventually(() => web.received.some((request) => request.headers.authorization === 'Bearer token-3'), 'a request with a new token');
    server.close();
    web.close();
  },
  'api destination: create, update, list, delete': async () => {
    const { name, connectionArn } = await destination(apiKey, 'https://example.com/x');
    const updated = await call('UpdateApiDestination', { Name: name, InvocationRateLimitPerSecond: 7, HttpMethod: 'PUT' });
    assert.equal(updated.ApiDestinationState, 'ACTIVE');
    const described = await call('DescribeApiDestination', { Name: name });
    assert.equal(described.InvocationRateLimitPerSecond, 7);
    assert.equal(described.HttpMethod, 'PUT');
    assert.equal((await call('ListApiDestinations', { ConnectionArn: connectionArn })).ApiDestinations.length, 1);
    await call('DeleteApiDestination', { Name: name });
    await refused(call('DescribeApiDestination', { Name: name }), 'ResourceNotFoundException', `Failed to describe the api-destination(s). An api-destination '${name}' does not exist.`);
  },
  'api destination: checked': () => refused(
    call('CreateApiDestination', { Name: 'd', ConnectionArn: 'invalid-connection-arn', InvocationEndpoint: 'invalid-endpoint', HttpMethod: 'INVALID_METHOD' }),
    'ValidationException',
    "2 validation errors detected: Value 'invalid-connection-arn' at 'connectionArn' failed to satisfy constraint: Member must satisfy regular expression pattern: ^arn:aws([a-z]|\\-)*:events:([a-z]|\\d|\\-)*:([0-9]{12})?:connection\\/[\\.\\-_A-Za-z0-9]+\\/[\\-A-Za-z0-9]+$; Value 'INVALID_METHOD' at 'httpMethod' failed to satisfy constraint: Member must satisfy enum value set: [HEAD, POST, PATCH, DELETE, PUT, GET, OPTIONS]"),
  'api destination: endpoint and connection checked': async () => {
    const { connectionArn: ConnectionArn } = await destination(apiKey, 'https://example.com/x');
    const made = (input) => call('CreateApiDestination', { Name: unique('destination'), HttpMethod: 'POST', InvocationEndpoint: 'https://example.com', ConnectionArn, ...input });
    await refused(made({ InvocationEndpoint: 'invalid-endpoint' }), 'ValidationException', /at 'invocationEndpoint'/);
    const none = ConnectionArn.replace(/connection\/[^/]+/, 'connection/none');
    await refused(made({ ConnectionArn: none }), 'ResourceNotFoundException', "Failed to describe the connection(s). Connection 'none' does not exist.");
  },
  'connection: secrets never told, but kept': async () => {
    const name = unique('connection');
    const created = await call('CreateConnection', { Name: name, AuthorizationType: 'BASIC', AuthParameters: { BasicAuthParameters: { Username: 'me', Password: 'hush' } } });
    assert.equal(created.ConnectionState, 'AUTHORIZED');
    const described = await call('DescribeConnection', { Name: name });
    assert.deepEqual(described.AuthParameters, { BasicAuthParameters: { Username: 'me' } });
    assert.match(described.SecretArn, new RegExp(`:secret:events!connection/${name}/[0-9a-f-]{36}-`));
    const { SecretString } = await vault.send(new secrets.GetSecretValueCommand({ SecretId: described.SecretArn }));
    assert.deepEqual(JSON.parse(SecretString), { username: 'me', password: 'hush' });
    await call('DeleteConnection', { Name: name });
    await refused(call('DescribeConnection', { Name: name }), 'ResourceNotFoundException', `Failed to describe the connection(s). Connection '${name}' does not exist.`);
    await refused(vault.send(new secrets.GetSecretValueCommand({ SecretId: described.SecretArn })), 'ResourceNotFoundException');
  },
  'connection: parameters of invocations that are empty are told as that': async () => {
    const [named, bare] = [unique('connection'), unique('connection')];
    await call('CreateConnection', { Name: named, ...apiKey, AuthParameters: { ...apiKey.AuthParameters, InvocationHttpParameters: {} } });
    await call('CreateConnection', { Name: bare, ...apiKey });
    const described = await call('DescribeConnection', { Name: named });
    assert.deepEqual(described.AuthParameters, { ApiKeyAuthParameters: { ApiKeyName: 'x-key' }, InvocationHttpParameters: {} });
    const { SecretString } = await vault.send(new secrets.GetSecretValueCommand({ SecretId: described.SecretArn }));
    assert.deepEqual(JSON.parse(SecretString), { api_key_name: 'x-key', api_key_value: 'hush', invocation_http_parameters: {} });
    assert.deepEqual((await call('DescribeConnection', { Name: bare })).AuthParameters, { ApiKeyAuthParameters: { ApiKeyName: 'x-key' } });
  },
  'connection: update, deauthorize, list': async () => {
    const name = unique('connection');
    await call('CreateConnection', { Name: name, ...apiKey });
    await call('UpdateConnection', { Name: name, Description: 'd', AuthorizationType: 'API_KEY', AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'other', ApiKeyValue: 'v' } } });
    assert.equal((await call('DescribeConnection', { Name: name })).AuthParameters.ApiKeyAuthParameters.ApiKeyName, 'other');
    assert.equal((await call('DeauthorizeConnection', { Name: name })).ConnectionState, 'DEAUTHORIZING');
    assert.equal((await call('DescribeConnection', { Name: name })).ConnectionState, 'DEAUTHORIZED');
    assert.equal((await call('ListConnections', { NamePrefix: name, ConnectionState: 'DEAUTHORIZED' })).Connections.length, 1);
  },
  'connection: three errors at once': () => refused(
    call('CreateConnection', { Name: 'This should fail with two errors 123467890123412341234123412341234', AuthorizationType: 'INVALID', AuthParameters: { BasicAuthParameters: { Username: 'u', Password: 'p' } } }),
    'ValidationException', /^3 validation errors detected: Value 'This should.*pattern: \[\\\.\\-_A-Za-z0-9\]\+; Value .*length less than or equal to 64; Value 'INVALID' at 'authorizationType' failed to satisfy constraint: Member must satisfy enum value set: \[BASIC, OAUTH_CLIENT_CREDENTIALS, API_KEY\]$/),
  'archive: create, describe, update, list, delete': async () => {
    const { name: busName, arn: source } = await bus();
    const { name, arn } = await archive(source, { Description: 'd', EventPattern: '{"source":["shop"]}', RetentionDays: 1 });
    assert.match(arn, new RegExp(`:archive/${name}$`));
    const described = await call('DescribeArchive', { ArchiveName: name });
    assert.equal(described.EventSourceArn, source);
    assert.equal(described.State, 'ENABLED');
    assert.equal(described.EventCount, 0);
    assert.equal(described.EventPattern, '{"source":["shop"]}');
    await call('UpdateArchive', { ArchiveName: name, RetentionDays: 2 });
    assert.equal((await call('ListArchives', { EventSourceArn: source })).Archives[0].RetentionDays, 2);
    assert.equal((await call('ListRules', { EventBusName: busName })).Rules[0].ManagedBy, 'prod.vhs.events.aws.internal');
    await call('DeleteArchive', { ArchiveName: name });
    await refused(call('DescribeArchive', { ArchiveName: name }), 'ResourceNotFoundException', `Archive ${name} does not exist.`);
  },
  'archive: refused': async () => {
    const { arn: source } = await bus();
    const { name } = await archive(source);
    await refused(call('CreateArchive', { ArchiveName: name, EventSourceArn: source }), 'ResourceAlreadyExistsException', `Archive ${name} already exists.`);
    await refused(call('CreateArchive', { ArchiveName: 'a', EventSourceArn: source.replace(/\/.*/, '/none') }), 'ResourceNotFoundException', 'Event bus none does not exist.');
    await refused(call('UpdateArchive', { ArchiveName: name }), 'ValidationException', 'At least one of EventPattern, RetentionDays or Description must be provided.');
    await refused(call('UpdateArchive', { ArchiveName: unique('none') }), 'ValidationException', 'At least one of EventPattern, RetentionDays or Description must be provided.');
    await refused(call('UpdateArchive', { ArchiveName: 'none', RetentionDays: 1 }), 'ResourceNotFoundException', 'Archive none does not exist.');
    await refused(call('ListArchives', { EventSourceArn: source.replace(/\/.*/, '/none') }), 'ResourceNotFoundException', 'Event bus none does not exist.');
  },
  'archive: keeps what matches, and a replay sends it again': async () => {
    const { bus: name, busArn, url } = await route();
    const kept = await archive(busArn, { EventPattern: '{"detail":{"keep":[true]}}' });
    await put(name, { keep: true });
    await put(name, { keep: false });
    const counted = await call('DescribeArchive', { ArchiveName: kept.name });
    assert.equal(counted.EventCount, 1);
    assert.ok(counted.SizeBytes > 0);
    await receive(url);
    await receive(url);
    const ReplayName = unique('replay');
    const started = await replay(ReplayName, kept.arn, busArn);
    assert.equal(started.State, 'STARTING');
    assert.match(started.ReplayArn, new RegExp(`:replay/${ReplayName}$`));
    const body = JSON.parse((await receive(url)).Body);
    assert.deepEqual(body.detail, { keep: true });
    assert.equal(body['replay-name'], ReplayName);
    const done = await eventually(async () => {
      const state = await call('DescribeReplay', { ReplayName });
      return state.State === 'COMPLETED' && state;
    }, 'the end of the replay');
    assert.ok(done.EventLastReplayedTime && done.ReplayEndTime);
    assert.equal((await call('DescribeArchive', { ArchiveName: kept.name })).EventCount, 1);
    await refused(call('CancelReplay', { ReplayName }), 'IllegalStatusException');
  },
  'replay: cancelled': async () => {
    const { arn: source } = await bus();
    const kept = await archive(source);
    const ReplayName = unique('replay');
    await replay(ReplayName, kept.arn, source);
    assert.equal((await call('CancelReplay', { ReplayName })).State, 'CANCELLING');
    await eventually(async () => (await call('DescribeReplay', { ReplayName })).State === 'CANCELLED', 'the cancellation');
    assert.equal((await call('ListReplays', { NamePrefix: ReplayName })).Replays.length, 1);
  },
  'replay: refused': async () => {
    const { arn: source } = await bus();
    const { arn: other } = await bus();
    const kept = await archive(source);
    await refused(replay('r', kept.arn, other), 'ValidationException', 'Parameter Destination.Arn is not valid. Reason: Cross event bus replay is not permitted.');
    await refused(replay('r', `${kept.arn}x`, source), 'ValidationException', `Parameter EventSourceArn is not valid. Reason: Archive ${kept.name}x does not exist.`);
    await refused(replay('r', kept.arn, source, { EventEndTime: new Date(0) }), 'ValidationException', 'Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.');
    await refused(call('DescribeReplay', { ReplayName: 'none' }), 'ResourceNotFoundException', 'Replay none does not exist.');
  },
  'others: partners and endpoints': async () => {
    assert.deepEqual((await call('ListEventSources', {})).EventSources, []);
    assert.deepEqual((await call('ListEndpoints', {})).Endpoints, []);
    await refused(call('DescribeEventSource', { Name: 'aws.partner/x' }), 'ResourceNotFoundException');
    await refused(call('PutPartnerEvents', { Entries: [{ Source: 's', DetailType: 't', Detail: '{}' }] }), 'OperationDisabledException');
  },
});
