import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { PersonId } from '../../model/answer.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack } from '../../model/pack.ts';
import { personById } from '../../model/people.ts';
import type { InputChange } from '../../model/suggest-changes.ts';
import type { Missing } from '../../model/suggest-inputs.ts';
import { words } from '../shared/pack-words.ts';
import { calledBy, type FieldContext } from './context.ts';

/** Whom something is about; nothing for the family. */
export function whose({ assessment }: FieldContext, of: PersonId | null): TemplateResult | '' {
  if (of === null) return '';
  return html`<bdi>${calledBy(personById(assessment, of), msg('No name yet', { id: 'no-name-yet' }))}</bdi>: `;
}

/** How far change has come, in the pack's word for it. */
export function capacityLabel(pack: Pack, capacity: string): string {
  const columns = packIndex(pack).questions.get('change-evidence')?.columns ?? [];
  const choices = columns.find(({ id }) => id === 'capacity')?.choices ?? [];
  return choices.find(({ id }) => id === capacity)?.label ?? capacity;
}

/** What would be different; a count of ratings, never of points. */
export function changeWords(pack: Pack, change: InputChange): string | TemplateResult {
  switch (change.input) {
    case 'capacity':
      return html`${msg('The lowest rating of change among the adults counted here who carry a risk:', { id: 'move-capacity' })}
      ${words(pack, capacityLabel(pack, change.to))}`;
    case 'access':
      return change.to === 'no'
        ? msg('Evidence that nobody unsafe could reach the child at home', { id: 'move-access-no' })
        : msg('Somebody unsafe who could reach the child at home', { id: 'move-access-yes' });
    case 'harm-after-return':
      return change.to === 'no'
        ? msg('If the record of harm turned out to be wrong', { id: 'move-harm-no' })
        : msg('Harm since the return', { id: 'move-harm-yes' });
    case 'linked-strengths':
      return change.by > 0
        ? msg(str`Evidenced strengths that guard against a live risk to this child: ${change.by} more`, {
            id: 'move-linked-more',
          })
        : msg(str`Evidenced strengths that guard against a live risk to this child: ${-change.by} fewer`, {
            id: 'move-linked-fewer',
          });
    case 'evidenced-strengths':
      return change.by > 0
        ? msg(str`Evidenced strengths: ${change.by} more`, { id: 'move-evidenced-more' })
        : msg(str`Evidenced strengths: ${-change.by} fewer`, { id: 'move-evidenced-fewer' });
    case 'active-risks':
      return change.by > 0
        ? msg(str`Risks that are active or reducing: ${change.by} more`, { id: 'move-risks-more' })
        : msg(str`Risks that are active or reducing: ${-change.by} fewer`, { id: 'move-risks-fewer' });
    case 'serious-risks':
      return change.by > 0
        ? msg(str`Serious risks that are active: ${change.by} more`, { id: 'move-serious-more' })
        : msg(str`Serious risks that are active: ${-change.by} fewer`, { id: 'move-serious-fewer' });
  }
}

/** What nobody has said yet. */
export function missingWords(missing: Missing): string {
  switch (missing.kind) {
    case 'rating':
      return msg('risks nobody has rated yet, or not known', { id: 'missing-ratings' });
    case 'capacity':
      return msg('how far change has come is not rated', { id: 'missing-capacity' });
    case 'months':
      return msg('for how many months a change has lasted', { id: 'missing-months' });
    case 'access':
      return msg('whether anyone unsafe could reach the child at home', { id: 'missing-access' });
    case 'born':
      return msg('the date of birth', { id: 'missing-born' });
    case 'household':
      return msg('whether this adult lives in the home', { id: 'missing-household' });
  }
}
