// CloudFormation as the official JavaScript client sees it, with its waiters.
import * as cf from '@aws-sdk/client-cloudformation';
import * as secrets from '@aws-sdk/client-secrets-manager';
import * as ssm from '@aws-sdk/client-ssm';
import { assert, options, refused, run, unique } from './check.mjs';

const client = new cf.CloudFormationClient(options);
const vault = new secrets.SecretsManagerClient(options);
const parameters = new ssm.SSMClient(options);
const call = (name, input) => client.send(new cf[`${name}Command`](input));
const waiter = { client, maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.2 };
const describe = async (StackName) => (await call('DescribeStacks', { StackName })).Stacks[0];
const value = async (Name) => (await parameters.send(new ssm.GetParameterCommand({ Name }))).Parameter.Value;

const template = (name, text = 'one') => JSON.stringify({
  Parameters: { Text: { Type: 'String', Default: text } },
  Resources: { Value: { Type: 'AWS::SSM::Parameter', Properties: { Name: name, Type: 'String', Value: { Ref: 'Text' } } } },
  Outputs: { Value: { Value: { Ref: 'Value' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}-value' } } } },
});

async function create(TemplateBody, StackName = unique('stack')) {
  await call('CreateStack', { StackName, TemplateBody });
  await cf.waitUntilStackCreateComplete(waiter, { StackName });
  return StackName;
}

await run({
  'a stack is created, updated and deleted, and its waiters end': async () => {
    const name = `/${unique('cf')}`;
    const StackName = await create(template(name));
    assert.equal(await value(name), 'one');
    await call('UpdateStack', { StackName, UsePreviousTemplate: true, Parameters: [{ ParameterKey: 'Text', ParameterValue: 'two' }] });
    await cf.waitUntilStackUpdateComplete(waiter, { StackName });
    assert.equal(await value(name), 'two');
    await refused(call('UpdateStack', { StackName, UsePreviousTemplate: true, Parameters: [{ ParameterKey: 'Text', UsePreviousValue: true }] }), 'ValidationError', 'No updates are to be performed.');
    const { StackId } = await describe(StackName);
    await call('DeleteStack', { StackName });
    await cf.waitUntilStackDeleteComplete(waiter, { StackName: StackId });
    await refused(describe(StackName), 'ValidationError', `Stack with id ${StackName} does not exist`);
    await refused(value(name), 'ParameterNotFound');
  },
  'a stack that cannot be created is rolled back and says why': async () => {
    const name = `/${unique('cf')}`;
    const StackName = unique('stack');
    await call('CreateStack', {
      StackName,
      TemplateBody: JSON.stringify({
        Resources: {
          Good: { Type: 'AWS::SSM::Parameter', Properties: { Name: name, Type: 'String', Value: 'x' } },
          Bad: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 99999 }, DependsOn: 'Good' },
        },
      }),
    });
    await cf.waitUntilStackCreateComplete(waiter, { StackName }).catch(() => undefined);
    assert.equal((await describe(StackName)).StackStatus, 'ROLLBACK_COMPLETE');
    await refused(value(name), 'ParameterNotFound');
    const { StackEvents } = await call('DescribeStackEvents', { StackName });
    assert.ok(StackEvents.some(({ LogicalResourceId, ResourceStatus, ResourceStatusReason }) =>
      LogicalResourceId === 'Bad' && ResourceStatus === 'CREATE_FAILED' && ResourceStatusReason));
  },
  'an update that fails is rolled back to what was': async () => {
    const name = `/${unique('cf')}`;
    const StackName = await create(template(name));
    const broken = JSON.parse(template(name, 'two'));
    broken.Resources.Bad = { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 99999 }, DependsOn: 'Value' };
    await call('UpdateStack', { StackName, TemplateBody: JSON.stringify(broken) });
    await cf.waitUntilStackUpdateComplete(waiter, { StackName }).catch(() => undefined);
    assert.equal((await describe(StackName)).StackStatus, 'UPDATE_ROLLBACK_COMPLETE');
    assert.equal(await value(name), 'one');
  },
  'a change set creates a stack, and the next one shows and makes its change': async () => {
    const name = `/${unique('cf')}`;
    const StackName = unique('stack');
    const change = { StackName, TemplateBody: template(name) };
    await call('CreateChangeSet', { ...change, ChangeSetName: 'first', ChangeSetType: 'CREATE' });
    await cf.waitUntilChangeSetCreateComplete(waiter, { StackName, ChangeSetName: 'first' });
    assert.equal((await describe(StackName)).StackStatus, 'REVIEW_IN_PROGRESS');
    await call('ExecuteChangeSet', { StackName, ChangeSetName: 'first' });
    await cf.waitUntilStackCreateComplete(waiter, { StackName });
    await call('CreateChangeSet', { ...change, TemplateBody: template(`${name}-new`), ChangeSetName: 'second' });
    const { Changes: [{ ResourceChange }] } = await call('DescribeChangeSet', { StackName, ChangeSetName: 'second' });
    assert.deepEqual(
      [ResourceChange.Action, ResourceChange.LogicalResourceId, ResourceChange.PhysicalResourceId, ResourceChange.Replacement],
      ['Modify', 'Value', name, 'True']);
    await call('ExecuteChangeSet', { StackName, ChangeSetName: 'second' });
    await cf.waitUntilStackUpdateComplete(waiter, { StackName });
    assert.equal(await value(`${name}-new`), 'one');
    await call('CreateChangeSet', { ...change, TemplateBody: template(`${name}-new`), ChangeSetName: 'third' });
    const empty = await call('DescribeChangeSet', { StackName, ChangeSetName: 'third' });
    assert.deepEqual([empty.Status, empty.ExecutionStatus], ['FAILED', 'UNAVAILABLE']);
    assert.match(empty.StatusReason, /^The submitted information didn't contain changes\./);
    await call('DeleteChangeSet', { StackName, ChangeSetName: 'third' });
    assert.equal((await call('ListChangeSets', { StackName })).Summaries.length, 1);
  },
  'a stack that is not there is missed in the words of each operation': async () => {
    const StackName = unique('none');
    const TemplateBody = template('/none');
    for (const [operation, input, message] of [
      ['DescribeStackResources', {}, `Stack with id ${StackName} does not exist`],
      ['ListStackResources', {}, `Stack with id ${StackName} does not exist`],
      ['GetTemplate', {}, `Stack with id ${StackName} does not exist`],
      ['DescribeStackResource', { LogicalResourceId: 'a' }, `Stack '${StackName}' does not exist`],
      ['DescribeStackEvents', {}, `Stack [${StackName}] does not exist`],
      ['UpdateStack', { TemplateBody }, `Stack [${StackName}] does not exist`],
      ['CreateChangeSet', { TemplateBody, ChangeSetName: 'c', ChangeSetType: 'UPDATE' }, `Stack [${StackName}] does not exist`],
      ['DescribeChangeSet', { ChangeSetName: 'c' }, `Stack [${StackName}] does not exist`],
      ['ExecuteChangeSet', { ChangeSetName: 'c' }, `Stack [${StackName}] does not exist`],
      ['DeleteChangeSet', { ChangeSetName: 'c' }, `Stack [${StackName}] does not exist`],
      ['ListChangeSets', {}, `Stack [${StackName}] does not exist`],
      ['UpdateTerminationProtection', { EnableTerminationProtection: true }, `Stack [${StackName}] does not exist`],
    ]) {
      await refused(call(operation, { StackName, ...input }), 'ValidationError', message);
    }
    await call('DeleteStack', { StackName });
  },
  'a change set tells all parameters, those with NoEcho masked': async () => {
    const StackName = unique('stack');
    const body = JSON.parse(template(`/${unique('cf')}`));
    body.Parameters = { ...body.Parameters, Given: { Type: 'String' }, Secret: { Type: 'String', NoEcho: true, Default: 'hush' } };
    const change = { StackName, TemplateBody: JSON.stringify(body) };
    await refused(call('CreateChangeSet', { ...change, ChangeSetName: '1st', ChangeSetType: 'CREATE' }), 'ValidationError',
      "1 validation error detected: Value '1st' at 'changeSetName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
    const Parameters = [{ ParameterKey: 'Given', ParameterValue: 'g' }];
    await call('CreateChangeSet', { ...change, Parameters, ChangeSetName: 'first', ChangeSetType: 'CREATE' });
    const told = await call('DescribeChangeSet', { StackName, ChangeSetName: 'first' });
    assert.deepEqual(Object.fromEntries(told.Parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue])), { Text: 'one', Given: 'g', Secret: '****' });
    await call('DeleteChangeSet', { StackName, ChangeSetName: 'first' });
    await call('DeleteChangeSet', { StackName, ChangeSetName: 'first' });
    await refused(call('DescribeChangeSet', { StackName, ChangeSetName: 'first' }), 'ChangeSetNotFoundException', 'ChangeSet [first] does not exist');
  },
  'a stack gets the tags of the change set that creates it, not of the first': async () => {
    const StackName = unique('stack');
    const change = { StackName, TemplateBody: template(`/${unique('cf')}`) };
    const Tags = [{ Key: 'a', Value: '1' }];
    await call('CreateChangeSet', { ...change, ChangeSetName: 'untagged', ChangeSetType: 'CREATE' });
    await call('CreateChangeSet', { ...change, Tags, ChangeSetName: 'tagged', ChangeSetType: 'CREATE' });
    await call('ExecuteChangeSet', { StackName, ChangeSetName: 'tagged' });
    await cf.waitUntilStackCreateComplete(waiter, { StackName });
    assert.deepEqual((await describe(StackName)).Tags, Tags);
    await call('CreateChangeSet', { StackName, UsePreviousTemplate: true, Tags, ChangeSetName: 'same' });
    assert.equal((await call('DescribeChangeSet', { StackName, ChangeSetName: 'same' })).Status, 'FAILED');
  },
  'an export that is taken rolls the stack back and says why': async () => {
    const taken = await create(template(`/${unique('cf')}`));
    const StackName = unique('stack');
    const body = JSON.parse(template(`/${unique('cf')}`));
    body.Outputs.Value.Export.Name = `${taken}-value`;
    await call('CreateStack', { StackName, TemplateBody: JSON.stringify(body) });
    await cf.waitUntilStackCreateComplete(waiter, { StackName }).catch(() => undefined);
    const { StackEvents } = await call('DescribeStackEvents', { StackName });
    assert.equal(
      StackEvents.find(({ ResourceStatus }) => ResourceStatus === 'ROLLBACK_IN_PROGRESS').ResourceStatusReason,
      `Export with name ${taken}-value is already exported by stack ${taken}. Rollback requested by user.`);
  },
  'templates are refused and summarized as on AWS': async () => {
    const queue = (Properties) => JSON.stringify({ Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties } } });
    await refused(call('ValidateTemplate', { TemplateBody: queue({ QueueName: { 'Fn::GetAtt': ['None', 'Arn'] } }) }), 'ValidationError', 'Template error: instance of Fn::GetAtt references undefined resource None');
    await refused(call('ValidateTemplate', { TemplateBody: queue({ QueueName: { 'Fn::Sub': '${None.Arn}' } }) }), 'ValidationError', 'Template format error: Unresolved resource dependencies [None] in the Resources block of the template');
    const summary = await call('GetTemplateSummary', { TemplateBody: JSON.stringify({
      Parameters: { Size: { Type: 'String', AllowedValues: ['s', 'm'] } },
      Resources: { Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } } },
    }) });
    assert.deepEqual(summary.Capabilities, ['CAPABILITY_IAM']);
    assert.equal(summary.CapabilitiesReason, 'The following resource(s) require capabilities: [AWS::IAM::Role]');
    assert.deepEqual(summary.Parameters[0].ParameterConstraints.AllowedValues, ['s', 'm']);
    await refused(call('ListStacks', { StackStatusFilter: ['DONE'] }), 'ValidationError', /^1 validation error detected: Value '\[DONE\]' at 'stackStatusFilter'/);
  },
  'a value is exported, imported, and kept while it is needed': async () => {
    const [one, two] = [`/${unique('cf')}`, `/${unique('cf')}`];
    const exporter = await create(template(one));
    assert.ok((await call('ListExports', {})).Exports.some(({ Name, Value }) => Name === `${exporter}-value` && Value === one));
    const importer = await create(JSON.stringify({
      Resources: { Value: { Type: 'AWS::SSM::Parameter', Properties: { Name: two, Type: 'String', Value: { 'Fn::ImportValue': `${exporter}-value` } } } },
    }));
    assert.equal(await value(two), one);
    assert.deepEqual((await call('ListImports', { ExportName: `${exporter}-value` })).Imports, [importer]);
    await refused(call('DeleteStack', { StackName: exporter }), 'ValidationError', `Export ${exporter}-value cannot be deleted as it is in use by ${importer}`);
  },
  'references to parameters and secrets are resolved': async () => {
    const [source, name, Name] = [`/${unique('cf')}`, `/${unique('cf')}`, unique('secret')];
    await parameters.send(new ssm.PutParameterCommand({ Name: source, Type: 'String', Value: 'first' }));
    await parameters.send(new ssm.PutParameterCommand({ Name: source, Type: 'String', Value: 'second', Overwrite: true }));
    const { ARN } = await vault.send(new secrets.CreateSecretCommand({ Name, SecretString: '{"user":"me","tries":3}' }));
    const text = `{{resolve:ssm:${source}:1}} {{resolve:ssm:${source}}} {{resolve:secretsmanager:${Name}:SecretString:user}} {{resolve:secretsmanager:${ARN}:SecretString:tries::}}`;
    await create(template(name, text));
    assert.equal(await value(name), 'first second me 3');
  },
  'a secret is generated, and not again by an update that leaves it alone': async () => {
    const Name = unique('secret');
    const secret = async () => JSON.parse((await vault.send(new secrets.GetSecretValueCommand({ SecretId: Name }))).SecretString);
    const body = (Description, PasswordLength = 12) => JSON.stringify({ Resources: { Secret: { Type: 'AWS::SecretsManager::Secret', Properties: {
      Name, Description, GenerateSecretString: { SecretStringTemplate: '{"user":"me"}', GenerateStringKey: 'password', PasswordLength, ExcludePunctuation: true },
    } } } });
    const StackName = await create(body('one'));
    const first = await secret();
    assert.equal(first.user, 'me');
    assert.match(first.password, /^[a-zA-Z0-9]{12}$/);
    await call('UpdateStack', { StackName, TemplateBody: body('two') });
    await cf.waitUntilStackUpdateComplete(waiter, { StackName });
    assert.deepEqual(await secret(), first);
    await call('UpdateStack', { StackName, TemplateBody: body('two', 20) });
    await cf.waitUntilStackUpdateComplete(waiter, { StackName });
    assert.equal((await secret()).password.length, 20);
  },
  'a protected stack is not deleted': async () => {
    const StackName = await create(template(`/${unique('cf')}`));
    await call('UpdateTerminationProtection', { StackName, EnableTerminationProtection: true });
    await refused(call('DeleteStack', { StackName }), 'ValidationError', `Stack [${StackName}] cannot be deleted while TerminationProtection is enabled`);
    await call('UpdateTerminationProtection', { StackName, EnableTerminationProtection: false });
    await call('DeleteStack', { StackName });
    await cf.waitUntilStackDeleteComplete(waiter, { StackName });
  },
  'resources, templates and summaries are told': async () => {
    const name = `/${unique('cf')}`;
    const StackName = await create(template(name));
    assert.equal((await call('DescribeStackResource', { StackName, LogicalResourceId: 'Value' })).StackResourceDetail.PhysicalResourceId, name);
    assert.equal((await call('DescribeStackResources', { PhysicalResourceId: name })).StackResources[0].LogicalResourceId, 'Value');
    assert.equal((await call('ListStackResources', { StackName })).StackResourceSummaries.length, 1);
    assert.equal((await call('GetTemplate', { StackName })).TemplateBody, template(name));
    assert.deepEqual((await call('GetTemplateSummary', { StackName })).ResourceTypes, ['AWS::SSM::Parameter']);
    assert.equal((await call('ValidateTemplate', { TemplateBody: template(name) })).Parameters[0].ParameterKey, 'Text');
    assert.ok((await call('ListStacks', { StackStatusFilter: ['CREATE_COMPLETE'] })).StackSummaries.some((stack) => stack.StackName === StackName));
    await refused(call('ValidateTemplate', { TemplateBody: '{}' }), 'ValidationError', /At least one Resources member must be defined/);
  },
});
