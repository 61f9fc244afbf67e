// Secrets Manager as the official JavaScript client sees it.
import * as secrets from '@aws-sdk/client-secrets-manager';
import { assert, options, refused, run, unique } from './check.mjs';

const client = new secrets.SecretsManagerClient(options);
const call = (name, input) => client.send(new secrets[`${name}Command`](input));
const create = (Name = unique('secret'), extra = {}) => call('CreateSecret', { Name, SecretString: 'one', ...extra });
const value = async (SecretId, extra = {}) => (await call('GetSecretValue', { SecretId, ...extra })).SecretString;
const token = (digit) => String(digit).repeat(32);
const missing = 'Secrets Manager can\'t find the specified secret.';

await run({
  'a secret is found by name, ARN and partial ARN': async () => {
    const { ARN, Name } = await create();
    for (const id of [Name, ARN, ARN.slice(0, -7)]) {
      assert.equal(await value(id), 'one');
    }
    await refused(value(unique('none')), 'ResourceNotFoundException', missing);
  },
  'creating again with the same token and value is the same call': async () => {
    const name = unique('secret');
    const first = await create(name, { ClientRequestToken: token(1) });
    assert.equal((await create(name, { ClientRequestToken: token(1) })).ARN, first.ARN);
    await refused(create(name, { ClientRequestToken: token(1), SecretString: 'two' }), 'ResourceExistsException');
    await refused(create(unique('secret'), { ClientRequestToken: 'short' }), 'InvalidParameterException', 'ClientRequestToken must be 32-64 characters long.');
  },
  'bytes arrive as bytes': async () => {
    const { ARN } = await create(undefined, { SecretString: undefined, SecretBinary: new Uint8Array([0, 255, 1]) });
    assert.deepEqual([...(await call('GetSecretValue', { SecretId: ARN })).SecretBinary], [0, 255, 1]);
  },
  'versions have stages, and old ones stay until they are many': async () => {
    const { Name } = await create(undefined, { ClientRequestToken: token(1) });
    await call('PutSecretValue', { SecretId: Name, SecretString: 'two', ClientRequestToken: token(2) });
    await call('PutSecretValue', { SecretId: Name, SecretString: 'three', ClientRequestToken: token(3) });
    assert.equal(await value(Name), 'three');
    assert.equal(await value(Name, { VersionStage: 'AWSPREVIOUS' }), 'two');
    assert.equal(await value(Name, { VersionId: token(1) }), 'one');
    const { Versions } = await call('ListSecretVersionIds', { SecretId: Name });
    assert.deepEqual(Versions.map(({ VersionId, VersionStages }) => [VersionId[0], VersionStages]), [['3', ['AWSCURRENT']], ['2', ['AWSPREVIOUS']]]);
    assert.equal((await call('ListSecretVersionIds', { SecretId: Name, IncludeDeprecated: true })).Versions.length, 3);
    await refused(value(Name, { VersionStage: 'AWSPENDING' }), 'ResourceNotFoundException', /staging label: AWSPENDING$/);
    await refused(value(Name, { VersionId: token(1), VersionStage: 'AWSCURRENT' }), 'InvalidRequestException');
  },
  'stages are moved by hand, and AWSCURRENT never goes': async () => {
    const { Name } = await create(undefined, { ClientRequestToken: token(1) });
    await call('PutSecretValue', { SecretId: Name, SecretString: 'two', ClientRequestToken: token(2), VersionStages: ['AWSPENDING'] });
    const move = (input) => call('UpdateSecretVersionStage', { SecretId: Name, VersionStage: 'AWSCURRENT', ...input });
    await refused(move({ MoveToVersionId: token(2) }), 'InvalidParameterException', /RemoveFromVersionId can't be empty/);
    await refused(move({ RemoveFromVersionId: token(1) }), 'InvalidParameterException', /can't be completely removed/);
    await move({ MoveToVersionId: token(2), RemoveFromVersionId: token(1) });
    assert.equal(await value(Name), 'two');
    assert.equal(await value(Name, { VersionStage: 'AWSPREVIOUS' }), 'one');
  },
  'an update changes the value, the description or both': async () => {
    const { Name } = await create(undefined, { Description: 'before' });
    assert.equal((await call('UpdateSecret', { SecretId: Name, Description: 'after' })).VersionId, undefined);
    assert.ok((await call('UpdateSecret', { SecretId: Name, SecretString: 'two' })).VersionId);
    const described = await call('DescribeSecret', { SecretId: Name });
    assert.equal(described.Description, 'after');
    assert.equal(Object.keys(described.VersionIdsToStages).length, 2);
  },
  'lists filter, sort and page': async () => {
    const stem = unique('list');
    for (const each of ['a', 'b', 'c']) {
      await create(`${stem}/${each}`, { Description: `the ${each} of lists`, Tags: [{ Key: `key-${each}`, Value: 'x' }] });
    }
    const named = { Key: 'name', Values: [stem] };
    const names = async (...Filters) => (await call('ListSecrets', { Filters })).SecretList.map(({ Name }) => Name.slice(-1)).sort();
    assert.deepEqual(await names(named), ['a', 'b', 'c']);
    assert.deepEqual(await names(named, { Key: 'tag-key', Values: ['key-b'] }), ['b']);
    assert.deepEqual(await names(named, { Key: 'description', Values: ['C'] }), ['c']);
    assert.deepEqual(await names(named, { Key: 'tag-key', Values: ['!key-b'] }), ['a', 'c']);
    const paged = [];
    for await (const { SecretList } of secrets.paginateListSecrets({ client, pageSize: 2 }, { Filters: [named], SortOrder: 'desc' })) {
      paged.push(...SecretList.map(({ Name }) => Name.slice(-1)));
    }
    assert.deepEqual(paged.toSorted(), ['a', 'b', 'c']);
  },
  'several values come with one call, and failures beside them': async () => {
    const { Name } = await create();
    const answer = await call('BatchGetSecretValue', { SecretIdList: [Name, 'none'] });
    assert.deepEqual(answer.SecretValues.map(({ SecretString }) => SecretString), ['one']);
    assert.deepEqual(answer.Errors.map(({ SecretId, ErrorCode }) => [SecretId, ErrorCode]), [['none', 'ResourceNotFoundException']]);
    assert.equal((await call('BatchGetSecretValue', { Filters: [{ Key: 'name', Values: [Name] }] })).SecretValues.length, 1);
    await refused(call('BatchGetSecretValue', {}), 'InvalidParameterException');
  },
  'a deleted secret can be restored in its window': async () => {
    const { Name } = await create();
    const { DeletionDate } = await call('DeleteSecret', { SecretId: Name, RecoveryWindowInDays: 7 });
    assert.ok(DeletionDate instanceof Date);
    await refused(value(Name), 'InvalidRequestException', /marked for deletion/);
    await refused(create(Name), 'InvalidRequestException', /already scheduled for deletion/);
    await call('RestoreSecret', { SecretId: Name });
    assert.equal(await value(Name), 'one');
    await refused(call('DeleteSecret', { SecretId: Name, RecoveryWindowInDays: 3 }), 'InvalidParameterException', /between 7 and 30 days/);
    await refused(call('DeleteSecret', { SecretId: Name, RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true }), 'InvalidParameterException');
    await call('DeleteSecret', { SecretId: Name, ForceDeleteWithoutRecovery: true });
    await refused(value(Name), 'ResourceNotFoundException', missing);
    await call('DeleteSecret', { SecretId: Name, ForceDeleteWithoutRecovery: true });
  },
  'a name that no secret can have is refused by every operation': async () => {
    for (const SecretId of ['Inv *?!]Name\\-', ' leading', 'a{b}']) {
      for (const [operation, input] of [
        ['GetSecretValue'], ['DescribeSecret'], ['DeleteSecret'], ['RestoreSecret'], ['ListSecretVersionIds'], ['UpdateSecret', { Description: 'd' }],
        ['PutSecretValue', { SecretString: 's' }], ['TagResource', { Tags: [] }], ['UntagResource', { TagKeys: ['k'] }],
      ]) {
        await refused(call(operation, { SecretId, ...input }), 'ValidationException', 'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!');
      }
    }
    await refused(create('x'.repeat(513)), 'ValidationException', /at 'name' failed to satisfy constraint: Member must have length less than or equal to 512$/);
  },
  'the day of the last reading is told': async () => {
    const { Name } = await create();
    assert.equal((await call('DescribeSecret', { SecretId: Name })).LastAccessedDate, undefined);
    await value(Name);
    const { LastAccessedDate, LastChangedDate, CreatedDate } = await call('DescribeSecret', { SecretId: Name });
    assert.equal(LastAccessedDate.getTime() % 86_400_000, 0);
    assert.equal(LastChangedDate.getTime(), CreatedDate.getTime());
  },
  'tags come and go': async () => {
    const { Name } = await create(undefined, { Tags: [{ Key: 'a', Value: '1' }] });
    await call('TagResource', { SecretId: Name, Tags: [{ Key: 'b', Value: '2' }] });
    await call('UntagResource', { SecretId: Name, TagKeys: ['a'] });
    assert.deepEqual((await call('DescribeSecret', { SecretId: Name })).Tags, [{ Key: 'b', Value: '2' }]);
  },
  'passwords are of the kinds that are wanted': async () => {
    const { RandomPassword } = await call('GetRandomPassword', {});
    assert.equal(RandomPassword.length, 32);
    for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]) {
      assert.match(RandomPassword, kind);
    }
    const digits = await call('GetRandomPassword', { PasswordLength: 9, ExcludeLowercase: true, ExcludeUppercase: true, ExcludePunctuation: true, ExcludeCharacters: '01' });
    assert.match(digits.RandomPassword, /^[2-9]{9}$/);
    await refused(call('GetRandomPassword', { PasswordLength: 2 }), 'InvalidParameterException', 'Password length is too short based on the required types.');
    await refused(call('GetRandomPassword', { PasswordLength: 4097 }), 'ValidationException', /at 'passwordLength' failed to satisfy constraint: Member must have value less than or equal to 4096$/);
  },
});
