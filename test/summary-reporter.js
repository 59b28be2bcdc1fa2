/** Closes a run with one line of counts, and names the tests that were not run. */
module.exports = class SummaryReporter {
  onRunComplete(_contexts, results) {
    if (!process.env.TEST_MYSQL_URL) {
      console.log('\nNOT RUN: the MySQL half of the tests (no mariadbd or mysqld found; SQLite only).');
    }
    if (!process.env.TEST_BROWSER) {
      console.log('\nNOT RUN: the tests in a browser (no chromium found).');
    }
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = results;
    const notRun = numPendingTests + numTodoTests;
    const failed = numFailedTests || numFailedTestSuites;
    console.log(`\n${numPassedTests} passed, ${failed} failed${notRun > 0 ? `, ${notRun} skipped` : ''}`);
  }
};
