import { noteExport } from '../exports.ts';
import { ExportedEvent } from './note-export.ts';

/** Remembers each copy that goes into a file, wherever in the app it was made. */
document.addEventListener(ExportedEvent.type, (event) => {
  if (event instanceof ExportedEvent) for (const { id, revision } of event.drafts) noteExport(id, revision);
});
