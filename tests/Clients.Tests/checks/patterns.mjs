// Event patterns through TestEventPattern: what matches, and the words of what is refused, as the official JavaScript client sees them.
import * as events from '@aws-sdk/client-eventbridge';
import { assert, options, refused, run } from './check.mjs';

const client = new events.EventBridgeClient(options);
const test = (EventPattern, Event) => client.send(new events.TestEventPatternCommand({ EventPattern, Event }));
const envelope = {
  id: '1', 'detail-type': 'order', source: 'shop', account: '123456789012', time: '2026-01-01T00:00:00Z', region: 'us-east-1',
  resources: ['arn:a', 'arn:b'],
};
const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Of each row: the pattern of `detail`, the detail, and whether they match. */
const answers = {
  'exact: text': [{ a: ['x', 'y'] }, { a: 'y' }, true],
  'exact: case counts': [{ a: ['x'] }, { a: 'X' }, false],
  'exact: a number is no text': [{ a: [1] }, { a: '1' }, false],
  'exact: numbers by value': ['{"detail":{"a":[300]}}', '{"a":3.0e2}', true],
  'exact: null is not absence': [{ a: [null] }, {}, false],
  'exact: null': [{ a: [null] }, { a: null }, true],
  'exact: empty text': [{ a: [''] }, { a: '' }, true],
  'exact: true': [{ a: [true] }, { a: true }, true],
  'exact: any element of an array': [{ a: ['x'] }, { a: ['w', 'x'] }, true],
  'exact: an empty array has none': [{ a: ['x'] }, { a: [] }, false],
  'all fields': [{ a: ['x'], b: ['y'] }, { a: 'x', b: 'z' }, false],
  'nested': [{ a: { b: { c: ['x'] } } }, { a: { b: { c: 'x', d: 1 } } }, true],
  'arrays of objects: one element satisfies both': [{ a: { b: [1], c: [2] } }, { a: [{ b: 1, c: 9 }, { b: 1, c: 2 }] }, true],
  'arrays of objects: two elements together do not': [{ a: { b: [1], c: [2] } }, { a: [{ b: 1, c: 9 }, { b: 8, c: 2 }] }, false],
  'prefix': [{ a: [{ prefix: 'ab' }] }, { a: 'abc' }, true],
  'prefix: empty': [{ a: [{ prefix: '' }] }, { a: 'abc' }, true],
  'prefix: ignoring case': [{ a: [{ prefix: { 'equals-ignore-case': 'AB' } }] }, { a: 'abc' }, true],
  'suffix': [{ a: [{ suffix: 'bc' }] }, { a: 'abc' }, true],
  'suffix: ignoring case': [{ a: [{ suffix: { 'equals-ignore-case': '.PNG' } }] }, { a: 'x.png' }, true],
  'ignoring case': [{ a: [{ 'equals-ignore-case': 'AbC' }] }, { a: 'aBc' }, true],
  'wildcard': [{ a: [{ wildcard: 'a*c*e' }] }, { a: 'abcde' }, true],
  'wildcard: an escaped star': ['{"detail":{"a":[{"wildcard":"a\\\\*c"}]}}', { a: 'abc' }, false],
  'anything-but: value': [{ a: [{ 'anything-but': 'x' }] }, { a: 'y' }, true],
  'anything-but: list': [{ a: [{ 'anything-but': ['x', 'y'] }] }, { a: 'y' }, false],
  'anything-but: numbers': [{ a: [{ 'anything-but': [1, 2] }] }, { a: 3 }, true],
  'anything-but: absence does not match': [{ a: [{ 'anything-but': 'x' }] }, {}, false],
  'anything-but: prefix': [{ a: [{ 'anything-but': { prefix: 'x' } }] }, { a: 'xy' }, false],
  'anything-but: prefixes': [{ a: [{ 'anything-but': { prefix: ['x', 'y'] } }] }, { a: 'z' }, true],
  'anything-but: suffix': [{ a: [{ 'anything-but': { suffix: ['.a', '.b'] } }] }, { a: 'x.b' }, false],
  'anything-but: wildcard': [{ a: [{ 'anything-but': { wildcard: '*/x/*' } }] }, { a: 'a/y/b' }, true],
  'anything-but: ignoring case': [{ a: [{ 'anything-but': { 'equals-ignore-case': ['X', 'Y'] } }] }, { a: 'y' }, false],
  'numeric: range': [{ a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 5 }, true],
  'numeric: equal': [{ a: [{ numeric: ['=', 3.018e2] }] }, { a: 301.8 }, true],
  'numeric: of a text': [{ a: [{ numeric: ['>', 0] }] }, { a: '5' }, false],
  'numeric: negative': [{ a: [{ numeric: ['<', -1.5] }] }, { a: -1.6 }, true],
  'cidr: v4': [{ a: [{ cidr: '10.0.0.0/24' }] }, { a: '10.0.0.255' }, true],
  'cidr: outside': [{ a: [{ cidr: '10.0.0.0/24' }] }, { a: '10.0.1.0' }, false],
  'cidr: v6': [{ a: [{ cidr: '2001:db8::/32' }] }, { a: '2001:db8:1::1' }, true],
  'exists: true': [{ a: [{ exists: true }] }, { a: 0 }, true],
  'exists: of an object is false': [{ a: [{ exists: true }] }, { a: { b: 1 } }, false],
  'exists: false': [{ a: [{ exists: false }] }, { b: 1 }, true],
  'or': [{ $or: [{ a: ['x'] }, { b: [{ numeric: ['>', 1] }] }] }, { b: 2 }, true],
  'or: neither': [{ $or: [{ a: ['x'] }, { b: ['y'] }] }, { a: 'y', b: 'x' }, false],
  'or: with others beside it': [{ c: [1], $or: [{ a: ['x'] }, { b: ['y'] }] }, { a: 'x', c: 2 }, false],
};

