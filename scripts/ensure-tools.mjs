// Makes sure of the programs the tests call: `node scripts/ensure-tools.mjs [chromium|firefox|webkit|pdf …]`.
// On Debian as root it installs what is missing; elsewhere it prints the one command and ends with 1.
import { argv, env } from 'node:process';
import { aptInstall, findChromium, findFirefox, findHeadlessShell, findWebKit, onPath } from './browsers.mjs';

const tools = {
  chromium: [
    { name: 'Chromium, Chrome or Edge', packages: ['chromium'], find: findChromium },
    // Spares the journeys half their work; without it they walk in Chromium itself.
    {
      name: 'Chromium’s headless shell',
      packages: ['chromium-headless-shell'],
      find: () => env.CHROME_PATH ?? findHeadlessShell(),
      spared: true,
    },
  ],
  firefox: [{ name: 'Firefox', packages: ['firefox-esr'], find: findFirefox }],
  webkit: [{ name: 'WebKitGTK with a display', packages: ['webkit2gtk-driver', 'xvfb'], find: findWebKit }],
  pdf: [
    { name: 'qpdf', packages: ['qpdf'], find: () => onPath(['qpdf', 'qpdf.exe']) },
    { name: 'poppler-utils', packages: ['poppler-utils'], find: () => onPath(['pdftoppm', 'pdftoppm.exe']) },
    { name: 'mupdf-tools', packages: ['mupdf-tools'], find: () => onPath(['mutool', 'mutool.exe']) },
    { name: 'openssl', packages: ['openssl'], find: () => onPath(['openssl', 'openssl.exe']) },
    // What goes out as an age file is opened with age's own programs too.
    { name: 'age', packages: ['age'], find: () => onPath(['age', 'age.exe']) },
    // Sits before age as a person would, who types a passphrase.
    { name: 'Python 3', packages: ['python3'], find: () => onPath(['python3']) },
  ],
};

const asked = argv.length > 2 ? argv.slice(2) : ['chromium', 'pdf'];
const wanted = asked.flatMap((name) => {
  if (!tools[name]) throw new Error(`${name} is not one of ${Object.keys(tools).join(', ')}`);
  return tools[name];
});
const missing = () => wanted.filter(({ find }) => !find());
const needed = () => missing().filter(({ spared }) => !spared);
const packagesOf = (tools) => tools.flatMap((tool) => tool.packages);
const namesOf = (tools) => tools.map(({ name }) => name).join(', ');

if (missing().length > 0) {
  console.log(`Not found: ${namesOf(missing())}.`);
  // An older Debian may not know what can be spared.
  if (!aptInstall(packagesOf(missing())) && needed().length > 0) aptInstall(packagesOf(needed()));
}
if (needed().length > 0) {
  const packages = packagesOf(needed()).join(' ');
  console.error(`Please install what is missing. On Debian and its kin: sudo apt-get install ${packages}`);
  console.error('A browser elsewhere on this computer can be named with CHROME_PATH or FIREFOX_PATH.');
  process.exit(1);
}
if (missing().length > 0) console.log(`Done without: ${namesOf(missing())}.`);
