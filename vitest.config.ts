import { defineConfig } from 'vitest/config';
import { isLostConnection } from './store/lostConnection.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One real engine and one real database serve the whole run; each file makes its own database and task queue.
    globalSetup: ['test/support/globalSetup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { TZ: 'UTC' },
    // Tests that kill the database meet what the product's own processes shrug off too.
    onUnhandledError: (error) => (isLostConnection(error) ? false : undefined),
  },
});
