// Dead letters of SQS and their way back, behaviour by behaviour, and the words of the refusals, as the official JavaScript client sees them.
import { assert, eventually, refused, run } from './check.mjs';
import { arn, attributes, bury, call, counts, create, fifo, one, send, slowMove, tasks, text, withDeadLetters } from './sqs-steps.mjs';

await run({
  'dead letters: with their attributes, and where they come from': async () => {
    const pair = await withDeadLetters();
    await bury(pair, 'poison', { MessageAttributes: { a: text('1') } });
    const message = await one(pair.dead, { MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] });
    assert.equal(message.MessageAttributes.a.StringValue, '1');
    assert.equal(message.Attributes.DeadLetterQueueSourceArn, await arn(pair.url));
    assert.equal(Number(message.Attributes.ApproximateReceiveCount) >= 2, true);
  },
  'dead letters: FIFO': async () => {
    const pair = await withDeadLetters(1, fifo);
    await bury(pair, 'poison', { MessageGroupId: 'g' });
    const message = await one(pair.dead, { MessageSystemAttributeNames: ['All'] });
    assert.deepEqual([message.Body, message.Attributes.MessageGroupId], ['poison', 'g']);
  },
  'move: to where they came from': async () => {
    const pair = await withDeadLetters();
    await bury(pair);
    const { TaskHandle } = await call('StartMessageMoveTask', { SourceArn: pair.deadArn });
    assert.ok(TaskHandle);
    const done = await eventually(async () => (await tasks(pair.deadArn)).find(({ Status }) => Status === 'COMPLETED'), 'the end of the move');
    assert.deepEqual(
      [done.SourceArn, Number(done.ApproximateNumberOfMessagesMoved), Number(done.ApproximateNumberOfMessagesToMove), done.TaskHandle],
      [pair.deadArn, 1, 1, undefined]);
    assert.deepEqual((await counts(pair.url))[0], 1);
  },
  'move: to another queue': async () => {
    const pair = await withDeadLetters();
    await bury(pair);
    const other = await create();
    await call('StartMessageMoveTask', { SourceArn: pair.deadArn, DestinationArn: await arn(other) });
    assert.equal((await one(other, { WaitTimeSeconds: 20 })).Body, 'poison');
    assert.equal((await tasks(pair.deadArn))[0].DestinationArn, await arn(other));
  },
  'move: to several sources': async () => {
    const first = await withDeadLetters();
    const url = await create({ VisibilityTimeout: '0', RedrivePolicy: JSON.stringify({ deadLetterTargetArn: first.deadArn, maxReceiveCount: 1 }) });
    await bury(first, 'one');
    await bury({ ...first, url }, 'two');
    await call('StartMessageMoveTask', { SourceArn: first.deadArn });
    await eventually(async () => (await counts(first.url))[0] === 1 && (await counts(url))[0] === 1, 'both moves');
  },
  'move: refused': async () => {
    const SourceArn = await arn(await create());
    await refused(call('StartMessageMoveTask', { SourceArn }), 'InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
    await refused(
      call('StartMessageMoveTask', { SourceArn: `${SourceArn}-none` }), 'ResourceNotFoundException',
      "The resource that you specified for the SourceArn parameter doesn't exist.");
    const { deadArn } = await withDeadLetters();
    await refused(
      call('StartMessageMoveTask', { SourceArn: deadArn, DestinationArn: `${SourceArn}-none` }), 'ResourceNotFoundException',
      "The resource that you specified for the DestinationArn parameter doesn't exist.");
    await refused(call('StartMessageMoveTask', { SourceArn: deadArn, MaxNumberOfMessagesPerSecond: 501 }), 'InvalidParameterValue');
  },
  'move: one at a time, slowed, cancelled': async () => {
    const { deadArn, TaskHandle, url } = await slowMove();
    await refused(
      call('StartMessageMoveTask', { SourceArn: deadArn }), 'InvalidParameterValue',
      'There is already a task running. Only one active task is allowed for a source queue arn at a given time.');
    const [running] = await tasks(deadArn);
    assert.deepEqual([running.Status, running.TaskHandle, running.MaxNumberOfMessagesPerSecond], ['RUNNING', TaskHandle, 1]);
    const { ApproximateNumberOfMessagesMoved } = await call('CancelMessageMoveTask', { TaskHandle });
    assert.ok(Number(ApproximateNumberOfMessagesMoved ?? 0) < 100);
    await eventually(async () => (await tasks(deadArn))[0].Status === 'CANCELLED', 'the cancellation');
    assert.ok((await counts(url))[0] < 100);
  },
  'move: its destination goes away': async () => {
    const { deadArn, url } = await slowMove();
    await call('DeleteQueue', { QueueUrl: url });
    const failed = await eventually(async () => (await tasks(deadArn)).find(({ Status }) => Status === 'FAILED'), 'the failure');
    assert.ok(failed.FailureReason);
  },
  'move: cancelled by what is no handle': async () => {
    await refused(call('CancelMessageMoveTask', { TaskHandle: 'garbage' }), 'InvalidParameterValue', 'Value for parameter TaskHandle is invalid.');
    const { deadArn, TaskHandle } = await slowMove(10);
    const altered = (change) => Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(TaskHandle, 'base64')), ...change })).toString('base64');
    await refused(
      call('CancelMessageMoveTask', { TaskHandle: altered({ sourceArn: `${deadArn}-none` }) }), 'ResourceNotFoundException',
      "The resource that you specified for the SourceArn parameter doesn't exist.");
    await refused(
      call('CancelMessageMoveTask', { TaskHandle: altered({ taskId: '10f57c53-e3f2-4a1c-8f0b-0b0b0b0b0b0b' }) }), 'ResourceNotFoundException', 'Task does not exist.');
    await call('CancelMessageMoveTask', { TaskHandle });
  },
  'move: those that were sent here come from nowhere': async () => {
    const { dead, deadArn } = await withDeadLetters();
    await send(dead, 'x');
    await call('StartMessageMoveTask', { SourceArn: deadArn });
    const failed = await eventually(async () => (await tasks(deadArn)).find(({ Status }) => Status === 'FAILED'), 'the failure');
    assert.equal(failed.FailureReason, 'CouldNotDetermineMessageSource');
  },
  'move: listed up to ten': async () => {
    const { deadArn } = await withDeadLetters();
    assert.deepEqual((await tasks(deadArn)) ?? [], []);
    await refused(tasks(`${deadArn}-none`), 'ResourceNotFoundException', "The resource that you specified for the SourceArn parameter doesn't exist.");
  },
});
