import { nothing } from 'lit';
import type { Pack } from '../../model/pack.ts';
import { richText } from '../fields/rich-text.ts';
import { words } from './pack-words.ts';

/** What a council says of a stage or factor, under its name; nothing where it says nothing. */
export function localNote(pack: Pack, id: string): unknown {
  const note = pack.overlay?.notes[id];
  return note ? richText(note, (text) => words(pack, text)) : nothing;
}
