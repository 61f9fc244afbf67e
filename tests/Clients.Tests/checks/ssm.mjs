// The parameter store as the official JavaScript client sees it.
import * as ssm from '@aws-sdk/client-ssm';
import { assert, options, refused, run, unique } from './check.mjs';

const client = new ssm.SSMClient(options);
const call = (name, input) => client.send(new ssm[`${name}Command`](input));
const put = (Name, Value = 'one', extra = {}) => call('PutParameter', { Name, Value, Type: 'String', ...extra });
const get = async (Name, WithDecryption = false) => (await call('GetParameter', { Name, WithDecryption })).Parameter;
const path = () => `/${unique('path')}`;

/** All pages of a call. */
async function pages(name, input, member) {
  const found = [];
  let NextToken;
  do {
    const page = await call(name, { ...input, NextToken });
    found.push(...page[member]);
    ({ NextToken } = page);
  } while (NextToken);
  return found;
}

await run({
  'a parameter gets versions, and is found by version and ARN': async () => {
    const name = path();
    assert.deepEqual(await put(name).then(({ Version, Tier }) => [Version, Tier]), [1, 'Standard']);
    assert.equal((await put(name, 'two', { Overwrite: true })).Version, 2);
    const latest = await get(name);
    assert.equal(latest.Value, 'two');
    assert.equal((await get(latest.ARN)).Value, 'two');
    const first = await get(`${name}:1`);
    assert.deepEqual([first.Value, first.Selector], ['one', ':1']);
    await refused(get(`${name}:9`), 'ParameterVersionNotFound', `Systems Manager could not find version 9 of ${name}. Verify the version and try again.`);
    await refused(put(name), 'ParameterAlreadyExists', 'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.');
  },
  'what has no path is at the root': async () => {
    const [flat, below, deep] = [unique('flat'), path(), `${path()}/deep`];
    await Promise.all([flat, below, deep].map((name) => put(name)));
    const names = async (Recursive) => (await pages('GetParametersByPath', { Path: '/', Recursive }, 'Parameters')).map(({ Name }) => Name);
    const shallow = await names(false);
    assert.deepEqual([flat, below, deep].map((name) => shallow.includes(name)), [true, true, false]);
    const all = await names(true);
    assert.deepEqual([flat, below, deep].map((name) => all.includes(name)), [true, true, true]);
  },
  'ten names a call': async () => {
    const Names = Array.from({ length: 11 }, (_, index) => `n${index}`);
    for (const operation of ['GetParameters', 'DeleteParameters']) {
      await refused(call(operation, { Names }), 'ValidationException', `1 validation error detected: Value '[${Names.join(', ')}]' at 'names' failed to satisfy constraint: Member must have length less than or equal to 10`);
    }
  },
  'labels move from version to version and can be asked for': async () => {
    const name = path();
    await put(name);
    await put(name, 'two', { Overwrite: true });
    assert.deepEqual((await call('LabelParameterVersion', { Name: name, ParameterVersion: 1, Labels: ['live', '1st', 'aws-x'] })).InvalidLabels, ['1st', 'aws-x']);
    const labelled = await get(`${name}:live`);
    assert.deepEqual([labelled.Value, labelled.Selector], ['one', ':live']);
    assert.equal((await call('LabelParameterVersion', { Name: name, Labels: ['live'] })).ParameterVersion, 2);
    assert.equal((await get(`${name}:live`)).Value, 'two');
    const history = await pages('GetParameterHistory', { Name: name, MaxResults: 1 }, 'Parameters');
    assert.deepEqual(history.map(({ Version, Labels }) => [Version, Labels]), [[1, []], [2, ['live']]]);
    const removed = await call('UnlabelParameterVersion', { Name: name, ParameterVersion: 2, Labels: ['live', 'none'] });
    assert.deepEqual([removed.RemovedLabels, removed.InvalidLabels], [['live'], ['none']]);
    await refused(get(`${name}:live`), 'ParameterVersionNotFound');
  },
  'a SecureString is shown to those who ask for its decryption': async () => {
    const name = path();
    await put(name, 'hush', { Type: 'SecureString' });
    const hidden = await get(name);
    assert.ok(!hidden.Value.includes('hush'));
    assert.equal((await get(name)).Value, hidden.Value);
    assert.equal((await get(name, true)).Value, 'hush');
    const { Parameters } = await call('DescribeParameters', { ParameterFilters: [{ Key: 'Name', Values: [name] }] });
    assert.equal(Parameters[0].KeyId, 'alias/aws/ssm');
  },
  'tiers have their limits': async () => {
    const name = path();
    await refused(put(name, 'x'.repeat(4097)), 'ValidationException', /^Standard tier parameters support a maximum parameter value of 4096 characters/);
    assert.equal((await put(name, 'x'.repeat(4097), { Tier: 'Intelligent-Tiering' })).Tier, 'Advanced');
    await refused(put(name, 'x', { Tier: 'Standard', Overwrite: true }), 'ValidationException', /can't downgrade/);
    await refused(put(name, 'x'.repeat(8193), { Overwrite: true }), 'ValidationException', /8192/);
  },
  'a value must match its pattern, of later versions too': async () => {
    const name = path();
    await put(name, '12', { AllowedPattern: '[0-9]+' });
    await refused(put(name, 'ab', { Overwrite: true }), 'ParameterPatternMismatchException', 'Parameter value, cannot be validated against allowedPattern: [0-9]+');
    await refused(put(path(), 'ab', { AllowedPattern: '[' }), 'InvalidAllowedPatternException');
  },
  'names and kinds that are not allowed are refused': async () => {
    await refused(put('/aws/reserved'), 'AccessDeniedException', 'No access to reserved parameter name: /aws/reserved.');
    await refused(put('ssm-name'), 'ValidationException', 'Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).');
    await refused(put('with space'), 'ValidationException');
    await refused(put('not/qualified'), 'ValidationException', 'Parameter name must be a fully qualified name.');
    await refused(put('/a'.repeat(16)), 'HierarchyLevelLimitExceededException');
    await refused(call('PutParameter', { Name: path(), Value: 'x' }), 'ValidationException', 'A parameter type is required when you create a parameter.');
    await refused(put(path(), 'x', { DataType: 'Text' }), 'ValidationException', /data type is not supported/);
    await refused(put(path(), 'x', { Overwrite: true, Tags: [{ Key: 'a', Value: 'b' }] }), 'ValidationException', /tags and overwrite/);
  },
  'GetParameters tells which are missing': async () => {
    const name = path();
    await put(name);
    const answer = await call('GetParameters', { Names: [name, `${name}-none`, `${name}:1`] });
    assert.deepEqual([answer.Parameters.length, answer.InvalidParameters], [2, [`${name}-none`]]);
  },
  'GetParametersByPath goes down, filters and pages': async () => {
    const root = path();
    for (const each of ['a', 'b', 'c/d', 'c/e']) {
      await put(`${root}/${each}`, each, { Type: each === 'b' ? 'StringList' : 'String' });
    }
    const names = async (input) => (await pages('GetParametersByPath', { Path: root, MaxResults: 2, ...input }, 'Parameters')).map(({ Value }) => Value);
    assert.deepEqual(await names({}), ['a', 'b']);
    assert.deepEqual(await names({ Recursive: true }), ['a', 'b', 'c/d', 'c/e']);
    assert.deepEqual(await names({ ParameterFilters: [{ Key: 'Type', Values: ['StringList'] }] }), ['b']);
    await call('LabelParameterVersion', { Name: `${root}/a`, Labels: ['live'] });
    await put(`${root}/a`, 'later', { Overwrite: true });
    assert.deepEqual(await names({ ParameterFilters: [{ Key: 'Label', Values: ['live'] }] }), ['a']);
    await refused(names({ ParameterFilters: [{ Key: 'Name', Values: ['x'] }] }), 'InvalidFilterKey');
    await refused(call('GetParametersByPath', { Path: root, NextToken: '!' }), 'InvalidNextToken');
  },
  'DescribeParameters filters by name, path, tier and tag': async () => {
    const root = path();
    await put(`${root}/a`, 'x', { Tags: [{ Key: 'team', Value: 'red' }] });
    await put(`${root}/b`, 'x', { Tier: 'Advanced' });
    const names = async (...ParameterFilters) => (await pages('DescribeParameters', { ParameterFilters, MaxResults: 1 }, 'Parameters')).map(({ Name }) => Name.slice(-1));
    const below = { Key: 'Path', Option: 'Recursive', Values: [root] };
    assert.deepEqual(await names(below), ['a', 'b']);
    assert.deepEqual(await names(below, { Key: 'Tier', Values: ['Advanced'] }), ['b']);
    assert.deepEqual(await names(below, { Key: 'tag:team', Values: ['red'] }), ['a']);
    assert.deepEqual(await names({ Key: 'Name', Option: 'Contains', Values: [`${root}/b`] }), ['b']);
    assert.equal((await call('DescribeParameters', { Filters: [{ Key: 'Name', Values: [root] }] })).Parameters.length, 2);
    await refused(names({ Key: 'Tier', Option: 'BeginsWith', Values: ['A'] }), 'InvalidFilterOption');
  },
  'tags come, are listed and go': async () => {
    const name = path();
    await put(name, 'x', { Tags: [{ Key: 'a', Value: '1' }] });
    const resource = { ResourceType: 'Parameter', ResourceId: name };
    await call('AddTagsToResource', { ...resource, Tags: [{ Key: 'b', Value: '2' }] });
    await call('RemoveTagsFromResource', { ...resource, TagKeys: ['a'] });
    assert.deepEqual((await call('ListTagsForResource', resource)).TagList, [{ Key: 'b', Value: '2' }]);
    await refused(call('ListTagsForResource', { ...resource, ResourceId: '/none' }), 'InvalidResourceId');
  },
  'deleted parameters are gone, and their versions begin anew': async () => {
    const [one, two] = [path(), path()];
    await put(one);
    await put(two);
    await call('DeleteParameter', { Name: one });
    await refused(get(one), 'ParameterNotFound');
    await refused(call('DeleteParameter', { Name: one }), 'ParameterNotFound');
    const answer = await call('DeleteParameters', { Names: [one, two] });
    assert.deepEqual([answer.DeletedParameters, answer.InvalidParameters], [[two], [one]]);
    assert.equal((await put(one)).Version, 1);
  },
});
