import { createServer } from 'vite';

const socket = '/__web-dev-server__web-socket.js';

/**
 * Lets Vite serve what @web/test-runner loads, so that decorators, plugins and aliases behave as in the build.
 *
 * `entries` are the test files: without a scan beforehand Vite may bundle dependencies again in the middle of a run.
 */
export async function throughVite(entries) {
  const vite = await createServer({
    appType: 'custom',
    logLevel: 'error',
    clearScreen: false,
    cacheDir: '.cache/vite-browser-tests',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { entries, exclude: ['@web/test-runner-commands'] },
    plugins: [
      {
        // The runner's own socket module must stay the runner's, or its commands (keys, viewport) stop working.
        name: 'homeward-test-runner-socket',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith(socket) ? { id: socket, external: true } : undefined),
      },
    ],
  });
  return {
    middleware: (context, next) => {
      if (context.path === '/' || context.path.startsWith('/__web-')) return next();
      return new Promise((done, fail) => {
        context.respond = false;
        context.res.statusCode = 200;
        context.res.on('close', done);
        vite.middlewares(context.req, context.res, (error) => {
          context.respond = true;
          context.res.statusCode = 404;
          if (error) fail(error);
          else done(next());
        });
      });
    },
    plugin: { name: 'vite', serverStop: () => vite.close() },
  };
}
