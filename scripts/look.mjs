// Pictures of every route at two widths, for eyes: `npm run look` (after `npm run build`).
import { runnerImport } from 'vite';

const { module } = await runnerImport('./test/journeys/look.ts');
await module.look();
