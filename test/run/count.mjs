/**
 * Counts the tests in the report of Vitest's JSON reporter. `succeeded` is whether the command
 * itself ended well: a report that is missing, a file that could not be loaded, or an error outside
 * any test counts as one failure, so that nothing can go wrong without being counted.
 */
export function countVitest(report, succeeded, shorten = (path) => path) {
  const result = { passed: 0, failed: 0, skipped: 0, failedNames: [], skippedNames: [] };
  for (const file of report?.testResults ?? []) {
    const path = shorten(file.name);
    for (const { status, fullName } of file.assertionResults) {
      const name = `${path}: ${fullName}`;
      if (status === 'passed') result.passed += 1;
      else if (status === 'failed') fail(result, name);
      else skip(result, name);
    }
    const failedTests = file.assertionResults.some(({ status }) => status === 'failed');
    if (file.status === 'failed' && !failedTests)
      fail(result, `${path}: ${firstLine(file.message)}`);
  }
  if (!succeeded && result.failed === 0) {
    fail(result, report ? 'an error outside the tests, see above' : 'no test ran');
  }
  return result;
}

function fail(result, name) {
  result.failed += 1;
  result.failedNames.push(name);
}

function skip(result, name) {
  result.skipped += 1;
  result.skippedNames.push(name);
}

function firstLine(message) {
  return message?.split('\n')[0] || 'could not be loaded';
}
