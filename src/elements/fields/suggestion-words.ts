import { msg } from '@lit/localize';
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

/** What would be different, in words alone: ratings are never counted up. */
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
        ? msg('An evidenced strength that guards against a live risk to this child', { id: 'move-guarded' })
        : msg('No evidenced strength left that guards against a live risk to this child', { id: 'move-unguarded' });
    case 'evidenced-strengths':
      return change.by > 0
        ? msg('A strength that is evidenced', { id: 'move-strength' })
        : msg('No strength left that is evidenced', { id: 'move-no-strength' });
    case 'active-risks':
      return change.by > 0
        ? msg('A new risk, active or reducing, that no strength guards against', { id: 'move-risk' })
        : msg('No risk left that is active or reducing', { id: 'move-no-risk' });
    case 'serious-risks':
      return change.by > 0
        ? msg('A serious risk that is active', { id: 'move-serious' })
        : msg('No serious risk left that is active', { id: 'move-no-serious' });
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
