import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findBrowser } from './test/run/browser.mjs';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const executablePath = findBrowser() ?? 'chromium';

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'lib/**/*.test.ts',
            'test/{architecture,bench,contract,run,support}/**/*.test.ts',
          ],
          exclude: ['lib/page/**', '**/*.browser.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        resolve: { alias, dedupe: ['react', 'react-dom'] },
        // Found one by one, they would make the page reload in the middle of a test, with two Reacts.
        optimizeDeps: {
          include: [
            'axe-core',
            'dexie',
            'dexie-react-hooks',
            'fast-check',
            'fflate',
            'node-diff3',
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'stemmer',
            'virtua',
            'zod',
          ],
        },
        test: {
          name: 'browser',
          include: ['lib/page/**/*.test.ts', 'components/**/*.test.tsx', '**/*.browser.test.ts'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({ launchOptions: { executablePath, args: chromiumFlags } }),
          },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
