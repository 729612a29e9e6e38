import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArguments, findChromium, findFirefox, findHeadlessShell, findWebKit } from './scripts/browsers.mjs';
import { testFiles } from './scripts/test-files.mjs';
import { handOn } from './scripts/wtr-hand-on.mjs';
import { countReporter } from './scripts/wtr-report.mjs';
import { throughVite } from './scripts/wtr-vite.mjs';
import { webkitGtkLauncher } from './scripts/wtr-webkitgtk.mjs';

const launchers = {
  chromium: () => {
    // A change is tried in the shell, which does half the work; every engine is tried in the browser people have.
    const shell = process.env.BROWSERS ? undefined : findHeadlessShell();
    const executablePath = shell ?? findChromium();
    const launchOptions = { executablePath, args: chromiumArguments, headless: shell ? 'shell' : true };
    // Two pages run at once, and only one of them can be in front: each is told that it is, or focus events stay away.
    const createPage = async ({ context }) => {
      const page = await context.newPage();
      const session = await page.createCDPSession();
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      return page;
    };
    return executablePath && chromeLauncher({ launchOptions, createPage });
  },
  firefox: () => {
    // Puppeteer drives a stock Firefox over WebDriver BiDi; geckodriver is not needed.
    const executablePath = findFirefox();
    return (
      executablePath &&
      chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath }, concurrency: 1 })
    );
  },
  webkit: () => {
    const found = findWebKit();
    return found && webkitGtkLauncher(found);
  },
};

const asked = (process.env.BROWSERS ?? 'chromium').split(',');
const browsers = asked.map((name) => {
  const launcher = launchers[name]?.();
  if (!launcher) throw new Error(`BROWSERS asks for ${name}, which was not found on this computer.`);
  return launcher;
});
const left = Object.keys(launchers).filter((name) => !asked.includes(name));
if (left.length > 0) console.log(`Not run in ${left.join(' and ')}: npm run test:engines does that.`);

const vite = await throughVite(testFiles.browser);
const reports = process.env.TEST_REPORTS;

export default {
  files: testFiles.browser,
  browsers,
  concurrency: 2,
  middleware: [vite.middleware],
  plugins: [vite.plugin, handOn(asked.includes('chromium'))],
  reporters: [
    defaultReporter({ reportTestProgress: false }),
    countReporter(reports && join(reports, `components-${asked.join('-')}.json`)),
  ],
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text', 'lcovonly'] },
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { ui: 'bdd', timeout: 5000 } },
  testsFinishTimeout: 120_000,
  browserStartTimeout: 60_000,
};
