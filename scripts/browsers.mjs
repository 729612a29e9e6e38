import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

/** Arguments every Chromium of the tests starts with. Its sandbox refuses to run as root. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of `names` that the PATH offers, as a full path. */
export function onPath(names) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(runs);
}

const chromes = {
  linux: () =>
    onPath([
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'brave-browser',
    ]),
  darwin: () =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge']
      .flatMap((name) => ['', env.HOME ?? ''].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`))
      .find(runs),
  win32: () =>
    [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) =>
        ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((exe) =>
          join(folder, exe),
        ),
      )
      .find(existsSync),
};

/** Path of a Chromium, Chrome or Edge on this computer; `CHROME_PATH` wins. */
export function findChromium() {
  if (env.CHROME_PATH) {
    if (!runs(env.CHROME_PATH)) throw new Error(`CHROME_PATH is set to ${env.CHROME_PATH}, which cannot be run.`);
    return env.CHROME_PATH;
  }
  return chromes[platform]?.();
}

/**
 * Path of the same Chromium without windows, extensions and a profile of its own kind: it starts and paints for half the
 * work. Undefined where there is none, and where `CHROME_PATH` says which browser is wanted.
 */
export function findHeadlessShell() {
  return env.CHROME_PATH ? undefined : onPath(['chromium-headless-shell', 'chrome-headless-shell']);
}

/** Path of a Firefox that speaks WebDriver BiDi; `FIREFOX_PATH` wins. */
export function findFirefox() {
  return env.FIREFOX_PATH ?? onPath(['firefox-esr', 'firefox']);
}

/** WebKitGTK's driver and small browser, and a display for them; undefined unless all are there. */
export function findWebKit() {
  const driver = onPath(['WebKitWebDriver']);
  const browser = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
    .map((triplet) => `/usr/lib/${triplet}/webkit2gtk-4.1/MiniBrowser`)
    .find(runs);
  const xvfb = onPath(['Xvfb']);
  return driver && browser && (env.DISPLAY || xvfb) ? { driver, browser, xvfb } : undefined;
}

/**
 * Installs Debian packages in one apt call and says whether that worked. Elsewhere than on Debian as root it does
 * nothing: Ubuntu's chromium package only points to a snap, and nobody expects a test command to ask for a password.
 */
export function aptInstall(packages) {
  const system = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!/^ID=debian$/m.test(system) || process.getuid?.() !== 0) return false;
  const apt = (...rest) =>
    spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...rest], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...packages);
}