/** Of each row: the pattern, and how the reason begins. */
const refusals = {
  'text': ['{"string": "x"}', '"string" must be an object or an array'],
  'number': [{ int: 42 }, '"int" must be an object or an array'],
  'empty array': [{ resources: [] }, 'Empty arrays are not allowed'],
  'empty object': [{ detail: {} }, 'Empty objects are not allowed'],
  'no object': ['["not", "a", "dict"]', 'Filter is not an object'],
  'no JSON': ['this is no json', "Unrecognized token 'this': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"],
  'single quotes': ["{'bad': 'quotation'}", "Unexpected character (''' (code 39)): was expecting double-quote to start field name"],
  'token within': ['{"not": closed mark"', "Unrecognized token 'closed': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"],
  'unknown operator': [{ a: [{ like: 'x' }] }, 'Unrecognized match type like'],
  'case of exists': [{ a: [{ EXISTS: true }] }, 'Unrecognized match type EXISTS'],
  'case of numeric': [{ a: [{ NUMERIC: ['=', 5] }] }, 'Unrecognized match type NUMERIC'],
  'two operators': [{ a: [{ prefix: 'x', suffix: 'y' }] }, 'Only one key allowed in match expression'],
  'array in array': [{ a: [['x']] }, 'Match value must be String, number, true, false, or null'],
  'exists: text': [{ a: [{ exists: 'yes' }] }, 'exists match pattern must be either true or false.'],
  'prefix: number': [{ a: [{ prefix: 123 }] }, 'prefix match pattern must be a string'],
  'prefix: list': [{ a: [{ prefix: ['x'] }] }, 'prefix match pattern must be a string'],
  'suffix: number': [{ a: [{ suffix: 123 }] }, 'suffix match pattern must be a string'],
  'suffix: list': [{ a: [{ suffix: ['x'] }] }, 'suffix match pattern must be a string'],
  'equals-ignore-case: list': [{ a: [{ 'equals-ignore-case': ['x'] }] }, 'equals-ignore-case match pattern must be a string'],
  'wildcard: number': [{ a: [{ wildcard: 123 }] }, 'wildcard match pattern must be a string'],
  'wildcard: two stars': ['{"EventBusArn": [{"wildcard": "arn:**:x"}]}', 'Consecutive wildcard characters at pos '],
  'wildcard: too complex': [{ a: [{ wildcard: '*:*:*:*:*:event-bus/*' }] }, 'Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character'],
  'wildcard: escape': ['{"a": [{"wildcard": "a\\\\b"}]}', 'Invalid escape character at pos '],
  'anything-but: null': [{ a: [{ 'anything-but': null }] }, 'Value of anything-but must be an array or single string/number value.'],
  'anything-but: null in a list': [{ a: [{ 'anything-but': ['x', null] }] }, 'Inside anything but list, start|null|boolean is not supported.'],
  'anything-but: mixed list': [{ a: [{ 'anything-but': ['x', 1] }] }, 'Inside anything but list, either all values are number or string, mixed type is not supported'],
  'anything-but: empty list': [{ a: [{ 'anything-but': [] }] }, 'Inside anything but list, either all values are number or string, mixed type is not supported'],
  'anything-but: empty prefix': [{ a: [{ 'anything-but': { prefix: '' } }] }, 'Null prefix/suffix not allowed'],
  'anything-but: prefix of a number': [{ a: [{ 'anything-but': { prefix: 123 } }] }, 'prefix/suffix match pattern must be a string'],
  'anything-but: numbers ignoring case': [
    { a: [{ 'anything-but': { 'equals-ignore-case': [123, 456] } }] }, 'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.'],
  'numeric: no list': [{ a: [{ numeric: 10 }] }, 'Value of numeric must be an array.'],
  'numeric: twice the same side': [{ a: [{ numeric: ['>', 0, '>', 0] }] }, 'Bad numeric range operator: >'],
  'numeric: no value': [{ a: [{ numeric: ['>', 0, '<'] }] }, 'Value of < must be numeric'],
  'numeric: unknown operator': [{ a: [{ numeric: ['!=', 0] }] }, 'Unrecognized numeric range operator: !='],
  'numeric: bottom over top': [{ a: [{ numeric: ['>', 5, '<', 1] }] }, 'Bottom must be less than top'],
  'cidr: no slash': [{ a: [{ cidr: 'bad-filter' }] }, "Malformed CIDR, one '/' required"],
  'cidr: mask': [{ a: [{ cidr: '10.0.0.0/x' }] }, 'Malformed CIDR, mask bits must be an integer'],
  'cidr: wide mask': [{ a: [{ cidr: '10.0.0.0/33' }] }, 'IPv4 mask bits must be < 32'],
  'cidr: no address': [{ a: [{ cidr: 'xx.11.xx/8' }] }, 'Nonstandard IP address: xx.11.xx'],
  'cidr: no address of v6': [{ a: [{ cidr: 'xxxx:db8:1234:1a00::/64' }] }, 'Nonstandard IP address: xxxx:db8:1234:1a00::'],
};

