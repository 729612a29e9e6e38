import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

async function fileFor(path, mounts) {
  const mount = Object.keys(mounts)
    .filter((each) => path.startsWith(each))
    .sort((a, b) => b.length - a.length)[0];
  if (mount === undefined) return null;
  const folder = resolve(mounts[mount]);
  const file = resolve(folder, `./${path.slice(mount.length)}`);
  if (file !== folder && !file.startsWith(folder + sep)) return null;
  try {
    return (await stat(file)).isDirectory() ? join(file, 'index.html') : file;
  } catch {
    return null;
  }
}

/**
 * Serves folders of this computer to this computer alone. `mounts` says which folder stands at which path, `pages`
 * holds pages that are no file, `headersFor` gives the headers of an answer. Port 0 takes a free one.
 */
export async function serve({ mounts, pages = new Map(), headersFor, port = 0 }) {
  const server = createServer((request, response) => {
    const answer = (status, type, body, path = '/') => {
      response.writeHead(status, { 'Content-Type': type, ...headersFor(path) });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const reply = async () => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      const page = pages.get(path);
      const file = page === undefined ? await fileFor(path, mounts) : null;
      if (page !== undefined) answer(200, types[extname(path)] ?? types['.html'], page, path);
      else if (file) answer(200, types[extname(file)] ?? 'application/octet-stream', await readFile(file), path);
      else answer(404, types['.txt'], 'There is nothing here.\n', path);
    };
    // An address that cannot be read, or a folder without an index.
    reply().catch(() => answer(404, types['.txt'], 'There is nothing here.\n'));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: server.address().port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
