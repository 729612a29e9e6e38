import { answering, emptyDraft, withEdits } from '../../test/contracts/vault-contract.ts';
import { flushOnHide } from '../session/page-hide.ts';
import { Saver } from '../session/saver.ts';
import { inStorage } from './in-storage.suite.ts';

/** Runs inside a frame of its own: opens a draft, types, and says so to the page around it. Nothing is saved yet. */
const name = new URLSearchParams(new URL(import.meta.url).search).get('database') ?? 'none';
const vault = await inStorage({ name });
const start = emptyDraft('draft-1');
await vault.append('draft-1', 0, [], start);
const saver = new Saver({ vault, id: 'draft-1', revision: 1 });
flushOnHide(saver, document);
const edit = answering('hopes', 'typed just before the page went away');
saver.add(edit, withEdits(start, [edit]));
parent.postMessage(saver.state, parent.origin); // this frame's own location is about:blank
