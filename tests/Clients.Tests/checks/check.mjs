// Runs checks one after another and tells of each in one line of JSON: {"check", "ok", "error"}.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

export { assert };

export const endpoint = process.argv[2];

/** What every client of the SDK is made with. */
export const options = {
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
};

/** A name that no other check has. */
export const unique = (stem) => `${stem}-${randomBytes(4).toString('hex')}`;

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks again until `probe` gives something, for at most ten seconds. */
export async function eventually(probe, what) {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(50)) {
    const found = await probe();
    if (found) {
      return found;
    }
  }
  throw new Error(`${what} did not happen within 10 s`);
}

/** The call is refused with this error, and its message is this text or matches this pattern. */
export async function refused(call, name, message) {
  let answer;
  try {
    answer = await call;
  } catch (error) {
    assert.equal(error.name, name, `${error.name}: ${error.message}`);
    if (message instanceof RegExp) {
      assert.match(error.message, message);
    } else if (message !== undefined) {
      assert.equal(error.message, message);
    }
    return error;
  }
  assert.fail(`${name} was expected, and the answer is ${JSON.stringify(answer)}`);
}

export async function run(checks) {
  for (const [check, body] of Object.entries(checks)) {
    try {
      await body();
      console.log(JSON.stringify({ check, ok: true }));
    } catch (error) {
      console.log(JSON.stringify({ check, ok: false, error: `${error?.name}: ${error?.message}` }));
    }
  }
}