const checks = {};
for (const [name, [pattern, detail, expected]] of Object.entries(answers)) {
  checks[`matches: ${name}`] = async () => {
    const event = `${JSON.stringify(envelope).slice(0, -1)},"detail":${text(detail)}}`;
    assert.equal((await test(typeof pattern === 'string' ? pattern : JSON.stringify({ detail: pattern }), event)).Result, expected);
  };
}
for (const [name, [pattern, reason]] of Object.entries(refusals)) {
  checks[`refused: ${name}`] = async () => {
    const { message } = await refused(test(text(pattern), JSON.stringify({ ...envelope, detail: {} })), 'InvalidEventPatternException');
    const expected = `Event pattern is not valid. Reason: ${reason}`;
    assert.equal(message.slice(0, expected.length), expected);
  };
}

await run({
  ...checks,
  'refused: the place is told': async () => {
    const { message } = await refused(test('{"a": [{"like": "x"}]}', JSON.stringify({ ...envelope, detail: {} })), 'InvalidEventPatternException');
    assert.match(message, /at \[Source: \(String\)"\{"a": \[\{"like": "x"\}\]\}"; line: 1, column: \d+\]$/);
  },
  'event: every field of the envelope but detail and resources must be there': async () => {
    for (const member of Object.keys(envelope).filter((name) => name !== 'resources')) {
      const { [member]: _, ...rest } = { ...envelope, detail: {} };
      await refused(test('{"source":["shop"]}', JSON.stringify(rest)), 'ValidationException', 'Parameter Event is not valid.');
    }
  },
  'event: what is no object': async () => {
    for (const event of ['plain', '"text"', '[1]', '{', '1']) {
      await refused(test('{"source":["shop"]}', event), 'ValidationException', 'Parameter Event is not valid.');
    }
  },
  'event: fields of the envelope match': async () => {
    const event = JSON.stringify({ ...envelope, detail: {} });
    assert.equal((await test('{"resources":["arn:b"],"account":["123456789012"],"region":[{"prefix":"us-"}]}', event)).Result, true);
  },
});
