// Serves the built app on this computer: `npm start`, or `PORT=4174 npm start`.
import { env } from 'node:process';
import { siteHeaders } from './response-headers.mjs';
import { serve } from './static-server.mjs';

const port = Number(env.PORT ?? 4173);
try {
  await serve({ mounts: { '/': 'dist/site' }, headersFor: siteHeaders, port });
  console.log(`Homeward is at http://localhost:${port}/ (this computer only; stop with Ctrl+C)`);
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(
    `Port ${port} is taken by another program. Stop that one, or use another port: PORT=${port + 1} npm start`,
  );
  process.exitCode = 1;
}
