import { expect, test } from 'vitest';
import { countVitest } from './count.mjs';

const file = (name: string, status: string, ...statuses: string[]) => ({
  name,
  status,
  message: status === 'failed' ? 'Cannot find module\nat line 3' : '',
  assertionResults: statuses.map((each, i) => ({ status: each, fullName: `test ${i}` })),
});

test('counts every kind of end, with its name', () => {
  const report = {
    testResults: [
      file('a', 'passed', 'passed', 'passed', 'skipped', 'pending', 'todo'),
      file('b', 'failed', 'failed', 'passed'),
    ],
  };
  const result = countVitest(report, false);
  expect(result).toMatchObject({ passed: 3, failed: 1, skipped: 3 });
  expect(result.failedNames).toEqual(['b: test 0']);
});

test.each([
  [
    'a file that could not be loaded',
    { testResults: [file('c', 'failed')] },
    'c: Cannot find module',
  ],
  ['an error outside the tests', { testResults: [file('a', 'passed', 'passed')] }, /outside/],
  ['a report that was never written', undefined, 'no test ran'],
])('%s is a failure', (_, report, name) => {
  const result = countVitest(report, false);
  expect(result.failed).toBe(1);
  expect(result.failedNames[0]).toMatch(name);
});

test('a run that ended well is taken at its word', () => {
  expect(countVitest({ testResults: [file('a', 'passed', 'passed')] }, true)).toMatchObject({
    passed: 1,
    failed: 0,
  });
});
