// Pictures of the running app for docs/user-guide.md: `npm run guide:pictures` (after `npm run build:site`).
import { runnerImport } from 'vite';

const { module } = await runnerImport('./test/journeys/guide-pictures.ts');
await module.guidePictures();
